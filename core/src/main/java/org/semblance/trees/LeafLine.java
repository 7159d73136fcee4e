package org.semblance.trees;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A leaf in which other numbers explain the target: a straight line in up to three of them, and sorted residuals as
 * donors. Values heaped in the leaf (a zero, a cap) are kept as codes beside the line.
 *
 * <p>Chosen forwards by the Bayesian information criterion (Schwarz 1978, doi:10.1214/aos/1176344136). Cost O(m p) for
 * m rows and p numbers. It makes sums, differences and ratios of columns come out as they do in the real table.
 */
final class LeafLine {
    private static final int TERMS = 3;
    private static final int FEWEST = 15;
    private static final double LEAST_R2 = 0.15;
    private static final double HEAP = 0.08;
    /** Standard deviations that a predictor may move the target, more where the line is better. */
    private static final double REACH = 3.5;

    private static final double EXACT = 0.9995;

    private final int[] kept;
    private final int[] columns;
    private final double[] slope;
    private final double[] mean;
    private final double[] reach;
    private final double centre;
    private final double explained;
    private final float[] residuals;

    LeafLine(
            int[] kept,
            int[] columns,
            double[] slope,
            double[] mean,
            double[] reach,
            double centre,
            double explained,
            float[] residuals) {
        this.kept = kept;
        this.columns = columns;
        this.slope = slope;
        this.mean = mean;
        this.reach = reach;
        this.centre = centre;
        this.explained = explained;
        this.residuals = residuals;
    }

    /** How many donors of the leaf are kept as codes. */
    int kept() {
        return kept.length;
    }

    /** Whether the line leaves nothing to speak of: a sum, a difference, a unit. */
    boolean exact() {
        return explained > EXACT;
    }

    int[] columns() {
        return columns.clone();
    }

    int[] keptCodes() {
        return kept.clone();
    }

    /** Centre and share explained, then slope, mean and reach of each term. */
    double[] terms() {
        double[] out = new double[2 + 3 * columns.length];
        out[0] = centre;
        out[1] = explained;
        for (int k = 0; k < columns.length; k++) {
            out[2 + 3 * k] = slope[k];
            out[3 + 3 * k] = mean[k];
            out[4 + 3 * k] = reach[k];
        }
        return out;
    }

    float[] residuals() {
        return residuals.clone();
    }

    /** A line as it was stored. */
    static LeafLine restore(int[] kept, int[] columns, double[] terms, float[] residuals) {
        int t = columns.length;
        double[] slope = new double[t];
        double[] mean = new double[t];
        double[] reach = new double[t];
        for (int k = 0; k < t; k++) {
            slope[k] = terms[2 + 3 * k];
            mean[k] = terms[3 + 3 * k];
            reach[k] = terms[4 + 3 * k];
        }
        return new LeafLine(kept, columns, slope, mean, reach, terms[0], terms[1], residuals);
    }

    int keptCode(int position) {
        return kept[position];
    }

    /** The value at a position among all donors: the line at the row's own predictors and the residual there. */
    double value(Frame frame, int row, double position, CodeBook book) {
        double value = centre;
        for (int k = 0; k < columns.length; k++) {
            double x = frame.values(columns[k])[row];
            if (!Double.isNaN(x)) {
                double away = Math.max(-reach[k], Math.min(reach[k], x - mean[k]));
                value += slope[k] * away;
            }
        }
        double at = position - kept.length - 0.5;
        int below = (int) Math.max(0, Math.min(residuals.length - 1, Math.floor(at)));
        int above = Math.min(residuals.length - 1, below + 1);
        double part = Math.max(0, Math.min(1, at - below));
        return book.snap(value + residuals[below] + part * (residuals[above] - residuals[below]));
    }

    /** A line for the given rows of a leaf, or null where none pays. */
    static @Nullable LeafLine fit(Frame frame, CodeBook[] books, int target, int[] predictors, int[] rows) {
        double[] y = frame.values(target);
        int[] fine = frame.fine(target);
        int[] codes = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = fine[rows[i]];
        }
        boolean[] heaped = heaped(codes, books[target]);
        int free = 0;
        for (boolean heap : heaped) {
            free += heap ? 0 : 1;
        }
        if (free < FEWEST) {
            return null;
        }
        int[] used = new int[free];
        int[] kept = new int[rows.length - free];
        int u = 0;
        int k = 0;
        for (int i = 0; i < rows.length; i++) {
            if (heaped[i]) {
                kept[k++] = codes[i];
            } else {
                used[u++] = rows[i];
            }
        }
        Arrays.sort(kept);
        return line(frame, books, y, predictors, used, kept);
    }

    /** Rows whose value is missing or makes up much of the leaf by itself. */
    private static boolean[] heaped(int[] codes, CodeBook book) {
        int[] sorted = codes.clone();
        Arrays.sort(sorted);
        boolean[] out = new boolean[codes.length];
        int limit = (int) Math.max(5, HEAP * codes.length);
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] >= book.size()) {
                out[i] = true;
            } else if (book.low(codes[i]) == book.high(codes[i])) {
                int at = lower(sorted, codes[i]);
                out[i] = at + limit < sorted.length && sorted[at + limit] == codes[i];
            }
        }
        return out;
    }

    private static int lower(int[] sorted, int key) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < key) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static @Nullable LeafLine line(
            Frame frame, CodeBook[] books, double[] y, int[] predictors, int[] rows, int[] kept) {
        int m = rows.length;
        double centre = 0;
        for (int row : rows) {
            centre += y[row];
        }
        centre /= m;
        double[] residual = new double[m];
        double total = 0;
        for (int i = 0; i < m; i++) {
            residual[i] = y[rows[i]] - centre;
            total += residual[i] * residual[i];
        }
        if (total <= 0) {
            return null;
        }
        double[][] basis = new double[TERMS][];
        Columns chosen = new Columns();
        double left = total;
        for (int term = 0; term < TERMS; term++) {
            int best = -1;
            double bestGain = 0;
            double[] bestX = null;
            for (int column : predictors) {
                if (!books[column].numeric() || chosen.has(column)) {
                    continue;
                }
                double[] x = orthogonal(frame.values(column), rows, basis, term);
                if (x == null) {
                    continue;
                }
                double dot = 0;
                for (int i = 0; i < m; i++) {
                    dot += x[i] * residual[i];
                }
                if (dot * dot > bestGain) {
                    bestGain = dot * dot;
                    best = column;
                    bestX = x;
                }
            }
            double least = left * (1 - StrictMath.exp(-2 * StrictMath.log(m) / m));
            if (bestX == null || bestGain < least || (term == 0 && bestGain < LEAST_R2 * total)) {
                break;
            }
            double dot = 0;
            for (int i = 0; i < m; i++) {
                dot += bestX[i] * residual[i];
            }
            left = 0;
            for (int i = 0; i < m; i++) {
                residual[i] -= dot * bestX[i];
                left += residual[i] * residual[i];
            }
            basis[term] = bestX;
            chosen.add(best);
            if (left < 1e-12 * total) {
                break;
            }
        }
        if (chosen.count == 0) {
            return null;
        }
        return finish(frame, y, rows, kept, centre, residual, Arrays.copyOf(chosen.columns, chosen.count));
    }

    /** A predictor over the rows, centred, made orthogonal to the basis and of length 1; null where nothing is left. */
    private static double @Nullable [] orthogonal(double[] values, int[] rows, double[][] basis, int terms) {
        int m = rows.length;
        double[] x = new double[m];
        double mean = 0;
        for (int i = 0; i < m; i++) {
            x[i] = values[rows[i]];
            mean += x[i];
        }
        mean /= m;
        if (Double.isNaN(mean)) {
            return null;
        }
        double before = 0;
        for (int i = 0; i < m; i++) {
            x[i] -= mean;
            before += x[i] * x[i];
        }
        for (int k = 0; k < terms; k++) {
            double dot = 0;
            for (int i = 0; i < m; i++) {
                dot += x[i] * basis[k][i];
            }
            for (int i = 0; i < m; i++) {
                x[i] -= dot * basis[k][i];
            }
        }
        double norm = 0;
        for (int i = 0; i < m; i++) {
            norm += x[i] * x[i];
        }
        if (norm <= 1e-8 * before || norm == 0) {
            return null;
        }
        double scale = 1 / Math.sqrt(norm);
        for (int i = 0; i < m; i++) {
            x[i] *= scale;
        }
        return x;
    }

    /** Slopes in the predictors' own units, by solving the normal equations of at most three terms. */
    private static LeafLine finish(
            Frame frame, double[] y, int[] rows, int[] kept, double centre, double[] residual, int[] columns) {
        int m = rows.length;
        int t = columns.length;
        double[] mean = new double[t];
        double[] spread = new double[t];
        for (int k = 0; k < t; k++) {
            double[] x = frame.values(columns[k]);
            for (int row : rows) {
                mean[k] += x[row] / m;
            }
            for (int row : rows) {
                spread[k] += (x[row] - mean[k]) * (x[row] - mean[k]) / m;
            }
            spread[k] = Math.sqrt(spread[k]);
        }
        double[][] a = new double[t][t + 1];
        for (int i = 0; i < m; i++) {
            double fitted = y[rows[i]] - centre - residual[i];
            for (int j = 0; j < t; j++) {
                double xj = (frame.values(columns[j])[rows[i]] - mean[j]) / spread[j];
                for (int k = 0; k < t; k++) {
                    a[j][k] += xj * (frame.values(columns[k])[rows[i]] - mean[k]) / spread[k];
                }
                a[j][t] += xj * fitted;
            }
        }
        double[] slope = solve(a);
        double explained = explained(y, rows, centre, residual);
        double trust = REACH * Math.max(1, Math.sqrt(explained / Math.max(1 - explained, 1e-6)));
        for (int k = 0; k < t; k++) {
            slope[k] /= spread[k];
            spread[k] *= trust;
        }
        float[] sorted = new float[m];
        for (int i = 0; i < m; i++) {
            sorted[i] = (float) residual[i];
        }
        Arrays.sort(sorted);
        return new LeafLine(kept, columns, slope, mean, spread, centre, explained, sorted);
    }

    private static double explained(double[] y, int[] rows, double centre, double[] residual) {
        double total = 0;
        double left = 0;
        for (int i = 0; i < rows.length; i++) {
            total += (y[rows[i]] - centre) * (y[rows[i]] - centre);
            left += residual[i] * residual[i];
        }
        return total == 0 ? 0 : 1 - left / total;
    }

    private static double[] solve(double[][] a) {
        int t = a.length;
        for (int k = 0; k < t; k++) {
            int pivot = k;
            for (int r = k + 1; r < t; r++) {
                pivot = Math.abs(a[r][k]) > Math.abs(a[pivot][k]) ? r : pivot;
            }
            double[] swap = a[k];
            a[k] = a[pivot];
            a[pivot] = swap;
            for (int r = 0; r < t; r++) {
                if (r != k) {
                    double factor = a[r][k] / a[k][k];
                    for (int c = k; c <= t; c++) {
                        a[r][c] -= factor * a[k][c];
                    }
                }
            }
        }
        double[] out = new double[t];
        for (int k = 0; k < t; k++) {
            out[k] = a[k][t] / a[k][k];
        }
        return out;
    }

    /** The columns chosen so far. */
    private static final class Columns {
        private final int[] columns = new int[TERMS];
        private int count;

        boolean has(int column) {
            for (int i = 0; i < count; i++) {
                if (columns[i] == column) {
                    return true;
                }
            }
            return false;
        }

        void add(int column) {
            columns[count++] = column;
        }
    }
}
