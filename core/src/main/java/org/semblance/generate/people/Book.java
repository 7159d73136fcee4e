package org.semblance.generate.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one country as its resource writes them: sections {@code [title]} of lines, comments after {@code #}.
 * {@code include NAME} in the section {@code [about]} reads a further resource. The text stays as it was read; a line is
 * two places in it.
 */
final class Book {
    /** What is done with each entry of a section. */
    interface Reader {
        /** @param bytes in which the entry stands from {@code from} to before {@code to}; '_' for a space */
        void entry(byte[] bytes, int from, int to);
    }

    /** A stretch of a resource. */
    private static final class Section {
        private final List<byte[]> texts = new ArrayList<>();
        /** From and to of each line, and which of the texts it is in. */
        private int[] lines = new int[48];

        private int count;

        void add(byte[] text, int from, int to) {
            if (texts.isEmpty() || texts.get(texts.size() - 1) != text) {
                texts.add(text);
            }
            if (3 * count == lines.length) {
                lines = Arrays.copyOf(lines, 2 * lines.length);
            }
            lines[3 * count] = from;
            lines[3 * count + 1] = to;
            lines[3 * count++ + 2] = texts.size() - 1;
        }
    }

    private static final Section NONE = new Section();

    private final Map<String, Section> sections = new LinkedHashMap<>();

    private Book() {}

    static @Nullable Book of(String name) {
        Book book = new Book();
        return book.read(name) ? book : null;
    }

    private boolean read(String name) {
        byte[] text;
        try (InputStream in = Book.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                return false;
            }
            text = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String title = "about";
        Section section = section(title);
        for (int begin = 0, end; begin < text.length; begin = end + 1) {
            end = begin;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            int from = begin;
            int to = end;
            while (from < to && space(text[from])) {
                from++;
            }
            while (from < to && space(text[to - 1])) {
                to--;
            }
            if (from == to || text[from] == '#') {
                continue;
            }
            if (text[from] == '[' && text[to - 1] == ']') {
                title = string(text, from + 1, to - 1);
                section = section(title);
            } else if (!title.equals("about") || !include(string(text, from, to))) {
                section.add(text, from, to);
            }
        }
        return true;
    }

    private Section section(String title) {
        return sections.computeIfAbsent(title, t -> new Section());
    }

    private boolean include(String line) {
        if (!line.startsWith("include ")) {
            return false;
        }
        if (!read(line.substring(8).strip())) {
            throw new IllegalStateException("no resource " + line);
        }
        return true;
    }

    static boolean space(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    /** The lines of a section; none where it is missing. */
    List<String> lines(String title) {
        Section section = sections.getOrDefault(title, NONE);
        List<String> out = new ArrayList<>(section.count);
        for (int i = 0; i < section.count; i++) {
            byte[] text = section.texts.get(section.lines[3 * i + 2]);
            out.add(string(text, section.lines[3 * i], section.lines[3 * i + 1]));
        }
        return out;
    }

    /** The entries of a section, which white space parts, as they stand. */
    void entries(String title, Reader reader) {
        Section section = sections.getOrDefault(title, NONE);
        for (int i = 0; i < section.count; i++) {
            byte[] text = section.texts.get(section.lines[3 * i + 2]);
            int from = section.lines[3 * i];
            int end = section.lines[3 * i + 1];
            for (int at = from; at <= end; at++) {
                if (at == end || space(text[at])) {
                    if (at > from) {
                        reader.entry(text, from, at);
                    }
                    from = at + 1;
                }
            }
        }
    }

    /** The entries of a section; an underscore stands for a space inside one. */
    List<String> entries(String title) {
        List<String> out = new ArrayList<>();
        entries(title, (text, from, to) -> out.add(string(text, from, to).replace('_', ' ')));
        return out;
    }

    /** The titles that begin with a word, such as {@code female 1950}. */
    List<String> titles(String word) {
        return sections.entrySet().stream()
                .filter(section -> section.getValue().count > 0)
                .map(Map.Entry::getKey)
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
