package org.semblance.conditional;

import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.Column;

/** Stands for what another column's {@link Conditional.Drawer#drawAll} draws beside its own; draws nothing itself. */
public record Beside() implements Conditional.Drawer {
    @Override
    public Column draw(Predictors x, Rng rng) {
        throw ProblemException.data(Problem.of("a column is drawn beside another, which is not there.")
                .fix("The model file is damaged: learn it again."));
    }
}
