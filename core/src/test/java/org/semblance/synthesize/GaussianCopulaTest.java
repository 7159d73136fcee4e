package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.model.Model;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GaussianCopulaTest {
    private static final Schema SCHEMA =
            Schema.of(Field.of("x", Kind.DECIMAL), Field.of("y", Kind.DECIMAL), Field.of("flag", Kind.FLAG));

    /** Two normal columns that correlate by 0.8, the second as its exponential, and a flag that depends on the first. */
    private static Table normal(int rows) {
        Rng rng = Rng.of(31);
        double[] x = new double[rows];
        double[] y = new double[rows];
        int[] flag = new int[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = rng.nextGaussian();
            y[i] = StrictMath.exp(0.8 * x[i] + 0.6 * rng.nextGaussian());
            flag[i] = 0.6 * x[i] + 0.8 * rng.nextGaussian() > 0.25 ? 1 : 0;
        }
        return Table.of(
                SCHEMA, List.of(NumberColumn.of(x), NumberColumn.of(y), CodeColumn.of(flag, List.of("no", "yes"))));
    }

    private static double correlation(Table table, int a, int b) {
        double[] sums = new double[5];
        int n = table.rows();
        for (int i = 0; i < n; i++) {
            double x = value(table, i, a);
            double y = value(table, i, b);
            sums[0] += x;
            sums[1] += y;
            sums[2] += x * x;
            sums[3] += y * y;
            sums[4] += x * y;
        }
        return (sums[4] - sums[0] * sums[1] / n)
                / Math.sqrt((sums[2] - sums[0] * sums[0] / n) * (sums[3] - sums[1] * sums[1] / n));
    }

    /** The exponential column by its logarithm, the flag as 0 and 1. */
    private static double value(Table table, int row, int column) {
        return column == 0
                ? table.numbers(0).get(row)
                : column == 1
                        ? Math.log(table.numbers(1).get(row))
                        : "yes".equals(table.codes(2).get(row)) ? 1 : 0;
    }

    @Test
    void normalDependenceIsRecovered() {
        Table real = normal(20_000);
        Model model = GaussianCopula.PLUGIN.make().fit(real, Run.of(1));
        Table drawn = model.sample(100_000, Run.of(2)).toTable(Run.of(2));
        // 0.8 and its flag within 6 standard errors (0.0025 and 0.006 at 20,000 rows): false alarms below 1e-8
        assertThat(correlation(drawn, 0, 1)).isEqualTo(0.8, within(0.016));
        assertThat(correlation(drawn, 0, 2)).isEqualTo(correlation(real, 0, 2), within(0.04));
        assertThat(correlation(drawn, 1, 2)).isEqualTo(correlation(real, 1, 2), within(0.04));
    }

    /** Written by reference/copula.py with numpy and scipy. */
    @Test
    void correlationsOfLabelsAreThoseOfTheReference() throws IOException {
        try (InputStream in = GaussianCopulaTest.class.getResourceAsStream("/reference/copula.json")) {
            JsonNode table = JsonMapper.shared().readTree(in).path("table");
            List<Column> columns = new ArrayList<>();
            for (JsonNode codes : table.path("codes")) {
                int[] values = new int[codes.size()];
                java.util.Arrays.setAll(values, i -> codes.path(i).asInt());
                columns.add(CodeColumn.of(values, List.of("a", "b", "c", "d")));
            }
            Table real = Table.of(
                    Schema.of(Field.of("x", Kind.CATEGORY), Field.of("y", Kind.CATEGORY), Field.of("z", Kind.CATEGORY)),
                    columns);
            Model model = GaussianCopula.PLUGIN.make(Map.of("shrinkage", 0)).fit(real, Run.of(1));
            double[] found = model.store().array("correlations", double[].class);
            JsonNode expected = table.path("correlations");
            assertThat(found[0]).isEqualTo(expected.path(1).path(0).asDouble(), within(0.001));
            assertThat(found[1]).isEqualTo(expected.path(2).path(0).asDouble(), within(0.001));
            assertThat(found[2]).isEqualTo(expected.path(2).path(1).asDouble(), within(0.001));
        }
    }

    @Test
    void smallSamplesKeepTheDependenceToo() {
        Model model = GaussianCopula.PLUGIN.make().fit(normal(20_000), Run.of(1));
        Table drawn = model.sample(1000, Run.of(3)).toTable(Run.of(3));
        // standard error 0.011
        assertThat(correlation(drawn, 0, 1)).isEqualTo(0.8, within(0.07));
    }

    @Test
    void columnsAreSpreadEvenly() {
        Table real = normal(5000);
        Table drawn = GaussianCopula.PLUGIN
                .make()
                .fit(real, Run.of(1))
                .sample(5000, Run.of(4))
                .toTable(Run.of(4));
        assertThat(IndependentTest.distance(real, drawn, 0)).isLessThan(0.003);
        assertThat(IndependentTest.distance(real, drawn, 1)).isLessThan(0.003);
    }

    @Test
    void fullShrinkageIsIndependence() {
        Model model = GaussianCopula.PLUGIN.make(Map.of("shrinkage", 1)).fit(normal(5000), Run.of(1));
        Table drawn = model.sample(20_000, Run.of(5)).toTable(Run.of(5));
        assertThat(correlation(drawn, 0, 1)).isEqualTo(0, within(6 / Math.sqrt(20_000)));
    }
}
