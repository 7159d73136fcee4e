package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

/** Whether a withheld number could be another for all that is shown, found by another way than the rule's own. */
class WithheldTest {
    private static final int FEW = ColumnViews.FEWEST;

    /** Tables of 2 to 6 groups a side, no group of fewer than ten rows, many cells of few. */
    @Test
    void noSmallCellCanBeComputedFromWhatIsShown() {
        Rng rng = Rng.of(1);
        int small = 0;
        int shown = 0;
        for (int trial = 0; trial < 3_000; trial++) {
            int height = 2 + (int) (5 * rng.nextDouble());
            int width = 2 + (int) (5 * rng.nextDouble());
            int[] counts = new int[height * width];
            boolean[] told = new boolean[counts.length];
            for (int k = 0; k < counts.length; k++) {
                boolean large = rng.nextDouble() < 0.7;
                counts[k] = (int) ((large ? 60 : 7) * rng.nextDouble());
                told[k] = counts[k] < FEW && rng.nextDouble() < 0.2;
            }
            if (!everyGroupIsLarge(counts, width)) {
                continue;
            }
            boolean[] hidden = Withheld.of(counts, width, told);
            for (int k = 0; k < counts.length; k++) {
                assertThat(counts[k] >= FEW || hidden[k]).isTrue();
                shown += hidden[k] ? 0 : 1;
                if (counts[k] > 0 && counts[k] < FEW) {
                    small++;
                    int cell = k;
                    assertThat(canRise(k, counts, width, hidden, told) || canFall(k, counts, width, hidden, told))
                            .as(() -> cell + " of " + Arrays.toString(counts) + " by " + width)
                            .isTrue();
                }
            }
        }
        assertThat(small).isGreaterThan(1_000);
        assertThat(shown).isGreaterThan(1_000);
    }

    @Test
    void whatIsWithheldInALineIsNotFewTogether() {
        int[] counts = {40, 3, 50, 60, 70, 20, 5, 30, 40};
        boolean[] hidden = Withheld.of(counts, 3, new boolean[9]);
        for (int line = 0; line < 3; line++) {
            int across = 0;
            int down = 0;
            for (int k = 0; k < 3; k++) {
                across += hidden[3 * line + k] ? counts[3 * line + k] : 0;
                down += hidden[3 * k + line] ? counts[3 * k + line] : 0;
            }
            assertThat(across == 0 || across >= FEW).isTrue();
            assertThat(down == 0 || down >= FEW).isTrue();
        }
    }

    @Test
    void whereNoneIsSmallAllIsShown() {
        assertThat(Withheld.of(new int[] {10, 20, 30, 40}, 2, new boolean[4])).containsOnly(false);
        assertThat(Withheld.of(new int[0], 0, new boolean[0])).isEmpty();
        // A 0 is nobody's: it is not shown, but nothing else is withheld for it.
        assertThat(Withheld.of(new int[] {10, 0, 0, 40}, 2, new boolean[4])).containsExactly(false, true, true, false);
    }

    private static boolean everyGroupIsLarge(int[] counts, int width) {
        int[] across = new int[width];
        int[] down = new int[counts.length / width];
        for (int k = 0; k < counts.length; k++) {
            across[k % width] += counts[k];
            down[k / width] += counts[k];
        }
        return Arrays.stream(across).allMatch(sum -> sum >= FEW)
                && Arrays.stream(down).allMatch(sum -> sum >= FEW);
    }

    private static boolean canRise(int cell, int[] counts, int width, boolean[] hidden, boolean[] told) {
        return rises(cell, counts, told) && path(cell % width, cell / width, cell, counts, width, hidden, told, true);
    }

    private static boolean canFall(int cell, int[] counts, int width, boolean[] hidden, boolean[] told) {
        return counts[cell] > 0 && path(cell % width, cell / width, cell, counts, width, hidden, told, false);
    }

    private static boolean rises(int cell, int[] counts, boolean[] told) {
        return !told[cell] || counts[cell] < FEW - 1;
    }

    /**
     * Whether a change by one row of the cell can be made good through other withheld cells, one in its column, one in that
     * one's row and so on, back to its row: then all totals of rows and columns stay.
     */
    private static boolean path(
            int from, int to, int cell, int[] counts, int width, boolean[] hidden, boolean[] told, boolean rise) {
        int height = counts.length / width;
        boolean[] columns = new boolean[width];
        boolean[] rows = new boolean[height];
        columns[from] = true;
        for (int round = 0; round < width + height; round++) {
            for (int k = 0; k < counts.length; k++) {
                if (!hidden[k] || k == cell) {
                    continue;
                }
                boolean falls = counts[k] > 0;
                boolean grows = rises(k, counts, told);
                // In a column already reached the cell moves against the first one, in a row with it.
                rows[k / width] |= columns[k % width] && (rise ? falls : grows);
                columns[k % width] |= rows[k / width] && k / width != to && (rise ? grows : falls);
            }
        }
        return rows[to];
    }
}
