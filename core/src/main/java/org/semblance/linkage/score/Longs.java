package org.semblance.linkage.score;

import java.util.Arrays;

/** A growing run of long numbers, each with a score where scores are kept. */
final class Longs {
    long[] values = new long[1024];
    double[] scores = {};
    int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Numbers.larger(size));
        }
        values[size++] = value;
    }

    void add(long value, double score) {
        add(value);
        if (scores.length < values.length) {
            scores = Arrays.copyOf(scores, values.length);
        }
        scores[size - 1] = score;
    }
}
