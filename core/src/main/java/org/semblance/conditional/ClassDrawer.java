package org.semblance.conditional;

import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;

/**
 * One of several labels by the chances that a linear model gives them.
 *
 * @param link how predictions become chances
 * @param beta softmax: one row of coefficients per class but the first; ordered: one row of coefficients
 * @param thresholds ordered: between the classes, ascending; else empty
 * @param codes [classes] places in the dictionary
 * @param labels the dictionary
 */
record ClassDrawer(Link link, Design design, double[][] beta, double[] thresholds, int[] codes, List<String> labels)
        implements Conditional.Drawer {
    enum Link {
        SOFTMAX,
        ORDERED
    }

    /** Always the one label that there is; missing where there is none. */
    static ClassDrawer constant(Classes classes, Design design) {
        return new ClassDrawer(Link.SOFTMAX, design, new double[0][], new double[0], classes.codes(), classes.labels());
    }

    @Override
    public Column draw(Predictors x, Rng rng) {
        int[] out = new int[x.rows()];
        double[] chances = new double[codes.length];
        Design.Entries entries = design.entries(x);
        for (int i = 0; i < out.length; i++) {
            if (codes.length == 0) {
                out[i] = -1;
                continue;
            }
            entries.row(i);
            chances(entries, chances);
            double u = rng.nextDouble();
            int k = 0;
            for (double sum = chances[0]; k + 1 < chances.length && sum < u; sum += chances[k]) {
                k++;
            }
            out[i] = codes[k];
        }
        return CodeColumn.of(out, labels);
    }

    /** The chance of every class in the row that the entries stand at. */
    void chances(Design.Entries row, double[] out) {
        if (link == Link.SOFTMAX) {
            softmax(row, beta, out);
            return;
        }
        double eta = row.dot(beta[0]);
        double below = 0;
        for (int k = 0; k < out.length; k++) {
            double upTo = k + 1 < out.length ? Logit.share(thresholds[k] - eta) : 1;
            out[k] = upTo - below;
            below = upTo;
        }
    }

    static void softmax(Design.Entries row, double[][] beta, double[] out) {
        double most = 0;
        out[0] = 0;
        for (int k = 0; k < beta.length; k++) {
            out[k + 1] = row.dot(beta[k]);
            most = Math.max(most, out[k + 1]);
        }
        double sum = 0;
        for (int k = 0; k < out.length; k++) {
            out[k] = Math.exp(out[k] - most);
            sum += out[k];
        }
        for (int k = 0; k < out.length; k++) {
            out[k] /= sum;
        }
    }
}
