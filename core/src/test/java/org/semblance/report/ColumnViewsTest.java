package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Question;
import org.semblance.random.Rng;
import org.semblance.report.ColumnView.Bar;
import org.semblance.run.Run;
import org.semblance.table.Table;

class ColumnViewsTest {
    private static ColumnView view(Table real, Table synthetic) {
        Findings none = new Findings(Question.NONE, new Findings.Sizes(0, 0, 0), List.of(), List.of(), List.of());
        return ColumnViews.of(Comparison.of(real, synthetic), none, Run.of(1)).get(0);
    }

    /** So many rows of each label. */
    private static Table labels(Object... labelsAndCounts) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int k = 0; k < labelsAndCounts.length; k += 2) {
            for (int i = 0; i < (int) labelsAndCounts[k + 1]; i++) {
                cells.add(labelsAndCounts[k].equals("") ? null : labelsAndCounts[k]);
            }
        }
        return Table.of("c:category", cells.toArray());
    }

    private static List<String> names(ColumnView view) {
        return view.bars().stream().map(Bar::label).toList();
    }

    @Test
    void noLabelOfFewRowsIsNamed() {
        Table real = labels("a", 500, "b", 300, "nine", 9, "one", 1, "c", 12);
        ColumnView view = view(real, real);
        assertThat(names(view)).containsExactly("a", "b", "c", "other");
        assertThat(view.bars().get(3).real()).isEqualTo(10 / 822.0);
    }

    @Test
    void aLabelJoinsTheOthersWhereTheirNumberWouldBeWhatIsMissingToAll() {
        ColumnView view = view(labels("a", 500, "b", 300, "c", 12, "one", 3), labels("a", 1));
        assertThat(names(view)).containsExactly("a", "b", "other");
        assertThat(view.bars().get(2).real()).isEqualTo(15 / 815.0);
    }

    @Test
    void labelsThatTheRealTableDoesNotHaveAreCountedTogether() {
        ColumnView view = view(labels("a", 500, "b", 300), labels("a", 50, "made up", 25, "too", 25));
        assertThat(names(view)).containsExactly("a", "b", "not in the real table");
        assertThat(view.bars().get(2).synthetic()).isEqualTo(0.5);
        assertThat(view.reading())
                .isEqualTo(
                        "not in the real table over-represented: 50.0 % instead of 0.0 %. b never occurs, though 37.5 % of the real rows have it.");
    }

    @Test
    void aRareLabelThatNeverOccursIsNamed() {
        ColumnView view = view(labels("a", 1_200, "b", 770, "widow", 30), labels("a", 750, "b", 488));
        assertThat(view.reading()).isEqualTo("widow never occurs, though 1.5 % of the real rows have it.");
        assertThat(view(labels("a", 1_994, "widow", 6), labels("a", 1_238)).reading())
                .doesNotContain("widow");
    }

    @Test
    void theCommonestFifteenLabelsAreNamed() {
        Object[] many = new Object[60];
        for (int k = 0; k < 30; k++) {
            many[2 * k] = "label " + k;
            many[2 * k + 1] = 100 - k;
        }
        ColumnView view = view(labels(many), labels(many));
        assertThat(names(view)).hasSize(16).startsWith("label 0").endsWith("label 14", "other");
        assertThat(view.reading()).isEqualTo("No difference beyond chance.");
    }

    @Test
    void missingValuesAreABarOfTheirOwnThatHidesFewRows() {
        Bar many = Objects.requireNonNull(
                view(labels("a", 80, "", 20), labels("a", 90, "", 10)).missing());
        assertThat(many.real()).isEqualTo(0.2);
        assertThat(many.synthetic()).isEqualTo(0.1);
        assertThat(Objects.requireNonNull(view(labels("a", 95, "", 5), labels("a", 95, "", 5))
                                .missing())
                        .real())
                .isNaN();
        assertThat(view(labels("a", 95), labels("a", 95)).missing()).isNull();
        assertThat(view(labels("a", 8000, "", 2000), labels("a", 9500, "", 500)).reading())
                .isEqualTo("Missing in 5.0 % instead of 20.0 %.");
    }

    /** Shares of those that have a value are so many of them: of 96 rows, where the table has 100. */
    @Test
    void fewMissingRowsCannotBeComputedFromTheSharesOfTheOthers() {
        Rng rng = Rng.of(5);
        for (int lacking = 1; lacking < 10; lacking++) {
            List<@Nullable Object> numbers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                numbers.add(i < lacking ? null : 10 * rng.nextGaussian());
            }
            for (Table real : List.of(
                    labels("a", 110 - lacking, "b", 50, "c", 40, "", lacking),
                    Table.of("x:decimal", numbers.toArray()))) {
                List<Bar> bars = view(real, real).bars();
                assertThat(bars)
                        .allSatisfy(bar -> assertThat(200 * bar.real())
                                .isCloseTo(Math.rint(200 * bar.real()), org.assertj.core.api.Assertions.within(1e-9)));
                assertThat(bars.stream().mapToDouble(Bar::real).sum()).isBetween(0.999999, 1.000001);
            }
        }
    }

    @Test
    void theMissingDoNotTellHowFewHaveAValue() {
        ColumnView view = view(labels("a", 4, "", 96), labels("a", 4, "", 96));
        assertThat(view.missing()).isNull();
        assertThat(view.reading()).isEqualTo("Too few real rows have a value to show any.");
    }

    @Test
    void everyStretchStandsForTenRowsAndTheEndsAreOpen() {
        Rng rng = Rng.of(1);
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            cells.add(Math.exp(3 * rng.nextGaussian()));
        }
        Table real = Table.of("x:decimal", cells.toArray());
        ColumnView view = view(real, real);
        assertThat(view.bars()).hasSizeBetween(2, 30);
        assertThat(view.bars()).allSatisfy(bar -> assertThat(700 * bar.real()).isGreaterThan(9.99));
        assertThat(view.bars().stream().mapToDouble(Bar::real).sum()).isBetween(0.999999, 1.000001);
        assertThat(view.bars().get(0).label()).startsWith("below ");
        assertThat(names(view).get(view.bars().size() - 1)).endsWith(" or more");
    }

    @Test
    void aStretchThatIsOffIsSaid() {
        List<Object> real = new ArrayList<>();
        List<Object> synthetic = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            real.add(i % 100);
            // Ten of a hundred above 80 are moved to 5.
            synthetic.add(i % 100 >= 90 ? 5 : i % 100);
        }
        ColumnView view = view(Table.of("x:whole", real.toArray()), Table.of("x:whole", synthetic.toArray()));
        assertThat(view.reading())
                .isIn(
                        "Far too many: 4 to 7 (14.0 % instead of 4.0 %).",
                        "Far too many: 5 to 9 (15.0 % instead of 5.0 %).",
                        "100 % too few: 90 or more (0.0 % instead of 10.0 %).");
    }

    @Test
    void tooFewValuesAreNotShown() {
        assertThat(view(labels("a", 9), labels("a", 9)).bars()).isEmpty();
        assertThat(view(labels(), labels()).bars()).isEmpty();
        assertThat(view(labels("a", 90), labels("", 9)).reading()).isEqualTo("No synthetic row has a value.");
    }

    @Test
    void keysAreNotShown() {
        Table keys = Table.of("id:key", "k1", "k2");
        assertThat(view(keys, keys).shape()).isEqualTo(ColumnView.Shape.NONE);
    }
}
