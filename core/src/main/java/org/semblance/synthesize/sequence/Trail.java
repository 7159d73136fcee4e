package org.semblance.synthesize.sequence;

import org.semblance.synthesize.sequence.Layout.Feature;

/**
 * What is known of the steps before, of many entities at once: one slot each. The same for real and for drawn steps.
 *
 * <p>Numbers are on the scale of their {@link Form}; one that was never there counts as the column's mean, and a missing
 * one leaves the last that was there.
 */
final class Trail {
    /** A recent mean forgets a step's weight by this share each step. */
    private static final double RECENT = 0.25;

    private final Layout layout;
    private final Form[] forms;
    private final double[] centre;
    private final double end;
    private final int[] position;
    private final int[] length;
    private final double[] first;
    private final double[] before;
    private final double[] gap;
    private final double[] now;
    private final double[][] last;
    private final double[][] change;
    private final double[][] sum;
    private final double[][] recent;
    private final int[][] count;
    private final boolean[][] gone;
    private final int[][] label;
    private final int[][] earlier;

    /**
     * @param centre the mean of each column of numbers, on the scale of its form
     * @param end the last place of all
     */
    Trail(Layout layout, Form[] forms, double[] centre, double end, int slots) {
        this.layout = layout;
        this.forms = forms;
        this.centre = centre;
        this.end = end;
        int k = layout.rows().size();
        position = new int[slots];
        length = new int[slots];
        first = new double[slots];
        before = new double[slots];
        gap = new double[slots];
        now = new double[slots];
        last = new double[k][slots];
        change = new double[k][slots];
        sum = new double[k][slots];
        recent = new double[k][slots];
        count = new int[k][slots];
        gone = new boolean[k][slots];
        label = new int[k][slots];
        earlier = new int[k][slots];
    }

    /** A new entity in the slot, before its first step. */
    void begin(int slot, int steps) {
        position[slot] = 0;
        length[slot] = steps;
        first[slot] = Double.NaN;
        before[slot] = Double.NaN;
        gap[slot] = Double.NaN;
        now[slot] = Double.NaN;
        for (int k = 0; k < last.length; k++) {
            last[k][slot] = centre[k];
            change[k][slot] = 0;
            sum[k][slot] = 0;
            recent[k][slot] = centre[k];
            count[k][slot] = 0;
            gone[k][slot] = false;
            label[k][slot] = -1;
            earlier[k][slot] = -1;
        }
    }

    /** The place of the step that is under way. */
    void arrive(int slot, double place) {
        now[slot] = place;
        if (position[slot] == 0) {
            first[slot] = place;
        }
    }

    /** A number of the step that is under way becomes the last one. */
    void note(int column, int slot, double value) {
        if (Double.isNaN(value)) {
            gone[column][slot] = true;
            return;
        }
        double scaled = forms[column].scaled(value);
        int n = count[column][slot]++;
        change[column][slot] = n == 0 ? 0 : scaled - last[column][slot];
        last[column][slot] = scaled;
        sum[column][slot] += scaled;
        double weight = Math.max(RECENT, 1.0 / (n + 1));
        recent[column][slot] += weight * (scaled - recent[column][slot]);
        gone[column][slot] = false;
    }

    /** A label of the step that is under way becomes the last one. */
    void note(int column, int slot, int code) {
        earlier[column][slot] = label[column][slot];
        label[column][slot] = code;
    }

    /** The step that is under way is over. */
    void leave(int slot) {
        gap[slot] = position[slot] == 0 ? Double.NaN : now[slot] - before[slot];
        before[slot] = now[slot];
        position[slot]++;
    }

    int position(int slot) {
        return position[slot];
    }

    /** The place of the step before. */
    double before(int slot) {
        return before[slot];
    }

    /** The place of the step that is under way. */
    double now(int slot) {
        return now[slot];
    }

    private double mean(int column, int slot) {
        return count[column][slot] == 0 ? centre[column] : sum[column][slot] / count[column][slot];
    }

    /** The code of a label feature, -1 where missing. */
    int code(Feature feature, int slot) {
        return switch (feature.what()) {
            case FORMER -> label[feature.column()][slot];
            case EARLIER -> earlier[feature.column()][slot];
            default -> throw new IllegalArgumentException(feature + " is not known from the steps before");
        };
    }

    /** The value of a feature of numbers, NaN where missing. */
    double number(Feature feature, int slot) {
        int k = feature.column();
        return switch (feature.what()) {
            case LENGTH -> length[slot];
            case POSITION -> position[slot];
            case LEFT -> length[slot] - 1 - position[slot];
            case BEFORE -> Calendar.PARTS.get(k).at(layout.orderKind(), before[slot]);
            case LAST_GAP -> gap[slot];
            case MEAN_GAP -> (before[slot] - first[slot]) / Math.max(1, position[slot] - 1);
            case ROOM -> end - before[slot];
            case NOW, TREND -> now[slot];
            case ELAPSED -> now[slot] - first[slot];
            case AT -> Calendar.PARTS.get(k).at(layout.orderKind(), now[slot]);
            case GAP -> now[slot] - before[slot];
            case LAST -> last[k][slot];
            case CHANGE -> change[k][slot];
            case MEAN -> mean(k, slot);
            case RECENT -> recent[k][slot];
            case GONE -> gone[k][slot] ? 1 : 0;
            default -> throw new IllegalArgumentException(feature + " is not known from the steps before");
        };
    }

    /** The anchor of a column, given the value of the other column of the step that it may be measured from. */
    double anchor(int column, int slot, double beside) {
        return forms[column].anchor(last[column][slot], mean(column, slot), beside);
    }
}
