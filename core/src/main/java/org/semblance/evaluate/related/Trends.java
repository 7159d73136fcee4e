package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Trends between columns of two tables whose rows are brought together: each path between tables is a table of pairs of
 * rows, of which {@link PairTrends} scores pairs of columns, one from either side; the mean over all pairs of all paths.
 *
 * <p>Cost: one pass over the joined rows per pair of columns. Memory: the columns of one path at a time, 8 bytes a cell.
 */
final class Trends {
    /** Which rows meet: first those of the left table, beside them those of the right one. */
    interface Rows {
        int[][] of(Linked database, Rng rng);
    }

    /**
     * A way from one table to another.
     *
     * @param left the table that the first columns are of
     * @param right the table that the second columns are of
     * @param via what tells this way from others between the two tables, in words, or empty
     * @param rows which rows meet
     * @param columns which pairs of scored columns are of interest
     */
    record Path(String left, String right, String via, Rows rows, Columns columns) {
        /** Every column of the one with every column of the other. */
        static Path all(String left, String right, String via, Rows rows) {
            return new Path(left, right, via, rows, (c, a, b) -> true);
        }

        String name(String first, String second) {
            return left + "." + first + " x " + right + "." + second + (via.isEmpty() ? "" : " (" + via + ")");
        }
    }

    /** Which pairs of columns are scored. */
    interface Columns {
        boolean score(RelatedComparison c, int left, int right);
    }

    private final String metric;
    private final PairTrends.Options options;

    Trends(String metric, PairTrends.Options options) {
        this.metric = metric;
        this.options = options;
    }

    /** The mean over pairs of columns; where there are more than {@code mostPairs}, so many are drawn. */
    Score measure(RelatedComparison c, List<Path> paths, Run run) {
        List<List<int[]>> pairs = new ArrayList<>();
        long all = 0;
        for (Path path : paths) {
            pairs.add(pairs(c, path));
            all += pairs.get(pairs.size() - 1).size();
        }
        draw(pairs, all, run.rng().child("pairs"));
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int p = 0; p < paths.size(); p++) {
            if (!pairs.get(p).isEmpty()) {
                measure(c, paths.get(p), pairs.get(p), run.child("path").child(p), parts);
            }
        }
        Score score = Score.mean(metric, parts);
        return all > options.mostPairs()
                ? score.note(String.format(
                        Locale.ROOT, "on %,d of %,d pairs of columns, drawn at random", options.mostPairs(), all))
                : score;
    }

    private static List<int[]> pairs(RelatedComparison c, Path path) {
        List<int[]> pairs = new ArrayList<>();
        int left = c.table(path.left()).real().width();
        int right = c.table(path.right()).real().width();
        for (int a = 0; a < left; a++) {
            for (int b = 0; b < right; b++) {
                if (path.columns().score(c, a, b)) {
                    pairs.add(new int[] {a, b});
                }
            }
        }
        return pairs;
    }

    /** Leaves so many pairs as are to be scored, each with the same chance. */
    private void draw(List<List<int[]>> pairs, long all, Rng rng) {
        long left = all;
        long wanted = Math.min(all, options.mostPairs());
        if (wanted == all) {
            return;
        }
        for (List<int[]> some : pairs) {
            List<int[]> kept = new ArrayList<>();
            for (int[] pair : some) {
                if (rng.nextDouble() * left < wanted) {
                    kept.add(pair);
                    wanted--;
                }
                left--;
            }
            some.clear();
            some.addAll(kept);
        }
    }

    private void measure(RelatedComparison c, Path path, List<int[]> pairs, Run run, Map<String, Double> parts) {
        int[] left =
                pairs.stream().mapToInt(pair -> pair[0]).distinct().sorted().toArray();
        int[] right =
                pairs.stream().mapToInt(pair -> pair[1]).distinct().sorted().toArray();
        Comparison from = c.table(path.left());
        Comparison to = c.table(path.right());
        // Both sides draw alike, so that the same database scores 1.
        Table real = joined(
                from.real().select(left),
                to.real().select(right),
                path.rows().of(c.real(), run.rng().child("rows")));
        Table synthetic = joined(
                from.synthetic().select(left),
                to.synthetic().select(right),
                path.rows().of(c.synthetic(), run.rng().child("rows")));
        int[][] positions = new int[pairs.size()][];
        Map<String, String> names = new LinkedHashMap<>();
        for (int k = 0; k < positions.length; k++) {
            int a = Arrays.binarySearch(left, pairs.get(k)[0]);
            int b = left.length + Arrays.binarySearch(right, pairs.get(k)[1]);
            positions[k] = new int[] {a, b};
            names.put(
                    Comparison.together(
                            real.schema().field(a).name(),
                            real.schema().field(b).name()),
                    path.name(from.name(pairs.get(k)[0]), to.name(pairs.get(k)[1])));
        }
        Score score = new PairTrends(options).measure(Comparison.of(real, synthetic), positions, run);
        score.parts().forEach((part, value) -> parts.put(names.getOrDefault(part, part), value));
    }

    /** Columns of two tables side by side, called by their numbers: names may be the same on both sides. */
    private static Table joined(Table left, Table right, int[][] rows) {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            Table table = side == 0 ? left : right;
            for (int k = 0; k < table.width(); k++) {
                Field field = table.schema().field(k);
                fields.add(new Field(String.valueOf(fields.size()), field.kind(), field.format(), ""));
                columns.add(table.column(k).take(rows[side]));
            }
        }
        return Table.of(new Schema(fields), columns);
    }
}
