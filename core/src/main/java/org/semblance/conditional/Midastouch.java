package org.semblance.conditional;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.math.Cholesky;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Predictive mean matching in which every observed row may be the donor, the likelier the nearer its prediction: weights
 * fall with a power of the distance, as often as the row was drawn with replacement. As mice's {@code midastouch}; proper.
 *
 * <p>The distance of a donor is measured with coefficients fitted without it, so that its own value has no part in it; a
 * row is never its own donor, unless {@code self} is set (its own distance is 0, so that in mice it draws itself whenever
 * it is in the bootstrap). No observed value: as {@code sample}. Cost: donors x (predictors^3 + rows drawn x predictors).
 * Source: Gaffert, Meinfelder and Bosch (2016), Towards an MI-proper predictive mean matching; Siddique and Belin (2008),
 * doi:10.1002/sim.3001.
 */
public final class Midastouch implements Conditional {
    /** The options, with mice's defaults. */
    public record Options(
            @Option(
                    value = "How fast weights fall with distance; 0 for what the fit's R squared asks for",
                    min = 0,
                    max = 1000)
            double kappa,

            @Option("Whether each donor is judged by a fit without it")
            boolean outOut,

            @Option("Whether a row may be its own donor, as in mice")
            boolean self) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "midastouch",
            "Predictive mean matching among all rows, the likelier the nearer.",
            new Options(0, true, false),
            Midastouch::new);

    /** Weights are kept between these, as in mice: the root of the rounding error, and the root of the largest number. */
    private static final double LEAST = 1.5e-8;

    private static final double MOST = 1.3e154;
    private static final double STEEPEST = 100;
    private static final double UNDEFINED = 3;

    private final Options options;

    Midastouch(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] observed = given.observed();
        if (observed.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        double[] y = given.numbers(observed);
        Design design = Moments.screened(given, observed, y).design();
        int[] times = new int[observed.length];
        Rng rng = run.rng().child("rows");
        for (int i = 0; i < times.length; i++) {
            times[rng.nextInt(times.length)]++;
        }
        double[] weights = Arrays.stream(times).asDoubleStream().toArray();
        Moments moments = Moments.of(design, given.x(), observed, y, weights);
        double[] beta = ridged(moments.cross()).solve(moments.with());
        int[] drawn = IntStream.range(0, times.length).filter(i -> times[i] > 0).toArray();
        double[][] betas = new double[drawn.length][];
        double[] own = new double[drawn.length];
        run.parallel(drawn.length, d -> {
            int i = drawn[d];
            Design.Entries row = design.entries(given.x());
            row.row(observed[i]);
            betas[d] = options.outOut ? without(moments, row, weights[i], y[i]) : beta;
            own[d] = row.dot(betas[d]);
        });
        return new DistanceDrawer(
                design,
                betas,
                own,
                Arrays.stream(drawn).mapToDouble(i -> weights[i]).toArray(),
                options.kappa > 0 ? options.kappa : kappa(moments, beta),
                Arrays.stream(drawn).map(i -> observed[i]).toArray(),
                Arrays.stream(drawn).mapToDouble(i -> y[i]).toArray(),
                options.self);
    }

    private static double[] without(Moments moments, Design.Entries row, double weight, double y) {
        double[][] cross = new double[moments.cross().length][];
        double[] with = moments.with().clone();
        Arrays.setAll(cross, j -> moments.cross()[j].clone());
        for (int a = 0; a < row.count(); a++) {
            with[row.at(a)] -= weight * row.value(a) * y;
            for (int b = 0; b < row.count(); b++) {
                cross[row.at(a)][row.at(b)] -= weight * row.value(a) * row.value(b);
            }
        }
        return ridged(cross).solve(with);
    }

    /** With the diagonal but for the intercept larger by the ridge, and by more until there is a root. */
    private static Cholesky ridged(double[][] cross) {
        for (double ridge = LeastSquares.RIDGE; ; ridge *= 10) {
            double[][] more = new double[cross.length][];
            for (int j = 0; j < cross.length; j++) {
                more[j] = cross[j].clone();
                double larger = cross[j][j] * (j == 0 && ridge == LeastSquares.RIDGE ? 1 : 1 + ridge);
                more[j][j] = Math.max(larger, ridge);
            }
            Cholesky root = Cholesky.of(more);
            if (root != null) {
                return root;
            }
        }
    }

    private static double kappa(Moments moments, double[] beta) {
        double n = moments.y().length;
        double mean = moments.with()[0] / n;
        double residuals = 0;
        double total = 0;
        Design.Entries entries = moments.design().entries(moments.x());
        for (int i = 0; i < n; i++) {
            entries.row(moments.rows()[i]);
            double y = moments.y()[i];
            double off = y - entries.dot(beta);
            residuals += moments.weights()[i] * off * off;
            total += moments.weights()[i] * (y - mean) * (y - mean);
        }
        double explained = 1 - residuals / total;
        double kappa = Math.pow(50 * explained / (1 - explained), 0.375);
        return Double.isNaN(kappa) ? UNDEFINED : Math.min(kappa, STEEPEST);
    }

    /**
     * Values of donors by their distance.
     *
     * @param betas [donors] the coefficients with which each measures
     * @param own [donors] each donor's own prediction
     * @param weights [donors] how often each was drawn
     * @param rows [donors] which row of the fit each is, ascending
     */
    record DistanceDrawer(
            Design design,
            double[][] betas,
            double[] own,
            double[] weights,
            double kappa,
            int[] rows,
            double[] values,
            boolean self)
            implements Drawer {
        @Override
        public Drawer forgetful() {
            return new DistanceDrawer(design, betas, own, weights, kappa, new int[0], values, self);
        }

        @Override
        public Column draw(Predictors x, Rng rng) {
            double[] out = new double[x.rows()];
            double[] upTo = new double[own.length];
            Design.Entries row = design.entries(x);
            for (int j = 0; j < out.length; j++) {
                row.row(j);
                int not = self || x.self(j) < 0 ? -1 : Arrays.binarySearch(rows, x.self(j));
                double sum = 0;
                for (int d = 0; d < upTo.length; d++) {
                    double distance = Math.abs(own[d] - row.dot(betas[d]));
                    double near = Math.pow(distance, -kappa);
                    sum += d == not ? 0 : weights[d] * Math.min(MOST, Math.max(LEAST, near));
                    upTo[d] = sum;
                }
                out[j] = values[at(upTo, rng.nextDouble() * sum, not)];
            }
            return NumberColumn.of(out);
        }

        private static int at(double[] upTo, double u, int not) {
            int low = 0;
            int high = upTo.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (upTo[middle] > u) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low == not && upTo.length > 1 ? (low + 1) % upTo.length : low;
        }
    }
}
