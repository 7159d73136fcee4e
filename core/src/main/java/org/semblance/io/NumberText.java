package org.semblance.io;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Field;
import org.semblance.table.Kind;

/** The values of a numeric column as the text that {@link TableWriter} writes for them. Not thread-safe. */
public final class NumberText {
    private final @Nullable DatePattern pattern;
    private final NumberWriter writer;
    private final ByteSink sink = new ByteSink(64);

    /** @throws IllegalArgumentException where the column holds labels */
    public NumberText(Field field) {
        if (!field.kind().numeric()) {
            throw new IllegalArgumentException(field.name() + " holds labels");
        }
        boolean number = field.kind() == Kind.WHOLE || field.kind() == Kind.DECIMAL;
        pattern = number ? null : RowText.pattern(field);
        writer = new NumberWriter(field.format());
    }

    /** The text of a value that is not missing. */
    public String of(double value) {
        sink.size = 0;
        if (pattern == null) {
            writer.write(value, sink);
        } else {
            pattern.format(value, sink);
        }
        return new String(sink.bytes, 0, sink.size, StandardCharsets.UTF_8);
    }
}
