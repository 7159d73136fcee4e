package org.semblance.generate.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one country as its resource writes them: sections {@code [title]} of lines, comments after {@code #}.
 * {@code include NAME} in the section {@code [about]} reads a further resource.
 */
final class Book {
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private Book() {}

    static @Nullable Book of(String name) {
        Book book = new Book();
        return book.read(name) ? book : null;
    }

    private boolean read(String name) {
        try (InputStream in = Book.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                return false;
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String title = "about";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                if (text.startsWith("[") && text.endsWith("]")) {
                    title = text.substring(1, text.length() - 1);
                } else if (title.equals("about") && text.startsWith("include ")) {
                    if (!read(text.substring(8).strip())) {
                        throw new IllegalStateException("no resource " + text);
                    }
                } else {
                    sections.computeIfAbsent(title, t -> new ArrayList<>()).add(text);
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a section; none where it is missing. */
    List<String> lines(String title) {
        return sections.getOrDefault(title, List.of());
    }

    /** The entries of a section, which white space parts; an underscore stands for a space inside one. */
    List<String> entries(String title) {
        List<String> out = new ArrayList<>();
        for (String line : lines(title)) {
            int from = 0;
            for (int i = 0; i <= line.length(); i++) {
                if (i == line.length() || Character.isWhitespace(line.charAt(i))) {
                    if (i > from) {
                        out.add(line.substring(from, i).replace('_', ' '));
                    }
                    from = i + 1;
                }
            }
        }
        return out;
    }

    /** The titles that begin with a word, such as {@code female 1950}. */
    List<String> titles(String word) {
        return sections.keySet().stream()
                .filter(title -> title.equals(word) || title.startsWith(word + " "))
                .toList();
    }

    /** A value of the section {@code [about]}. */
    String about(String key, String otherwise) {
        for (String line : lines("about")) {
            if (line.startsWith(key + " ")) {
                return line.substring(key.length() + 1).strip();
            }
        }
        return otherwise;
    }
}
