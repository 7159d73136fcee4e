package org.semblance.io;

import java.util.ArrayList;
import java.util.List;

/** Sentences about a reading, each with and without the places it speaks of. */
final class Notes {
    private final List<String> placed = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();

    void add(String sentence) {
        placed.add(sentence);
        plain.add(sentence);
    }

    /** A sentence without its full stop, and what it ends with where the file itself is at hand: " (line 3)". */
    void add(String sentence, String where) {
        placed.add(sentence + where + ".");
        plain.add(sentence + ".");
    }

    void addAll(Notes others) {
        placed.addAll(others.placed);
        plain.addAll(others.plain);
    }

    /** With line numbers, for the one who has the file. */
    List<String> placed() {
        return placed;
    }

    /** Counts only. */
    List<String> plain() {
        return plain;
    }
}
