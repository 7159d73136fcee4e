package org.semblance.synthesize.related;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the rows of one block after the other, and drops those that cannot be: the same as a row of an earlier block
 * where rows must differ, and those that name a row that was dropped.
 */
final class Numbering {
    private final RelatedModel model;
    private final Passes.Pass pass;
    private final Held held;
    private final boolean one;
    private final long[] before;
    private final Map<String, Set<Long>> met = new HashMap<>();

    /** @param one whether there is one block only */
    Numbering(RelatedModel model, Passes.Pass pass, Held held, boolean one) {
        this.model = model;
        this.pass = pass;
        this.held = held;
        this.one = one;
        before = new long[model.parts().length];
    }

    void number(@Nullable Drawn[] block) {
        for (int p = 0; p < before.length; p++) {
            Drawn rows = block[p];
            if (rows != null) {
                rows.offset(before[p]);
                before[p] += rows.rows();
                if (pass.given()[p] && model.parts()[p].kept() == null) {
                    drop(rows, held.doomed()[p]);
                    differ(rows);
                }
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Drawn rows : block) {
                more |= rows != null && follow(rows);
            }
        }
        for (int p = 0; p < before.length; p++) {
            Drawn rows = block[p];
            for (int i = 0; rows != null && pass.given()[p] && rows.anyGone() && i < rows.rows(); i++) {
                if (rows.gone(i)) {
                    held.doomed()[p].set((int) (rows.offset() + i));
                }
            }
        }
    }

    private static void drop(Drawn rows, BitSet doomed) {
        int first = (int) rows.offset();
        for (int i = doomed.nextSetBit(first); i >= 0 && i < first + rows.rows(); i = doomed.nextSetBit(i + 1)) {
            rows.drop(i - first);
        }
    }

    private void differ(Drawn rows) {
        Part part = rows.part();
        for (int d = 0; d < part.distinct().size() && !one; d++) {
            Distinct distinct = part.distinct().get(d);
            if (!distinct.ofOwner()) {
                Set<Long> seen = met.computeIfAbsent(part.index() + "." + d, key -> new HashSet<>());
                new Differing(rows, model.part(part), distinct).enforce(seen);
            }
        }
    }

    /**
     * Drops rows that name one that was dropped, or has them name none where that may be.
     *
     * @return whether some were dropped
     */
    private boolean follow(Drawn rows) {
        boolean dropped = false;
        Part part = rows.part();
        if (model.part(part).kept() != null) {
            return false;
        }
        for (int r = 0; r < part.refs().size(); r++) {
            boolean last = part.refs().get(r).way() == Ref.Way.LAST;
            if (last && !pass.given()[part.index()] || !held.anyGone(rows.target(r))) {
                continue;
            }
            boolean may = last && !model.part(part).ref(r).required();
            int[] named = rows.ref(r);
            for (int i = 0; i < named.length; i++) {
                if (named[i] >= 0 && !rows.gone(i) && held.gone(rows.target(r), named[i])) {
                    if (may) {
                        named[i] = -1;
                    } else {
                        rows.drop(i);
                        dropped = true;
                    }
                }
            }
        }
        return dropped;
    }
}
