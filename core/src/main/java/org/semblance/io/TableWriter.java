package org.semblance.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
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
        private @Nullable Throwable failure;

        Turns(OutputStream out) {
            this.out = out;
        }

        synchronized void write(long index, byte[] bytes, int length) throws IOException {
            while (next != index && failure == null) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("interrupted");
                }
            }
            if (failure != null) {
                throw new CancellationException("another block failed");
            }
            out.write(bytes, 0, length);
            next++;
            notifyAll();
        }

        /** The first failure stops the others and is the one that counts, whichever thread is heard first. */
        synchronized void fail(Throwable thrown) {
            if (failure == null) {
                failure = thrown;
            }
            notifyAll();
        }

        synchronized @Nullable Throwable failure() {
            return failure;
        }
    }

    /** One block at a time: drawn, turned into text, written in its turn. */
    private record Work(Blocks rows, RowText text, Dialect dialect, Turns turns, Progress.Stage stage) {
        void block(int index) {
            try {
                Table block = rows.block(index);
                ByteSink sink = new ByteSink(1 << 20);
                text.rows(block, sink);
                byte[] bytes = encoded(sink, dialect);
                turns.write(index, bytes, bytes == sink.bytes ? sink.size : bytes.length);
                stage.add(block.rows());
            } catch (IOException e) {
                RuntimeException thrown = failed(e);
                turns.fail(thrown);
                throw thrown;
            } catch (RuntimeException | Error e) {
                turns.fail(e);
                throw e;
            }
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
            Work work = new Work(rows, text, dialect, turns, stage);
            run.parallel(Math.toIntExact(rows.blocks()), work::block);
            out.flush();
        } catch (CancellationException e) {
            throw turns.failure() instanceof RuntimeException first ? first : e;
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
