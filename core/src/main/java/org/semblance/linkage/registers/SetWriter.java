package org.semblance.linkage.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.semblance.linkage.Change;
import org.semblance.linkage.ChangeLog;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.Tally;
import org.semblance.run.Run;

/**
 * Writes the files of a set.
 *
 * @param log whether every change is written too, the rows as they were before, and who stands in them
 * @param who the columns of people.csv
 */
record SetWriter(Registers.Files files, boolean log, List<String> who, Run run) {
    Registers.Outcome write(Plan plan, RowSource.Table source, RowSource.Table target, String parameters)
            throws IOException {
        Tally sourceTally;
        Tally targetTally;
        try (OutputStream changes = optional(Registers.CHANGES);
                OutputStream people = optional(Registers.PEOPLE)) {
            CsvText header = new CsvText();
            ChangeLog.header(header);
            header.writeTo(changes);
            header.clear();
            who.forEach(header::cell);
            header.row().writeTo(people);
            RowBlocks.Beside beside = new RowBlocks.Beside(changes, people, log);
            sourceTally = rows(source, Registers.SOURCE, beside);
            targetTally = rows(target, Registers.TARGET, beside);
        }
        long pairs;
        try (OutputStream truth = files.open(Registers.TRUTH)) {
            pairs = TruthWriter.write(plan, truth, run);
        }
        try (OutputStream out = files.open(Registers.PARAMETERS)) {
            out.write(parameters.getBytes(StandardCharsets.UTF_8));
        }
        return new Registers.Outcome(pairs, sourceTally, targetTally);
    }

    private Tally rows(RowSource.Table table, String name, RowBlocks.Beside beside) throws IOException {
        if (log) {
            CsvText text = new CsvText();
            ChangeLog.Writer writer = new ChangeLog.Writer(table.name(), table.variables(), text);
            table.omitted().tell(row -> {
                writer.row(row, Change.OMITTED);
                if (text.size() > 1 << 15) {
                    text.writeTo(beside.changes());
                    text.clear();
                }
            });
            text.writeTo(beside.changes());
        }
        try (OutputStream out = files.open(name);
                OutputStream clean = optional(Registers.CLEAN + name)) {
            return new RowBlocks(table, out, clean, beside).write(run);
        }
    }

    /** What is written with a log only. */
    private OutputStream optional(String name) throws IOException {
        return log ? files.open(name) : OutputStream.nullOutputStream();
    }
}
