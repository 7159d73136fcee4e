package org.semblance.linkage.score;

import java.util.Arrays;

/**
 * Who belongs together, as somebody says: a list of pairs, with a score each or without, or a cluster for every record.
 * Immutable by convention: the arrays are not copied.
 *
 * <p>A pair of two files is {@code source row << 32 | target row}; of one file, the smaller row comes first. Pairs are
 * taken as they are given: that a-b and b-c make a-c is used for clusters only.
 */
public final class Links {
    private static final int[] NONE = {};

    private final boolean clustered;
    private final long[] pairs;
    private final double[] scores;
    private final int[] source;
    private final int[] target;

    private Links(boolean clustered, long[] pairs, double[] scores, int[] source, int[] target) {
        this.clustered = clustered;
        this.pairs = pairs;
        this.scores = scores;
        this.source = source;
        this.target = target;
    }

    /** Pairs in any order; one that is there twice counts once, with its higher score. */
    public static Links pairs(long[] pairs) {
        return pairs(pairs, new double[0], pairs.length);
    }

    /** Pairs with a score each: the higher, the surer. */
    public static Links pairs(long[] pairs, double[] scores) {
        if (scores.length != pairs.length) {
            throw new IllegalArgumentException(pairs.length + " pairs, but " + scores.length + " scores");
        }
        return pairs(pairs.clone(), scores.clone(), pairs.length);
    }

    static Links pairs(long[] pairs, double[] scores, int size) {
        PairSort.Sorted sorted = PairSort.sort(pairs, scores, size);
        long[] keys = sorted.keys();
        double[] values = sorted.scores();
        boolean scored = values.length > 0;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && keys[kept - 1] == keys[i]) {
                if (scored) {
                    values[kept - 1] = Math.max(values[kept - 1], values[i]);
                }
                continue;
            }
            keys[kept] = keys[i];
            if (scored) {
                values[kept] = values[i];
            }
            kept++;
        }
        return new Links(
                false,
                kept == keys.length ? keys : Arrays.copyOf(keys, kept),
                scored ? (kept == values.length ? values : Arrays.copyOf(values, kept)) : values,
                NONE,
                NONE);
    }

    /** A cluster for every row of one file; a number below 0 is a record alone. */
    public static Links clusters(int[] labels) {
        return new Links(true, new long[0], new double[0], labels, NONE);
    }

    /** A cluster for every row of two files, in the same numbering. */
    public static Links clusters(int[] source, int[] target) {
        return new Links(true, new long[0], new double[0], source, target);
    }

    /** Whether they were given as clusters. */
    public boolean clustered() {
        return clustered;
    }

    public boolean scored() {
        return scores.length > 0;
    }

    /** Sorted, each once; empty where clusters were given. */
    public long[] pairs() {
        return pairs;
    }

    /** Of the pairs; empty where they have none. */
    public double[] scores() {
        return scores;
    }

    /** The links with a score of at least this. */
    public Links above(double threshold) {
        Longs kept = new Longs();
        for (int i = 0; i < pairs.length; i++) {
            if (scores[i] >= threshold) {
                kept.add(pairs[i], scores[i]);
            }
        }
        return pairs(kept.values, Arrays.copyOf(kept.scores, kept.values.length), kept.size);
    }

    boolean contains(long pair) {
        return Arrays.binarySearch(pairs, pair) >= 0;
    }

    /** Whether a row was put in a cluster. */
    boolean tells(int row, boolean inTarget) {
        int[] side = inTarget ? target : source;
        return row < side.length && side[row] >= 0;
    }

    /** Whether every row of two files was. */
    boolean tellsAll(Sides sides) {
        return source.length >= sides.source()
                && target.length >= sides.target()
                && Arrays.stream(source).allMatch(label -> label >= 0)
                && Arrays.stream(target).allMatch(label -> label >= 0);
    }

    /** The records in clusters: those given, or what hangs together through pairs. */
    Partition partition(Sides sides) {
        if (!clustered) {
            Union union = new Union(sides.records());
            for (long pair : pairs) {
                union.join(Sides.first(pair), sides.second(pair));
            }
            return Partition.of(union.labels());
        }
        if (!sides.two() && source.length == sides.records()) {
            return Partition.of(source);
        }
        int[] labels = new int[sides.records()];
        Arrays.fill(labels, -1);
        System.arraycopy(source, 0, labels, 0, source.length);
        System.arraycopy(target, 0, labels, sides.source(), target.length);
        return Partition.of(labels);
    }
}
