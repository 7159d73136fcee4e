package org.semblance.plugin;

/** What an option of names with values holds for each name, for faces that complete and check as one writes. */
public enum Each {
    /** A text, a number or a flag. */
    VALUE,
    /** A method's name, or its options with the name under {@code method}. */
    METHOD,
    /** A text, or a list of them. */
    TEXTS,
    /** A number, or a list of them. */
    NUMBERS,
    /** Values by name. */
    VALUES
}
