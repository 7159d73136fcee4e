package org.semblance.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.constraint.Constraints;
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
 * constraints:
 *   - order: [admitted, discharged]                   # see ConstraintLines
 * }</pre>
 *
 * Only what is named is overridden. {@code decimals} is a number, {@code up to} a number (closing zeros are left out), or
 * {@code free}. Of several texts under {@code missing}, the most frequent one is written in new data.
 */
public final class SchemaFile {
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

    /** The schema as such a file, with the constraints that were found. */
    public static String write(Schema schema, List<Constraints.Found> found) {
        return write(schema) + ConstraintLines.write(found);
    }

    /** Of the columns that are overridden, the part of a schema as a part of another file; empty where none is. */
    public static String write(SchemaOverrides overrides, Schema schema) {
        int[] chosen = IntStream.range(0, schema.size())
                .filter(c -> overrides.columns().containsKey(schema.field(c).name()))
                .toArray();
        String file = overrides.columns().isEmpty() ? "" : write(schema.select(chosen));
        return file.substring(Math.max(0, file.indexOf("columns:")));
    }

    /** The schema as such a file, each column with why it is what it is. */
    public static String write(Schema schema) {
        StringBuilder out = new StringBuilder();
        out.append("# What each column is taken for, and why. Change what is wrong and give the file with --schema.\n");
        out.append("# Kinds: whole, decimal, date, time, datetime, category, flag, text, identifier, key.\n");
        out.append("version: 1\ncolumns:\n");
        lines(schema).forEach(line -> out.append("  ").append(line).append('\n'));
        return out.toString();
    }

    /** A line for each column: its name, what it is, and why. */
    public static List<String> lines(Schema schema) {
        List<String> out = new ArrayList<>();
        for (Field field : schema.fields()) {
            String line = YamlText.of(field.name()) + ": {" + String.join(", ", entries(field)) + "}";
            out.add(line + YamlText.comment(field.why()));
        }
        return out;
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
            entries.add(key + ": " + YamlText.of(value));
        }
    }
}
