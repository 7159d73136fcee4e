package org.semblance.app.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.duck.DuckFormat;
import org.semblance.io.Dialect;
import org.semblance.io.TableWriter;
import org.semblance.run.Run;
import org.semblance.table.Blocks;

/**
 * How rows are written: as Parquet or JSON where the name of the file says so, else as delimited text.
 *
 * @param dialect of delimited text
 * @param like a file whose types are kept, or null
 */
record RowsFile(Dialect dialect, @Nullable Path like) {
    static final RowsFile STANDARD = new RowsFile(Dialect.STANDARD, null);

    /** The ending of a file that is written like what was read. */
    static String ending(Inputs input) {
        String name = input.name();
        Path file = input.file();
        if (file == null || DuckFormat.of(name).isEmpty()) {
            return input.gzipped() ? ".csv.gz" : ".csv";
        }
        return name.substring(input.stem().length());
    }

    void write(String name, Blocks rows, OutputStream out, Run run) {
        Optional<DuckFormat> format = DuckFormat.of(name);
        if (format.isEmpty()) {
            TableWriter.write(rows, dialect, out, run);
            return;
        }
        Optional<DuckFormat> read = like == null ? Optional.empty() : DuckFormat.of(like.toString());
        Map<String, String> types =
                like == null || read.isEmpty() ? Map.of() : read.get().types(like, run);
        format.get().write(rows, types, out, run);
    }
}
