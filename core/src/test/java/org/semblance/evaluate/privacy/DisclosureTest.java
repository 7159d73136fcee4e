package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Identity and attribute disclosure: synthpop's measures on a vector worked out by hand, and cases with a known answer. */
class DisclosureTest {
    private static final String HEADER = "q:category, t:category";
    private static final Table REAL =
            Table.of(HEADER, "a", "x", "a", "x", "b", "y", "c", "x", "c", "y", "d", "x", "e", "y", "f", "x");
    private static final Table MADE =
            Table.of(HEADER, "a", "x", "b", "y", "b", "y", "c", "x", "d", "y", "g", "x", "e", "y", "e", "x");
    private static final double EXACT = 1e-12;

    private static Score measure(Table real, Table synthetic, Map<String, ?> options) {
        return Disclosure.PLUGIN.make(options).measure(Comparison.of(real, synthetic), Run.of(1));
    }

    private static Map<String, Object> options(Object... pairs) {
        Map<String, Object> out = new HashMap<>(Map.of("keys", List.of("q"), "target", "t"));
        for (int i = 0; i < pairs.length; i += 2) {
            out.put(pairs[i].toString(), pairs[i + 1]);
        }
        return out;
    }

    /** The vector of synthpop's definitions, worked out twice by hand; synthpop prints percent. */
    @Test
    void theVectorOfTheDefinitions() {
        Score score = measure(REAL, MADE, options());
        Map<String, Double> expected = Map.of(
                "UiO", 50.0,
                "UiS", 50.0,
                "UiOiS", 37.5,
                "repU", 12.5,
                "Dorig", 75.0,
                "Dsyn", 75.0,
                "iS", 87.5,
                "DiS", 75.0,
                "DiSCO", 50.0,
                "DiSDiO", 37.5);
        expected.forEach((name, percent) ->
                assertThat(score.parts().get(name)).as(name).isCloseTo(percent / 100, within(EXACT)));
        assertThat(score.value()).isEqualTo(0.5);
        // a-x twice, b-y once, c-x once.
        assertThat(score.parts()).containsEntry("max denom", 2.0).containsEntry("over denom-lim", 0.0);
        assertThat(score.parts().get("mean denom")).isCloseTo(4 / 3.0, within(EXACT));
    }

    @Test
    void everyOtherColumnIsATargetWhereNoneIsNamed() {
        Table real = Table.of("q:category, t:category, u:whole", "a", "x", 1, "b", "y", 2);
        Table made = Table.of("q:category, t:category, u:whole", "a", "x", 3, "b", "y", 2);
        Score score = measure(real, made, Map.of("keys", "q"));
        assertThat(score.parts()).containsEntry("DiSCO t", 1.0).containsEntry("DiSCO u", 0.5);
        assertThat(score.value()).isEqualTo(0.75);
        Figures table = score.figures().get(0);
        assertThat(table.rows()).extracting(Figures.Row::name).containsExactly("t", "u");
    }

    @Test
    void withoutKeysTheFirstColumnsAreAnExampleAndSaidSo() {
        Table table = Tables.law(50, Rng.of(1));
        assertThat(measure(table, table, Map.of()).note()).isEqualTo("no keys were given: as an example, x, y, z");
        assertThat(measure(REAL, MADE, Map.of()).note()).isEqualTo("no keys were given: as an example, q");
    }

    @Test
    void rowsOfLargeGroupsAreToldApartOrLeftOut() {
        // 6 real rows of q=a all x, told; 2 of b told; 1 of c not in the synthetic table.
        Object[] cells = new Object[18];
        for (int i = 0; i < 9; i++) {
            cells[2 * i] = i < 6 ? "a" : i < 8 ? "b" : "c";
            cells[2 * i + 1] = i < 6 ? "x" : "y";
        }
        Table real = Table.of(HEADER, cells);
        Table made = Table.of(HEADER, "a", "x", "b", "y");
        assertThat(measure(real, made, options()).parts())
                .containsEntry("DiSCO", 8 / 9.0)
                .containsEntry("over denom-lim", 6 / 9.0)
                .containsEntry("UiO", 1 / 9.0);
        assertThat(measure(real, made, options("exclude-over-limit", true)).parts())
                .containsEntry("DiSCO", 2 / 3.0)
                .containsEntry("UiO", 1 / 3.0)
                .containsEntry("max denom", 2.0);
    }

    @Test
    void whatMissesAndWhatIsExcludedDoesNotCount() {
        Table real = Table.of(HEADER, "a", "x", null, "x", "b", null, "c", "y");
        assertThat(measure(real, real, options()).value()).isEqualTo(1);
        Score some = measure(real, real, options("missing-keys", false, "missing-target", false));
        assertThat(some.parts()).containsEntry("UiO", 1.0);
        assertThat(measure(real, real, options("exclude", List.of("x", "Missing")))
                        .parts())
                .containsEntry("iS", 1.0)
                .containsEntry("max denom", 1.0);
        // b-y is told rightly once; without it, 3 of the other 7 rows are.
        assertThat(measure(REAL, MADE, options("exclude", List.of("q=b->y"))).value())
                .isEqualTo(3 / 7.0);
        assertThatThrownBy(() -> measure(REAL, MADE, options("exclude", List.of("q=b->yy"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("t has no such value")
                .hasMessageContaining("Did you mean \"y\"?");
        assertThatThrownBy(() -> measure(REAL, MADE, options("exclude", List.of("r=b->y"))))
                .hasMessageContaining("Did you mean \"q\"?");
    }

    @Test
    void numbersAreGroupedWhereAsked() {
        Table real = numbers(1000, 1);
        Table made = numbers(1000, 2);
        assertThat(measure(real, made, options()).parts().get("iS")).isZero();
        Score grouped = measure(real, made, options("key-groups", 4, "target-groups", 2));
        assertThat(grouped.parts()).containsEntry("iS", 1.0).containsEntry("UiO", 0.0);
        // t follows q, so the outer groups of q tell which half t is in.
        assertThat(grouped.value()).isCloseTo(1, within(0.3));
    }

    private static Table numbers(int rows, long seed) {
        Rng rng = Rng.of(seed);
        double[] q = new double[rows];
        double[] t = new double[rows];
        for (int i = 0; i < rows; i++) {
            q[i] = rng.nextGaussian();
            t[i] = q[i];
        }
        Schema schema = Schema.of(Field.of("q", Kind.DECIMAL), Field.of("t", Kind.DECIMAL));
        return Table.of(schema, List.of(NumberColumn.of(q), NumberColumn.of(t)));
    }

    @Test
    void whatOneLevelHoldsAndWhatOneKeyGivesAwayIsPointedAt() {
        int rows = 120;
        String[] q = new String[rows];
        String[] t = new String[rows];
        for (int i = 0; i < rows; i++) {
            q[i] = "q" + i % 6;
            t[i] = i % 6 == 0 ? "b" : "a";
        }
        Table table = Table.of(
                Schema.of(Field.of("q", Kind.CATEGORY), Field.of("t", Kind.CATEGORY)),
                List.of(CodeColumn.of(q), CodeColumn.of(t)));
        Score score = measure(table, table, options());
        Figures known = score.figures().get(1);
        assertThat(known.rows())
                .extracting(Figures.Row::name)
                .containsExactly(
                        "q=q0 -> t = b",
                        "q=q1 -> t = a",
                        "q=q2 -> t = a",
                        "q=q3 -> t = a",
                        "q=q4 -> t = a",
                        "q=q5 -> t = a");
        // 115 of 120 in one level is more than 90 %.
        for (int i = 0; i < rows; i++) {
            t[i] = i < 5 ? "b" : "a";
            q[i] = i < 5 ? "rare" : "q" + i % 6;
        }
        Table one = Table.of(table.schema(), List.of(CodeColumn.of(q), CodeColumn.of(t)));
        assertThat(measure(one, one, options()).figures().get(1).rows())
                .extracting(Figures.Row::name)
                .contains("t = a")
                .noneMatch(name -> name.contains("rare"));
    }

    /** A memoriser discloses what the real rows would; columns drawn apart disclose no more than the margins. */
    @Test
    void copiesDiscloseMoreThanFreshRowsAndThoseMoreThanIndependentColumns() {
        Table real = people(3000, "real");
        Table fresh = people(3000, "fresh");
        Map<String, Object> asked = Map.of("keys", List.of("age", "region"), "target", "job");
        Comparison copies = new Comparison(real, real, fresh);
        Score copied = Disclosure.PLUGIN.make(asked).measure(copies, Run.of(1));
        assertThat(copied.value()).isGreaterThan(2 * copied.parts().get("DiSCO of fresh rows"));
        assertThat(copied.parts().get("repU of as many synthetic rows"))
                .isGreaterThan(2 * copied.parts().get("repU of fresh rows"));
        assertThat(copied.value()).isEqualTo(copied.parts().get("Dorig"));
        assertThat(copied.parts()).containsEntry("iS", 1.0);
        double apart = measure(real, Tables.independent(real, Rng.of(3)), asked).value();
        assertThat(apart).isLessThan(copied.parts().get("DiSCO of fresh rows"));
    }

    /** Fewer rows held back than made: they are compared with as many. */
    @Test
    void fairlyComparedWithFreshRowsAndToldOfAllRows() {
        Table real = people(3000, "real");
        Table made = people(3000, "made");
        Comparison c = new Comparison(real, made, people(700, "fresh"));
        Map<String, Object> asked = Map.of("keys", List.of("age", "region"), "target", "job");
        Score score = Disclosure.PLUGIN.make(asked).measure(c, Run.of(1));
        assertThat(score.value())
                .isEqualTo(score.parts().get("DiSCO"))
                .isEqualTo(measure(real, made, asked).value());
        // Two samples of 700 rows of one law; each tells about 3 % of 3,000 rows, known to 0.3 % (0.02 is six of
        // these).
        assertThat(score.parts().get("DiSCO of as many synthetic rows"))
                .isCloseTo(score.parts().get("DiSCO of fresh rows"), within(0.02))
                .isLessThan(score.value());
    }

    private static Table people(int rows, String name) {
        Rng rng = Rng.of(5).child(name);
        double[] age = new double[rows];
        String[] region = new String[rows];
        String[] job = new String[rows];
        for (int i = 0; i < rows; i++) {
            age[i] = 18 + rng.nextInt(60);
            region[i] = "r" + rng.nextInt(40);
            job[i] = "j" + (age[i] < 30 && rng.nextInt(4) > 0 ? 0 : rng.nextInt(6));
        }
        Schema schema = Schema.of(
                Field.of("age", Kind.WHOLE), Field.of("region", Kind.CATEGORY), Field.of("job", Kind.CATEGORY));
        return Table.of(schema, List.of(NumberColumn.of(age), CodeColumn.of(region), CodeColumn.of(job)));
    }

    @Test
    void keysMayBeColumnsThatAreNotScoredAndMayBeLost() {
        Table real = Table.of("q:identifier, t:category", "a", "x", "b", "y");
        assertThat(measure(real, real, options()).value()).isEqualTo(1);
        Table lost = Table.of("t:category", "x", "y");
        Comparison c = Comparison.ofShared(real, List.of(lost), null);
        Score score = Disclosure.PLUGIN.make(options()).measure(c, Run.of(1));
        assertThat(score.value()).isNaN();
        assertThat(score.note()).isEqualTo("the synthetic table has no column q of that kind.");
    }

    @Test
    void wrongKeysAndTargetsAreTold() {
        assertThatThrownBy(() -> measure(REAL, MADE, options("keys", List.of("qq"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no column \"qq\". Did you mean \"q\"?");
        assertThatThrownBy(() -> measure(REAL, MADE, options("target", "q"))).hasMessageContaining("is a key");
        assertThatThrownBy(() -> measure(REAL, MADE, options("keys", List.of("q", "q"))))
                .hasMessageContaining("given twice");
    }

    @Test
    void anEvaluationLooksAtKeysWhereThereAreSome() {
        assertThat(Evaluation.of(REAL, MADE).measure(Run.of(1)).notMeasured())
                .contains("disclosure: not asked for", "k-anonymity: not asked for");
        List<Finding> found = Evaluation.of(REAL, MADE)
                .keys("q")
                .target("t")
                .measure(Run.of(1))
                .list();
        assertThat(found)
                .filteredOn(finding -> finding.name().equals("disclosure"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.synthetic().value()).isEqualTo(0.5));
        assertThat(found).extracting(Finding::name).contains("k-anonymity");
    }
}
