package org.semblance.generate.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final String[] written;
    private final String[] romanised;
    private final String[] mail;
    private final Weighted[] decades;

    private Names(Map<String, double[]> weights, Map<String, String> latin, UnaryOperator<String> romanise) {
        written = weights.keySet().toArray(new String[0]);
        romanised = new String[written.length];
        mail = new String[written.length];
        double[][] byDecade = new double[DECADES][written.length];
        boolean same = true;
        for (int i = 0; i < written.length; i++) {
            String known = latin.get(written[i]);
            romanised[i] = known == null ? romanise.apply(written[i]) : known;
            mail[i] = letters(romanised[i]);
            double[] own = weights.getOrDefault(written[i], new double[DECADES]);
            for (int d = 0; d < DECADES; d++) {
                byDecade[d][i] = own[d];
                same &= own[d] == own[0];
            }
        }
        decades = new Weighted[DECADES];
        for (int d = 0; d < DECADES; d++) {
            decades[d] = same && d > 0 ? decades[0] : new Weighted(byDecade[d]);
        }
    }

    /**
     * Names of the sections of a word: {@code [female]} holds for all decades, {@code [female 1950]} for births from
     * 1950 to the next such section. A name of another section, and those of {@code tail}, weigh less than the ranks behind;
     * {@code tail-from 1980} says that the tail's given names are of births since then.
     */
    static Names of(Book book, String word, List<String> tail, UnaryOperator<String> romanise) {
        Map<String, double[]> weights = new LinkedHashMap<>();
        Map<String, String> latin = new LinkedHashMap<>();
        List<String> titles = book.titles(word);
        for (String title : titles) {
            int from = decade(title, word);
            int to = DECADES;
            for (String other : titles) {
                int begins = decade(other, word);
                to = begins > from ? Math.min(to, begins) : to;
            }
            int rank = 1;
            for (String entry : book.entries(title)) {
                add(entry, rank++, from == decade(titles.get(0), word) ? 0 : from, to, weights, latin);
            }
        }
        // Surnames are of no decade.
        int year = Integer.parseInt(book.about("tail-from", String.valueOf(FIRST_DECADE)));
        int tailFrom = word.equals("surname") ? 0 : (year - FIRST_DECADE) / 10;
        int listed = Math.max(1, weights.size() / Math.max(1, titles.size()));
        double least = OTHER_TIME / (listed + OFFSET);
        if (titles.size() > 1) {
            for (double[] own : weights.values()) {
                for (int d = 0; d < DECADES; d++) {
                    own[d] = own[d] == 0 ? least : own[d];
                }
            }
        }
        List<String> behind = new ArrayList<>(tail);
        behind.sort((a, b) -> Integer.compare(a.hashCode() * 0x9E3779B9, b.hashCode() * 0x9E3779B9));
        for (int i = 0; i < behind.size(); i++) {
            double weight = TAIL / (listed + 1.0 + i + OFFSET);
            weights.computeIfAbsent(behind.get(i), n -> since(tailFrom, weight));
        }
        return new Names(weights, latin, romanise);
    }

    /** Names of entries that hold for all decades. */
    static Names of(String what, List<String> entries, UnaryOperator<String> romanise) {
        Map<String, double[]> weights = new LinkedHashMap<>();
        Map<String, String> latin = new LinkedHashMap<>();
        int rank = 1;
        for (String entry : entries) {
            add(entry, rank++, 0, DECADES, weights, latin);
        }
        if (weights.isEmpty()) {
            throw new IllegalStateException("no " + what);
        }
        return new Names(weights, latin, romanise);
    }

    private static int decade(String title, String word) {
        String year = title.substring(word.length()).strip();
        return year.isEmpty() ? 0 : (Integer.parseInt(year) - FIRST_DECADE) / 10;
    }

    private static void add(
            String entry, int rank, int from, int to, Map<String, double[]> weights, Map<String, String> latin) {
        int colon = entry.indexOf(':');
        String name = colon < 0 ? entry : entry.substring(0, colon);
        int equals = name.indexOf('=');
        String shown = equals < 0 ? name : name.substring(0, equals);
        if (equals >= 0) {
            latin.put(shown, name.substring(equals + 1));
        }
        double[] own = weights.computeIfAbsent(shown, n -> new double[DECADES]);
        if (colon < 0) {
            Arrays.fill(own, from, to, 1 / (rank + OFFSET));
            return;
        }
        String[] given = entry.substring(colon + 1).split(",", -1);
        if (given.length == 1) {
            Arrays.fill(own, from, to, weight(given[0]));
            return;
        }
        for (int d = from; d < to; d++) {
            own[d] = weight(given[d]);
        }
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

    private static double weight(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static double[] since(int decade, double weight) {
        double[] out = new double[DECADES];
        Arrays.fill(out, decade, DECADES, weight);
        return out;
    }

    /** The place of a name for a birth in a year. */
    int at(long bits, int year) {
        int decade = Math.floorDiv(year - FIRST_DECADE, 10);
        return decades[Math.max(0, Math.min(DECADES - 1, decade))].at(bits);
    }

    String written(int place) {
        return written[place];
    }

    String romanised(int place) {
        return romanised[place];
    }

    /** The romanised name in plain small letters. */
    String mail(int place) {
        return mail[place];
    }

    static String letters(String text) {
        StringBuilder out = new StringBuilder();
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = Character.toLowerCase(apart.charAt(i));
            String plain = switch (c) {
                case 'ß' -> "ss";
                case 'ø' -> "o";
                case 'æ' -> "ae";
                case 'ł' -> "l";
                case 'đ', 'ð' -> "d";
                case 'þ' -> "th";
                case 'ı' -> "i";
                case 'ə' -> "a";
                default -> c >= 'a' && c <= 'z' ? String.valueOf(c) : "";
            };
            out.append(plain);
        }
        return out.toString();
    }

    int size() {
        return written.length;
    }
}
