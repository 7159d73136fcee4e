package org.semblance.synthesize;

import org.semblance.math.Together;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Whether a number predicts better as it is or as normal scores: by the share of variance that a straight line explains of
 * another number's scores (r^2), or that labels explain of it (the correlation ratio, eta^2). A line through a heavy tail
 * is turned by a few rows; where a line is right, scores would bend it. Cost: rows a pair.
 */
final class SequentialScores {
    private SequentialScores() {}

    /**
     * Whether scores tell more of a column than the numbers themselves; rows without a value of it do not count.
     *
     * @param target the column as it is, with its holes
     * @param scored the same as normal scores; labels as they are
     */
    static boolean better(Column target, Column scored, NumberColumn x, NumberColumn scores) {
        if (target instanceof CodeColumn labels) {
            return explained(labels, scores) > explained(labels, x);
        }
        double[] y = ((NumberColumn) scored).toArray();
        for (int i = 0; i < y.length; i++) {
            y[i] = target.isMissing(i) ? Double.NaN : y[i];
        }
        return Math.abs(Together.of(y, scores.toArray()).correlation())
                > Math.abs(Together.of(y, x.toArray()).correlation());
    }

    private static double explained(CodeColumn labels, NumberColumn x) {
        double[] count = new double[labels.labels().size()];
        double[] mean = new double[count.length];
        double within = 0;
        double n = 0;
        double all = 0;
        for (int i = 0; i < labels.size(); i++) {
            int c = labels.code(i);
            if (c >= 0) {
                double off = x.get(i) - mean[c];
                mean[c] += off / ++count[c];
                within += off * (x.get(i) - mean[c]);
                all += (x.get(i) - all) / ++n;
            }
        }
        double between = 0;
        for (int c = 0; c < count.length; c++) {
            between += count[c] * (mean[c] - all) * (mean[c] - all);
        }
        return between + within > 0 ? between / (between + within) : 0;
    }
}
