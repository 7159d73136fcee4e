package org.semblance.generate.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Names with a weight per decade of birth. An entry is {@code name}, {@code native=romanised}, and may end in
 * {@code :weight} or in twelve weights from the 1900s to the 2010s; an entry without one weighs by its rank, as
 * 1/(rank + 2): names follow Zipf's law with exponent 1 (Zanette and Manrubia 2001, Vertical transmission of culture and
 * the distribution of family names, doi:10.1016/S0378-4371(01)00046-2; the 2 keeps the first name below a tenth).
 */
final class Names {
    static final int FIRST_DECADE = 1900;
    static final int DECADES = 12;
    private static final double OFFSET = 2;

    /** Names of a word list of unknown frequency together weigh about a fifth: a choice. */
    private static final double TAIL = 0.2;

    /** A name of another time weighs a twentieth of the last listed one: a choice. */
    private static final double OTHER_TIME = 0.05;

    private final Texts written;
    private final Texts romanised;
    private final Weighted[] decades;

    /** @param romanise {@link Romanisation#NONE} where the names are in Latin letters */
    Names(NameReader list, UnaryOperator<String> romanise) {
        written = list.texts();
        romanised = romanise == Romanisation.NONE && !list.anyLatin() ? written : romanised(list, romanise);
        decades = list.choices();
    }

    private Texts romanised(NameReader list, UnaryOperator<String> romanise) {
        String[] latin = new String[written.size()];
        for (int i = 0; i < latin.length; i++) {
            String known = list.latin(i);
            latin[i] = known == null ? romanise.apply(written.get(i)) : known;
        }
        return Texts.of(latin);
    }

    /**
     * Names of the sections of a word: {@code [female]} holds for all decades, {@code [female 1950]} for births from
     * 1950 to the next such section. A name of another section, and those of {@code tail}, weigh less than the ranks behind;
     * {@code tail-from 1980} says that the tail's given names are of births since then.
     */
    static Names of(Book book, String word, List<String> tail, UnaryOperator<String> romanise) {
        NameReader list = new NameReader();
        List<String> titles = book.titles(word);
        for (String title : titles) {
            int from = decade(title, word);
            int to = DECADES;
            for (String other : titles) {
                int begins = decade(other, word);
                to = begins > from ? Math.min(to, begins) : to;
            }
            boolean first = from == decade(titles.get(0), word);
            section(book, title, list, first ? 0 : from, to);
        }
        // Surnames are of no decade.
        int year = Integer.parseInt(book.about("tail-from", String.valueOf(FIRST_DECADE)));
        int tailFrom = word.equals("surname") ? 0 : (year - FIRST_DECADE) / 10;
        int listed = Math.max(1, list.size() / Math.max(1, titles.size()));
        if (titles.size() > 1) {
            list.atLeast(OTHER_TIME / (listed + OFFSET));
        }
        List<String> behind = new ArrayList<>(tail);
        behind.sort((a, b) -> Integer.compare(a.hashCode() * 0x9E3779B9, b.hashCode() * 0x9E3779B9));
        for (int i = 0; i < behind.size(); i++) {
            list.putNew(behind.get(i), tailFrom, TAIL / (listed + 1.0 + i + OFFSET));
        }
        return new Names(list, romanise);
    }

    private static void section(Book book, String title, NameReader list, int from, int to) {
        int[] rank = {1};
        book.entries(title, (bytes, begin, end) -> list.entry(bytes, begin, end, 1 / (rank[0]++ + OFFSET), from, to));
    }

    private static int decade(String title, String word) {
        String year = title.substring(word.length()).strip();
        return year.isEmpty() ? 0 : (Integer.parseInt(year) - FIRST_DECADE) / 10;
    }

    /** What stands before the reading of {@code native=romanised}. */
    static String shown(String entry) {
        int equals = entry.indexOf('=');
        return equals < 0 ? entry : entry.substring(0, equals);
    }

    /** The reading of {@code native=romanised}, or what the rules make of it. */
    static String latin(String entry, UnaryOperator<String> romanise) {
        int equals = entry.indexOf('=');
        return equals < 0 ? romanise.apply(entry) : entry.substring(equals + 1);
    }

    /** The place of a name for a birth in a year. */
    int at(long bits, int year) {
        int decade = Math.floorDiv(year - FIRST_DECADE, 10);
        return decades[Math.max(0, Math.min(DECADES - 1, decade))].at(bits);
    }

    String written(int place) {
        return written.get(place);
    }

    String romanised(int place) {
        return romanised.get(place);
    }

    Texts texts(boolean roman) {
        return roman ? romanised : written;
    }

    int size() {
        return written.size();
    }
}
