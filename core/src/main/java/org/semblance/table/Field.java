package org.semblance.table;

/**
 * One column of a schema.
 *
 * @param name as in the header
 * @param kind what its values are
 * @param format how they are written
 * @param why in words, why it was taken for this kind; empty where nobody guessed
 */
public record Field(String name, Kind kind, Format format, String why) {
    public static Field of(String name, Kind kind) {
        return new Field(name, kind, kind == Kind.WHOLE ? Format.PLAIN.decimals(0) : Format.PLAIN, "");
    }

    public Field kind(Kind other) {
        return new Field(name, other, format, why);
    }

    public Field format(Format other) {
        return new Field(name, kind, other, why);
    }

    public Field why(String words) {
        return new Field(name, kind, format, words);
    }
}
