package org.semblance.linkage.score;

/**
 * Every record in one cluster, numbered from 0 without gaps; a record that nobody put anywhere is a cluster of its own.
 *
 * @param labels the cluster of every record
 * @param count how many clusters there are
 */
record Partition(int[] labels, int count) {
    /** Numbers any labels anew, in the array itself where they are without gaps already. */
    static Partition of(int[] labels) {
        int most = -1;
        boolean loose = false;
        for (int label : labels) {
            most = Math.max(most, label);
            loose |= label < 0;
        }
        if (most < labels.length && !loose && full(labels, most)) {
            return new Partition(labels, most + 1);
        }
        int[] map = new int[most + 1];
        int[] out = new int[labels.length];
        int next = 0;
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i];
            if (label < 0) {
                out[i] = next++;
                continue;
            }
            if (map[label] == 0) {
                map[label] = ++next;
            }
            out[i] = map[label] - 1;
        }
        return new Partition(out, next);
    }

    private static boolean full(int[] labels, int most) {
        long[] seen = new long[(most >> 6) + 1];
        int different = 0;
        for (int label : labels) {
            long bit = 1L << label;
            different += (seen[label >> 6] & bit) == 0 ? 1 : 0;
            seen[label >> 6] |= bit;
        }
        return different == most + 1;
    }

    /** How many records each cluster has. */
    int[] sizes() {
        int[] sizes = new int[count];
        for (int label : labels) {
            sizes[label]++;
        }
        return sizes;
    }
}
