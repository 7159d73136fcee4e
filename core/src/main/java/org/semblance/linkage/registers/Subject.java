package org.semblance.linkage.registers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.People;
import org.semblance.generate.people.Person;

/**
 * Whom and which visit the row in the making is about: a cursor of one thread. Names that come again and again are put
 * into small or capital letters once.
 */
final class Subject {
    private static final int KEPT = 1 << 17;

    private final Person person;
    private final String letters;
    private final StringBuilder text = new StringBuilder(64);
    private final @Nullable String[] plain = new @Nullable String[KEPT];
    private final @Nullable String[] cased = new @Nullable String[KEPT];
    private long slot;
    private int day;

    /** @param letters lower, upper or title */
    Subject(People people, String letters) {
        this.letters = letters;
        person = people.cursor();
    }

    Subject at(long number, int visitDay, long visitSlot) {
        person.at(number, visitDay);
        day = visitDay;
        slot = visitSlot;
        return this;
    }

    Person person() {
        return person;
    }

    /** Epoch day of the visit. */
    int day() {
        return day;
    }

    /** The visit's place in time. */
    long slot() {
        return slot;
    }

    /** An empty text to build a cell in. */
    StringBuilder text() {
        text.setLength(0);
        return text;
    }

    /** The text in the letters of the file; those of shared texts are kept. */
    String cased(String shared) {
        if (letters.equals("title")) {
            return shared;
        }
        int index = shared.hashCode() & KEPT - 1;
        String found = cased[index];
        if (found != null && shared.equals(plain[index])) {
            return found;
        }
        String made = letters.equals("lower") ? shared.toLowerCase(Locale.ROOT) : shared.toUpperCase(Locale.ROOT);
        plain[index] = shared;
        cased[index] = made;
        return made;
    }
}
