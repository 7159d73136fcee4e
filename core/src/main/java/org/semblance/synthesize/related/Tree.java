package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.random.Rng;

/**
 * Finds the rows that a table names in itself (an employee's manager), by depth: a row of depth d names one of depth d - 1,
 * so that nobody is above himself. Rows name each other as often as they drew, in the same group where they agree in one.
 */
final class Tree {
    private final Drawn rows;
    private final int ref;
    private final RefModel model;
    private final Rng rng;
    private final int[] depth;
    private final double[] places;
    private final boolean once;
    private final int[][] here;
    private final int[][] there;
    private final Map<Long, Map<Integer, Cursor>> levels = new HashMap<>();

    /** The places of some rows, one after the other. */
    private static final class Cursor {
        private final Slots slots;
        private long next;

        Cursor(Slots slots) {
            this.slots = slots;
        }

        int next(boolean once) {
            return once && next >= slots.size() ? -1 : slots.row(next++);
        }
    }

    Tree(Drawn rows, int ref, RefModel model, Rng rng) {
        this.rows = rows;
        this.ref = ref;
        this.model = model;
        this.rng = rng;
        Part part = rows.part();
        once = part.once(ref);
        int count = rows.at(part.find(Own.What.COUNT, part.index(), ref));
        places = new double[rows.rows()];
        for (int i = 0; i < places.length; i++) {
            places[i] = once ? 1 : rows.frame().values(count)[i];
        }
        double[] drawn = rows.frame().values(rows.at(part.find(Own.What.DEPTH, ref, 0)));
        depth = new int[rows.rows()];
        for (int i = 0; i < depth.length; i++) {
            depth[i] = (int) Math.max(0, Math.rint(Double.isNaN(drawn[i]) ? 0 : drawn[i]));
        }
        int agreements = model.agreements().size();
        here = new int[agreements][];
        there = new int[agreements][];
        for (int k = 0; k < agreements; k++) {
            here[k] = rows.reach(model.agreements().get(k).here()).rows();
            there[k] = rows.reach(model.agreements().get(k).there()).rows();
        }
    }

    /** @param ways by row */
    void choose(int[] ways) {
        int[] named = new int[rows.rows()];
        Arrays.fill(named, -1);
        if (once && model.required()) {
            // Everybody is named once and names one: nothing but circles can do that, the smallest serve.
            Arrays.setAll(named, i -> i);
            rows.ref(ref, rows, named);
            return;
        }
        Integer[] order = new Integer[named.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Integer.compare(depth[a], depth[b]));
        for (int i : order) {
            if (rows.gone(i)) {
                continue;
            }
            named[i] = depth[i] == 0 ? -1 : above(i, ways[i]);
            if (named[i] >= 0) {
                depth[i] = depth[named[i]] + 1;
            } else {
                depth[i] = 0;
                // Nobody above: itself, where every row names one.
                named[i] = ways[i] == RefModel.ASTRAY
                        ? RefModel.NOBODY
                        : ways[i] == RefModel.ITSELF || model.required() ? i : -1;
            }
        }
        rows.ref(ref, rows, named);
    }

    private int above(int row, int way) {
        for (int d = depth[row] - 1; d >= 0; d--) {
            if (way >= RefModel.BY) {
                int agreement = way - RefModel.BY;
                int found = next(d, agreement, here[agreement][row]);
                if (found >= 0) {
                    return found;
                }
            }
            int found = next(d, -1, 0);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    /** The next row of a depth and a group; of all groups for agreement -1. Rows of smaller depth are all done. */
    private int next(int d, int agreement, int group) {
        Map<Integer, Cursor> level = levels.computeIfAbsent(
                (long) d << 8 | agreement + 1,
                key -> level(d, agreement, rng.child(d).child(agreement)));
        Cursor cursor = level.get(group);
        return cursor == null ? -1 : cursor.next(once);
    }

    private Map<Integer, Cursor> level(int d, int agreement, Rng own) {
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < depth.length; i++) {
            int group = agreement < 0 ? 0 : there[agreement][i];
            if (depth[i] == d && !rows.gone(i) && group >= 0) {
                members.computeIfAbsent(group, g -> new ArrayList<>()).add(i);
            }
        }
        Map<Integer, Cursor> out = new HashMap<>();
        members.forEach((group, some) -> {
            int[] of = some.stream().mapToInt(i -> i).toArray();
            out.put(group, new Cursor(Slots.of(of, places, own.child(group))));
        });
        return out;
    }
}
