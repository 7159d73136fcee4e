package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Memoriser;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.evaluate.privacy.AskedRows.Condition;
import org.semblance.evaluate.privacy.AskedRows.Is;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SinglingOutTest {
    private static Table law(int rows, String name) {
        return Tables.law(rows, Rng.of(1).child(name));
    }

    private static Score measure(Table real, Table synthetic, Table holdout) {
        return SinglingOut.PLUGIN.make().measure(new Comparison(real, synthetic, holdout), Run.of(1));
    }

    @Test
    void conditionsCountRows() {
        Table table = Table.of("n:whole, k:category", 1, "a", 2, "b", 2, null, null, "a", 5, "c", 1, "a");
        AskedRows cells = AskedRows.of(table, table)[0];
        assertThat(cells.rows()).isEqualTo(5);
        assertThat(counts(cells, 0, 2)).containsExactly(1, 4, 2, 2, 3, 3, 1, 1);
        double a = cells.get(1, 0);
        assertThat(cells.count(List.of(new Condition(1, Is.EQUAL, a)), 9)).isEqualTo(2);
        assertThat(cells.count(List.of(new Condition(1, Is.OTHER, a)), 9)).isEqualTo(2);
        assertThat(cells.count(List.of(new Condition(1, Is.MISSING, 0)), 9)).isEqualTo(1);
        assertThat(cells.count(List.of(new Condition(1, Is.EQUAL, a), new Condition(0, Is.MISSING, 0)), 9))
                .isEqualTo(1);
        assertThat(cells.count(List.of(new Condition(0, Is.AT_LEAST, 1)), 2)).isEqualTo(2);
    }

    private static List<Integer> counts(AskedRows cells, int column, double value) {
        List<Integer> out = new ArrayList<>();
        for (Is is : Is.values()) {
            out.add(cells.count(List.of(new Condition(column, is, value)), 99));
        }
        return out;
    }

    @Test
    void numbersAreWrittenNumbers() {
        Schema schema = Schema.of(Field.of("n", Kind.DECIMAL).format(Format.PLAIN.decimals(1)));
        Table table = Table.of(schema, List.of(NumberColumn.of(0.1, 0.3, 0.5)));
        AskedRows cells = AskedRows.of(table, table)[0];
        assertThat(cells.count(List.of(new Condition(0, Is.EQUAL, 0.1 + 0.2)), 9))
                .isEqualTo(1);
        assertThat(cells.count(List.of(new Condition(0, Is.AT_LEAST, 0.1 + 0.2)), 9))
                .isEqualTo(2);
        assertThat(cells.count(List.of(new Condition(0, Is.ABOVE, 0.1 + 0.2)), 9))
                .isEqualTo(1);
    }

    @Test
    void aMemoriserIsSeen() {
        Table real = law(2000, "real");
        Score score = measure(real, Memoriser.copies(real, Rng.of(2)), law(500, "holdout"));
        assertThat(score.value()).isGreaterThan(0.98);
        assertThat(score.parts().get("one column")).isGreaterThan(0.98);
        assertThat(score.parts().get("3 columns")).isGreaterThan(0.9);
        Score half = measure(real, Memoriser.some(real, law(2000, "other"), 0.5, Rng.of(3)), law(500, "holdout"));
        assertThat(half.parts().get("one column")).isBetween(0.4, 0.6);
    }

    /** Fresh rows of all sizes: residual risks are 0 but for errors of about 0.03; the interval must reach below 0.01. */
    @Test
    void aFreshSampleFindsNobody() {
        for (int held : new int[] {2000, 1000, 500}) {
            Score score = measure(law(2000, "real"), law(2000, "synthetic"), law(held, "holdout"));
            assertThat(score.value()).isLessThan(0.1);
            assertThat(score.interval().low()).isLessThan(0.01);
        }
    }

    @Test
    void wholeNumbersOfFewValuesGiveNoQuestions() {
        Table table = Table.of("n:whole, k:category", 1, "a", 1, "a", 1, "a");
        Score score = measure(table, Table.of("n:whole, k:category", 1, "a", 1, "a"), table);
        // A single different row: its values are the only ones, and every question about them finds it.
        assertThat(score.note()).contains("Only");
        assertThat(score.value()).isLessThan(0.5);
    }

    @Test
    void theShareInATableOfAnotherSize() {
        JsonNode expected = new ObjectMapper()
                .readTree(Path.of("src/test/resources/reference/privacy/nearest.json")
                        .toFile())
                .path("sizes");
        for (JsonNode one : expected) {
            List<Integer> answers = new ArrayList<>();
            one.path("counts").forEach(count -> answers.add(count.intValue()));
            for (Map.Entry<String, JsonNode> by : one.path("share").properties()) {
                int wanted = (int) (1000 * Double.parseDouble(by.getKey()));
                assertThat(TableSize.share(answers, 1000, wanted))
                        .isCloseTo(by.getValue().doubleValue(), within(1e-4));
            }
        }
        assertThat(TableSize.share(List.of(0, 1, 1, 2), 100, 100)).isEqualTo(0.5);
        assertThat(TableSize.share(List.of(0, 0), 100, 400)).isZero();
        assertThat(TableSize.spread(100, 400)).isCloseTo(0.02, within(1e-12));
    }
}
