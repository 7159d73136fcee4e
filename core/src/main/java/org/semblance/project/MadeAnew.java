package org.semblance.project;

import org.semblance.generate.Maker;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Kind;

/** Keys, names, addresses and the like from a {@link Maker}. */
record MadeAnew(Maker maker) implements Make {
    @Override
    public Kind kind() {
        return maker.unique() ? Kind.KEY : Kind.IDENTIFIER;
    }

    @Override
    public Column draw(long first, int count, Rng column) {
        return CodeColumn.of(maker.make(first, count, column));
    }
}
