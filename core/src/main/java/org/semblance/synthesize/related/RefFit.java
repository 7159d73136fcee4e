package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.synthesize.related.RefModel.Agreement;

/**
 * Finds out by which ways a foreign key finds its rows: along two paths that lead to the same row, again the row of the
 * sibling before, or among all.
 *
 * <p>Paths that lead to the named row itself come first, the one that explains most rows first; then the sibling before;
 * then paths that leave a choice. Each must explain far more than chance would of the rows left to explain. Cost: one pass
 * over the rows for each pair of paths.
 */
final class RefFit {
    /** Share of all rows that a way must explain. */
    private static final double ENOUGH = 0.05;

    /** Of the rows left, what it must explain beyond chance: 0 is chance, 1 all of them. */
    private static final double EXACT = 0.3;

    private static final double AGAIN = 0.15;
    private static final double BOUND = 0.7;
    private static final int MOST = 3;

    private final Blueprint plan;
    private final Part part;
    private final int ref;
    private final Drawn rows;
    private final int[] named;
    private final int[] ways;
    private final int all;
    private int open;

    /** What was learnt, and the way of each real row. */
    record Learnt(RefModel model, int[] ways) {}

    RefFit(Blueprint plan, Drawn rows, int ref) {
        this.plan = plan;
        this.part = rows.part();
        this.ref = ref;
        this.rows = rows;
        named = rows.ref(ref);
        ways = new int[named.length];
        for (int i = 0; i < ways.length; i++) {
            ways[i] = named[i] == RefModel.NOBODY ? RefModel.ASTRAY : named[i] < 0 ? RefModel.NONE : RefModel.CHOSEN;
            open += named[i] < 0 ? 0 : 1;
        }
        all = open;
    }

    Learnt learn(boolean required) {
        itself();
        List<Agreement> agreements = new ArrayList<>();
        while (agreements.size() < MOST && agree(agreements, true)) {
            Agreement last = agreements.get(agreements.size() - 1);
            mark(last, RefModel.BY + agreements.size() - 1);
        }
        again();
        while (agreements.size() < MOST && agree(agreements, false)) {
            Agreement last = agreements.get(agreements.size() - 1);
            mark(last, RefModel.BY + agreements.size() - 1);
        }
        return new Learnt(new RefModel(agreements, null, required), ways);
    }

    private void itself() {
        if (part.refs().get(ref).target() != part.index()) {
            return;
        }
        for (int i = 0; i < named.length; i++) {
            if (named[i] == i) {
                ways[i] = RefModel.ITSELF;
                open--;
            }
        }
    }

    /** Adds the pair of paths that explains most of the rows left. */
    private boolean agree(List<Agreement> known, boolean exact) {
        Agreement best = null;
        double most = exact ? EXACT : BOUND;
        Part target = plan.parts().get(part.refs().get(ref).target());
        boolean last = part.refs().get(ref).way() == Ref.Way.LAST;
        for (Path here : paths(part, last ? part.refs().size() : ref, last && target.index() != part.index())) {
            for (Path there :
                    exact ? List.of(Path.SELF) : paths(target, target.refs().size(), false)) {
                Agreement agreement = new Agreement(here, there);
                boolean same = here.from(plan, part).index()
                        == there.from(plan, target).index();
                if (same && !known.contains(agreement)) {
                    double explained = explained(agreement);
                    if (explained > most) {
                        most = explained;
                        best = agreement;
                    }
                }
            }
        }
        if (best != null) {
            known.add(best);
        }
        return best != null;
    }

    /** Owners, and rows that they and the row itself name by foreign keys that are chosen. */
    private List<Path> paths(Part from, int refs, boolean self) {
        List<Path> out = new ArrayList<>();
        if (self) {
            out.add(Path.SELF);
        }
        Part at = from;
        for (int up = 0; ; up++) {
            for (int r = 0; r < (up == 0 ? refs : at.refs().size()); r++) {
                if (at.refs().get(r).way() == Ref.Way.CHOSEN) {
                    out.add(new Path(up, r));
                }
            }
            if (!at.owned()) {
                return out;
            }
            at = plan.parts().get(at.ownerPart());
            out.add(new Path(up + 1, -1));
        }
    }

    private boolean holds(int row, int[] here, int[] there) {
        return ways[row] == RefModel.CHOSEN && here[row] >= 0 && there[named[row]] == here[row];
    }

    /** The share of the rows left that an agreement explains, beyond chance; 0 where it is not worth keeping. */
    private double explained(Agreement agreement) {
        Drawn.Reached here = rows.reach(agreement.here());
        int[] there = rows.target(ref).reach(agreement.there()).rows();
        int[] from = new int[here.drawn().rows()];
        int[] to = new int[from.length];
        int same = 0;
        for (int i = 0; i < named.length; i++) {
            if (ways[i] != RefModel.CHOSEN) {
                continue;
            }
            same += holds(i, here.rows(), there) ? 1 : 0;
            if (here.rows()[i] >= 0) {
                from[here.rows()[i]]++;
            }
            if (there[named[i]] >= 0) {
                to[there[named[i]]]++;
            }
        }
        if (same < ENOUGH * all || open == 0) {
            return 0;
        }
        double chance = 0;
        for (int s = 0; s < from.length; s++) {
            chance += from[s] / (double) open * to[s] / open;
        }
        double share = same / (double) open;
        return chance >= 1 ? 0 : (share - chance) / (1 - chance);
    }

    private void mark(Agreement agreement, int way) {
        int[] here = rows.reach(agreement.here()).rows();
        int[] there = rows.target(ref).reach(agreement.there()).rows();
        for (int i = 0; i < named.length; i++) {
            if (holds(i, here, there)) {
                ways[i] = way;
                open--;
            }
        }
    }

    /** Rows that name what the row before of the same owner named. */
    private void again() {
        if (!part.owned() || part.refs().get(ref).way() == Ref.Way.LAST || part.apart(ref) || part.once(ref)) {
            return;
        }
        int[] before = before();
        int pairs = 0;
        int same = 0;
        int[] count = new int[rows.target(ref).rows()];
        for (int i = 0; i < named.length; i++) {
            if (ways[i] == RefModel.CHOSEN && before[i] >= 0) {
                pairs++;
                same += named[before[i]] == named[i] ? 1 : 0;
                count[named[i]]++;
            }
        }
        double chance = Arrays.stream(count)
                .mapToDouble(c -> c / (double) Math.max(1, open) * c / Math.max(1, open))
                .sum();
        double share = pairs == 0 ? 0 : same / (double) pairs;
        if (same < ENOUGH * all || chance >= 1 || (share - chance) / (1 - chance) < AGAIN) {
            return;
        }
        for (int i = 0; i < named.length; i++) {
            if (ways[i] == RefModel.CHOSEN && before[i] >= 0 && named[before[i]] == named[i]) {
                ways[i] = RefModel.AGAIN;
                open--;
            }
        }
    }

    /** The row before of the same owner, or -1. */
    private int[] before() {
        int[] owner = rows.ref(part.owner());
        int[] last = new int[rows.target(part.owner()).rows()];
        Arrays.fill(last, -1);
        int[] before = new int[owner.length];
        for (int i = 0; i < owner.length; i++) {
            before[i] = owner[i] < 0 ? -1 : last[owner[i]];
            if (owner[i] >= 0) {
                last[owner[i]] = i;
            }
        }
        return before;
    }

    /** Whether a row counts as one more of the row that it names: one that was not given by others. */
    static boolean counts(@Nullable Learnt learnt, int way) {
        return learnt == null
                || way == RefModel.CHOSEN
                || way >= RefModel.BY
                        && !learnt.model().agreements().get(way - RefModel.BY).exact();
    }
}
