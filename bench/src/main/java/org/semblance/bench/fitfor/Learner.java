package org.semblance.bench.fitfor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.trees.Binned;
import org.semblance.trees.Bins;
import org.semblance.trees.Boosting;

/** Something that learns numbers from rows: none is the boosting that the measures use. */
interface Learner {
    /** Learns y of the rows {@code learn} from all columns but one, and predicts it for the rows {@code test}. */
    double[] predict(Coded learn, double[] y, Coded test, int target, Rng rng);

    List<Learner> ALL = List.of(new Line(), new Near(), new Bag());

    /** Least squares on all columns, with a little ridge. */
    final class Line implements Learner {
        private static final double RIDGE = 1e-3;

        @Override
        public double[] predict(Coded learn, double[] y, Coded test, int target, Rng rng) {
            Design design = new Design(learn, others(learn, target));
            Regression line = Regression.of(design.rows(learn), y, RIDGE);
            return Arrays.stream(design.rows(test))
                    .mapToDouble(row -> Regression.dot(row, line.coefficient()))
                    .toArray();
        }
    }

    /** The mean of the 15 nearest rows. */
    final class Near implements Learner {
        private static final int COUNT = 15;

        @Override
        public double[] predict(Coded learn, double[] y, Coded test, int target, Rng rng) {
            Neighbours neighbours = new Neighbours(learn);
            float[][] points = neighbours.points(learn);
            int[] columns = others(learn, target);
            return Arrays.stream(neighbours.points(test))
                    .mapToDouble(point -> Arrays.stream(Neighbours.nearest(point, points, -1, columns, COUNT).who)
                            .mapToDouble(i -> y[i])
                            .average()
                            .orElse(0))
                    .toArray();
        }
    }

    /** The mean of 20 trees, each on as many rows drawn with replacement (Breiman 1996, doi:10.1007/BF00058655). */
    final class Bag implements Learner {
        private static final int TREES = 20;
        private static final Boosting.Settings SETTINGS =
                Boosting.Settings.STANDARD.rounds(1).eta(1).depth(9).minChild(5);

        @Override
        public double[] predict(Coded learn, double[] y, Coded test, int target, Rng rng) {
            Binned x = codes(learn, test, others(learn, target));
            float[] answers = new float[x.rows()];
            for (int i = 0; i < y.length; i++) {
                answers[i] = (float) y[i];
            }
            int[] asked = IntStream.range(learn.rows(), x.rows()).toArray();
            double[] sums = new double[asked.length];
            for (int t = 0; t < TREES; t++) {
                Rng own = rng.child(t);
                int[] rows = IntStream.range(0, learn.rows())
                        .map(i -> own.nextInt(learn.rows()))
                        .sorted()
                        .toArray();
                float[] margins = Boosting.fit(Boosting.Task.squared(x, answers), rows, SETTINGS)
                        .trees()
                        .margins(x, asked);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += margins[i] / TREES;
                }
            }
            return sums;
        }
    }

    /** All columns but one. */
    static int[] others(Coded table, int column) {
        return IntStream.range(0, table.width()).filter(c -> c != column).toArray();
    }

    /** The rows of two tables, one below the other, as codes for trees; bins are those of the upper one. */
    static Binned codes(Coded upper, Coded lower, int[] columns) {
        Bins[] bins = new Bins[columns.length];
        short[][] codes = new short[columns.length][];
        for (int f = 0; f < columns.length; f++) {
            double[] above = upper.values()[columns[f]];
            double[] both = Arrays.copyOf(above, upper.rows() + lower.rows());
            System.arraycopy(lower.values()[columns[f]], 0, both, upper.rows(), lower.rows());
            if (upper.label(columns[f])) {
                int[] labels = Arrays.stream(both)
                        .mapToInt(value -> Double.isNaN(value) ? -1 : (int) value)
                        .toArray();
                bins[f] = Bins.ofLabels(labels, upper.levels()[columns[f]] + 1, Bins.MOST);
                codes[f] = bins[f].codes(labels);
            } else {
                bins[f] = Bins.ofNumbers(above, Bins.MOST);
                codes[f] = bins[f].codes(both);
            }
        }
        return Binned.of(codes, bins, upper.rows() + lower.rows());
    }
}
