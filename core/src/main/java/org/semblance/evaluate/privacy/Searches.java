package org.semblance.evaluate.privacy;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.semblance.evaluate.Closest;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Neighbours;
import org.semblance.evaluate.Sample;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Many searches for nearest rows, on all threads. */
final class Searches {
    private static final int CHUNK = 64;
    private static final int PILOTS = 32;
    private static final int FEWEST = 1_000;
    /** Up to so many rows are always looked among, all of them. */
    private static final int SURE = 20_000;
    /** Cells that the searches of one kind may look at: about a second on one core. */
    private static final double BUDGET = 8e8;

    private Searches() {}

    /**
     * The rows of a table to look among: all that are asked for, or 20,000 where searches are dear, since their numbers
     * do not let most rows be left out.
     *
     * @param targets rows to search for, with the same columns
     * @param most how many are asked for; 0 is all, at any cost
     */
    static Table among(Table table, Table targets, int most, Rng rng) {
        Table some = most == 0 ? table : Sample.rows(table, most, rng);
        if (most == 0 || some.rows() <= SURE || targets.rows() == 0) {
            return some;
        }
        Table pilots = Sample.rows(targets, PILOTS, rng.child("pilots"));
        Neighbours index = Distances.gower(pilots, some).neighbours(1);
        double each = cost(index, 0, pilots.rows(), row -> new Closest(1));
        return each * FEWEST > BUDGET ? Sample.rows(some, SURE, rng.child("fewer")) : some;
    }

    /** What a search looks at on average, as rows times columns. */
    private static double cost(Neighbours index, int fromTable, int count, IntFunction<Neighbours.Hunt> kind) {
        long looked = 0;
        int pilots = Math.min(PILOTS, count);
        for (int p = 0; p < pilots; p++) {
            int row = (int) ((long) p * count / pilots);
            looked += index.search(fromTable, row, kind.apply(row));
        }
        return Math.max(1, (double) looked / Math.max(1, pilots) * index.width());
    }

    /**
     * The rows of a table to search for: all, or every so many-th where all would cost too much. That is measured by
     * some searches, as rows looked at times columns, so that it does not depend on the machine.
     *
     * @param all whether all rows are wanted at any cost
     */
    static int[] affordable(Neighbours index, int fromTable, int count, boolean all) {
        return affordable(index, fromTable, count, all, row -> new Closest(1));
    }

    /** The same, of searches of another kind. */
    static int[] affordable(
            Neighbours index, int fromTable, int count, boolean all, IntFunction<Neighbours.Hunt> kind) {
        double each = all ? 1 : cost(index, fromTable, count, kind);
        int some = all ? count : (int) Math.min(count, Math.max(FEWEST, BUDGET / each));
        return IntStream.range(0, some)
                .map(i -> (int) ((long) i * count / some))
                .toArray();
    }

    /** The distances of the k nearest rows of an index to some rows of a table: k x rows. */
    static float[][] distances(Neighbours index, int fromTable, int[] targets, int k, Run run) {
        int count = targets.length;
        float[][] out = new float[k][count];
        run.parallel((count + CHUNK - 1) / CHUNK, chunk -> {
            Closest closest = new Closest(k);
            for (int i = chunk * CHUNK; i < Math.min(count, (chunk + 1) * CHUNK); i++) {
                index.search(fromTable, targets[i], closest.clear());
                for (int j = 0; j < k; j++) {
                    out[j][i] = closest.distance(j);
                }
            }
        });
        return out;
    }

    /** The k nearest rows themselves, equally far ones drawn by lot: k x rows; -1 where there are fewer. */
    static int[][] rows(Neighbours index, int fromTable, int[] targets, int k, Run run) {
        int count = targets.length;
        int[][] out = new int[k][count];
        run.parallel((count + CHUNK - 1) / CHUNK, chunk -> {
            Closest closest = new Closest(k);
            Rng lots = run.rng().child(chunk);
            for (int i = chunk * CHUNK; i < Math.min(count, (chunk + 1) * CHUNK); i++) {
                index.search(fromTable, targets[i], closest.clear(lots.nextLong()));
                for (int j = 0; j < k; j++) {
                    out[j][i] = closest.row(j);
                }
            }
        });
        return out;
    }

    /** At most {@code most} rows; all where that is 0. */
    static Table some(Table table, int most, Rng rng) {
        return most == 0 ? table : Sample.rows(table, most, rng);
    }

    /** Where not all rows were looked among: "Among 50,000 of 1,000,000 synthetic rows.", else empty. */
    static String among(int some, int all, String what) {
        return some == all ? "" : String.format(Locale.ROOT, "Among %,d of %,d %s rows.", some, all, what);
    }

    /** Where searches would have cost too much for all rows asked for. */
    static String on(int some, int asked) {
        return some == asked
                ? ""
                : String.format(Locale.ROOT, "On %,d rows instead of %,d, to save time.", some, asked);
    }

    /** Some sentences, those that are empty left out. */
    static String sentences(String... some) {
        return Stream.of(some).filter(one -> !one.isEmpty()).collect(Collectors.joining(" "));
    }
}
