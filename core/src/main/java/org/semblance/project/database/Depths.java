package org.semblance.project.database;

import java.util.Arrays;
import org.semblance.evaluate.related.Link;
import org.semblance.random.Rng;

/**
 * How many rows of its own table stand above each row, and which rows of a part stand as deep. A row that names itself, or
 * goes round in a circle, has none above it. Cost: one pass over the rows.
 *
 * @param of each row
 * @param rows by part, then by depth
 */
record Depths(int[] of, int[][][] rows) {
    /** @param candidates by part, the rows that may be found */
    static Depths of(Link link, int[][] candidates) {
        int[] depth = new int[link.size()];
        Arrays.fill(depth, -1);
        int[] trail = new int[depth.length];
        for (int row = 0; row < depth.length; row++) {
            int length = 0;
            int at = row;
            // -2 marks a row that is on the trail.
            while (at >= 0 && depth[at] == -1) {
                depth[at] = -2;
                trail[length++] = at;
                at = link.parent(at);
            }
            int above = at < 0 || depth[at] == -2 ? -1 : depth[at];
            while (length > 0) {
                depth[trail[--length]] = ++above;
            }
        }
        int most = Arrays.stream(depth).max().orElse(0);
        int[][][] rows = new int[candidates.length][][];
        for (int part = 0; part < rows.length; part++) {
            rows[part] = levels(candidates[part], depth, most);
        }
        return new Depths(depth, rows);
    }

    private static int[][] levels(int[] some, int[] depth, int most) {
        int[] sizes = new int[most + 1];
        Arrays.stream(some).forEach(row -> sizes[depth[row]]++);
        int[][] levels = new int[most + 1][];
        Arrays.setAll(levels, d -> new int[sizes[d]]);
        for (int row : some) {
            levels[depth[row]][--sizes[depth[row]]] = row;
        }
        return levels;
    }

    /** Some row of a part that stands as deep as a row, or as nearly as deep as there is one; -1 for none. */
    int as(int row, int part, Rng rng) {
        for (int d = of[row]; d > 0; d--) {
            int[] level = rows[part][d];
            if (level.length > 0) {
                return level[rng.nextInt(level.length)];
            }
        }
        return -1;
    }
}
