package org.semblance.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is typed in one language into a field that wants something, by what the field is for. Immutable. */
final class DefaultWords {
    private static final Map<String, DefaultWords> ALL = read();

    private final Map<String, List<String>> lists;
    private final boolean latin;

    private DefaultWords(Map<String, List<String>> lists) {
        this.lists = lists;
        latin = latin(lists.getOrDefault("words", List.of("")).get(0));
    }

    static DefaultWords of(String language) {
        DefaultWords words = ALL.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no words of " + language);
        }
        return words;
    }

    private static Map<String, DefaultWords> read() {
        Map<String, Map<String, List<String>>> languages = new HashMap<>();
        try (InputStream in = DefaultWords.class.getResourceAsStream("default-values.txt")) {
            if (in == null) {
                throw new IllegalStateException("default-values.txt is not on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, List<String>> lists = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    lists = languages.computeIfAbsent(line.substring(1, line.indexOf(']')), key -> new HashMap<>());
                } else if (!line.startsWith("#")) {
                    int space = line.indexOf(' ');
                    lists.put(
                            line.substring(0, space),
                            List.of(line.substring(space + 1).split("\\|")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, DefaultWords> out = new HashMap<>();
        languages.forEach((language, lists) -> out.put(language, new DefaultWords(Map.copyOf(lists))));
        return Map.copyOf(out);
    }

    /** Whether a text has a Latin letter. */
    static boolean latin(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    /** Whether the language is written in Latin letters. */
    boolean latin() {
        return latin;
    }

    List<String> of(Role role) {
        String list = switch (role) {
            case FIRST_NAME -> "given";
            case FULL_NAME -> "full";
            case STREET, ADDRESS -> "street";
            case SEX -> "sex";
            default -> "words";
        };
        return lists.getOrDefault(list, List.of());
    }
}
