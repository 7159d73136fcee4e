package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.Order;
import org.semblance.random.Rng;

/**
 * Donors in the order of a number, for draws among the nearest of them.
 *
 * <p>Ties are broken at random once, when the donors are put in order. A draw starts between the donors that lie below
 * and not below the target and walks outwards, always to the nearer side (to the right where both are as far), as many
 * steps as were drawn from 1 .. k. Cost O(n log n) once, O(log n + k) a draw. Source: van Buuren (2018), section 3.4;
 * mice's {@code matchindex}.
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
        return nearest(target, 1 + rng.nextInt(Math.min(k, others)), n > 1 ? not : -1);
    }

    /** The donor that is the {@code steps}-th nearest. */
    int nearest(double target, int steps, int not) {
        int at = Arrays.binarySearch(scores, target);
        int right = at >= 0 ? at : -at - 1;
        while (right > 0 && scores[right - 1] == target) {
            right--;
        }
        int left = right - 1;
        int taken = -1;
        for (int step = 0; step < steps; ) {
            boolean leftIsNearer =
                    left >= 0 && (right == scores.length || target - scores[left] < scores[right] - target);
            taken = rows[leftIsNearer ? left-- : right++];
            step += taken == not ? 0 : 1;
        }
        return taken;
    }
}
