package org.semblance.evaluate.useful;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.semblance.math.Descent;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Logistic regression of a label (one set of weights for two labels, one per label else), least squares of a number, both
 * with a penalty on squared weights, on numbers and labels as {@link OneHot} writes them.
 *
 * <p>With the penalty of 1 they are scikit-learn's {@code LogisticRegression()} and {@code Ridge()}, precision included. Cost: up to 100 or so
 * steps of rows x columns x classes.
 */
final class LinearLearner implements Learner {
    /** The options. */
    record Options(
            @Option(value = "The penalty on squared weights, against a sum over rows.", min = 0)
            double penalty,

            @Option(value = "The most steps of the search.", min = 1)
            int steps,

            @Option(value = "The search ends where no derivative of the mean loss is larger.", min = 0)
            double precision) {}

    static final Plugin<Learner> PLUGIN = Plugin.of(
            "linear",
            "Logistic regression of labels, least squares of numbers.",
            new Options(1, 100, 1e-4),
            LinearLearner::new);

    /** Beyond these odds against what is true, as a logarithm, the loss is a straight line to the last bit. */
    private static final double MOST_AGAINST = 36;

    /** A product of odds is taken so far, of which each is at most e to the 36. */
    private static final double LARGE = 1e250;

    private final Options options;

    LinearLearner(Options options) {
        this.options = options;
    }

    @Override
    public double[][] predict(Lesson lesson, Rng rng) {
        OneHot coding = OneHot.of(lesson.learnt(), lesson.outcome().predictors(lesson.learnt()));
        Outcome outcome = lesson.outcome();
        int outputs = !outcome.label() || outcome.classes() <= 2 ? 1 : outcome.classes();
        double[] y = lesson.learntValues();
        double[] scale = outcome.label() ? new double[] {0, 1} : lesson.meanAndDeviation();
        for (int i = 0; i < y.length; i++) {
            y[i] = (y[i] - scale[0]) / scale[1];
        }
        Model model = new Model(coding, outputs, outcome.label());
        OneHot.Rows rows = coding.rows(lesson.learnt());
        double[] weights = Descent.minimum(
                (w, gradient) -> loss(model, rows, y, w, gradient),
                model.size(),
                options.precision * y.length,
                options.steps);
        double[][] out = model.margins(coding.rows(lesson.test()), weights);
        if (!outcome.label()) {
            return new double[][] {
                Arrays.stream(out[0]).map(v -> scale[0] + scale[1] * v).toArray()
            };
        }
        return outputs == 1 ? two(out[0]) : softmax(out);
    }

    private static double[][] two(double[] odds) {
        double[][] chances = new double[2][odds.length];
        for (int i = 0; i < odds.length; i++) {
            chances[1][i] = 1 / (1 + FastMath.exp(-odds[i]));
            chances[0][i] = 1 - chances[1][i];
        }
        return chances;
    }

    private static double[][] softmax(double[][] margins) {
        double[] row = new double[margins.length];
        for (int i = 0; i < margins[0].length; i++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = margins[k][i];
            }
            normalise(row);
            for (int k = 0; k < row.length; k++) {
                margins[k][i] = row[k];
            }
        }
        return margins;
    }

    /** Turns margins into chances; returns the logarithm of the sum they were divided by. */
    private static double normalise(double[] row) {
        double most = Arrays.stream(row).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            row[k] = FastMath.exp(row[k] - most);
            sum += row[k];
        }
        for (int k = 0; k < row.length; k++) {
            row[k] /= sum;
        }
        return most + FastMath.log(sum);
    }

    /** Minus the log-likelihood, or half the squares, with the penalty; and the derivatives. */
    private double loss(Model model, OneHot.Rows rows, double[] y, double[] w, double[] gradient) {
        Arrays.fill(gradient, 0);
        double sum = 0;
        double product = 1;
        double[] row = new double[model.outputs];
        for (int i = 0; i < rows.count(); i++) {
            model.margins(rows, i, w, row);
            if (!model.label) {
                row[0] -= y[i];
                sum += row[0] * row[0] / 2;
            } else if (model.outputs == 1) {
                boolean yes = y[i] > 0.5;
                double against = yes ? -row[0] : row[0];
                double odds = FastMath.exp(Math.min(against, MOST_AGAINST));
                // The sum of logarithms as the logarithm of a product: taking each would be most of the work.
                product *= 1 + odds;
                sum += Math.max(0, against - MOST_AGAINST);
                if (product > LARGE) {
                    sum += FastMath.log(product);
                    product = 1;
                }
                row[0] = yes ? -odds / (1 + odds) : odds / (1 + odds);
            } else {
                double own = row[(int) y[i]];
                sum += normalise(row) - own;
                row[(int) y[i]] -= 1;
            }
            model.add(rows, i, row, gradient);
        }
        sum += FastMath.log(product);
        for (int k = 0; k < model.outputs; k++) {
            for (int j = 0; j < model.coding.weights(); j++) {
                int at = k * model.stride() + j;
                sum += options.penalty * w[at] * w[at] / 2;
                gradient[at] += options.penalty * w[at];
            }
        }
        return sum;
    }

    /** Where weights lie: per output those of the coding, then the intercept. */
    private record Model(OneHot coding, int outputs, boolean label) {
        int stride() {
            return coding.weights() + 1;
        }

        int size() {
            return outputs * stride();
        }

        void margins(OneHot.Rows rows, int i, double[] w, double[] out) {
            int d = coding.numbers();
            int l = coding.labels();
            for (int k = 0; k < outputs; k++) {
                int from = k * stride();
                double sum = w[from + coding.weights()];
                for (int j = 0; j < d; j++) {
                    sum += w[from + j] * rows.numbers()[i * d + j];
                }
                for (int j = 0; j < l; j++) {
                    int at = rows.labels()[i * l + j];
                    sum += at < 0 ? 0 : w[from + at];
                }
                out[k] = sum;
            }
        }

        void add(OneHot.Rows rows, int i, double[] slopes, double[] gradient) {
            int d = coding.numbers();
            int l = coding.labels();
            for (int k = 0; k < outputs; k++) {
                int from = k * stride();
                gradient[from + coding.weights()] += slopes[k];
                for (int j = 0; j < d; j++) {
                    gradient[from + j] += slopes[k] * rows.numbers()[i * d + j];
                }
                for (int j = 0; j < l; j++) {
                    int at = rows.labels()[i * l + j];
                    if (at >= 0) {
                        gradient[from + at] += slopes[k];
                    }
                }
            }
        }

        double[][] margins(OneHot.Rows rows, double[] w) {
            double[][] out = new double[outputs][rows.count()];
            double[] row = new double[outputs];
            for (int i = 0; i < rows.count(); i++) {
                margins(rows, i, w, row);
                for (int k = 0; k < outputs; k++) {
                    out[k][i] = row[k];
                }
            }
            return out;
        }
    }
}
