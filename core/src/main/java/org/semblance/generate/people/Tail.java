package org.semblance.generate.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.semblance.generate.Lexicon;

/** Rarer names behind the listed ones: a word list of Datafaker, which has no frequencies. */
final class Tail {
    private Tail() {}

    /** @param source {@code locale key}, or nothing for none */
    static List<String> of(String source) {
        if (source.isEmpty()) {
            return List.of();
        }
        int space = source.indexOf(' ');
        LinkedHashSet<String> out = new LinkedHashSet<>();
        for (String text : Lexicon.texts(source.substring(0, space), source.substring(space + 1))) {
            if (name(text)) {
                out.add(text);
            }
        }
        return new ArrayList<>(out);
    }

    /** One word of letters, apostrophes and hyphens, with a capital in front where the script has any. */
    private static boolean name(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && c != '-' && c != '\'' && Character.getType(c) != Character.NON_SPACING_MARK) {
                return false;
            }
        }
        return !text.isEmpty() && !Character.isLowerCase(text.charAt(0));
    }
}
