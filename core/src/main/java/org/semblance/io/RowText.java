package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Turns tables of one schema into lines of UTF-8 text. Thread-safe; labels are encoded once for each dictionary. */
final class RowText {
    private static final String ISO_DATE = "yyyy-MM-dd";
    private static final String ISO_TIME = "HH:mm:ss";

    /** The labels of a dictionary as they are written. */
    private record Encoded(List<String> labels, byte[][] bytes) {}

    private final Dialect dialect;
    private final byte[] lineEnd;
    private final Field[] fields;
    private final byte[][] missing;
    private final @Nullable NumberWriter[] numbers;
    private final @Nullable DatePattern[] dates;
    private final boolean[] mayNeedQuotes;
    private final AtomicReferenceArray<@Nullable Encoded> encoded;

    RowText(Schema schema, Dialect dialect) {
        this.dialect = dialect;
        int width = schema.size();
        lineEnd = dialect.lineEnd().getBytes(StandardCharsets.UTF_8);
        fields = schema.fields().toArray(new Field[0]);
        missing = new byte[width][];
        numbers = new @Nullable NumberWriter[width];
        dates = new @Nullable DatePattern[width];
        mayNeedQuotes = new boolean[width];
        encoded = new AtomicReferenceArray<>(width);
        for (int c = 0; c < width; c++) {
            Format format = fields[c].format();
            String token = format.missing();
            // An empty line would not be read as a row.
            missing[c] =
                    bytes(token.isEmpty() && width == 1 ? "" + dialect.quote() + dialect.quote() : quoted(token, true));
            String signs = "" + format.decimalSign() + format.groupSign() + format.prefix() + format.suffix()
                    + format.pattern();
            mayNeedQuotes[c] = signs.indexOf(dialect.delimiter()) >= 0;
            switch (fields[c].kind()) {
                case WHOLE, DECIMAL -> numbers[c] = new NumberWriter(format);
                case DATE, TIME, DATETIME -> dates[c] = pattern(fields[c]);
                default -> {}
            }
        }
    }

    /** How a column of dates or times is written; as ISO 8601 has it, where its format does not say. */
    static DatePattern pattern(Field field) {
        String pattern = field.format().pattern();
        String standard = switch (field.kind()) {
            case DATE -> ISO_DATE;
            case TIME -> ISO_TIME;
            default -> ISO_DATE + " " + ISO_TIME;
        };
        return DatePattern.of(pattern.isEmpty() ? standard : pattern);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void header(List<String> names, ByteSink out) {
        for (int c = 0; c < names.size(); c++) {
            if (c > 0) {
                out.put(dialect.delimiter());
            }
            out.put(quoted(names.get(c), false));
        }
        out.put(lineEnd);
    }

    void rows(Table table, ByteSink out) {
        int width = fields.length;
        Column[] columns = new Column[width];
        byte[][][] labels = new byte[width][][];
        for (int c = 0; c < width; c++) {
            columns[c] = table.column(c);
            labels[c] = columns[c] instanceof CodeColumn codes ? labels(c, codes.labels()) : new byte[0][];
        }
        for (int row = 0; row < table.rows(); row++) {
            for (int c = 0; c < width; c++) {
                if (c > 0) {
                    out.put(dialect.delimiter());
                }
                if (columns[c] instanceof CodeColumn codes) {
                    int code = codes.code(row);
                    out.put(code < 0 ? missing[c] : labels[c][code]);
                } else {
                    number(c, ((NumberColumn) columns[c]).get(row), out);
                }
            }
            out.put(lineEnd);
        }
    }

    private void number(int c, double value, ByteSink out) {
        if (Double.isNaN(value)) {
            out.put(missing[c]);
            return;
        }
        int start = out.size;
        NumberWriter writer = numbers[c];
        DatePattern pattern = dates[c];
        if (writer != null) {
            writer.write(value, out);
        } else if (pattern != null) {
            pattern.format(value, out);
        }
        if (mayNeedQuotes[c]) {
            String text = new String(out.bytes, start, out.size - start, StandardCharsets.UTF_8);
            if (text.indexOf(dialect.delimiter()) >= 0) {
                out.size = start;
                out.put(quoted(text, false));
            }
        }
    }

    private byte[][] labels(int column, List<String> labels) {
        Encoded known = encoded.get(column);
        if (known != null && known.labels() == labels) {
            return known.bytes();
        }
        byte[][] bytes = new byte[labels.size()][];
        String token = fields[column].format().missing();
        for (int i = 0; i < bytes.length; i++) {
            String label = labels.get(i);
            boolean clash = label.equals(token) || MissingTokens.known(label);
            bytes[i] = bytes(clash ? wrapped(label) : quoted(label, false));
        }
        encoded.set(column, new Encoded(labels, bytes));
        return bytes;
    }

    /** The text, in quotes where it must be; an empty {@code token} stays empty. */
    private String quoted(String text, boolean token) {
        if (text.isEmpty()) {
            return token ? "" : wrapped(text);
        }
        char last = text.charAt(text.length() - 1);
        boolean needed = text.charAt(0) <= ' ' || last <= ' ';
        for (int i = 0; i < text.length() && !needed; i++) {
            char c = text.charAt(i);
            needed = c == dialect.delimiter() || c == dialect.quote() || c == '\n' || c == '\r';
        }
        return needed ? wrapped(text) : text;
    }

    private String wrapped(String text) {
        String quote = String.valueOf(dialect.quote());
        return quote + text.replace(quote, quote + quote) + quote;
    }
}
