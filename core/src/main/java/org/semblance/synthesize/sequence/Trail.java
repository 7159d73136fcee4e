package org.semblance.synthesize.sequence;

import java.util.Arrays;
import org.semblance.synthesize.sequence.Layout.Feature;

/**
 * What is known of the steps before, of many entities at once: one slot each. The same for real and for drawn steps.
 *
 * <p>Numbers are on the scale of {@link Scales}; one that was never there counts as the column's mean, and a missing
 * one leaves the last that was there.
 */
final class Trail {
    /** A recent mean forgets a step's weight by this share each step. */
    private static final double RECENT = 0.25;
    /**
     * The mean of so many steps forgets, too: it would be a clock to trees otherwise. Only lines are told the mean of all,
     * to which a sequence returns that has a level of its own.
     */
    static final int REMEMBERED = 50;

    private static final double SLOW = 1.0 / REMEMBERED;

    /** The size of changes forgets at the rate that J. P. Morgan (1996), RiskMetrics, takes for days. */
    private static final double CALM = 0.06;

    private static final int[] NOT_COUNTED = new int[0];

    private final Layout layout;
    private final Scales scales;
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
    private final double[][] swing;
    private final double[][] mean;
    private final double[][] overall;
    private final double[][] recent;
    private final int[][] count;
    private final boolean[][] gone;
    private final int[][] label;
    private final int[][] earlier;
    /** How often each label that is counted came; empty for others. */
    private final int[][][] times;

    /** @param end the last place of all */
    Trail(Layout layout, Scales scales, double end, int slots) {
        this.layout = layout;
        this.scales = scales;
        centre = scales.centre();
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
        swing = new double[k][slots];
        mean = new double[k][slots];
        overall = new double[k][slots];
        recent = new double[k][slots];
        count = new int[k][slots];
        gone = new boolean[k][slots];
        label = new int[k][slots];
        earlier = new int[k][slots];
        times = times(layout, slots);
    }

    private static int[][][] times(Layout layout, int slots) {
        int[][][] times = new int[layout.rows().size()][0][0];
        for (Feature feature : layout.features()) {
            if (feature.what() == Layout.What.TIMES) {
                int k = feature.column();
                int from = times[k].length;
                times[k] = Arrays.copyOf(times[k], Math.max(from, feature.label() + 1));
                Arrays.fill(times[k], from, times[k].length, NOT_COUNTED);
                times[k][feature.label()] = new int[slots];
            }
        }
        return times;
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
            swing[k][slot] = 0;
            mean[k][slot] = centre[k];
            overall[k][slot] = centre[k];
            recent[k][slot] = centre[k];
            count[k][slot] = 0;
            gone[k][slot] = false;
            label[k][slot] = -1;
            earlier[k][slot] = -1;
            for (int[] one : times[k]) {
                if (one.length > 0) {
                    one[slot] = 0;
                }
            }
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
        double scaled = scales.scaled(column, value);
        int n = count[column][slot]++;
        change[column][slot] = n == 0 ? 0 : scaled - last[column][slot];
        swing[column][slot] +=
                n == 0 ? 0 : Math.max(CALM, 1.0 / n) * (Math.abs(change[column][slot]) - swing[column][slot]);
        last[column][slot] = scaled;
        mean[column][slot] += Math.max(SLOW, 1.0 / (n + 1)) * (scaled - mean[column][slot]);
        overall[column][slot] += (scaled - overall[column][slot]) / (n + 1);
        double weight = Math.max(RECENT, 1.0 / (n + 1));
        recent[column][slot] += weight * (scaled - recent[column][slot]);
        gone[column][slot] = false;
    }

    /** A label of the step that is under way becomes the last one. */
    void note(int column, int slot, int code) {
        earlier[column][slot] = label[column][slot];
        label[column][slot] = code;
        if (code >= 0 && code < times[column].length && times[column][code].length > 0) {
            times[column][code][slot]++;
        }
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

    /** Whether the step under way lies beyond those that the entity was to have. */
    boolean beyond(int slot) {
        return position[slot] >= length[slot];
    }

    /** The place of the step before. */
    double before(int slot) {
        return before[slot];
    }

    /** The place of the step that is under way. */
    double now(int slot) {
        return now[slot];
    }

    /** The last number of a column, scaled. */
    double last(int column, int slot) {
        return last[column][slot];
    }

    /**
     * The square root of how far a value of the step that is under way is from the last one, scaled: what a change moves
     * grows more slowly than the change (prices and volumes: Karpoff 1987, JFQA 22, 109-126). NaN where it is missing.
     */
    double size(int column, int slot, double value) {
        return Math.sqrt(Math.abs(scales.scaled(column, value) - last[column][slot]));
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
            case LEFT -> Math.max(0, length[slot] - 1 - position[slot]);
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
            case SWING -> swing[k][slot];
            case ABOVE -> last[k][slot] - mean[k][slot];
            case MEAN -> mean[k][slot];
            case OVERALL -> overall[k][slot];
            case RECENT -> recent[k][slot];
            case GONE -> gone[k][slot] ? 1 : 0;
            case TIMES -> times[k][feature.label()][slot];
            default -> throw new IllegalArgumentException(feature + " is not known from the steps before");
        };
    }
}
