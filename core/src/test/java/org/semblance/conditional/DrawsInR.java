package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.semblance.math.SampleTest;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * 10,000 draws of R for each of some rows, counted by {@code reference/conditional_draws.R}.
 *
 * @param rows [r] the rows drawn for
 * @param upto [r][bins] what is counted of each row's draws: numbers above the bound before and at most this one, or a label
 * @param counts [r][bins] how many
 */
record DrawsInR(int[] rows, String[][] upto, double[][] counts) {
    static DrawsInR read(String file) {
        Reference all = Reference.read("draws/" + file + ".csv");
        double[] row = all.numbers("row");
        String[] upto = all.texts("upto");
        double[] counts = all.numbers("count");
        int[] rows = Arrays.stream(row).mapToInt(r -> (int) r - 1).distinct().toArray();
        int[][] lines = Arrays.stream(rows)
                .mapToObj(r -> IntStream.range(0, row.length)
                        .filter(i -> row[i] - 1 == r)
                        .toArray())
                .toArray(int[][]::new);
        return new DrawsInR(
                rows,
                Arrays.stream(lines)
                        .map(of -> Arrays.stream(of).mapToObj(i -> upto[i]).toArray(String[]::new))
                        .toArray(String[][]::new),
                Arrays.stream(lines)
                        .map(of -> Arrays.stream(of).mapToDouble(i -> counts[i]).toArray())
                        .toArray(double[][]::new));
    }

    /**
     * For each row the chance that a method which draws as R does is as far from R's counts or farther.
     *
     * @param each how often each row is drawn for by each fit; 0 for once, among all others, as rows of clusters want it
     */
    double[] compare(Conditional method, Given given, int fits, int each) {
        return compare(run -> method.fit(given, run), given, fits, each);
    }

    /** The same of what is learnt in another way. */
    double[] compare(Function<Run, Conditional.Drawer> learnt, Given given, int fits, int each) {
        boolean all = each == 0;
        int[] wanted = all
                ? IntStream.range(0, given.x().rows()).toArray()
                : IntStream.range(0, rows.length * each)
                        .map(i -> rows[i % rows.length])
                        .toArray();
        List<Column> drawn = IntStream.range(0, fits)
                .parallel()
                .mapToObj(seed -> {
                    Run run = Run.of(seed).threads(1);
                    return learnt.apply(run)
                            .draw(given.x().take(wanted), run.rng().child("draw"));
                })
                .toList();
        return IntStream.range(0, rows.length)
                .mapToDouble(r -> {
                    double[] ours = new double[counts[r].length];
                    for (Column column : drawn) {
                        for (int i = all ? rows[r] : r; i < wanted.length; i += all ? wanted.length : rows.length) {
                            ours[bin(r, column, i)]++;
                        }
                    }
                    return SampleTest.chiSquare(ours, counts[r]).p();
                })
                .toArray();
    }

    private int bin(int r, Column column, int i) {
        if (column instanceof CodeColumn labels) {
            return Arrays.asList(upto[r]).indexOf(Objects.requireNonNull(labels.get(i)));
        }
        double value = ((NumberColumn) column).get(i);
        int bin = 0;
        while (!upto[r][bin].equals("Inf") && value > Double.parseDouble(upto[r][bin])) {
            bin++;
        }
        return bin;
    }
}
