package org.semblance.linkage.score;

import java.util.Arrays;
import org.semblance.io.PlainRows;
import org.semblance.io.RecordStream;
import org.semblance.run.Run;

/**
 * Reads the links at the start of a file whose rows are plain and without faults, block by block; {@link LinkFile} reads
 * what follows row by row. A block with a fault is left as a whole: what it did to sides and labels, the rows do again
 * in the same order and to the same effect.
 */
final class PlainLinks {
    private final LinkColumns columns;
    private final PlainRows.Kind[] kinds;
    private final PlainRows.Taker taker;
    private int next;
    private int[] codes = {};

    private PlainLinks(LinkColumns columns, Taking taking) {
        this.columns = columns;
        int last = Math.max(Math.max(columns.first(), columns.second()), columns.score());
        kinds = new PlainRows.Kind[last + 1];
        Arrays.fill(kinds, PlainRows.Kind.NONE);
        if (columns.first() >= 0) {
            kinds[columns.first()] = record();
        }
        taker = block -> taking.take(this, block);
    }

    /** What is done with a block. */
    private interface Taking {
        boolean take(PlainLinks links, PlainRows block);
    }

    private PlainRows.Kind record() {
        return columns.byRow() ? PlainRows.Kind.WHOLE : PlainRows.Kind.TEXT;
    }

    /** Pairs, with a score where they have one. */
    static PlainLinks pairs(LinkColumns columns, Side source, Side target, boolean two, Longs out) {
        PlainLinks links = new PlainLinks(columns, (self, block) -> {
            int before = out.size;
            boolean taken = self.pairs(block, source, target, two, out);
            out.size = taken ? out.size : before;
            return taken;
        });
        links.kinds[columns.second()] = links.record();
        if (columns.score() >= 0) {
            links.kinds[columns.score()] = PlainRows.Kind.DECIMAL;
        }
        return links;
    }

    private boolean pairs(PlainRows block, Side source, Side target, boolean two, Longs out) {
        boolean scored = columns.score() >= 0;
        double[] scores = scored ? block.decimals(columns.score()) : new double[0];
        for (int i = 0; i < block.rows(); i++) {
            int a = source.record(block, i, columns.first(), columns.byRow());
            int b = target.record(block, i, columns.second(), columns.byRow());
            if (a < 0 || b < 0 || (!two && a == b)) {
                return false;
            }
            long pair = two || a < b ? (long) a << 32 | b : (long) b << 32 | a;
            if (scored) {
                out.add(pair, scores[i]);
            } else {
                out.add(pair);
            }
        }
        return true;
    }

    /** Clusters of one file. */
    static PlainLinks clusters(LinkColumns columns, Side side, Codes labels, Numbers out) {
        PlainLinks links = new PlainLinks(columns, (self, block) -> self.clusters(block, side, labels, out));
        links.kinds[columns.second()] = PlainRows.Kind.TEXT;
        return links;
    }

    private boolean clusters(PlainRows block, Side side, Codes labels, Numbers out) {
        int column = columns.second();
        if (out.size == 0) {
            out.expect(block.expected());
        }
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
        }
        labels.addAll(block, column, codes);
        for (int i = 0; i < block.rows(); i++) {
            int record = columns.first() < 0 ? next + i : side.record(block, i, columns.first(), columns.byRow());
            if (record < 0) {
                return false;
            }
            int label = codes[i];
            if (label < 0) {
                continue; // without a cluster: alone
            }
            int before = out.get(record);
            if (before >= 0 && before != label) {
                return false;
            }
            out.put(record, label);
        }
        next += block.rows();
        return true;
    }

    void read(RecordStream file, Run run) {
        file.plain(kinds, run, taker);
    }

    /** How many rows were read in their own order. */
    int next() {
        return next;
    }
}
