package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;

/**
 * What a step is told and what is drawn for it: the features of a frame, in order.
 *
 * @param context what is known of an entity
 * @param rows the columns of a step
 * @param order which of them puts the steps in order, or -1; it holds numbers
 */
record Layout(Schema context, Schema rows, int order, List<Feature> features) {
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
        /** The last number of a column, its change, the mean of all and of the recent ones, whether it was missing. */
        LAST,
        CHANGE,
        MEAN,
        RECENT,
        GONE,
        /** The last label of a column and the one before. */
        FORMER,
        EARLIER,
        /** The gap to the place before. */
        GAP,
        /** The place of this step, the same in parts that a tree may tell apart, how far it is from the first, by calendar. */
        NOW,
        TREND,
        ELAPSED,
        AT,
        /** The values of this step: labels, numbers, and numbers as they are drawn where that is not their level. */
        LABEL,
        VALUE,
        DEVIATION;

        /** Known before anything of the step is. */
        boolean past() {
            return compareTo(GAP) < 0;
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

    /** One feature; {@code column} is that of the context or the step, the place in {@link Calendar#PARTS}, or 0. */
    record Feature(What what, int column) {}

    Layout {
        features = List.copyOf(features);
    }

    /**
     * The features of a table of steps.
     *
     * @param gaps which columns have missing values
     * @param forms of each column
     */
    static Layout of(Schema context, Schema rows, int order, IntPredicate gaps, Form[] forms, List<Calendar> calendar) {
        List<Feature> out = new ArrayList<>();
        for (int c = 0; c < context.size(); c++) {
            out.add(new Feature(What.CONTEXT, c));
        }
        add(out, 0, What.LENGTH, What.POSITION, What.LEFT);
        if (order >= 0) {
            add(out, 0, What.LAST_GAP, What.MEAN_GAP, What.ROOM, What.GAP, What.NOW, What.TREND, What.ELAPSED);
            for (Calendar part : calendar) {
                add(out, Calendar.PARTS.indexOf(part), What.BEFORE, What.AT);
            }
        }
        for (int k = 0; k < rows.size(); k++) {
            if (k == order) {
                continue;
            }
            if (rows.field(k).kind().numeric()) {
                add(out, k, What.LAST, What.CHANGE, What.MEAN, What.RECENT, What.VALUE);
                if (gaps.test(k)) {
                    add(out, k, What.GONE);
                }
                if (!forms[k].level()) {
                    add(out, k, What.DEVIATION);
                }
            } else {
                add(out, k, What.FORMER, What.EARLIER, What.LABEL);
            }
        }
        return new Layout(context, rows, order, out);
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
            case FORMER, EARLIER, LABEL -> true;
            default -> false;
        };
    }

    Kind orderKind() {
        return order < 0 ? Kind.WHOLE : rows.field(order).kind();
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
        int deviation = first ? -1 : find(What.DEVIATION, column);
        return deviation >= 0 ? deviation : find(What.VALUE, column);
    }

    /** What a column may be drawn given: everything known before it, earlier columns of the step included. */
    int[] candidates(int column, List<Integer> earlier, boolean first) {
        List<Integer> out = new ArrayList<>();
        for (int f = 0; f < size(); f++) {
            Feature feature = features.get(f);
            What what = feature.what;
            boolean known;
            if (first && what.past()) {
                known = what == What.CONTEXT || what == What.LENGTH;
            } else if (what.past()) {
                known = column == order || !what.ofGaps();
            } else if (what.time()) {
                known = column != order && what != What.NOW && !(first && (what == What.GAP || what == What.ELAPSED));
            } else {
                known = earlier.contains(feature.column) && !(first && what == What.DEVIATION);
            }
            if (known) {
                out.add(f);
            }
        }
        return out.stream().mapToInt(f -> f).toArray();
    }
}
