package org.semblance.linkage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** The words of a header in small letters without accents: {@code GebDatum}, {@code geb_datum} and {@code Geb. Datum} alike. */
final class HeaderWords {
    private HeaderWords() {}

    static String joined(String header) {
        return String.join("", of(header));
    }

    static List<String> of(String header) {
        String apart = Normalizer.normalize(header, Normalizer.Form.NFKD);
        StringBuilder word = new StringBuilder();
        List<String> words = new ArrayList<>();
        char before = ' ';
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
                continue;
            }
            boolean starts = Character.isUpperCase(c) && Character.isLowerCase(before)
                    || Character.isDigit(c) && Character.isLetter(before);
            if (starts || !Character.isLetterOrDigit(c)) {
                end(word, words);
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(plain(Character.toLowerCase(c)));
            }
            before = c;
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Letters that are no letter with an accent, as people write them without. */
    private static String plain(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ł' -> "l";
            case 'đ' -> "d";
            case 'ı' -> "i";
            case 'ς' -> "σ";
            default -> String.valueOf(c);
        };
    }
}
