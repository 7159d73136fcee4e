package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Memoriser;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Shares of nearer rows and ratios of distances; figures of NumPy from reference/nearest_rows.py. */
class CopyChecksTest {
    private static final JsonNode EXPECTED = new ObjectMapper()
            .readTree(
                    Path.of("src/test/resources/reference/privacy/nearest.json").toFile());

    private static Table law(int rows, String name) {
        return Tables.law(rows, Rng.of(1).child(name));
    }

    private static Comparison reference() {
        return new Comparison(
                AnonymeterTest.table("ori"), AnonymeterTest.table("syn"), AnonymeterTest.table("control"));
    }

    @Test
    void sharesAndRatiosAsWorkedOutElsewhere() {
        JsonNode dcr = EXPECTED.path("dcr");
        Score shares = DcrShare.PLUGIN.make().measure(reference(), Run.of(1));
        assertThat(shares.value()).isCloseTo(dcr.path("nearer").doubleValue(), within(1e-9));
        assertThat(shares.parts().get("ties half")).isCloseTo(dcr.path("half").doubleValue(), within(1e-9));
        assertThat(shares.parts().get("median distance to real"))
                .isCloseTo(dcr.path("median_real").doubleValue(), within(1e-6));
        assertThat(shares.interval().low()).isBetween(0.62, 0.64);
        JsonNode nndr = EXPECTED.path("nndr");
        Score ratios = Nndr.PLUGIN.make().measure(reference(), Run.of(1));
        assertThat(ratios.value()).isCloseTo(nndr.path("half").doubleValue(), within(1e-9));
        assertThat(ratios.parts().get("median to real"))
                .isCloseTo(nndr.path("median_real").doubleValue(), within(1e-5));
        assertThat(ratios.parts().get("10th smallest to real"))
                .isCloseTo(nndr.path("tenth_real").doubleValue(), within(1e-9));
        assertThat(ratios.parts().get("10th smallest to holdout"))
                .isCloseTo(nndr.path("tenth_holdout").doubleValue(), within(1e-5));
        Score worst = WorstDcr.PLUGIN.make().measure(reference(), Run.of(1));
        assertThat(worst.parts().get("all columns")).isCloseTo(dcr.path("half").doubleValue(), within(1e-9));
        assertThat(worst.value()).isGreaterThanOrEqualTo(worst.parts().get("all columns"));
        assertThat(worst.parts()).hasSize(7);
    }

    /** Shares of 2,000 rows: deviation about 0.013 with neighbours in common; the largest of seven within 0.06. */
    @Test
    void freshRowsAreAsNearToEither() {
        Comparison fresh = new Comparison(wide(2000, "real"), wide(2000, "synthetic"), wide(2000, "holdout"));
        assertThat(Nndr.PLUGIN.make().measure(fresh, Run.of(1)).value()).isCloseTo(0.5, within(0.05));
        assertThat(WorstDcr.PLUGIN.make().measure(fresh, Run.of(1)).value()).isBetween(0.48, 0.56);
    }

    /** The law's columns twice over, ten in all. */
    private static Table wide(int rows, String name) {
        Table one = law(rows, name);
        Table two = law(rows, name + " again");
        var fields = new java.util.ArrayList<>(one.schema().fields());
        var columns = new java.util.ArrayList<org.semblance.table.Column>();
        for (int c = 0; c < one.width(); c++) {
            columns.add(one.column(c));
        }
        for (int c = 0; c < two.width(); c++) {
            fields.add(org.semblance.table.Field.of(
                    two.schema().field(c).name() + "2", two.schema().field(c).kind()));
            columns.add(two.column(c));
        }
        return Table.of(new org.semblance.table.Schema(fields), columns);
    }

    @Test
    void copiesAreNearer() {
        Table real = wide(1500, "real");
        Comparison copied = new Comparison(real, Memoriser.noisy(real, 0.01, Rng.of(2)), wide(1500, "holdout"));
        assertThat(WorstDcr.PLUGIN.make().measure(copied, Run.of(1)).value()).isGreaterThan(0.99);
        assertThat(Nndr.PLUGIN.make().measure(copied, Run.of(1)).value()).isGreaterThan(0.97);
    }

    /** Rows of which the first five columns are copied and the others fresh: nearer in a group more than in all. */
    @Test
    void theWorstGroupShowsWhatIsCopiedInPart() {
        Table real = wide(1500, "real");
        Table fresh = wide(1500, "fresh");
        var columns = new java.util.ArrayList<org.semblance.table.Column>();
        for (int c = 0; c < real.width(); c++) {
            columns.add(c < 5 ? real.column(c) : fresh.column(c));
        }
        Score score = WorstDcr.PLUGIN
                .make()
                .measure(new Comparison(real, Table.of(real.schema(), columns), wide(1500, "holdout")), Run.of(1));
        assertThat(score.value()).isGreaterThan(score.parts().get("all columns") + 0.02);
        assertThat(score.interval().low()).isGreaterThan(0.5);
    }

    @Test
    void columnsThatGoTogetherAreTogether() {
        Table table = wide(2000, "real");
        // x, y, k and f follow each other, x2, y2, k2 and f2 too; z and z2 follow nothing.
        assertThat(ColumnGroups.together(table, Run.of(1)))
                .anySatisfy(group -> assertThat(group).contains(0, 1, 3))
                .anySatisfy(group -> assertThat(group).contains(5, 6, 8));
        assertThat(ColumnGroups.random(10, Rng.of(1)).stream().mapToInt(group -> group.length))
                .containsExactly(4, 3, 3);
    }
}
