package org.semblance.bench.statistical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.impute.ChainedEquations;
import org.semblance.impute.Imputed;
import org.semblance.impute.Plan;
import org.semblance.impute.Pooling;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * The same for rows in clusters: 40 % of a column are missing at random; the slope is that of a mixed model with an
 * intercept for each of 30 clusters of 10 rows with an intraclass correlation of .5, or of 100 of 20 with one of .3, or, of
 * methods for whole clusters, of a linear model of 100 clusters.
 */
final class ClusterCoverage {
    private static final double SLOPE = 0.8;

    private ClusterCoverage() {}

    /** Whether the interval covered, the estimate's error, and the interval's width. */
    static double[] once(String method, boolean few, Run run) {
        boolean whole = method.startsWith("2lonly");
        boolean labels = method.equals("2l.bin");
        int clusters = whole || !few ? 100 : 30;
        int each = whole ? 3 : few ? 10 : 20;
        int count = few ? 10 : 5;
        Rng rng = run.rng().child("data");
        int n = clusters * each;
        double[][] columns = new double[4][n];
        int[] codes = new int[n];
        for (int k = 0; k < clusters; k++) {
            double effect = (few ? 1 : 0.65) * (labels ? 0.7 : 1) * rng.nextGaussian();
            double[] first = new double[4];
            for (int i = 0; i < each; i++) {
                double[] row = whole && i > 0 ? first : row(effect, whole, rng);
                first = row;
                int at = k * each + i;
                columns[0][at] = row[0];
                columns[1][at] = row[1];
                columns[2][at] = row[2];
                columns[3][at] = k;
                double yes = 1 / (1 + Math.exp(-row[3]));
                codes[at] = Double.isNaN(row[0]) ? -1 : rng.nextDouble() < yes ? 1 : 0;
            }
        }
        Table data = Table.of(
                new Schema(List.of(
                        Field.of("y", labels ? Kind.CATEGORY : Kind.DECIMAL),
                        Field.of("x", Kind.DECIMAL),
                        Field.of("z", Kind.DECIMAL),
                        Field.of("g", Kind.WHOLE))),
                List.<Column>of(
                        labels ? CodeColumn.of(codes, List.of("a", "b")) : NumberColumn.of(columns[0]),
                        NumberColumn.of(columns[1]),
                        NumberColumn.of(columns[2]),
                        NumberColumn.of(columns[3])));
        int[][] codesOf = new int[4][4];
        // 2l.norm has no part for predictors without effects by cluster.
        int part = method.equals("2l.norm") ? 2 : 1;
        codesOf[0] = new int[] {0, part, part, -2};
        Plan plan = Plan.of(data)
                .method(0, method, Map.of())
                .predictors(codesOf)
                .sets(count)
                .iterations(1);
        Imputed imputed = ChainedEquations.impute(data, plan, run);
        List<Table> sets = new ArrayList<>();
        for (int set = 1; set <= count; set++) {
            Table complete = imputed.complete(set);
            sets.add(
                    whole
                            ? complete.take(IntStream.range(0, clusters)
                                    .map(k -> k * each)
                                    .toArray())
                            : complete);
        }
        String model = whole ? "y ~ x + z" : "y ~ x + z + (1 | g)";
        Pooling.Term slope = Pooling.of(model, labels ? "logistic" : "linear", List.of(), sets, Pooling.Rule.RUBIN)
                .terms()
                .get(1);
        return new double[] {
            slope.low() <= SLOPE && SLOPE <= slope.high() ? 1 : 0, slope.estimate() - SLOPE, slope.high() - slope.low()
        };
    }

    /** y or NaN, x, z, and what is expected of y. */
    private static double[] row(double effect, boolean whole, Rng rng) {
        double x = rng.nextGaussian();
        double z = 0.5 * x + rng.nextGaussian();
        boolean gone = rng.nextDouble() < 1 / (1 + Math.exp(0.5 - z));
        double mean = SLOPE * x + 0.5 * z + (whole ? 0 : effect);
        double y = mean + rng.nextGaussian();
        return new double[] {gone ? Double.NaN : y, x, z, mean};
    }
}
