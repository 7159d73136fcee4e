package org.semblance.linkage.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.semblance.io.InTurn;
import org.semblance.linkage.Change;
import org.semblance.linkage.ChangeLog;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.Log;
import org.semblance.linkage.Tally;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/** Writes the rows of one register, block by block on all threads; what each block needs is used again by the next. */
final class RowBlocks {
    private static final int BLOCK = 1 << 14;

    /** Files that both registers are written to; nothing goes there without a log. */
    record Beside(OutputStream changes, OutputStream people, boolean log) {}

    /** What makes a block, one at a time. */
    private final class Bench {
        private final CsvText dirty = new CsvText();
        private final CsvText clean = new CsvText(beside.log() ? 1 << 16 : 256);
        private final CsvText changes = new CsvText(beside.log() ? 1 << 16 : 0);
        private final CsvText people = new CsvText(beside.log() ? 1 << 16 : 0);
        private final ChangeLog.Writer log = new ChangeLog.Writer(side.name(), side.variables(), changes);
        private final RowSource maker = side.rows().apply(beside.log() ? log : Log.NONE);

        void make(long first, long end) {
            dirty.clear();
            clean.clear();
            changes.clear();
            people.clear();
            for (long number = first; number < end; number++) {
                if (!beside.log()) {
                    clean.clear();
                }
                maker.fill(number, clean);
                if (beside.log() && side.register().copy(number)) {
                    log.row(number, Change.DUPLICATED);
                }
                maker.spoil(number);
                maker.row().write(dirty);
                if (beside.log()) {
                    maker.who(number, people);
                }
            }
        }
    }

    private final RowSource.Table side;
    private final OutputStream out;
    private final OutputStream clean;
    private final Beside beside;
    private final Deque<Bench> idle = new ArrayDeque<>();
    private final List<Bench> all = new ArrayList<>();

    RowBlocks(RowSource.Table side, OutputStream out, OutputStream clean, Beside beside) {
        this.side = side;
        this.out = out;
        this.clean = clean;
        this.beside = beside;
    }

    /** Writes header and rows; returns what went wrong how often. */
    Tally write(Run run) throws IOException {
        CsvText header = new CsvText();
        side.variables().forEach(variable -> header.cell(variable.name()));
        header.row();
        header.writeTo(out);
        header.writeTo(clean);
        long rows = side.register().rows();
        try (Progress.Stage stage = run.progress().begin(side.name(), rows, "rows")) {
            InTurn.run(Math.toIntExact((rows + BLOCK - 1) / BLOCK), run, block -> {
                long first = (long) block * BLOCK;
                long end = Math.min(rows, first + BLOCK);
                Bench bench = take();
                bench.make(first, end);
                return () -> {
                    write(bench);
                    stage.add(end - first);
                };
            });
        }
        Tally tally = side.mistakes().tally();
        all.forEach(bench -> tally.add(bench.maker.tally()));
        return tally;
    }

    private Bench take() {
        synchronized (idle) {
            Bench bench = idle.poll();
            if (bench == null) {
                bench = new Bench();
                all.add(bench);
            }
            return bench;
        }
    }

    private void write(Bench bench) throws IOException {
        bench.dirty.writeTo(out);
        if (beside.log()) {
            bench.clean.writeTo(clean);
            bench.changes.writeTo(beside.changes());
            bench.people.writeTo(beside.people());
        }
        synchronized (idle) {
            idle.push(bench);
        }
    }
}
