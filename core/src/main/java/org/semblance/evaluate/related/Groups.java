package org.semblance.evaluate.related;

/**
 * Rows by the group they belong to (children by parent, steps by sequence): those of group g are {@code rows[starts[g]]}
 * to {@code rows[starts[g + 1] - 1]}, in order.
 *
 * @param starts one more than there are groups, ascending
 * @param rows the rows of all groups, one group after another
 */
public record Groups(int[] starts, int[] rows) {
    /**
     * @param group of each row, in 0 .. groups-1; rows of a negative group are left out
     * @param order all rows, in the order they shall have inside a group
     */
    static Groups of(int[] group, int groups, int[] order) {
        int[] starts = new int[groups + 1];
        for (int g : group) {
            if (g >= 0) {
                starts[g + 1]++;
            }
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        int[] free = starts.clone();
        int[] rows = new int[starts[groups]];
        for (int row : order) {
            if (group[row] >= 0) {
                rows[free[group[row]]++] = row;
            }
        }
        return new Groups(starts, rows);
    }

    /** How many groups there are, the empty ones included. */
    public int count() {
        return starts.length - 1;
    }

    /** How many rows a group has. */
    public int size(int group) {
        return starts[group + 1] - starts[group];
    }
}
