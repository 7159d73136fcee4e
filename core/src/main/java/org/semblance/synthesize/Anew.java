package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.constraint.Keeper;
import org.semblance.constraint.Keeping;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * One block of rows that keep their constraints. Rows that break one are replaced by others that the model draws and that
 * break none, so that what is drawn is what the model draws on condition that the constraints hold; what {@value #ROUNDS}
 * rounds do not replace is changed ({@link Keeping#forced}). No row is dropped.
 */
record Anew(Model core, Keeping keeping, Keeper.Place place) {
    private static final int ROUNDS = 12;
    private static final int FEWEST = 64;

    /** Of rows to draw, so that one round in most cases is enough. */
    private static final double ROOM = 1.5;

    /**
     * The rows.
     *
     * @param drawn by the model
     * @param others columns that it does not know
     * @throws ProblemException where constraints cannot be kept
     */
    Table rows(Table drawn, Table others, Run run) {
        Table rows = keeping.backward(drawn, others, run.rng().child("back"));
        if (keeping.isEmpty()) {
            return rows;
        }
        int[] broken = marked(keeping.broken(rows, place), true);
        double accepted = 1 - (double) broken.length / Math.max(1, rows.rows());
        for (int round = 0; round < ROUNDS && broken.length > 0; round++) {
            Run.checkCancelled();
            double wanted = ROOM * broken.length / Math.max(1e-3, accepted) + FEWEST;
            int count = (int) Math.min(Rows.BLOCK, Math.max(broken.length, wanted));
            Table fresh =
                    fresh(notLearnt(rows), broken, count, run.child("round").child(round));
            int[] good = marked(keeping.brokenAlone(fresh), false);
            int[] from = placed(rows, fresh, broken, good);
            rows = replaced(rows, fresh, from);
            int before = broken.length;
            broken = Arrays.stream(broken).filter(row -> from[row] == row).toArray();
            accepted = Math.max(1e-3, (double) (before - broken.length) / count);
        }
        return broken.length == 0 ? rows : changed(rows, broken, run);
    }

    private static int[] marked(boolean[] marks, boolean wanted) {
        int[] out = new int[marks.length];
        int count = 0;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] == wanted) {
                out[count++] = i;
            }
        }
        return Arrays.copyOf(out, count);
    }

    /** The columns that the model does not know, as they stand now: values may have moved between rows. */
    private static Table notLearnt(Table rows) {
        return rows.select(IntStream.range(0, rows.width())
                .filter(c -> !rows.schema().field(c).kind().modelled())
                .toArray());
    }

    /** More rows of the model; the k-th has the other columns of the broken row k, counted round and round. */
    private Table fresh(Table others, int[] broken, int count, Run run) {
        int[] turns = new int[count];
        for (int k = 0; k < count; k++) {
            turns[k] = broken[k % broken.length];
        }
        Table drawn = core.sample(count, run).toTable(run);
        return keeping.standIns(drawn, others.take(turns), run.rng().child("back"));
    }

    /** Whether constraints are about columns that the model does not know. */
    private boolean tied() {
        Schema schema = keeping.schema();
        return keeping.constraints().stream()
                .flatMap(constraint -> constraint.columns().stream())
                .mapToInt(schema::find)
                .anyMatch(column -> column >= 0 && !schema.field(column).kind().modelled());
    }

    /** For each row, its own place or, behind the rows, that of a good fresh one that goes there. */
    private int[] placed(Table rows, Table fresh, int[] broken, int[] good) {
        int[] from = new int[rows.rows()];
        Arrays.setAll(from, i -> i);
        boolean tied = tied();
        List<Taken> taken = new ArrayList<>();
        for (Keeper.Differing keeper : keeping.differing()) {
            taken.add(new Taken(keeper, rows, broken, fresh));
        }
        int next = 0;
        for (int row : good) {
            // Where other columns matter, a row goes only where its own come from.
            int slot = tied ? row % broken.length : next;
            boolean free = slot < broken.length && from[broken[slot]] == broken[slot];
            if (free && taken.stream().allMatch(one -> one.free(row, place))) {
                taken.forEach(one -> one.take(row));
                from[broken[slot]] = rows.rows() + row;
                next++;
            }
        }
        return from;
    }

    /** The keys that rows have already, and those of fresh ones. */
    private static final class Taken {
        private final Keeper.Differing keeper;
        private final Table fresh;
        private final long[] keys;
        private final Set<Long> known = new HashSet<>();

        Taken(Keeper.Differing keeper, Table rows, int[] broken, Table fresh) {
            this.keeper = keeper;
            this.fresh = fresh;
            keys = keeper.keys(fresh);
            long[] there = keeper.keys(rows);
            for (int row : broken) {
                there[row] = -1;
            }
            for (long key : there) {
                known.add(key);
            }
        }

        boolean free(int row, Keeper.Place place) {
            return keys[row] < 0 || keeper.allows(keys[row], fresh, place) && !known.contains(keys[row]);
        }

        void take(int row) {
            known.add(keys[row]);
        }
    }

    private Table replaced(Table rows, Table fresh, int[] from) {
        Table taken = Table.join(rows.schema(), List.of(rows, fresh)).take(from);
        return tied() ? taken : with(taken, rows);
    }

    /** The columns that the model does not know, of the rows as they were. */
    private static Table with(Table taken, Table rows) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < taken.width(); c++) {
            boolean modelled = taken.schema().field(c).kind().modelled();
            columns.add(modelled ? taken.column(c) : rows.column(c));
        }
        return Table.of(taken.schema(), columns);
    }

    private Table changed(Table rows, int[] broken, Run run) {
        Table part = keeping.forced(rows.take(broken), run.rng().child("mended"));
        int[] from = new int[rows.rows()];
        Arrays.setAll(from, i -> i);
        for (int k = 0; k < broken.length; k++) {
            from[broken[k]] = rows.rows() + k;
        }
        Table out = Table.join(rows.schema(), List.of(rows, part)).take(from);
        if (marked(keeping.broken(out, place), true).length == 0) {
            return out;
        }
        int[] counts = keeping.counts(out, place);
        List<Problem> problems = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0) {
                problems.add(Problem.of(counts[k] + " of " + rows.rows() + " new rows cannot be made to keep \""
                                + keeping.constraints().get(k).words() + "\".")
                        .fix("Look whether it contradicts another constraint or the data, or leave it out."));
            }
        }
        throw new ProblemException(ProblemException.Kind.DATA, problems);
    }
}
