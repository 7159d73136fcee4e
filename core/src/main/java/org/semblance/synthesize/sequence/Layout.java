package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;

/**
 * What a step is told and what is drawn for it: the features of a frame, in order.
 *
 * @param context what is known of an entity
 * @param rows the columns of a step
 * @param order which of them puts the steps in order, or -1; it holds numbers
 * @param forms what each column is drawn as
 */
record Layout(Schema context, Schema rows, int order, List<Feature> features, List<Form> forms) {
    /** Of how many labels of a column it is told how often they came. */
    private static final int COUNTED = 12;

    /** What a feature says. Some are drawn, the others known or reckoned. */
    enum What {
        /** A column of the context. */
        CONTEXT,
        /** How many steps the entity has, how many came before, how many come after. */
        LENGTH,
        POSITION,
        LEFT,
        /** Of the place before: its parts by calendar, the gap before it, the mean gap, and what is left to the last place of all. */
        BEFORE,
        LAST_GAP,
        MEAN_GAP,
        ROOM,
        /**
         * The last number of a column, its change, how large changes were of late, how far it is above the mean of some fifty
         * steps, that mean, that of all from the first on and of the recent ones, whether it was missing.
         */
        LAST,
        CHANGE,
        SWING,
        ABOVE,
        MEAN,
        OVERALL,
        RECENT,
        GONE,
        /** The last label of a column, the one before, and how often a label came so far. */
        FORMER,
        EARLIER,
        TIMES,
        /** The gap to the place before, and the weekday and the clock that a long gap leads to. */
        GAP,
        WEEKDAY,
        CLOCK,
        /** The place of this step, the same in parts that a tree may tell apart, how far it is from the first, by calendar. */
        NOW,
        TREND,
        ELAPSED,
        AT,
        /**
         * The values of this step: labels, numbers, how large their changes are, and numbers as they are drawn where that
         * is not their level.
         */
        LABEL,
        VALUE,
        SIZE,
        DEVIATION,
        /** What is to be expected of a column of numbers. */
        EXPECTED;

        /** Known of the entity before its first step. */
        boolean known() {
            return this == CONTEXT || this == LENGTH;
        }

        /** Known before anything of the step is. */
        boolean past() {
            return compareTo(GAP) < 0;
        }

        /** What a column was before. */
        boolean ofColumn() {
            return this == EXPECTED
                    || this == LAST
                    || this == CHANGE
                    || this == SWING
                    || this == ABOVE
                    || this == MEAN
                    || this == RECENT
                    || this == FORMER
                    || this == EARLIER;
        }

        /** Whether an anchor may rest on it: numbers that go on beyond what was seen as they did before. */
        boolean term() {
            return this == CONTEXT
                    || this == LAST
                    || this == CHANGE
                    || this == SWING
                    || this == ABOVE
                    || this == MEAN
                    || this == OVERALL
                    || this == RECENT
                    || this == GONE
                    || this == TIMES
                    || this == GAP
                    || this == NOW
                    || this == VALUE
                    || this == SIZE;
        }

        /** Told to lines only: a tree would take the one for a clock, and knows the other from deviations. */
        boolean ofLines() {
            return this == OVERALL || this == SIZE;
        }

        /** Whether effects of cells may rest on it. */
        boolean cells() {
            return this == CONTEXT
                    || this == POSITION
                    || this == LEFT
                    || this == FORMER
                    || this == EARLIER
                    || this == TREND
                    || this == AT
                    || this == GONE
                    || this == LAST
                    || this == LABEL
                    || this == VALUE;
        }

        /** Of the time of the step. */
        boolean time() {
            return this == GAP || this == NOW || this == TREND || this == ELAPSED || this == AT;
        }

        /** Only of use to the next gap. */
        boolean ofGaps() {
            return this == BEFORE || this == LAST_GAP || this == MEAN_GAP || this == ROOM;
        }
    }

    /**
     * One feature.
     *
     * @param column that of the context or the step, the place in {@link Calendar#PARTS}, or 0
     * @param label the code of the label that is counted, or 0
     */
    record Feature(What what, int column, int label) {
        Feature(What what, int column) {
            this(what, column, 0);
        }
    }

    Layout {
        features = List.copyOf(features);
        forms = List.copyOf(forms);
    }

    /**
     * The features of a table of steps that is drawn in levels.
     *
     * @param calendar the parts of the calendar that vary
     */
    static Layout of(Real real, List<Calendar> calendar) {
        Schema context = real.context().schema();
        Schema rows = real.schema();
        int order = real.order();
        List<Feature> out = new ArrayList<>();
        for (int c = 0; c < context.size(); c++) {
            out.add(new Feature(What.CONTEXT, c));
        }
        add(out, 0, What.LENGTH, What.POSITION, What.LEFT);
        if (order >= 0) {
            add(out, 0, What.LAST_GAP, What.MEAN_GAP, What.ROOM, What.GAP, What.NOW, What.TREND, What.ELAPSED);
            if (calendar.contains(Calendar.WEEKDAY)) {
                add(out, 0, What.WEEKDAY);
            }
            if (calendar.contains(Calendar.HOUR) && real.schema().field(order).kind() == Kind.DATETIME) {
                add(out, 0, What.CLOCK);
            }
            for (Calendar part : calendar) {
                add(out, Calendar.PARTS.indexOf(part), What.BEFORE, What.AT);
            }
        }
        for (int k = 0; k < rows.size(); k++) {
            if (k == order) {
                continue;
            }
            if (rows.field(k).kind().numeric()) {
                add(
                        out,
                        k,
                        What.LAST,
                        What.CHANGE,
                        What.SWING,
                        What.ABOVE,
                        What.MEAN,
                        What.RECENT,
                        What.VALUE,
                        What.SIZE);
                if (real.longest() > Trail.REMEMBERED) {
                    add(out, k, What.OVERALL);
                }
                if (real.gaps(k)) {
                    add(out, k, What.GONE);
                }
            } else {
                add(out, k, What.FORMER, What.EARLIER, What.LABEL);
                for (int code : real.commonest(k, COUNTED)) {
                    out.add(new Feature(What.TIMES, k, code));
                }
            }
        }
        return new Layout(context, rows, order, out, Collections.nCopies(rows.size(), Form.LEVEL));
    }

    /** The same with columns drawn in other forms; what they are drawn as comes after all features. */
    Layout with(Form[] others) {
        List<Feature> out = new ArrayList<>(features);
        for (int k = 0; k < others.length; k++) {
            if (!others[k].level()) {
                out.add(new Feature(What.DEVIATION, k));
            }
            if (others[k].expects()) {
                out.add(new Feature(What.EXPECTED, k));
            }
        }
        return new Layout(context, rows, order, out, List.of(others));
    }

    Form form(int column) {
        return forms.get(column);
    }

    private static void add(List<Feature> out, int column, What... whats) {
        for (What what : whats) {
            out.add(new Feature(what, column));
        }
    }

    int size() {
        return features.size();
    }

    Feature feature(int f) {
        return features.get(f);
    }

    /** Where a feature stands, or -1. */
    int find(What what, int column) {
        return features.indexOf(new Feature(what, column));
    }

    /** Where a feature of every column stands, -1 where there is none. */
    int[] find(What what) {
        int[] out = new int[Math.max(rows.size(), Math.max(context.size(), Calendar.PARTS.size()))];
        Arrays.setAll(out, column -> find(what, column));
        return out;
    }

    /** Whether a feature is a label. */
    boolean label(int f) {
        Feature feature = features.get(f);
        return switch (feature.what) {
            case CONTEXT -> !context.field(feature.column).kind().numeric();
            case FORMER, EARLIER, LABEL, WEEKDAY -> true;
            default -> false;
        };
    }

    Kind orderKind() {
        return order < 0 ? Kind.WHOLE : rows.field(order).kind();
    }

    /** What a weekday or a clock may be drawn given. */
    int[] aroundPlace(boolean first) {
        return IntStream.range(0, size())
                .filter(f -> features.get(f).what == What.GAP && !first
                        || features.get(f).what.past()
                                && (!first || features.get(f).what.known()))
                .toArray();
    }

    /** Whether a column of numbers is drawn as its distance to an anchor. */
    private boolean deviates(int column, boolean first) {
        return !form(column).level() && (!first || form(column).fromStart());
    }

    /** The feature that is drawn for a column of a step: the first step draws levels. */
    int target(int column, boolean first) {
        if (column == order) {
            return find(first ? What.NOW : What.GAP, 0);
        }
        Field field = rows.field(column);
        if (!field.kind().numeric()) {
            return find(What.LABEL, column);
        }
        return find(deviates(column, first) ? What.DEVIATION : What.VALUE, column);
    }

    /** What a column may be drawn given: everything known before it, earlier columns of the step included. */
    int[] candidates(int column, List<Integer> earlier, boolean first) {
        List<Integer> out = new ArrayList<>();
        for (int f = 0; f < size(); f++) {
            Feature feature = features.get(f);
            What what = feature.what;
            boolean known;
            if (what == What.WEEKDAY || what == What.CLOCK) {
                known = false;
            } else if (first && what.past()) {
                known = what.known();
            } else if (what.past()) {
                known = column == order || !what.ofGaps();
            } else if (what.time()) {
                known = column != order && what != What.NOW && !(first && (what == What.GAP || what == What.ELAPSED));
            } else if (what == What.EXPECTED) {
                known = !first && feature.column == column;
            } else {
                known = earlier.contains(feature.column)
                        && !(first && what == What.SIZE)
                        && (what != What.DEVIATION || deviates(feature.column, first));
            }
            if (known) {
                out.add(f);
            }
        }
        return out.stream().mapToInt(f -> f).toArray();
    }
}
