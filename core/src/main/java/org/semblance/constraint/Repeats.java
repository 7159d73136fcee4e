package org.semblance.constraint;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.random.Rng;

/** Rows of which no two should have the same (rest, value): values are moved between rows until that is so. */
final class Repeats {
    private static final int TRIES = 50;

    private final long[] rest;
    private final long[] value;
    private final int[] from;
    private final Map<Long, Integer> times = new HashMap<>();

    /** Takes hashes, negative ones for what is missing and repeats nothing. */
    Repeats(long[] rest, long[] value) {
        this.rest = rest;
        this.value = value;
        from = Swap.none(rest.length);
        for (int i = 0; i < rest.length; i++) {
            count(i, 1);
        }
    }

    /** The row whose value each row has now. */
    int[] from() {
        return from;
    }

    private void count(int row, int more) {
        times.merge(Unique.both(rest[row], value[row]), more, Integer::sum);
    }

    private int times(int row, int other) {
        return times.getOrDefault(Unique.both(rest[row], value[other]), 0);
    }

    /** Each row that repeats another exchanges its value with a row drawn at random; whether that was enough. */
    boolean exchange(Rng rng) {
        boolean enough = true;
        for (int i = 0; i < from.length; i++) {
            for (int k = 0; k < TRIES && times(i, i) > 1; k++) {
                int j = rng.nextInt(from.length);
                if (value[i] != value[j] && rest[i] != rest[j] && times(i, j) == 0 && times(j, i) == 0) {
                    swap(i, j);
                }
            }
            enough &= times(i, i) <= 1;
        }
        return enough;
    }

    private void swap(int i, int j) {
        count(i, -1);
        count(j, -1);
        long kept = value[i];
        value[i] = value[j];
        value[j] = kept;
        int row = from[i];
        from[i] = from[j];
        from[j] = row;
        count(i, 1);
        count(j, 1);
    }

    /** Deals the values out in turns, to the rows of one rest after those of another: each about equally often. */
    void deal(Rng rng) {
        Map<Long, Integer> first = new LinkedHashMap<>();
        Map<Long, int[]> groups = new LinkedHashMap<>();
        for (int i = 0; i < from.length; i++) {
            if (value[i] >= 0) {
                first.putIfAbsent(value[i], from[i]);
                groups.computeIfAbsent(rest[i], key -> new int[1])[0]++;
            }
        }
        int[] values = first.values().stream().mapToInt(row -> row).toArray();
        rng.shuffle(values);
        int start = 0;
        for (int[] group : groups.values()) {
            int size = group[0];
            group[0] = start;
            start += size;
        }
        for (int i = 0; i < from.length; i++) {
            if (value[i] >= 0) {
                from[i] = values[groups.getOrDefault(rest[i], new int[1])[0]++ % values.length];
            }
        }
    }
}
