package org.semblance.synthesize.related;

import org.semblance.trees.CodeBook;
import org.semblance.trees.Frame;

/**
 * How much the rows that hang on one and the same other row are alike: what a hundred visits of one patient tell about
 * patients is what one patient tells. Judges whether a column of the other rows tells more than chance.
 *
 * <p>Of n rows whose column has an intraclass agreement r in families of size b (weighted by size), n / (1 + (b - 1) r)
 * count. Source: Kish (1965), Survey Sampling, section 5.4.
 */
final class Families {
    private static final int GROUPS = 10;
    private static final double DEVIATIONS = 3;

    private final int[] family;
    private final int count;
    private final double size;

    /**
     * @param family by row, what it hangs on; negative where it hangs on nothing
     * @param count how many families there are
     */
    Families(int[] family, int count) {
        this.family = family;
        this.count = count;
        int[] sizes = new int[count];
        double squares = 0;
        double all = 0;
        for (int f : family) {
            if (f >= 0) {
                squares += 2 * sizes[f]++ + 1;
                all++;
            }
        }
        size = all == 0 ? 1 : squares / all;
    }

    /** Nats above which a column of the other rows is taken to tell something about a column of these. */
    double chance(Frame frame, CodeBook[] books, int column, int other) {
        int n = family.length;
        double ways = (groups(books[column]) - 1.0) * (groups(books[other]) - 1.0);
        double counting = n / (1 + (size - 1) * alike(frame, books, column));
        // Twice the rows times the information is about chi-squared; its mean for independent rows is taken off
        // already.
        return Math.max(0, (ways + DEVIATIONS * Math.sqrt(2 * ways)) / (2 * counting) - ways / (2.0 * n));
    }

    private static int groups(CodeBook book) {
        return Math.max(2, Math.min(GROUPS, book.size() + 1));
    }

    private static int group(Frame frame, CodeBook[] books, int column, int row) {
        CodeBook book = books[column];
        return book.numeric()
                ? (frame.coarse(column)[row] & 0xFF) * (GROUPS - 1) / Math.max(1, book.coarseCount() - 1)
                : frame.fine(column)[row];
    }

    /** The chance that two rows of a family are of one group, beyond that of any two rows; 0 to 1. */
    private double alike(Frame frame, CodeBook[] books, int column) {
        int groups = books[column].numeric() ? GROUPS : books[column].size() + 1;
        int[] order = order();
        int[] own = new int[groups];
        double[] all = new double[groups];
        double pairs = 0;
        double same = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && family[order[to]] == family[order[from]]) {
                own[group(frame, books, column, order[to++])]++;
            }
            for (int i = from; i < to; i++) {
                int group = group(frame, books, column, order[i]);
                all[group]++;
                same += own[group] - 1;
            }
            for (int i = from; i < to; i++) {
                own[group(frame, books, column, order[i])] = 0;
            }
            pairs += (double) (to - from) * (to - from - 1);
            from = to;
        }
        double chance = 0;
        for (double some : all) {
            chance += some / order.length * (some / order.length);
        }
        return pairs == 0 || chance >= 1 ? 0 : Math.max(0, (same / pairs - chance) / (1 - chance));
    }

    /** Rows that hang on something, family by family. */
    private int[] order() {
        int[] start = new int[count + 1];
        int all = 0;
        for (int f : family) {
            if (f >= 0) {
                start[f + 1]++;
                all++;
            }
        }
        for (int f = 0; f < count; f++) {
            start[f + 1] += start[f];
        }
        int[] order = new int[all];
        for (int i = 0; i < family.length; i++) {
            if (family[i] >= 0) {
                order[start[family[i]]++] = i;
            }
        }
        return order;
    }
}
