package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A number that acts on an outcome as a parabola: what it contributes to the outcome is matched on all predictors, the outcome among them
 * ({@code pmm}), then turned back into one of the two numbers that contribute so much, by the chance of either. As mice's
 * {@code quadratic}. Keeps y and y squared consistent; for numbers only.
 *
 * <p>A row is never the donor of its own contribution: mice's gives back the true number or its mirror image where
 * nothing is missing. A contribution beyond the parabola's turn counts as the turn. Fewer than five observed rows, or a
 * straight line: as {@code pmm}, which is said. Source: Vink and van Buuren (2013), Multiple imputation of squared terms,
 * doi:10.1177/0049124113502943. Cost: as {@code pmm}.
 */
public final class Quadratic implements Conditional {
    /** The options. */
    public record Options(
            @Option(value = "The predictor on which the column acts as a parabola", column = true)
            String outcome) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "quadratic",
            "A number that acts on an outcome as a parabola, matched by its contribution.",
            new Options(""),
            Quadratic::new);

    private static final int FEWEST = 5;
    private static final double WEIGHT = 3 / 8.0;

    private final Options options;

    Quadratic(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        double[] y = given.numbers(rows);
        int outcome = outcome(given);
        if (rows.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        double[] q = ((NumberColumn) given.x().table().column(outcome)).toArray();
        double[] curve = rows.length < FEWEST ? new double[3] : curve(rows, y, q);
        if (!(Math.abs(curve[2]) > 1e-12)) {
            given.events().say("the outcome is no parabola of what is observed: as pmm");
            return PredictiveMeanMatching.PLUGIN.make().fit(given, run);
        }
        double[] z = new double[given.y().size()];
        Arrays.fill(z, Double.NaN);
        for (int i = 0; i < rows.length; i++) {
            z[rows[i]] = curve[1] * y[i] + curve[2] * y[i] * y[i];
        }
        Given matched = new Given(
                given.x(), Field.of(given.field().name(), Kind.DECIMAL), NumberColumn.of(z), false, given.events());
        Drawer contribution = PredictiveMeanMatching.PLUGIN.make().fit(matched, run.child("contribution"));
        double turn = -curve[1] / (2 * curve[2]);
        int[] above = Arrays.stream(y).mapToInt(v -> v > turn ? 1 : 0).toArray();
        Sides sides = Sides.of(
                Arrays.stream(rows).mapToDouble(row -> q[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> z[row]).toArray(),
                above);
        return new Parabola(outcome, contribution, curve[1], curve[2], sides);
    }

    private int outcome(Given given) {
        Schema schema = given.x().schema();
        int at = schema.find(options.outcome);
        if (at < 0 || !schema.field(at).kind().numeric()) {
            throw ProblemException.usage(Problem.of(
                            options.outcome.isEmpty()
                                    ? "this method must know the outcome."
                                    : "\"" + options.outcome + "\" is no predictor of numbers.")
                    .at("outcome")
                    .fix("Name a predictor that holds numbers."));
        }
        return at;
    }

    /** The intercept and the coefficients of y and y squared in a regression of the outcome. */
    private static double[] curve(int[] rows, double[] y, double[] q) {
        Table both = numbers(
                List.of("y", "square"),
                List.of(y, Arrays.stream(y).map(v -> v * v).toArray()));
        Predictors x = Predictors.of(both);
        int[] all = IntStream.range(0, rows.length).toArray();
        double[] outcome = Arrays.stream(rows).mapToDouble(row -> q[row]).toArray();
        Design design = Design.of(x, all);
        if (design.width() < 3) {
            return new double[3];
        }
        LeastSquares fit =
                LeastSquares.fit(Moments.of(design, x, all, outcome, new double[0]), false, Given.Events.NONE);
        return design.inUnits(fit.beta());
    }

    private static Table numbers(List<String> names, List<double[]> values) {
        return Table.of(
                Schema.of(
                        names.stream().map(name -> Field.of(name, Kind.DECIMAL)).toArray(Field[]::new)),
                values.stream().map(NumberColumn::of).toList());
    }

    /**
     * The chance that the number lies above the parabola's turn, by outcome, contribution and their product.
     *
     * @param beta of a one, both and their product, all standardised by {@code design}
     */
    record Sides(Design design, double[] beta) {
        /** Eight rows of weight 3/8 in all keep the estimates finite, as in mice. */
        static Sides of(double[] q, double[] z, int[] above) {
            Predictors x = predictors(q, z);
            int[] all = IntStream.range(0, q.length).toArray();
            Design design = Design.of(x, all);
            double[][] shape = {shape(q), shape(z)};
            double[] extraQ = new double[8];
            double[] extraZ = new double[8];
            int[] of = new int[8];
            for (int i = 0; i < 8; i++) {
                double side = i % 2 == 0 ? 1 : -1;
                extraQ[i] = shape[0][0] + (i < 4 ? side * shape[0][1] : 0);
                extraZ[i] = shape[1][0] + (i < 4 ? 0 : side * shape[1][1]);
                of[i] = i / 2 % 2;
            }
            Design.Entries entries = design.entries(predictors(extraQ, extraZ));
            double[][] added = new double[8][design.width()];
            for (int i = 0; i < 8; i++) {
                entries.row(i);
                for (int e = 0; e < entries.count(); e++) {
                    added[i][entries.at(e)] = entries.value(e);
                }
            }
            Logit fit = Logit.fit(new Observations(
                    design, x, all, above, new double[0], added, new int[0], of, new double[] {WEIGHT, WEIGHT}));
            return new Sides(design, fit.beta());
        }

        private static double[] shape(double[] values) {
            double mean = Arrays.stream(values).average().orElse(0);
            double squares =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            return new double[] {mean, Math.sqrt(squares / Math.max(1, values.length - 1))};
        }

        static Predictors predictors(double[] q, double[] z) {
            double[] product = new double[q.length];
            Arrays.setAll(product, i -> q[i] * z[i]);
            return Predictors.of(numbers(List.of("q", "z", "product"), List.of(q, z, product)));
        }
    }

    /** Contributions drawn, and turned back. */
    record Parabola(int outcome, Drawer contribution, double slope, double bend, Sides sides) implements Drawer {
        @Override
        public Drawer forgetful() {
            return new Parabola(outcome, contribution.forgetful(), slope, bend, sides);
        }

        @Override
        public Column draw(Predictors x, Rng rng) {
            double[] z = ((NumberColumn) contribution.draw(x, rng.child("contribution"))).toArray();
            double[] q = ((NumberColumn) x.table().column(outcome)).toArray();
            double[] eta = sides.design.times(Sides.predictors(q, z), sides.beta);
            double[] out = new double[z.length];
            for (int i = 0; i < out.length; i++) {
                double root = Math.sqrt(Math.max(0, 4 * bend * z[i] + slope * slope));
                double one = -(root + slope) / (2 * bend);
                double other = (root - slope) / (2 * bend);
                boolean above = rng.nextDouble() < Logit.share(eta[i]);
                out[i] = above ? Math.max(one, other) : Math.min(one, other);
            }
            return NumberColumn.of(out);
        }
    }
}
