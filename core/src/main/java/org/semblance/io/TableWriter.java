package org.semblance.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Blocks;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Writes rows as delimited text. Blocks are drawn and turned into text on the run's threads and written in order; as many
 * blocks are in memory as there are threads. The bytes do not depend on the threads.
 */
public final class TableWriter {
    /** One block at a time: drawn, turned into text, written in its turn. */
    private record Work(Blocks rows, RowText text, Dialect dialect, OutputStream out, Progress.Stage stage)
            implements InTurn.Work {
        @Override
        public InTurn.Write make(int index) {
            Table block = rows.block(index);
            ByteSink sink = new ByteSink(1 << 20);
            text.rows(block, sink);
            return () -> {
                put(sink, dialect, out);
                stage.add(block.rows());
            };
        }
    }

    private TableWriter() {}

    /**
     * Writes the header, where the dialect has one, and all rows. The stream is not closed.
     *
     * @throws UncheckedIOException where the stream fails
     */
    public static void write(Blocks rows, Dialect dialect, OutputStream out, Run run) {
        RowText text = new RowText(rows.schema(), dialect);
        try (Progress.Stage stage = run.progress().begin("write", rows.size(), "rows")) {
            start(rows.schema(), dialect, text, out);
            InTurn.run(Math.toIntExact(rows.blocks()), run, new Work(rows, text, dialect, out, stage));
            out.flush();
        } catch (IOException e) {
            throw InTurn.failed(e);
        }
    }

    /** Writes a table that is in memory. */
    public static void write(Table table, Dialect dialect, OutputStream out, Run run) {
        write(new TableRows(table), dialect, out, run);
    }

    static void start(Schema schema, Dialect dialect, RowText text, OutputStream out) throws IOException {
        ByteSink sink = new ByteSink(1024);
        if (dialect.bom()) {
            sink.put("\uFEFF");
        }
        if (dialect.header()) {
            text.header(schema.names(), sink);
        }
        put(sink, dialect, out);
    }

    static void put(ByteSink sink, Dialect dialect, OutputStream out) throws IOException {
        if (dialect.charset().equals(StandardCharsets.UTF_8)) {
            out.write(sink.bytes, 0, sink.size);
        } else {
            out.write(new String(sink.bytes, 0, sink.size, StandardCharsets.UTF_8).getBytes(dialect.charset()));
        }
    }
}
