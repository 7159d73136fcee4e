package org.semblance.conditional;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.semblance.math.Cholesky;

/**
 * A number for each label, so that labels that the predictors cannot tell apart are near each other: the second
 * canonical variate of the labels and the predictors with a one (the first is the constant), standardised over the rows.
 * Source: mice's {@code pmm} (Frank Harrell's idea of optimal scaling, as in Hmisc's {@code aregImpute}).
 */
final class LabelScores {
    private LabelScores() {}

    /**
     * @param moments of the predictors; its target is not looked at
     * @param codes the label of each of its rows
     * @param labels how many there are
     * @return a score for each label; 0 for one that does not occur
     */
    static double[] of(Moments moments, int[] codes, int labels) {
        int[] counts = new int[labels];
        for (int code : codes) {
            counts[code]++;
        }
        double[][] sums = new double[labels][moments.design().width()];
        Design.Entries entries = moments.design().entries(moments.x());
        for (int i = 0; i < codes.length; i++) {
            entries.row(moments.rows()[i]);
            for (int e = 0; e < entries.count(); e++) {
                sums[codes[i]][entries.at(e)] += entries.value(e);
            }
        }
        Cholesky root = Cholesky.of(ridged(moments.cross()));
        DMatrixRMaj explained = new DMatrixRMaj(labels, labels);
        for (int a = 0; a < labels; a++) {
            if (counts[a] == 0 || root == null) {
                continue;
            }
            double[] solved = root.solve(sums[a]);
            for (int b = 0; b < labels; b++) {
                if (counts[b] > 0) {
                    double product = 0;
                    for (int j = 0; j < solved.length; j++) {
                        product += solved[j] * sums[b][j];
                    }
                    explained.set(a, b, product / Math.sqrt((double) counts[a] * counts[b]));
                }
            }
        }
        return standardised(second(explained, counts), counts, codes.length);
    }

    private static double[][] ridged(double[][] cross) {
        double[][] out = new double[cross.length][];
        for (int j = 0; j < cross.length; j++) {
            out[j] = cross[j].clone();
            out[j][j] += 1e-9 * cross[j][j];
        }
        return out;
    }

    /** The eigenvector of the largest eigenvalue once the constant is taken out. */
    private static double[] second(DMatrixRMaj explained, int[] counts) {
        int labels = counts.length;
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        for (int a = 0; a < labels; a++) {
            for (int b = 0; b <= a; b++) {
                double constant = Math.sqrt(counts[a] / total) * Math.sqrt(counts[b] / total);
                double even = (explained.get(a, b) + explained.get(b, a)) / 2 - constant;
                explained.set(a, b, even);
                explained.set(b, a, even);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(labels, true, true);
        eigen.decompose(explained);
        int most = 0;
        for (int k = 1; k < labels; k++) {
            most = eigen.getEigenvalue(k).getReal() > eigen.getEigenvalue(most).getReal() ? k : most;
        }
        double[] out = eigen.getEigenVector(most).data.clone();
        for (int a = 0; a < labels; a++) {
            out[a] = counts[a] == 0 ? 0 : out[a] / Math.sqrt(counts[a]);
        }
        return out;
    }

    private static double[] standardised(double[] scores, int[] counts, int n) {
        double mean = 0;
        for (int a = 0; a < scores.length; a++) {
            mean += counts[a] * scores[a] / n;
        }
        double squares = 0;
        for (int a = 0; a < scores.length; a++) {
            squares += counts[a] * (scores[a] - mean) * (scores[a] - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, n - 1));
        for (int a = 0; a < scores.length; a++) {
            scores[a] = counts[a] == 0 || deviation == 0 ? 0 : (scores[a] - mean) / deviation;
        }
        return scores;
    }
}
