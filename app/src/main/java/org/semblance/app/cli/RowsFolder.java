package org.semblance.app.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.duck.DuckFolderSink;
import org.semblance.formats.duck.DuckFormat;
import org.semblance.io.Dialect;
import org.semblance.io.Outputs;
import org.semblance.io.database.DatabaseSink;
import org.semblance.io.database.FolderSink;

/**
 * How the tables of a database are written as files in a folder.
 *
 * @param format null for delimited text
 */
record RowsFolder(@Nullable DuckFormat format) {
    static final RowsFolder CSV = new RowsFolder(null);

    /** By the word that users type. */
    static final Map<String, RowsFolder> ALL = all();

    private static Map<String, RowsFolder> all() {
        Map<String, RowsFolder> all = new LinkedHashMap<>();
        all.put("csv", CSV);
        all.put("parquet", new RowsFolder(DuckFormat.PARQUET));
        all.put("json", new RowsFolder(DuckFormat.JSON));
        all.put("jsonl", new RowsFolder(DuckFormat.JSON_LINES));
        return Collections.unmodifiableMap(all);
    }

    /** A folder of its own. */
    DatabaseSink sink(Path folder, String name) {
        return format == null ? new FolderSink(folder, name, Map.of()) : DuckFolderSink.of(folder, name, format);
    }

    /** With the dot. */
    String ending() {
        return format == null ? ".csv" : format.ending();
    }

    /** Among other outputs, which somebody else commits. */
    DatabaseSink inside(Outputs outputs, UnaryOperator<String> names, Map<String, Dialect> dialects) {
        return format == null
                ? FolderSink.inside(outputs, names, dialects)
                : DuckFolderSink.inside(outputs, names, format);
    }
}
