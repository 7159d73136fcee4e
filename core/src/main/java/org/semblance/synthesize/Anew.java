package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.List;
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
 * rounds do not replace is changed ({@link Keeping#mended}). No row is dropped.
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
        int[] broken = broken(rows);
        double accepted = 1 - (double) broken.length / Math.max(1, rows.rows());
        for (int round = 0; round < ROUNDS && broken.length > 0; round++) {
            Run.checkCancelled();
            double wanted = ROOM * broken.length / Math.max(1e-3, accepted) + FEWEST;
            int count = (int) Math.min(Rows.BLOCK, Math.max(broken.length, wanted));
            Table fresh = fresh(others, broken, count, run.child("round").child(round));
            int[] good = good(fresh);
            accepted = Math.max(1e-3, (double) good.length / count);
            rows = replaced(rows, fresh, broken, good);
            broken = broken(rows);
        }
        return broken.length == 0 ? rows : changed(rows, broken, run);
    }

    private int[] broken(Table rows) {
        return marked(keeping.broken(rows, place), true);
    }

    private int[] good(Table rows) {
        return marked(keeping.broken(rows, place), false);
    }

    private static int[] marked(boolean[] marks, boolean wanted) {
        int[] out = new int[marks.length];
        int count = 0;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] == wanted) {
                out[count++] = i;
            }
        }
        return java.util.Arrays.copyOf(out, count);
    }

    /** More rows of the model; the k-th has the other columns of the broken row k, counted round and round. */
    private Table fresh(Table others, int[] broken, int count, Run run) {
        int[] turns = new int[count];
        for (int k = 0; k < count; k++) {
            turns[k] = broken[k % broken.length];
        }
        Table drawn = core.sample(count, run).toTable(run);
        return keeping.backward(drawn, others.take(turns), run.rng().child("back"));
    }

    /** Whether constraints are about columns that the model does not know. */
    private boolean tied() {
        Schema schema = keeping.schema();
        return keeping.constraints().stream()
                .flatMap(constraint -> constraint.columns().stream())
                .mapToInt(schema::find)
                .anyMatch(column -> column >= 0 && !schema.field(column).kind().modelled());
    }

    private Table replaced(Table rows, Table fresh, int[] broken, int[] good) {
        int[] from = new int[rows.rows()];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
        }
        boolean tied = tied();
        int next = 0;
        for (int row : good) {
            // Where other columns matter, a row goes only where its own come from.
            int slot = tied ? row % broken.length : next;
            if (slot < broken.length && from[broken[slot]] == broken[slot]) {
                from[broken[slot]] = rows.rows() + row;
                next++;
            }
        }
        Table taken = Table.join(rows.schema(), List.of(rows, fresh)).take(from);
        return tied ? taken : with(taken, rows);
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
        Table part = keeping.mended(rows.take(broken), run.rng().child("mended"));
        int[] from = new int[rows.rows()];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
        }
        for (int k = 0; k < broken.length; k++) {
            from[broken[k]] = rows.rows() + k;
        }
        Table out = Table.join(rows.schema(), List.of(rows, part)).take(from);
        if (broken(out).length == 0) {
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
