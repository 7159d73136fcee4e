package org.semblance.trees;

import java.util.Arrays;
import org.semblance.run.Run;

/**
 * Gradient boosted trees of second order on histograms, grown depth-wise as XGBoost's {@code hist} method does.
 *
 * <p>Numbers are split at a code, and missing values go to the side that gains more; labels are split into two sets
 * along the order of their gradient (Fisher 1958). Deterministic, on one thread: no sampling of rows or columns.
 * Cost per tree: rows x features x depth / 2 additions. Memory: 16 bytes x codes of all features x depth, and
 * 20 bytes per row.
 *
 * <p>Source: Chen and Guestrin (2016), XGBoost, doi:10.1145/2939672.2939785, equations 4 to 7; Ke et al. (2017),
 * LightGBM, section 3 (subtraction of sibling histograms).
 */
public final class Boosting {
    /**
     * How trees are grown.
     *
     * @param rounds the most rounds; one tree per output and round
     * @param depth the most questions on the way to a leaf
     * @param eta what share of its step a tree makes
     * @param lambda L2 penalty of leaf values
     * @param gamma what a split must gain
     * @param minChild the least sum of second derivatives of a child
     * @param patience after how many rounds without a better validation loss to stop; 0: never
     */
    public record Settings(
            int rounds, int depth, double eta, double lambda, double gamma, double minChild, int patience) {
        /** XGBoost's defaults, with its scikit-learn face's 100 rounds. */
        public static final Settings STANDARD = new Settings(100, 6, 0.3, 1, 0, 1, 0);

        public Settings rounds(int most) {
            return new Settings(most, depth, eta, lambda, gamma, minChild, patience);
        }

        public Settings depth(int most) {
            return new Settings(rounds, most, eta, lambda, gamma, minChild, patience);
        }

        public Settings eta(double rate) {
            return new Settings(rounds, depth, rate, lambda, gamma, minChild, patience);
        }

        public Settings minChild(double least) {
            return new Settings(rounds, depth, eta, lambda, gamma, least, patience);
        }

        public Settings patience(int some) {
            return new Settings(rounds, depth, eta, lambda, gamma, minChild, some);
        }
    }

    /**
     * What is to be predicted.
     *
     * @param x the predictors
     * @param y per row of {@code x}: 0 or 1, a number of moderate size (floats: standardise it), or a class
     * @param outputs 1, or the number of classes of {@link Loss#SOFTMAX}
     */
    public record Task(Binned x, float[] y, Loss loss, int outputs) {
        public static Task logistic(Binned x, float[] y) {
            return new Task(x, y, Loss.LOGISTIC, 1);
        }

        public static Task squared(Binned x, float[] y) {
            return new Task(x, y, Loss.SQUARED, 1);
        }

        public static Task softmax(Binned x, float[] y, int classes) {
            return new Task(x, y, Loss.SOFTMAX, classes);
        }
    }

    /**
     * @param trees what was learnt, up to the best round
     * @param gain what the splits on each feature gained, in all rounds
     * @param rounds how many rounds were kept
     */
    public record Fit(Ensemble trees, double[] gain, int rounds) {}

    private Boosting() {}

    /** Learns from the rows {@code train}; nothing stops it early. */
    public static Fit fit(Task task, int[] train, Settings settings) {
        return fit(task, train, new int[0], settings);
    }

    /** Learns from the rows {@code train} and stops where the loss of the rows {@code valid} no longer falls. */
    public static Fit fit(Task task, int[] train, int[] valid, Settings settings) {
        int outputs = task.outputs;
        int rows = task.x.rows();
        float[] base = task.loss.base(task.y, train, outputs);
        float[] margins = new float[Math.multiplyExact(rows, outputs)];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = base[i % outputs];
        }
        float[][] g = new float[outputs][rows];
        float[][] h = new float[outputs][rows];
        Forest forest = new Forest();
        Grower grower = new Grower(task.x, settings, forest);
        boolean watched = settings.patience > 0 && valid.length > 0;
        double best = watched ? task.loss.mean(task.y, valid, margins, outputs) : 0;
        int kept = 0;
        for (int round = 0; round < settings.rounds; round++) {
            Run.checkCancelled();
            task.loss.derivatives(task.y, train, margins, g, h);
            for (int k = 0; k < outputs; k++) {
                int root = grower.grow(train, g[k], h[k], new Grower.Margins(margins, outputs, k));
                if (watched) {
                    forest.add(root, task.x, valid, new Grower.Margins(margins, outputs, k));
                }
            }
            if (!watched) {
                kept = round + 1;
                continue;
            }
            double loss = task.loss.mean(task.y, valid, margins, outputs);
            if (loss < best) {
                best = loss;
                kept = round + 1;
            } else if (round + 1 - kept >= settings.patience) {
                break;
            }
        }
        return new Fit(forest.ensemble(base, kept * outputs), Arrays.copyOf(grower.gain(), task.x.features()), kept);
    }
}
