package org.semblance.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Tables from literal texts and back. */
final class Texts {
    private Texts() {}

    static Loaded read(String text) {
        return read(text, ReadOptions.DEFAULT);
    }

    static Loaded read(String text, ReadOptions options) {
        return read(text.getBytes(StandardCharsets.UTF_8), options);
    }

    static Loaded read(byte[] bytes, ReadOptions options) {
        return TableReader.read(Source.of(new ByteArrayInputStream(bytes), "data.csv"), options, Run.of(1));
    }

    static String write(Table table, Dialect dialect) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.write(table, dialect, out, Run.of(1));
        return out.toString(dialect.charset());
    }

    /** Read and written again. */
    static String again(String text) {
        Loaded loaded = read(text);
        return write(loaded.table(), loaded.dialect());
    }

    /** {@code name:kind name:kind}. */
    static String kinds(Loaded loaded) {
        List<String> kinds = new ArrayList<>();
        loaded.table()
                .schema()
                .fields()
                .forEach(f -> kinds.add(f.name() + ":" + f.kind().word()));
        return String.join(" ", kinds);
    }

    /** All values of a column. */
    static List<Object> values(Loaded loaded, String column) {
        List<Object> values = new ArrayList<>();
        int at = loaded.table().schema().index(column);
        for (int row = 0; row < loaded.table().rows(); row++) {
            values.add(loaded.table().cell(row, at));
        }
        return values;
    }
}
