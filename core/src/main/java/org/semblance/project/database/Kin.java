package org.semblance.project.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.related.Link;
import org.semblance.random.Rng;

/**
 * Which entities are held back, where entities name each other (who referred whom, a mother): those that hang together go
 * together, so that nobody who is learnt from names somebody who is not there. Where many hang together, as in a hierarchy
 * of one top, they are held back one by one, and {@link Crossing} finds others for them to name. Cost: one pass over the
 * rows for each foreign key.
 */
final class Kin {
    /** Hanging together, more than this share of what is held back are too many to go together. */
    private static final double MOST = 0.1;

    private Kin() {}

    /** @param held how many are held back: so many, or a few more */
    static boolean[] held(int rows, int held, List<Link> links, Rng rng) {
        int[] top = new int[rows];
        Arrays.setAll(top, i -> i);
        for (Link link : links) {
            for (int row = 0; row < rows; row++) {
                if (link.parent(row) >= 0) {
                    top[top(top, row)] = top(top, link.parent(row));
                }
            }
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            groups.computeIfAbsent(top(top, row), t -> new ArrayList<>()).add(row);
        }
        boolean together = groups.values().stream().allMatch(group -> group.size() <= Math.max(1, MOST * held));
        List<List<Integer>> units = together ? List.copyOf(groups.values()) : singles(rows);
        int[] order = new int[units.size()];
        Arrays.setAll(order, i -> i);
        rng.shuffle(order);
        boolean[] out = new boolean[rows];
        int done = 0;
        for (int i = 0; i < order.length && done < held; i++) {
            for (int row : units.get(order[i])) {
                out[row] = true;
                done++;
            }
        }
        return out;
    }

    private static List<List<Integer>> singles(int rows) {
        List<List<Integer>> out = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            out.add(List.of(row));
        }
        return out;
    }

    private static int top(int[] top, int row) {
        int at = row;
        while (top[at] != at) {
            top[at] = top[top[at]];
            at = top[at];
        }
        return at;
    }
}
