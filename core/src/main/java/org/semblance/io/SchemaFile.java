package org.semblance.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.Schema;

/**
 * What the columns of a table are, as a YAML file that people read and edit.
 *
 * <pre>{@code
 * version: 1
 * columns:
 *   patient_id: {kind: key, maker: "serial:1"}        # counts the rows
 *   admitted:   {kind: date, pattern: "dd.MM.yyyy"}   # dates written dd.MM.yyyy
 *   weight:     {kind: decimal, decimals: up to 2, decimal-sign: ",", missing: "NA"}
 *   price:      {kind: decimal, decimals: 2, group-sign: ",", prefix: "$", suffix: ""}
 *   ward:       {kind: category, missing: ["?", "unknown"]}
 *   email:      {kind: identifier, maker: email}
 * }</pre>
 *
 * Only what is named is overridden. {@code decimals} is a number, {@code up to} a number (closing zeros are left out), or
 * {@code free}. Of several texts under {@code missing}, the most frequent one is written in new data.
 */
public final class SchemaFile {
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private SchemaFile() {}

    /**
     * What a schema file says.
     *
     * @throws org.semblance.plugin.ProblemException with every problem of the file and its line
     */
    public static SchemaOverrides read(Source source) {
        try (InputStream in = source.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SchemaParser(source.name()).parse(text);
        } catch (IOException e) {
            throw source.broken(e);
        }
    }

    /**
     * The same where {@code columns} is a key of another file, such as a project.
     *
     * @param columns the value of that key
     * @param file for messages
     */
    public static SchemaOverrides columns(Yaml.Node columns, String file) {
        int line = columns.line();
        return new SchemaParser(file)
                .parse(new Yaml.Members(Map.of("columns", columns), Map.of("columns", line), line));
    }

    /** The schema as such a file, each column with why it is what it is. */
    public static String write(Schema schema) {
        StringBuilder out = new StringBuilder();
        out.append("# What each column is taken for, and why. Change what is wrong and give the file with --schema.\n");
        out.append("# Kinds: whole, decimal, date, time, datetime, category, flag, text, identifier, key.\n");
        out.append("version: 1\ncolumns:\n");
        for (Field field : schema.fields()) {
            String line = "  " + scalar(field.name()) + ": {" + String.join(", ", entries(field)) + "}";
            out.append(line);
            if (!field.why().isEmpty()) {
                out.append("  # ").append(field.why().replaceAll("[\\s\\p{Cntrl}]+", " "));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static List<String> entries(Field field) {
        Format format = field.format();
        List<String> entries = new ArrayList<>();
        entries.add("kind: " + field.kind().word());
        if (field.kind() == Kind.DECIMAL || (field.kind() == Kind.WHOLE && format.decimals() != 0)) {
            int digits = format.rounding();
            entries.add("decimals: " + (digits < 0 ? "free" : (format.decimals() < 0 ? "up to " : "") + digits));
        }
        if (field.kind() == Kind.DECIMAL || field.kind() == Kind.WHOLE) {
            add(entries, "decimal-sign", format.decimalSign() == '.' ? "" : String.valueOf(format.decimalSign()));
            add(entries, "group-sign", format.groupSign() == '\0' ? "" : String.valueOf(format.groupSign()));
            add(entries, "prefix", format.prefix());
            add(entries, "suffix", format.suffix());
        }
        add(entries, "pattern", format.pattern());
        add(entries, "missing", format.missing());
        add(entries, "maker", format.maker());
        return entries;
    }

    private static void add(List<String> entries, String key, String value) {
        if (!value.isEmpty()) {
            entries.add(key + ": " + scalar(value));
        }
    }

    /** A text as YAML, in double quotes unless it is a plain word. */
    private static String scalar(String text) {
        if (SIMPLE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c <= 0xA0) || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
