package org.semblance.linkage.registers;

import java.io.IOException;
import java.io.OutputStream;
import org.semblance.io.InTurn;
import org.semblance.linkage.CsvText;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/** Writes the true pairs, {@code src_idx,trg_idx} from 0, in the order of the source: O(pairs), nothing is searched. */
final class TruthWriter {
    private static final int BLOCK = 1 << 14;

    private TruthWriter() {}

    /** Returns how many pairs there are. */
    static long write(Plan plan, OutputStream out, Run run) throws IOException {
        long rows = plan.source().rows();
        long[] pairs = {0};
        out.write("src_idx,trg_idx\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (Progress.Stage stage = run.progress().begin("truth", rows, "rows")) {
            InTurn.run(Math.toIntExact((rows + BLOCK - 1) / BLOCK), run, block -> {
                long first = (long) block * BLOCK;
                long end = Math.min(rows, first + BLOCK);
                CsvText text = new CsvText();
                long[] found = new long[plan.mostTargets()];
                long count = 0;
                for (long row = first; row < end; row++) {
                    int n = plan.targets(row, found);
                    for (int i = 0; i < n; i++) {
                        text.cell(row).cell(found[i]).row();
                    }
                    count += n;
                }
                long made = count;
                return () -> {
                    text.writeTo(out);
                    pairs[0] += made;
                    stage.add(end - first);
                };
            });
        }
        return pairs[0];
    }
}
