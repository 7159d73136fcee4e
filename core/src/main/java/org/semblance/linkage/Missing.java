package org.semblance.linkage;

import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/** The cell is left blank. */
final class Missing implements Corruption {
    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "missing", "The cell is left blank; nothing of it is kept.", new Plugin.NoOptions(), none -> new Missing());

    @Override
    public boolean fits(Variable variable) {
        return true;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        if (row.missing(variable)) {
            return false;
        }
        row.set(variable, null);
        return true;
    }
}
