package org.semblance.generate.people;

import java.util.function.UnaryOperator;
import org.semblance.io.ByteSink;

/**
 * The surnames of a country in both genders. A person's surname is a code: one or two places in the list and how they
 * are joined; a single one is a shared text.
 */
final class Surnames {
    static final long HYPHEN = 1L << 48;
    private static final int SECOND = 24;
    private static final long PLACE = (1L << SECOND) - 1;

    private final Names names;
    private final Casing casing;
    private final Texts feminine;
    private final Texts feminineRomanised;

    /** @param inflect {@link Feminine#SAME} where women have the same names */
    Surnames(Names names, UnaryOperator<String> inflect, UnaryOperator<String> romanise, Casing casing) {
        this.names = names;
        this.casing = casing;
        if (inflect == Feminine.SAME) {
            feminine = names.texts(false);
            feminineRomanised = names.texts(true);
            return;
        }
        String[] inflected = new String[names.size()];
        String[] latin = new String[names.size()];
        for (int i = 0; i < inflected.length; i++) {
            inflected[i] = inflect.apply(names.written(i));
            boolean same = inflected[i].equals(names.written(i));
            latin[i] = same ? names.romanised(i) : romanise.apply(inflected[i]);
        }
        feminine = Texts.of(inflected);
        feminineRomanised = Texts.of(latin);
    }

    /** How many there are; their codes are 1 and up. */
    int size() {
        return feminine.size();
    }

    long draw(long bits) {
        return names.at(bits, 0) + 1;
    }

    static long joined(long first, long second, boolean hyphen) {
        return first & PLACE | (second & PLACE) << SECOND | (hyphen ? HYPHEN : 0);
    }

    /** The first of two surnames, or the only one. */
    static long first(long code) {
        return code & PLACE;
    }

    /** The last of two surnames, or the only one. */
    static long last(long code) {
        long second = code >>> SECOND & PLACE;
        return second == 0 ? code & PLACE : second;
    }

    String text(long code, boolean female, boolean romanised) {
        Texts texts = texts(female, romanised);
        String front = texts.get((int) (code & PLACE) - 1);
        int second = (int) (code >>> SECOND & PLACE) - 1;
        return second < 0 ? front : front + ((code & HYPHEN) != 0 ? "-" : " ") + texts.get(second);
    }

    void write(long code, boolean female, Wording wording, ByteSink out) {
        Texts texts = texts(female, wording.romanised()).in(wording.letters(), casing);
        texts.write((int) (code & PLACE) - 1, out);
        int second = (int) (code >>> SECOND & PLACE) - 1;
        if (second >= 0) {
            out.put((code & HYPHEN) != 0 ? '-' : ' ');
            texts.write(second, out);
        }
    }

    /** The first surname in plain small letters. */
    void writePlain(long code, boolean female, ByteSink out) {
        texts(female, true).writePlain((int) (code & PLACE) - 1, out);
    }

    private Texts texts(boolean female, boolean romanised) {
        return !female ? names.texts(romanised) : romanised ? feminineRomanised : feminine;
    }
}
