package org.semblance.expression;

import org.jspecify.annotations.Nullable;

/**
 * A part of an expression.
 *
 * @param at the place of its first character
 * @param literal the label where it is one in quotes, which may turn out to be a date
 * @param column the name where it is a column
 */
record Node(
        Sort sort,
        int at,
        @Nullable String literal,
        @Nullable String column,
        @Nullable Values values,
        @Nullable Texts texts) {
    /** Numbers, dates and conditions: a new array, which the caller may change; NaN is missing. */
    interface Values {
        double[] of(Window window);
    }

    /** Labels; null is missing. */
    interface Texts {
        @Nullable
        String[] of(Window window);
    }

    /** What is made of a value, or of two. */
    interface Map1 {
        double of(double value);
    }

    interface Map2 {
        double of(double a, double b);
    }

    static Node values(Sort sort, int at, Values values) {
        return new Node(sort, at, null, null, values, null);
    }

    static Node texts(int at, Texts texts) {
        return new Node(Sort.LABEL, at, null, null, null, texts);
    }

    double[] of(Window window) {
        if (values == null) {
            throw new IllegalStateException("these are labels");
        }
        return values.of(window);
    }

    @Nullable
    String[] textsOf(Window window) {
        if (texts == null) {
            throw new IllegalStateException("these are no labels");
        }
        return texts.of(window);
    }

    /** Whether each row has no value: 1 or 0. */
    double[] missing(Window window) {
        double[] out;
        if (texts != null) {
            @Nullable String[] labels = texts.of(window);
            out = new double[labels.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = labels[i] == null ? 1 : 0;
            }
            return out;
        }
        out = of(window);
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.isNaN(out[i]) ? 1 : 0;
        }
        return out;
    }

    /** The same values moved to another sort. */
    Node map(Sort to, Map1 map) {
        return values(to, at, window -> {
            double[] out = of(window);
            for (int i = 0; i < out.length; i++) {
                out[i] = finite(map.of(out[i]));
            }
            return out;
        });
    }

    Node map(Sort to, Node other, Map2 map) {
        return values(to, at, window -> {
            double[] out = of(window);
            double[] second = other.of(window);
            for (int i = 0; i < out.length; i++) {
                out[i] = finite(map.of(out[i], second[i]));
            }
            return out;
        });
    }

    /** What is no number (a division by 0, the root of -1) is missing. */
    private static double finite(double value) {
        return Math.abs(value) <= Double.MAX_VALUE ? value : Double.NaN;
    }
}
