package org.semblance.formats.jdbc;

import org.semblance.table.Kind;

/**
 * The type of a column in words that all databases share.
 *
 * @param base what it holds
 * @param size most letters of a text, or digits of a number in all; 0 where it does not say
 * @param scale digits after the decimal sign
 */
record SqlType(Base base, int size, int scale) {
    /** What a column holds. */
    enum Base {
        BOOLEAN,
        SMALLINT,
        INTEGER,
        BIGINT,
        NUMERIC,
        REAL,
        DOUBLE,
        DATE,
        TIME,
        DATETIME,
        /** A point in time, told in UTC. */
        INSTANT,
        CHAR,
        VARCHAR,
        TEXT,
        UUID,
        /** Not read: what is in it is no text. */
        BYTES,
        /** Read as the text that the database makes of it, and written as text. */
        OTHER
    }

    static SqlType of(Base base) {
        return new SqlType(base, 0, 0);
    }

    boolean integer() {
        return base == Base.SMALLINT || base == Base.INTEGER || base == Base.BIGINT;
    }

    boolean number() {
        return integer() || base == Base.NUMERIC || base == Base.REAL || base == Base.DOUBLE;
    }

    boolean text() {
        return base == Base.CHAR || base == Base.VARCHAR || base == Base.TEXT || base == Base.OTHER;
    }

    boolean moment() {
        return base == Base.DATE || base == Base.DATETIME || base == Base.INSTANT;
    }

    /** The kind of the values as they are read, before anything is guessed from them. */
    Kind kind() {
        return switch (base) {
            case BOOLEAN -> Kind.FLAG;
            case SMALLINT, INTEGER, BIGINT -> Kind.WHOLE;
            case NUMERIC, REAL, DOUBLE -> Kind.DECIMAL;
            case DATE -> Kind.DATE;
            case TIME -> Kind.TIME;
            case DATETIME, INSTANT -> Kind.DATETIME;
            default -> Kind.TEXT;
        };
    }
}
