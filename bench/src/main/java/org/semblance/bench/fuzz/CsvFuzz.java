package org.semblance.bench.fuzz;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.stream.IntStream;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.io.TableWriter;
import org.semblance.model.Rows;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Any bytes are a table or a {@link ProblemException} of the data, and a table that was read can be written. */
public final class CsvFuzz {
    private CsvFuzz() {}

    /** Called by Jazzer with bytes that reach ever more of the code. */
    public static void fuzzerTestOneInput(byte[] data) {
        Loaded loaded;
        try {
            loaded =
                    TableReader.read(Source.of(new ByteArrayInputStream(data), "fuzz"), ReadOptions.DEFAULT, Run.of(1));
        } catch (ProblemException e) {
            if (e.kind() != ProblemException.Kind.DATA || e.problems().isEmpty()) {
                throw new AssertionError("not a problem of the data", e);
            }
            return;
        }
        Rows rows = new Whole(loaded.table());
        TableWriter.write(rows, loaded.dialect(), OutputStream.nullOutputStream(), Run.of(1));
    }

    /** A table as the stream of rows that writers take. */
    private record Whole(Table table) implements Rows {
        @Override
        public Schema schema() {
            return table.schema();
        }

        @Override
        public long size() {
            return table.rows();
        }

        @Override
        public Table block(long index) {
            int from = (int) (index * BLOCK);
            return table.take(IntStream.range(from, from + blockSize(index)).toArray());
        }
    }
}
