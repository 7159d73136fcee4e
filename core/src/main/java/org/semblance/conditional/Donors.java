package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.Order;
import org.semblance.random.Rng;

/**
 * Donors in the order of a number, for draws among the nearest of them.
 *
 * <p>A draw starts between the donors that lie below and not below the target and walks outwards, always to the nearer
 * side (to the right where both are as far), as many steps as were drawn from 1 .. k; of donors that tie with the one that
 * it comes to, any is taken. Ties are broken anew for every target: broken once for all, as in mice (its issue 236), a
 * predictor of two labels would leave 2 k donors for however many targets. Cost O(n log n) once, O(log n + k) a draw.
 * Source: van Buuren (2018), section 3.4; mice's {@code matchindex}.
 *
 * @param scores [n] ascending
 * @param rows [n] the donor's place in what the caller keeps
 */
record Donors(double[] scores, int[] rows) {
    static Donors of(double[] scores, Rng rng) {
        int[] shuffled = new int[scores.length];
        for (int i = 0; i < shuffled.length; i++) {
            shuffled[i] = i;
        }
        rng.shuffle(shuffled);
        double[] mixed = Arrays.stream(shuffled).mapToDouble(i -> scores[i]).toArray();
        int[] order = Order.of(mixed);
        return new Donors(
                Arrays.stream(order).mapToDouble(i -> mixed[i]).toArray(),
                Arrays.stream(order).map(i -> shuffled[i]).toArray());
    }

    /**
     * One of the k nearest donors of a target.
     *
     * @param not a donor that is never taken, or -1; where it is the only one, it is taken all the same
     * @return the donor's place, or -1 where there are none
     */
    int draw(double target, int k, int not, Rng rng) {
        int n = scores.length;
        int others = not >= 0 && n > 1 ? n - 1 : n;
        if (n == 0) {
            return -1;
        }
        int never = n > 1 ? not : -1;
        return tied(place(target, 1 + rng.nextInt(Math.min(k, others)), never), never, rng);
    }

    /** Any of the donors with the score of the one at a place of the order, which is not the one never taken. */
    private int tied(int at, int never, Rng rng) {
        double score = scores[at];
        boolean alone = (at == 0 || scores[at - 1] != score) && (at == scores.length - 1 || scores[at + 1] != score);
        if (alone) {
            return rows[at];
        }
        int from = first(0, at, score);
        int to = first(at, scores.length, Math.nextUp(score));
        int taken;
        do {
            taken = rows[from + rng.nextInt(to - from)];
        } while (taken == never);
        return taken;
    }

    /** The first place between two whose score is not below another. */
    private int first(int from, int to, double score) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The donor that is the {@code steps}-th nearest, the first of those that tie. */
    int nearest(double target, int steps, int not) {
        return rows[place(target, steps, not)];
    }

    private int place(double target, int steps, int not) {
        // A target that is no number is nearest to the largest.
        int right = Double.isNaN(target) ? scores.length : first(0, scores.length, target);
        int left = right - 1;
        int taken = -1;
        for (int step = 0; step < steps; ) {
            boolean leftIsNearer =
                    left >= 0 && (right == scores.length || target - scores[left] < scores[right] - target);
            taken = leftIsNearer ? left-- : right++;
            step += rows[taken] == not ? 0 : 1;
        }
        return taken;
    }
}
