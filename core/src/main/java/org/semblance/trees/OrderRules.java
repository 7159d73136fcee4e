package org.semblance.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Orders between numbers that hold in every real row (a discharge is not before its admission), kept by construction:
 * a drawn number that would break one becomes the number it must not pass.
 *
 * <p>Only pairs whose ranges overlap are rules, seen together in at least {@value #FEWEST} rows. Shapes: for each
 * column, those before it in the visit order that are never larger, and those that are never smaller. Cost: p^2 n at
 * most, but a pair without order is left at its first contradiction.
 *
 * @param below [p] columns never larger than this one
 * @param above [p] columns never smaller than this one
 */
public record OrderRules(int[][] below, int[][] above) {
    private static final int FEWEST = 50;

    /** The rules of real rows between each column and those visited before it. */
    public static OrderRules of(Frame frame, CodeBook[] books, int[] order) {
        int p = books.length;
        int[][] below = new int[p][0];
        int[][] above = new int[p][0];
        for (int at = 0; at < order.length; at++) {
            int target = order[at];
            if (!books[target].numeric() || books[target].size() == 0) {
                continue;
            }
            List<Integer> less = new ArrayList<>();
            List<Integer> more = new ArrayList<>();
            for (int before = 0; before < at; before++) {
                int other = order[before];
                if (!books[other].numeric() || books[other].size() == 0 || !overlap(books[target], books[other])) {
                    continue;
                }
                if (holds(frame.values(other), frame.values(target))) {
                    less.add(other);
                } else if (holds(frame.values(target), frame.values(other))) {
                    more.add(other);
                }
            }
            below[target] = less.stream().mapToInt(c -> c).toArray();
            above[target] = more.stream().mapToInt(c -> c).toArray();
        }
        return new OrderRules(below, above);
    }

    private static boolean overlap(CodeBook a, CodeBook b) {
        return a.least() < b.most() && b.least() < a.most();
    }

    private static boolean holds(double[] least, double[] most) {
        int seen = 0;
        for (int i = 0; i < least.length; i++) {
            if (least[i] > most[i]) {
                return false;
            }
            seen += least[i] <= most[i] ? 1 : 0;
        }
        return seen >= FEWEST;
    }

    /** Puts right what was drawn for a column. */
    public void enforce(Frame frame, int target, CodeBook book) {
        if (below[target].length + above[target].length == 0) {
            return;
        }
        double[] values = frame.values(target);
        for (int row = 0; row < frame.rows(); row++) {
            double value = values[row];
            for (int other : above[target]) {
                double most = frame.values(other)[row];
                value = value > most ? book.onGrid(most, false) : value;
            }
            for (int other : below[target]) {
                double least = frame.values(other)[row];
                value = value < least ? book.onGrid(least, true) : value;
            }
            if (value != values[row] && !Double.isNaN(value)) {
                frame.put(target, row, value, book);
            }
        }
    }

    /** How many rules there are. */
    public int count() {
        return Arrays.stream(below).mapToInt(c -> c.length).sum()
                + Arrays.stream(above).mapToInt(c -> c.length).sum();
    }
}
