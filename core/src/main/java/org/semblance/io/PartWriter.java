package org.semblance.io;

import java.io.IOException;
import java.io.OutputStream;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Writes a table as delimited text, part by part as its rows come. Parts are turned into text on the run's threads. */
public final class PartWriter {
    private final RowText text;
    private final Dialect dialect;
    private final OutputStream out;

    private PartWriter(RowText text, Dialect dialect, OutputStream out) {
        this.text = text;
        this.dialect = dialect;
        this.out = out;
    }

    /** Writes the header, where the dialect has one. The stream is not closed. */
    public static PartWriter begin(Schema schema, Dialect dialect, OutputStream out) {
        RowText text = new RowText(schema, dialect);
        try {
            TableWriter.start(schema, dialect, text, out);
        } catch (IOException e) {
            throw InTurn.failed(e);
        }
        return new PartWriter(text, dialect, out);
    }

    /** Writes some more rows. */
    public void write(Table rows, Run run) {
        TableRows blocks = new TableRows(rows);
        InTurn.run(Math.toIntExact(blocks.blocks()), run, index -> {
            ByteSink sink = new ByteSink(1 << 16);
            text.rows(blocks.blocks() == 1 ? rows : blocks.block(index), sink);
            return () -> TableWriter.put(sink, dialect, out);
        });
    }
}
