package org.semblance.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;

/** One pass over all cells, in runs of rows side by side: the same result on any number of threads. */
final class CellPass {
    /** Rows of a run: enough that its dictionaries pay, few enough that two threads share the work evenly. */
    private static final int RUN_ROWS = 16_384;

    private CellPass() {}

    /** Reads the columns that have a plan; the others are null in the result. */
    static List<@Nullable RawColumn> read(RawRows raw, Sniffer.Found found, List<@Nullable Plan> plans, Run run) {
        List<@Nullable RawColumn> columns = new ArrayList<>();
        for (Plan plan : plans) {
            columns.add(plan == null ? null : new RawColumn(plan, raw.rows));
        }
        int runs = (raw.rows + RUN_ROWS - 1) / RUN_ROWS;
        @Nullable CellSink[][] sinks = new @Nullable CellSink[runs][];
        ByteDictionary tokens = MissingTokens.dictionary();
        run.parallel(runs, r -> {
            @Nullable CellSink[] own = new @Nullable CellSink[plans.size()];
            for (int c = 0; c < own.length; c++) {
                RawColumn column = columns.get(c);
                own[c] = column == null ? null : column.sink(tokens);
            }
            RowSplitter splitter = new RowSplitter(found.delimiter(), found.quote());
            int end = Math.min(raw.rows, (r + 1) * RUN_ROWS);
            for (int row = r * RUN_ROWS; row < end; row++) {
                row(raw, row, splitter, own);
            }
            sinks[r] = own;
        });
        run.parallel(plans.size(), c -> {
            RawColumn column = columns.get(c);
            for (int r = 0; r < runs && column != null; r++) {
                CellSink sink = sinks[r][c];
                if (sink != null) {
                    column.merge(sink, r * RUN_ROWS, Math.min(raw.rows, (r + 1) * RUN_ROWS));
                }
                sinks[r][c] = null;
            }
        });
        return columns;
    }

    private static void row(RawRows raw, int row, RowSplitter splitter, @Nullable CellSink[] sinks) {
        int cells = splitter.split(raw.bytes, raw.starts[row], raw.ends[row]);
        for (int c = 0; c < sinks.length; c++) {
            CellSink sink = sinks[c];
            if (sink == null) {
                continue;
            }
            if (c >= cells) {
                sink.missing(row);
                continue;
            }
            int from = splitter.from(c);
            int to = splitter.to(c);
            byte[] b = splitter.bytes(c);
            boolean quoted = splitter.quoted(c);
            if (from < to && (b[from] <= ' ' || b[to - 1] <= ' ')) {
                if (splitter.blank(c)) {
                    from = to;
                } else if (!(sink instanceof CellSink.Labels)) {
                    while (b[from] == ' ' || b[from] == '\t') {
                        from++;
                    }
                    while (b[to - 1] == ' ' || b[to - 1] == '\t') {
                        to--;
                    }
                }
            }
            if (from == to) {
                sink.missing(row);
            } else {
                sink.accept(row, b, from, to, quoted);
            }
        }
    }
}
