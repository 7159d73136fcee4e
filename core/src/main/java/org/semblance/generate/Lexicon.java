package org.semblance.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;
import org.jspecify.annotations.Nullable;

/**
 * The word lists of Datafaker in one language, as {@link Phrase}s. Only its data is used: drawing is our own, so that
 * it is keyed, thread-safe and fast. A language without a list gets the English one.
 *
 * <p>Not read: alternatives that call methods or hold regular expressions, and those of titles before and behind names.
 */
public final class Lexicon {
    private static final int DEEPEST = 8;

    /** The first look into a language costs 0.1 to 0.5 s, so that all columns share one reader. */
    private static final FakeValuesService LISTS = new FakeValuesService();

    private final FakerContext context;
    private final Map<String, Phrase> read = new HashMap<>();

    private Lexicon(String locale) {
        context = new FakerContext(Locale.forLanguageTag(locale), new RandomService(new Random(0)));
    }

    /** The phrase of a list such as {@code name.last_name}. */
    static Phrase phrase(String locale, String key) {
        synchronized (LISTS) {
            Lexicon lexicon = new Lexicon(locale);
            LISTS.updateFakeValuesInterfaceMap(lexicon.context.getLocaleChain());
            Phrase phrase = lexicon.phrase(key, 0);
            if (phrase == null && !locale.equals("en")) {
                return phrase("en", key);
            }
            if (phrase == null) {
                throw new IllegalStateException("no word list " + key);
            }
            return phrase;
        }
    }

    /** The plain entries of a list, as they stand; none where the language has no such list. */
    public static List<String> texts(String locale, String key) {
        synchronized (LISTS) {
            Lexicon lexicon = new Lexicon(locale);
            LISTS.updateFakeValuesInterfaceMap(lexicon.context.getLocaleChain());
            return LISTS.fetchObject(key, lexicon.context) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }

    private @Nullable Phrase phrase(String key, int depth) {
        Phrase known = read.get(key);
        if (known != null || depth > DEEPEST) {
            return known;
        }
        Object found = LISTS.fetchObject(key, context);
        List<?> entries = found instanceof List<?> list ? list : found == null ? List.of() : List.of(found);
        List<List<Part>> alternatives = new ArrayList<>();
        for (Object entry : entries) {
            List<Part> parts = entry instanceof List<?> ? null : parts(String.valueOf(entry), key, depth);
            if (parts != null) {
                alternatives.add(parts);
            }
        }
        if (alternatives.isEmpty()) {
            return null;
        }
        Phrase phrase = new Phrase(alternatives);
        read.put(key, phrase);
        return phrase;
    }

    private @Nullable List<Part> parts(String text, String key, int depth) {
        if (text.startsWith("/") && text.endsWith("/") && text.length() > 1) {
            return null;
        }
        boolean signs = key.endsWith("postcode") || key.endsWith("building_number") || key.endsWith("address");
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf("#{", at);
            literal(text.substring(at, open < 0 ? text.length() : open), signs, parts);
            if (open < 0) {
                break;
            }
            int close = text.indexOf('}', open);
            Phrase inner = close < 0 ? null : reference(text.substring(open + 2, close), key, depth);
            if (inner == null) {
                return null;
            }
            parts.add(inner);
            at = close + 1;
        }
        return parts;
    }

    private @Nullable Phrase reference(String name, String key, int depth) {
        if (!name.matches("[A-Za-z_.]+")
                || name.matches("(?i)Name\\.(prefix|suffix|nobility_?title.*|title.*|initials)")) {
            return null;
        }
        String full = name.indexOf('.') < 0 ? key.substring(0, key.indexOf('.') + 1) + name : name;
        String snake = full.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return phrase(snake, depth + 1);
    }

    /** '#' is a digit, 'Ø' and a leading '#' one from 1 to 9, '?' a letter. */
    private static void literal(String text, boolean signs, List<Part> parts) {
        if (!signs) {
            if (!text.isEmpty()) {
                parts.add(new Part.Literal(text));
            }
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean leading = i == 0 || text.charAt(i - 1) == ' ';
            parts.add(
                    sign == 'Ø' || sign == '#' && leading
                            ? new Part.Sign("123456789")
                            : sign == '#'
                                    ? new Part.Sign("0123456789")
                                    : sign == '?'
                                            ? new Part.Sign("ABCDEFGHJKLMNPRSTUVWXYZ")
                                            : new Part.Literal(String.valueOf(sign)));
        }
    }
}
