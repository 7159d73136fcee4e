package org.semblance.linkage.learn;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Log;
import org.semblance.linkage.Row;
import org.semblance.linkage.Scribe;
import org.semblance.linkage.Tally;
import org.semblance.run.Run;

/**
 * Pairs made anew: errors made in the first cells of labelled pairs.
 *
 * @param tally how often each error was drawn
 * @param seen of rows with 0, 1, 2 ... columns drawn for an error, how many differ in 0, 1, 2 ... columns
 */
record Made(LabelledPairs pairs, Tally tally, double[][] seen) {
    private static final int BLOCK = 8192;

    /** So many, from the first cells of these pairs over and over, or of a part of them that is spread over all. */
    static Made of(LabelledPairs pairs, Feasible errors, int rows, Run run) {
        Errors ready = Errors.of(pairs.variables(), errors.rates(), errors.together());
        int width = pairs.variables().size();
        @Nullable String[][] first = new @Nullable String[width][rows];
        @Nullable String[][] second = new @Nullable String[width][rows];
        int blocks = (rows + BLOCK - 1) / BLOCK;
        Tally[] tallies = new Tally[blocks];
        int[] asked = new int[rows];
        run.parallel(blocks, block -> {
            Row row = new Row(pairs.variables());
            Scribe scribe = ready.scribe(row, run.rng(), Log.NONE);
            for (int i = block * BLOCK; i < Math.min(rows, (block + 1) * BLOCK); i++) {
                int from = rows < pairs.size() ? (int) ((long) i * pairs.size() / rows) : i % pairs.size();
                for (int c = 0; c < width; c++) {
                    String cell = pairs.first().get(c)[from];
                    first[c][i] = cell;
                    row.set(c, cell);
                }
                scribe.write(i);
                asked[i] = scribe.asked();
                for (int c = 0; c < width; c++) {
                    second[c][i] = row.get(c);
                }
            }
            tallies[block] = scribe.tally();
        });
        Tally all = ready.tally();
        for (Tally tally : tallies) {
            all.add(tally);
        }
        LabelledPairs made = new LabelledPairs(pairs.variables(), List.of(first), List.of(second), rows);
        return new Made(made, all, seen(made, asked));
    }

    private static double[][] seen(LabelledPairs pairs, int[] asked) {
        int width = pairs.variables().size();
        double[][] out = new double[width + 1][width + 1];
        for (int i = 0; i < asked.length; i++) {
            int differ = 0;
            for (int c = 0; c < width; c++) {
                differ += Objects.equals(pairs.first().get(c)[i], pairs.second().get(c)[i]) ? 0 : 1;
            }
            out[Math.min(width, asked[i])][differ]++;
        }
        return out;
    }
}
