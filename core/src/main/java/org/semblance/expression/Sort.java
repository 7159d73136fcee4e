package org.semblance.expression;

import org.semblance.table.Kind;

/** What an expression yields. */
public enum Sort {
    NUMBER("a number", Kind.DECIMAL),
    /** 1 for true, 0 for false. */
    TRUTH("a condition", Kind.WHOLE),
    LABEL("a label", Kind.CATEGORY),
    /** Days since 1970-01-01. */
    DATE("a date", Kind.DATE),
    /** Microseconds since 1970-01-01T00:00. */
    DATETIME("a moment", Kind.DATETIME),
    /** Microseconds since midnight. */
    TIME("a time of day", Kind.TIME),
    /** A missing value, or one that another problem hides: fits everywhere. */
    ANY("missing", Kind.DECIMAL);

    private final String words;
    private final Kind kind;

    Sort(String words, Kind kind) {
        this.words = words;
        this.kind = kind;
    }

    /** With an article: "a number". */
    String words() {
        return words;
    }

    /** The kind of a column that holds such values. */
    public Kind kind() {
        return kind;
    }

    boolean moment() {
        return this == DATE || this == DATETIME;
    }

    public static Sort of(Kind kind) {
        return switch (kind) {
            case WHOLE, DECIMAL -> NUMBER;
            case DATE -> DATE;
            case TIME -> TIME;
            case DATETIME -> DATETIME;
            case CATEGORY, FLAG, TEXT, IDENTIFIER, KEY -> LABEL;
        };
    }
}
