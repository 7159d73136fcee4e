package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Leaves out columns of a design that a regression cannot use: those that do not vary, those that are the target but for
 * scale and sign, and, while the smallest eigenvalue of their correlations is below 1e-4 of the largest, the one that
 * weighs most in its eigenvector.
 *
 * <p>Synthesis uses what is like the target: without it, two columns of a correlation of .99 would be drawn as if they had
 * nothing to do with each other.
 *
 * <p>As mice's {@code remove.lindep}, but for two defects: it also leaves out a column whose correlation with the target
 * is -1, and a column is not taken for constant because its unit is large. Cost O(p^3) a column left out; beyond 500
 * columns eigenvalues are not looked at, and {@link LeastSquares} adds its ridge.
 */
final class Screen {
    private static final double SMALL = 1e-4;
    private static final double ALIKE = 0.99;
    private static final int MOST = 500;

    private Screen() {}

    /** @param like whether columns stay that are the target but for scale and sign */
    static Moments of(Moments moments, boolean like, Given.Events events) {
        int n = moments.rows().length;
        double[][] correlation = correlation(moments.cross(), n);
        double[] withTarget = withTarget(moments, n);
        boolean[] gone = new boolean[moments.design().width()];
        List<String> constant = new ArrayList<>();
        List<String> alike = new ArrayList<>();
        List<String> made = new ArrayList<>();
        boolean still = Double.isNaN(withTarget[0]);
        for (int j = 1; j < gone.length; j++) {
            boolean varies = correlation[j][j] > 0;
            gone[j] = still || !varies || !like && Math.abs(withTarget[j]) >= ALIKE;
            if (gone[j]) {
                (varies ? alike : constant)
                        .add(moments.design().name(j, moments.x().table()));
            }
        }
        dependent(
                correlation,
                gone,
                j -> made.add(moments.design().name(j, moments.x().table())));
        if (still && gone.length > 1) {
            events.say("the target does not vary: predictors have no part");
        } else {
            say(LeftOut.CONSTANT, constant, events);
            say(LeftOut.LIKE, alike, events);
            say(LeftOut.MADE, made, events);
        }
        return constant.size() + alike.size() + made.size() == 0 ? moments : moments.without(gone);
    }

    private static void say(String reason, List<String> left, Given.Events events) {
        if (!left.isEmpty()) {
            events.say(LeftOut.words(reason, left));
        }
    }

    private interface Told {
        void of(int column);
    }

    private static void dependent(double[][] correlation, boolean[] gone, Told told) {
        while (true) {
            int[] kept = kept(gone);
            if (kept.length < 2 || kept.length > MOST) {
                return;
            }
            DMatrixRMaj matrix = new DMatrixRMaj(kept.length, kept.length);
            for (int i = 0; i < kept.length; i++) {
                for (int j = 0; j < kept.length; j++) {
                    matrix.set(i, j, correlation[kept[i]][kept[j]]);
                }
            }
            EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(kept.length, true, true);
            eigen.decompose(matrix);
            int smallest = 0;
            int largest = 0;
            for (int k = 1; k < kept.length; k++) {
                double value = eigen.getEigenvalue(k).getReal();
                smallest = value < eigen.getEigenvalue(smallest).getReal() ? k : smallest;
                largest = value > eigen.getEigenvalue(largest).getReal() ? k : largest;
            }
            if (eigen.getEigenvalue(smallest).getReal()
                    >= SMALL * eigen.getEigenvalue(largest).getReal()) {
                return;
            }
            double[] loadings = eigen.getEigenVector(smallest).data;
            int most = 0;
            for (int k = 1; k < kept.length; k++) {
                // The later of two that weigh the same goes.
                most = Math.abs(loadings[k]) >= Math.abs(loadings[most]) - 1e-9 ? k : most;
            }
            gone[kept[most]] = true;
            told.of(kept[most]);
        }
    }

    private static int[] kept(boolean[] gone) {
        int[] kept = new int[gone.length];
        int count = 0;
        for (int j = 1; j < gone.length; j++) {
            if (!gone[j]) {
                kept[count++] = j;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Of the columns behind the one; 0 on the diagonal for a column that does not vary. */
    private static double[][] correlation(double[][] cross, int n) {
        int p = cross.length;
        double[][] out = new double[p][p];
        double[] deviation = new double[p];
        for (int j = 1; j < p; j++) {
            double squares = cross[j][j] - cross[0][j] * cross[0][j] / n;
            deviation[j] = squares > 1e-10 * cross[j][j] ? Math.sqrt(squares) : 0;
        }
        for (int i = 1; i < p; i++) {
            for (int j = 1; j < p; j++) {
                if (deviation[i] > 0 && deviation[j] > 0) {
                    out[i][j] =
                            i == j ? 1 : (cross[i][j] - cross[0][i] * cross[0][j] / n) / (deviation[i] * deviation[j]);
                }
            }
        }
        return out;
    }

    /** The correlation of each column with the target; NaN in the first place where the target does not vary. */
    private static double[] withTarget(Moments moments, int n) {
        double[] y = moments.y();
        double mean = Arrays.stream(y).average().orElse(0);
        double squares = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
        double[] out = new double[moments.design().width()];
        out[0] = squares > 1e-20 * mean * mean * n && squares > 0 ? 0 : Double.NaN;
        double[][] cross = moments.cross();
        for (int j = 1; j < out.length; j++) {
            double own = cross[j][j] - cross[0][j] * cross[0][j] / n;
            out[j] = own > 0 && squares > 0 ? (moments.with()[j] - cross[0][j] * mean) / Math.sqrt(own * squares) : 0;
        }
        return out;
    }
}
