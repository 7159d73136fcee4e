package org.semblance.linkage.registers;

import java.util.Arrays;

/**
 * Who comes how often: people 0 .. people-1 make visits 0 .. visits-1, numbered round by round, so that visit k below the
 * number of people is the first one of person k, and person k has a further one in a round of more than k visits. How
 * many come again follows 1 + Poisson with the mean that the two numbers leave, apportioned to whole people by largest
 * remainders: nothing is drawn. Memory: one number a round; from visit to person in O(log rounds).
 */
final class Visits {
    /** Rounds that fewer people than this share would come to are not looked at. */
    private static final double LEAST = 1e-15;

    private static final int MOST_ROUNDS = 2_000;

    /** Where each round begins, and after the last one the number of visits. */
    private final long[] starts;

    private final long people;

    /** @param visits at least as many as people, or 0 with them */
    Visits(long people, long visits) {
        if (people < 0 || visits < people || (people == 0 && visits > 0)) {
            throw new IllegalArgumentException(visits + " visits of " + people + " people");
        }
        this.people = people;
        long[] sizes = people == visits ? new long[0] : again(people, visits - people);
        starts = new long[sizes.length + 2];
        starts[1] = people;
        for (int r = 0; r < sizes.length; r++) {
            starts[r + 2] = starts[r + 1] + sizes[r];
        }
    }

    /** How many people come a second, third ... time; never more than the time before. */
    private static long[] again(long people, long extra) {
        double[] tails = tails(extra / (double) people);
        double sum = Arrays.stream(tails).sum();
        int rounds = tails.length;
        long[] sizes = new long[Math.max(rounds, (int) Math.min(MOST_ROUNDS, (extra - 1) / people + 1))];
        double[] rests = new double[sizes.length];
        long left = extra;
        for (int r = 0; r < rounds; r++) {
            double quota = extra * (tails[r] / sum);
            sizes[r] = Math.min(left, Math.min(r == 0 ? people : sizes[r - 1], (long) quota));
            rests[r] = quota - sizes[r];
            left -= sizes[r];
        }
        while (left > 0) {
            int best = -1;
            for (int r = 0; r < sizes.length; r++) {
                boolean room = sizes[r] < (r == 0 ? people : sizes[r - 1]);
                if (room && (best < 0 || rests[r] > rests[best])) {
                    best = r;
                }
            }
            sizes[best]++;
            rests[best]--;
            left--;
        }
        int used = sizes.length;
        while (used > 0 && sizes[used - 1] == 0) {
            used--;
        }
        return Arrays.copyOf(sizes, used);
    }

    /** P(X > 0), P(X > 1) ... of a Poisson variable. */
    private static double[] tails(double mean) {
        double[] out = new double[MOST_ROUNDS];
        double mass = StrictMath.exp(-mean);
        double tail = 1 - mass;
        int n = 0;
        while (n < MOST_ROUNDS && (n == 0 || tail > LEAST)) {
            out[n++] = Math.max(tail, LEAST);
            mass *= mean / n;
            tail -= mass;
        }
        return Arrays.copyOf(out, n);
    }

    long people() {
        return people;
    }

    long visits() {
        return starts[starts.length - 1];
    }

    /** The most visits of one person. */
    int most() {
        return people == 0 ? 0 : starts.length - 1;
    }

    long person(long visit) {
        return visit - starts[round(visit)];
    }

    /** Whether it is the person's first visit (0), second (1) ... */
    int round(long visit) {
        int low = 0;
        int high = starts.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= visit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How many visits the person makes. */
    int count(long person) {
        int low = 1;
        int high = most();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] - starts[middle - 1] > person) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The number of a person's visit in the given round, below {@link #count}. */
    long visit(long person, int round) {
        return starts[round] + person;
    }
}
