package org.semblance.bench.statistical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.semblance.impute.Cells;
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
 * Whether 95 % intervals of coefficients cover what is true in 95 % of the cases, where a part of a column is missing at
 * random, more often for high values of another: 40 %, strongly, or 25 %, weakly, as in textbooks. The same designs for R's
 * mice: {@code bench/peers/statistical/coverage.R}.
 */
final class Coverage {
    private static final int ROWS = 300;
    private static final int SETS = 10;
    private static final double SLOPE = 0.8;

    /** A method, the kind of its target, and whether it draws coefficients. */
    private record Case(String method, boolean labels, int count, boolean proper) {}

    private static final List<Case> CASES = List.of(
            new Case("norm", false, 0, true),
            new Case("norm.boot", false, 0, true),
            new Case("pmm", false, 0, true),
            new Case("midastouch", false, 0, true),
            new Case("norm.nob", false, 0, false),
            new Case("norm.predict", false, 0, false),
            new Case("cart", false, 0, false),
            new Case("rf", false, 0, false),
            new Case("logreg", true, 2, true),
            new Case("logreg.boot", true, 2, true),
            new Case("polyreg", true, 3, false),
            new Case("2l.norm", false, 0, true),
            new Case("2l.lmer", false, 0, true),
            new Case("2l.pan", false, 0, true),
            new Case("2l.bin", true, 2, true),
            new Case("2lonly.norm", false, 0, true),
            new Case("2lonly.pmm", false, 0, true));

    private Coverage() {}

    /**
     * What is measured.
     *
     * @param methods all where it is empty
     * @param designs rows and textbook, or few and clusters for rows in clusters; all where it is empty
     */
    record Wanted(List<String> methods, List<String> designs, int times) {
        private boolean has(Case one, String design) {
            return (methods.isEmpty() || methods.contains(one.method))
                    && (designs.isEmpty() || designs.contains(design));
        }
    }

    static void measure(Wanted wanted, Run run, BiConsumer<String, String> out) {
        for (Case one : CASES) {
            List<String> designs = one.method.startsWith("2lonly")
                    ? List.of("few")
                    : one.method.startsWith("2l") ? List.of("few", "clusters") : List.of("rows", "textbook");
            for (String design : designs) {
                if (wanted.has(one, design)) {
                    measure(one, design, wanted.times, run, out);
                }
            }
        }
    }

    private static void measure(Case one, String design, int times, Run run, BiConsumer<String, String> out) {
        double[][] found = new double[times][];
        run.parallel(
                times,
                i -> found[i] = once(
                        one, design, run.child(one.method).child(i).threads(1).silent()));
        int covered = 0;
        double bias = 0;
        double width = 0;
        for (double[] result : found) {
            covered += result[0] > 0 ? 1 : 0;
            bias += result[1] / times;
            width += result[2] / times;
        }
        double share = covered / (double) times;
        double error = 1.96 * Math.sqrt(share * (1 - share) / times);
        out.accept(
                one.method + (one.proper ? "" : " (improper)") + ", design " + design,
                String.format(
                        Locale.ROOT,
                        "%.1f %% (+- %.1f), bias %+.3f, mean width %.3f",
                        100 * share,
                        100 * error,
                        bias,
                        width));
    }

    /** Whether the interval covered, the estimate's error, and the interval's width. */
    private static double[] once(Case one, String design, Run run) {
        if (one.method.startsWith("2l")) {
            return ClusterCoverage.once(one.method, design.equals("few"), run);
        }
        Rng rng = run.rng().child("data");
        double[] x = new double[ROWS];
        double[] z = new double[ROWS];
        double[] y = new double[ROWS];
        int[] codes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = rng.nextGaussian();
            z[i] = 0.5 * x[i] + rng.nextGaussian();
            double odds = design.equals("textbook") ? 0.5 * z[i] - 1.2 : z[i] - 0.5;
            boolean gone = rng.nextDouble() < 1 / (1 + Math.exp(-odds));
            double mean = SLOPE * x[i] + 0.5 * z[i];
            y[i] = gone ? Double.NaN : mean + rng.nextGaussian();
            double u = rng.nextDouble();
            double yes = 1 / (1 + Math.exp(-mean));
            // With three labels, the first is left out of the model with a constant chance.
            codes[i] = gone ? -1 : u < yes ? 1 : one.count == 3 && rng.nextDouble() < 0.5 ? 2 : 0;
        }
        Table data = Table.of(
                new Schema(List.of(
                        Field.of("y", one.labels ? Kind.CATEGORY : Kind.DECIMAL),
                        Field.of("x", Kind.DECIMAL),
                        Field.of("z", Kind.DECIMAL))),
                List.of(
                        one.labels
                                ? CodeColumn.of(codes, List.of("a", "b", "c").subList(0, one.count))
                                : NumberColumn.of(y),
                        NumberColumn.of(x),
                        NumberColumn.of(z)));
        Plan plan = Plan.of(data, Cells.missing(data), Set.of(), Plan.Defaults.MICE)
                .method(0, one.method, Map.of())
                .sets(SETS)
                .iterations(1);
        Imputed imputed = ChainedEquations.impute(data, plan, run);
        List<Table> sets = new ArrayList<>();
        for (int set = 1; set <= SETS; set++) {
            sets.add(one.count == 3 ? two(imputed.complete(set)) : imputed.complete(set));
        }
        Pooling.Term slope = Pooling.of(
                        "y ~ x + z", one.labels ? "logistic" : "linear", List.of(), sets, Pooling.Rule.RUBIN)
                .terms()
                .get(1);
        return new double[] {
            slope.low() <= SLOPE && SLOPE <= slope.high() ? 1 : 0, slope.estimate() - SLOPE, slope.high() - slope.low()
        };
    }

    /** Label b against the two others. */
    private static Table two(Table table) {
        int[] codes = new int[table.rows()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = "b".equals(table.cell(i, 0)) ? 1 : 0;
        }
        List<Column> columns = List.of(CodeColumn.of(codes, List.of("a", "b")), table.column(1), table.column(2));
        return Table.of(table.schema(), columns);
    }
}
