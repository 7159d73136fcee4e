package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.List;

/**
 * In which passes over the root tables a database is drawn, so that what is pointed at is there before what points at it.
 *
 * <p>A pass draws some tables below one root, block after block, and hands some of them over. A table that is pointed at
 * from below another root is held whole while later passes go on, and what it hangs on with it. Where a circle of foreign
 * keys goes through several roots, tables are held before any is handed over; drawn again they are the same.
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

    private final Blueprint plan;
    private final boolean[] held;
    private final List<Pass> passes = new ArrayList<>();

    private Passes(Blueprint plan) {
        this.plan = plan;
        held = held();
    }

    static List<Pass> of(Blueprint plan) {
        boolean[] all = new boolean[plan.parts().size()];
        java.util.Arrays.fill(all, true);
        Passes passes = new Passes(plan);
        passes.add(all, true, true);
        if (passes.complete()) {
            return passes.passes;
        }
        passes.passes.clear();
        passes.add(passes.held, false, true);
        passes.add(all, true, false);
        return passes.passes;
    }

    /**
     * Passes that draw the wanted parts, each when all it points at is there.
     *
     * @param give whether they are handed over
     * @param hold whether those that others need are held
     */
    private void add(boolean[] wanted, boolean give, boolean hold) {
        int parts = plan.parts().size();
        boolean[] done = new boolean[parts];
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Part root : plan.parts()) {
                boolean[] ready = ready(root, wanted, done);
                if (root.owned() || none(ready)) {
                    continue;
                }
                progress = true;
                boolean[] drawn = new boolean[parts];
                boolean[] keep = new boolean[parts];
                for (Part part : plan.parts()) {
                    if (ready[part.index()]) {
                        draw(part, drawn);
                        last(part, drawn, hold ? done : wanted, ready);
                        done[part.index()] = true;
                        keep[part.index()] = hold && held[part.index()];
                    }
                }
                passes.add(new Pass(root.index(), drawn, give ? ready : new boolean[parts], keep));
            }
        }
    }

    /** Whether no flag is set. */
    static boolean none(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return false;
            }
        }
        return true;
    }

    /** The parts below a root that can be drawn: all they point at is done, or is drawn with them. */
    private boolean[] ready(Part root, boolean[] wanted, boolean[] done) {
        boolean[] ready = new boolean[done.length];
        for (Part part : plan.parts()) {
            if (part.root() == root.index() && wanted[part.index()] && !done[part.index()]) {
                ready[part.index()] = part.refs().stream()
                        .allMatch(ref -> ref.way() == Ref.Way.LAST || done[ref.target()] || ready[ref.target()]);
            }
        }
        return ready;
    }

    /** A part, what owns it and what it points at below the same root. */
    private void draw(Part part, boolean[] drawn) {
        if (drawn[part.index()]) {
            return;
        }
        drawn[part.index()] = true;
        for (Ref ref : part.refs()) {
            Part target = plan.parts().get(ref.target());
            if (ref.way() != Ref.Way.LAST && target.root() == part.root()) {
                draw(target, drawn);
            }
        }
    }

    /** What a part points at last below the same root, where it can be drawn. */
    private void last(Part part, boolean[] drawn, boolean[] there, boolean[] ready) {
        for (Ref ref : part.refs()) {
            Part target = plan.parts().get(ref.target());
            boolean inside = target.root() == part.root();
            if (ref.way() == Ref.Way.LAST && inside && (there[target.index()] || ready[target.index()])) {
                draw(target, drawn);
            }
        }
    }

    /** Whether every foreign key that is followed last finds what it points at. */
    private boolean complete() {
        boolean[] there = new boolean[plan.parts().size()];
        for (Pass pass : passes) {
            for (Part part : plan.parts()) {
                for (Ref ref : part.refs()) {
                    boolean inside = plan.parts().get(ref.target()).root() == part.root();
                    boolean found = inside ? pass.drawn()[ref.target()] : there[ref.target()];
                    if (pass.given()[part.index()] && ref.way() == Ref.Way.LAST && !found) {
                        return false;
                    }
                }
            }
            for (int p = 0; p < there.length; p++) {
                there[p] |= pass.held()[p];
            }
        }
        return true;
    }

    /** The parts that are pointed at from below another root, and all that they hang on. */
    private boolean[] held() {
        boolean[] out = new boolean[plan.parts().size()];
        for (Part part : plan.parts()) {
            for (Ref ref : part.refs()) {
                Part target = plan.parts().get(ref.target());
                if (target.root() != part.root()) {
                    hold(target, out);
                }
            }
        }
        return out;
    }

    private void hold(Part part, boolean[] out) {
        if (out[part.index()]) {
            return;
        }
        out[part.index()] = true;
        for (Ref ref : part.refs()) {
            if (ref.way() != Ref.Way.LAST) {
                hold(plan.parts().get(ref.target()), out);
            }
        }
    }
}
