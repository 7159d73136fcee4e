package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.Column;

/**
 * Values of donors whose prediction is near the row's own.
 *
 * @param beta what the row's prediction is made with
 * @param donors in the order of their predictions
 * @param rows [n] which row of the fit each donor is
 * @param values [n] the donors' values; places in the dictionary for labels
 * @param labels the dictionary, empty for numbers
 * @param k how many of the nearest are drawn from
 * @param self whether a row may be its own donor
 */
record DonorDrawer(
        Design design,
        double[] beta,
        Donors donors,
        int[] rows,
        double[] values,
        List<String> labels,
        int k,
        boolean self)
        implements Conditional.Drawer {
    @Override
    public Column draw(Predictors x, Rng rng) {
        double[] predicted = design.times(x, beta);
        double[] out = new double[predicted.length];
        for (int i = 0; i < out.length; i++) {
            int not = self || x.self(i) < 0 ? -1 : place(x.self(i));
            int donor = donors.draw(predicted[i], k, not, rng);
            out[i] = donor < 0 ? Double.NaN : values[donor];
        }
        return Labelled.column(out, labels);
    }

    /** Donors in the order of their predictions only. */
    @Override
    public Conditional.Drawer forgetful() {
        double[] ordered =
                Arrays.stream(donors.rows()).mapToDouble(d -> values[d]).toArray();
        int[] places = new int[ordered.length];
        Arrays.setAll(places, i -> i);
        return new DonorDrawer(design, beta, new Donors(donors.scores(), places), new int[0], ordered, labels, k, self);
    }

    /** The donor that is this row of the fit, or -1. */
    private int place(int row) {
        int at = Arrays.binarySearch(rows, row);
        return at < 0 ? -1 : at;
    }
}
