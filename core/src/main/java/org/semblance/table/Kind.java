package org.semblance.table;

import java.util.Locale;

/** What the values of a column are, which decides how they are stored, modelled and written. */
public enum Kind {
    /** Whole numbers; stored as numbers. */
    WHOLE(true),
    /** Decimal numbers; stored as numbers. */
    DECIMAL(true),
    /** Days since 1970-01-01; stored as numbers. */
    DATE(true),
    /** Microseconds since midnight; stored as numbers. */
    TIME(true),
    /** Microseconds since 1970-01-01T00:00, in the column's own zone; stored as numbers. */
    DATETIME(true),
    /** One of a limited set of labels; stored as codes. */
    CATEGORY(false),
    /** Yes or no in some spelling; stored as codes. */
    FLAG(false),
    /** Free text; stored as codes, never modelled by its values. */
    TEXT(false),
    /** Something that points at a person or thing (name, e-mail, phone, number of a card): made anew. */
    IDENTIFIER(false),
    /** Different in every row, the row's own name: made anew. */
    KEY(false);

    private final boolean numeric;

    Kind(boolean numeric) {
        this.numeric = numeric;
    }

    /** Whether the column is a {@link NumberColumn}. */
    public boolean numeric() {
        return numeric;
    }

    /** Whether synthesizers learn the column; the others are made anew. */
    public boolean modelled() {
        return numeric || this == CATEGORY || this == FLAG;
    }

    /** Whether values are dates or times. */
    public boolean temporal() {
        return this == DATE || this == TIME || this == DATETIME;
    }

    /** The word users read and write. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Several of its values. */
    public String words() {
        return switch (this) {
            case WHOLE -> "whole numbers";
            case DECIMAL -> "numbers";
            case CATEGORY -> "labels";
            default -> word() + "s";
        };
    }
}
