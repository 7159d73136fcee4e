package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.List;

/**
 * In which passes over the root tables a database is drawn, so that what is pointed at is there before what points at it.
 *
 * <p>A pass draws some tables below one root, block after block, and hands some of them over. A table that is pointed at
 * from below another root is held whole while that pass goes on, and its owners with it.
 */
final class Passes {
    /**
     * One pass.
     *
     * @param root the part whose rows are drawn in blocks
     * @param drawn the parts that are drawn
     * @param given those of them that are handed over
     * @param held those of them that are held for later passes
     */
    record Pass(int root, boolean[] drawn, boolean[] given, boolean[] held) {}

    private Passes() {}

    static List<Pass> of(Blueprint plan) {
        boolean[] held = held(plan);
        int parts = plan.parts().size();
        boolean[] done = new boolean[parts];
        List<Pass> passes = new ArrayList<>();
        int left = parts;
        while (left > 0) {
            for (Part root : plan.parts()) {
                boolean[] given = new boolean[parts];
                int count = given(plan, root, done, given);
                if (root.owned() || count == 0) {
                    continue;
                }
                boolean[] drawn = new boolean[parts];
                boolean[] keep = new boolean[parts];
                for (Part part : plan.parts()) {
                    keep[part.index()] = given[part.index()] && held[part.index()];
                    for (Part at = part; given[part.index()]; at = plan.parts().get(at.ownerPart())) {
                        drawn[at.index()] = true;
                        if (!at.owned()) {
                            break;
                        }
                    }
                }
                passes.add(new Pass(root.index(), drawn, given, keep));
                for (int p = 0; p < parts; p++) {
                    done[p] |= given[p];
                }
                left -= count;
            }
        }
        return passes;
    }

    /** The parts below a root that can be handed over: all they point at is done, or is handed over with them. */
    private static int given(Blueprint plan, Part root, boolean[] done, boolean[] given) {
        int count = 0;
        for (Part part : plan.parts()) {
            if (part.root() != root.index() || done[part.index()]) {
                continue;
            }
            boolean ready = true;
            for (Ref ref : part.refs()) {
                ready &= ref.way() == Ref.Way.LAST || done[ref.target()] || given[ref.target()];
            }
            given[part.index()] = ready;
            count += ready ? 1 : 0;
        }
        return count;
    }

    /** The parts that are pointed at from below another root, and all that owns them. */
    private static boolean[] held(Blueprint plan) {
        boolean[] held = new boolean[plan.parts().size()];
        for (Part part : plan.parts()) {
            for (Ref ref : part.refs()) {
                Part target = plan.parts().get(ref.target());
                if (target.root() != part.root()) {
                    hold(plan, target, held);
                }
            }
        }
        return held;
    }

    private static void hold(Blueprint plan, Part part, boolean[] held) {
        held[part.index()] = true;
        if (part.owned()) {
            hold(plan, plan.parts().get(part.ownerPart()), held);
        }
    }
}
