package org.semblance.project.database;

import java.util.Arrays;
import java.util.List;
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
        int[] top = singles(rows);
        for (Link link : links) {
            for (int row = 0; row < rows; row++) {
                if (link.parent(row) >= 0) {
                    top[top(top, row)] = top(top, link.parent(row));
                }
            }
        }
        Groups groups = Groups.of(top);
        Groups units = groups.largest() <= Math.max(1, MOST * held) ? groups : Groups.of(singles(rows));
        int[] order = new int[units.size()];
        Arrays.setAll(order, i -> i);
        rng.shuffle(order);
        boolean[] out = new boolean[rows];
        int done = 0;
        for (int i = 0; i < order.length && done < held; i++) {
            for (int k = units.start[order[i]]; k < units.start[order[i] + 1]; k++) {
                out[units.rows[k]] = true;
                done++;
            }
        }
        return out;
    }

    private static int[] singles(int rows) {
        int[] out = new int[rows];
        Arrays.setAll(out, i -> i);
        return out;
    }

    /**
     * Rows that go together, groups in the order of their first rows.
     *
     * @param start where each group's rows begin, and where the last's end
     * @param rows of all groups, one after another
     */
    private record Groups(int[] start, int[] rows) {
        static Groups of(int[] top) {
            int[] number = new int[top.length];
            Arrays.fill(number, -1);
            int[] group = new int[top.length];
            int count = 0;
            for (int row = 0; row < top.length; row++) {
                int t = top(top, row);
                number[t] = number[t] < 0 ? count++ : number[t];
                group[row] = number[t];
            }
            int[] start = new int[count + 1];
            for (int of : group) {
                start[of + 1]++;
            }
            for (int g = 0; g < count; g++) {
                start[g + 1] += start[g];
            }
            int[] next = start.clone();
            int[] rows = new int[top.length];
            for (int row = 0; row < rows.length; row++) {
                rows[next[group[row]]++] = row;
            }
            return new Groups(start, rows);
        }

        int size() {
            return start.length - 1;
        }

        int largest() {
            int most = 0;
            for (int g = 0; g < size(); g++) {
                most = Math.max(most, start[g + 1] - start[g]);
            }
            return most;
        }
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
