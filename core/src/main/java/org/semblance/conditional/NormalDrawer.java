package org.semblance.conditional;

import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/** Normal numbers about a linear prediction, of one deviation; 0 gives the prediction itself. */
record NormalDrawer(Design design, double[] beta, double deviation) implements Conditional.Drawer {
    @Override
    public Column draw(Predictors x, Rng rng) {
        double[] values = design.times(x, beta);
        if (deviation > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] += deviation * rng.nextGaussian();
            }
        }
        return NumberColumn.of(values);
    }
}
