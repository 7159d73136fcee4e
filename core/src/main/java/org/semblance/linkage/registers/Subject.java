package org.semblance.linkage.registers;

import java.text.Normalizer;
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
    private final Locale locale;
    private final boolean greek;
    private final StringBuilder text = new StringBuilder(64);
    private final @Nullable String[] plain = new @Nullable String[KEPT];
    private final @Nullable String[] cased = new @Nullable String[KEPT];
    private long slot;
    private int day;

    /** @param letters lower, upper or title */
    Subject(People people, String letters) {
        this.letters = letters;
        // Turkish has an i with a dot and one without; no other language of people differs.
        locale = Locale.forLanguageTag(people.options().locale().replace('_', '-'));
        greek = locale.getLanguage().equals("el");
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

    /** Greek capitals bear no stress. */
    private String upper(String text) {
        String upper = text.toUpperCase(locale);
        if (!greek) {
            return upper;
        }
        String apart = Normalizer.normalize(upper, Normalizer.Form.NFD).replace("\u0301", "");
        return Normalizer.normalize(apart, Normalizer.Form.NFC);
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
        String made = letters.equals("lower") ? shared.toLowerCase(locale) : upper(shared);
        plain[index] = shared;
        cased[index] = made;
        return made;
    }
}
