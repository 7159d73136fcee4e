package org.semblance.constraint;

import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.Table;

/** A constraint that is several others, each of which is kept by mending. */
record Several(Constraint constraint, List<Keeper.Mending> parts) implements Keeper.Mending {
    Several {
        parts = List.copyOf(parts);
    }

    static Several mending(Constraint constraint, List<Keeper> parts) {
        return new Several(
                constraint, parts.stream().map(Keeper.Mending.class::cast).toList());
    }

    @Override
    public boolean[] broken(Table table, Place place) {
        boolean[] out = new boolean[table.rows()];
        for (Keeper part : parts) {
            boolean[] one = part.broken(table, place);
            for (int i = 0; i < out.length; i++) {
                out[i] |= one[i];
            }
        }
        return out;
    }

    @Override
    public List<String> mends() {
        return parts.stream().flatMap(part -> part.mends().stream()).distinct().toList();
    }

    @Override
    public void mend(Draft draft, Rng rng) {
        for (int k = 0; k < parts.size(); k++) {
            parts.get(k).mend(draft, rng.child(k));
        }
    }

    @Override
    public void force(Draft draft, Rng rng) {
        for (int k = 0; k < parts.size(); k++) {
            parts.get(k).force(draft, rng.child(k));
        }
    }
}
