package org.semblance.generate.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Short and pet forms of given names, by language; several where several are in use. */
final class Nicknames {
    private final String[][] women;
    private final String[][] men;
    private final UnaryOperator<String> romanise;

    Nicknames(String language, Names women, Names men, UnaryOperator<String> romanise) {
        this.romanise = romanise;
        Book book = Book.of("nicknames-" + language);
        this.women = forms(book, "female", women);
        this.men = forms(book, "male", men);
    }

    private static String[][] forms(@Nullable Book book, String sex, Names names) {
        Map<String, String[]> known = new HashMap<>();
        for (String line : book == null ? List.<String>of() : book.lines(sex)) {
            String[] words = line.split(" ");
            known.put(words[0].replace('_', ' '), Arrays.copyOfRange(words, 1, words.length));
        }
        String[] none = {};
        String[][] out = new String[names.size()][];
        for (int i = 0; i < out.length; i++) {
            out[i] = known.getOrDefault(names.written(i), none);
        }
        return out;
    }

    @Nullable
    String of(boolean female, int place, long bits, boolean romanised) {
        String[] forms = (female ? women : men)[place];
        if (forms.length == 0) {
            return null;
        }
        String form = forms[Key.below(bits, forms.length)];
        return romanised ? romanise.apply(form) : form;
    }
}
