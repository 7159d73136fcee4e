package org.semblance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * The texts of reports, all in {@code report.properties}: whoever translates a report translates that file.
 *
 * <p>{@code {0}}, {@code {1}} and so on stand for values, which come as they are to be shown; nothing else is special.
 */
public final class Words {
    private static final Properties ALL = read("report.properties");

    private Words() {}

    /** A sentence to be put into another one: without its full stop. */
    public static String clause(String sentence) {
        return sentence.endsWith(".") && !sentence.endsWith("..")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }

    /** The text of that key with its values in place. */
    public static String of(String key, Object... values) {
        return find(key, values)
                .orElseThrow(() -> new IllegalArgumentException("report.properties has no \"" + key + "\""));
    }

    /** The same where the text may not exist: of measures that this package does not know. */
    public static Optional<String> find(String key, Object... values) {
        String text = ALL.getProperty(key);
        return text == null ? Optional.empty() : Optional.of(fill(text, values));
    }

    /** In one pass, so that a value that looks like a place is left alone. */
    private static String fill(String text, Object... values) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int close = text.indexOf('}', at);
            boolean place = text.charAt(at) == '{' && close == at + 2 && Character.isDigit(text.charAt(at + 1));
            if (place) {
                out.append(values[text.charAt(at + 1) - '0']);
                at = close + 1;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    static Properties all() {
        Properties copy = new Properties();
        copy.putAll(ALL);
        return copy;
    }

    private static Properties read(String name) {
        Properties out = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + Words.class.getName());
            }
            out.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }
}
