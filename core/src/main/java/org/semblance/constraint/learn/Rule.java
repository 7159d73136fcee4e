package org.semblance.constraint.learn;

import org.semblance.table.Table;

/** Something that (nearly) all real rows keep. Columns are positions among the scored ones; immutable. */
public interface Rule {
    /** What kinds of rules there are, in the order of the page. */
    enum Family {
        ORDER("order of columns"),
        ARITHMETIC("arithmetic"),
        FIXED("fixed combinations"),
        NEVER("never together"),
        MISSING("missing values"),
        SINGLE("single columns");

        private final String words;

        Family(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What a rule says of a row. */
    enum Verdict {
        /** Nothing: a value that it is about is missing, or was never seen in the real table. */
        SILENT,
        KEPT,
        BROKEN
    }

    /** A rule held against one table; thread-safe. */
    interface Check {
        Verdict of(int row);
    }

    Family family();

    /** The rule in words, by the names of columns and common labels. */
    String words();

    /** For the real table, the synthetic one, or any other with the same scored columns. */
    Check in(Table table);

    static Verdict verdict(boolean kept) {
        return kept ? Verdict.KEPT : Verdict.BROKEN;
    }
}
