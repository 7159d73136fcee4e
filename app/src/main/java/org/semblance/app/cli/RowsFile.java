package org.semblance.app.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.duck.DuckFormat;
import org.semblance.io.Dialect;
import org.semblance.io.PartWriter;
import org.semblance.io.TableRows;
import org.semblance.io.TableWriter;
import org.semblance.model.DatabaseRows;
import org.semblance.run.Run;
import org.semblance.table.Blocks;
import org.semblance.table.Schema;
import org.semblance.table.Table;

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

    /**
     * The only table of a stream.
     *
     * @return how many rows it has
     */
    long write(String name, DatabaseRows rows, OutputStream out, Run run) {
        Schema schema = rows.metadata().schemas().values().iterator().next();
        if (DuckFormat.of(name).isPresent()) {
            Table all = rows.toDatabase(run).tables().values().iterator().next();
            write(name, new TableRows(all), out, run);
            return all.rows();
        }
        AtomicLong count = new AtomicLong();
        PartWriter writer = PartWriter.begin(schema, dialect, out);
        rows.forEach(
                (table, part) -> {
                    writer.write(part, run.silent());
                    count.addAndGet(part.rows());
                },
                run);
        return count.get();
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
