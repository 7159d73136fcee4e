package org.semblance.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
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
    /** Writes blocks in their order, whichever is ready first. */
    private static final class Turns {
        private final OutputStream out;
        private long next;
        private boolean broken;

        Turns(OutputStream out) {
            this.out = out;
        }

        synchronized void write(long index, byte[] bytes, int length) throws IOException {
            while (next != index && !broken) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("interrupted");
                }
            }
            if (broken) {
                throw new CancellationException("another block failed");
            }
            out.write(bytes, 0, length);
            next++;
            notifyAll();
        }

        synchronized void fail() {
            broken = true;
            notifyAll();
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
        Turns turns = new Turns(out);
        try (Progress.Stage stage = run.progress().begin("write", rows.size(), "rows")) {
            start(rows.schema(), dialect, text, out);
            run.parallel(Math.toIntExact(rows.blocks()), index -> {
                boolean done = false;
                try {
                    Table block = rows.block(index);
                    ByteSink sink = new ByteSink(1 << 20);
                    text.rows(block, sink);
                    byte[] bytes = encoded(sink, dialect);
                    turns.write(index, bytes, bytes == sink.bytes ? sink.size : bytes.length);
                    stage.add(block.rows());
                    done = true;
                } catch (IOException e) {
                    throw failed(e);
                } finally {
                    if (!done) {
                        turns.fail();
                    }
                }
            });
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Writes a table that is in memory. */
    public static void write(Table table, Dialect dialect, OutputStream out, Run run) {
        write(new TableRows(table), dialect, out, run);
    }

    private static RuntimeException failed(IOException e) {
        return e instanceof InterruptedIOException
                ? new CancellationException("interrupted")
                : new UncheckedIOException(e);
    }

    private static void start(Schema schema, Dialect dialect, RowText text, OutputStream out) throws IOException {
        ByteSink sink = new ByteSink(1024);
        if (dialect.bom()) {
            sink.put("\uFEFF");
        }
        if (dialect.header()) {
            text.header(schema.names(), sink);
        }
        byte[] bytes = encoded(sink, dialect);
        out.write(bytes, 0, bytes == sink.bytes ? sink.size : bytes.length);
    }

    private static byte[] encoded(ByteSink sink, Dialect dialect) {
        if (dialect.charset().equals(StandardCharsets.UTF_8)) {
            return sink.bytes;
        }
        return new String(sink.bytes, 0, sink.size, StandardCharsets.UTF_8).getBytes(dialect.charset());
    }
}
