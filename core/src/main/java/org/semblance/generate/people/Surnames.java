package org.semblance.generate.people;

import java.util.function.UnaryOperator;

/**
 * The surnames of a country in both genders. A person's surname is a code: one or two places in the list and how they
 * are joined; a single one is a shared text.
 */
final class Surnames {
    static final long HYPHEN = 1L << 48;
    private static final int SECOND = 24;
    private static final long PLACE = (1L << SECOND) - 1;

    private final Names names;
    private final String[] feminine;
    private final String[] feminineRomanised;
    private final String[] feminineMail;

    Surnames(Names names, UnaryOperator<String> inflect, UnaryOperator<String> romanise) {
        this.names = names;
        feminine = new String[names.size()];
        feminineRomanised = new String[names.size()];
        feminineMail = new String[names.size()];
        for (int i = 0; i < feminine.length; i++) {
            String inflected = inflect.apply(names.written(i));
            boolean same = inflected.equals(names.written(i));
            feminine[i] = same ? names.written(i) : inflected;
            feminineRomanised[i] = same ? names.romanised(i) : romanise.apply(inflected);
            feminineMail[i] = same ? names.mail(i) : Names.letters(feminineRomanised[i]);
        }
    }

    /** How many there are; their codes are 1 and up. */
    int size() {
        return feminine.length;
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
        String front = single((int) (code & PLACE) - 1, female, romanised);
        int second = (int) (code >>> SECOND & PLACE) - 1;
        return second < 0 ? front : front + ((code & HYPHEN) != 0 ? "-" : " ") + single(second, female, romanised);
    }

    /** The first surname in plain small letters. */
    String mail(long code, boolean female) {
        int place = (int) (code & PLACE) - 1;
        return female ? feminineMail[place] : names.mail(place);
    }

    private String single(int place, boolean female, boolean romanised) {
        if (female) {
            return romanised ? feminineRomanised[place] : feminine[place];
        }
        return romanised ? names.romanised(place) : names.written(place);
    }
}
