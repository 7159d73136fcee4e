package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.Options;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class RandomlyMissingTest {
    /** New York, May to September 1973 (State Department of Conservation, National Weather Service; in R airquality); the documentation of naniar 1.0 has mcar_test(airquality): 35.1, 14 degrees of freedom, p 0.00142, 4 patterns. */
    @Test
    void asPublishedForTheAirOfNewYork() throws IOException {
        RandomlyMissing found = RandomlyMissing.of(airquality());

        assertThat(found.statistic()).isCloseTo(35.1, within(0.05));
        assertThat(found.freedom()).isEqualTo(14);
        assertThat(found.p()).isCloseTo(0.00142, within(5e-6));
        assertThat(found.patterns()).isEqualTo(4);
    }

    private static Table airquality() throws IOException {
        try (var in = RandomlyMissingTest.class.getResourceAsStream("/reference/missing/airquality.csv")) {
            List<@Nullable Object> cells = new ArrayList<>();
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            for (int i = 1; i < lines.length; i++) {
                for (String cell : lines[i].split(",", -1)) {
                    cells.add(cell.isEmpty() ? null : (Object) Double.parseDouble(cell));
                }
            }
            return Table.of(
                    "Ozone:decimal, Solar:decimal, Wind:decimal, Temp:decimal, Month:decimal, Day:decimal",
                    cells.toArray());
        }
    }

    private static Table normal(Rng rng, int rows) {
        double[][] values = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            double common = rng.nextGaussian();
            for (double[] column : values) {
                column[i] = common + rng.nextGaussian();
            }
        }
        return Table.of(
                new Schema(
                        List.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL), Field.of("c", Kind.DECIMAL))),
                List.of(NumberColumn.of(values[0]), NumberColumn.of(values[1]), NumberColumn.of(values[2])));
    }

    /** Of 400 tables that lack values completely at random, 5 % are rejected: 20 +- 17.5 (four standard errors). */
    @Test
    void keepsItsLevelAndSeesWhatIsNotRandom() {
        int rejected = 0;
        int seen = 0;
        for (int k = 0; k < 400; k++) {
            Run run = Run.of(k);
            Table data = normal(run.rng().child("data"), 200);
            for (String mech : List.of("MCAR", "MAR")) {
                Amputation.Options options =
                        Options.bind(Amputation.Options.DEFAULT, Map.of("mech", mech, "prop", 0.4), "a test");
                double p = RandomlyMissing.of(Amputation.of(data, options, run).table())
                        .p();
                rejected += mech.equals("MCAR") && p < 0.05 ? 1 : 0;
                seen += mech.equals("MAR") && p < 0.05 ? 1 : 0;
            }
        }
        assertThat(rejected).isBetween(3, 37);
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void saysNothingWhereThereIsNothingToSay() {
        assertThat(RandomlyMissing.of(Table.of("a:whole, b:whole", 1, 2, 3, 4))).isNull();
        assertThat(RandomlyMissing.of(Table.of("a:whole, b:whole", 1, null, 1, 4, null, 4)))
                .isNull();
        assertThat(RandomlyMissing.of(Table.of("a:whole, b:whole", 1, 2, 2, 4, 3, 6, null, 5, 4, null)))
                .isNull();
    }
}
