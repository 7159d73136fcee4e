package org.semblance.evaluate.alike;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.Labels;
import org.semblance.math.TwoSamples;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import org.semblance.trees.Bins;

/**
 * Columns of several tables in one coding of few codes, so that tables of counts are small. Code 0 is a missing value;
 * numbers are in bins, labels have codes of their own.
 *
 * <p>The first table is the real one. Shapes: p columns x T tables x rows of each. Cost: a sort per column.
 *
 * @param codes by column, table and row, in 0 .. size-1
 * @param sizes how many codes a column has, the missing one included
 */
record Coded(short[][][] codes, int[] sizes) {
    /** Labels beyond this many share a code: the rarest ones. */
    private static final int MOST_LABELS = Short.MAX_VALUE - 1;

    /**
     * Numbers in bins of about equally many real values, a frequent value alone; of labels the most frequent real ones,
     * all others together.
     *
     * @param bins the most bins of a number, and labels beside "any other"
     */
    static Coded ofReal(List<Table> tables, int bins, Run run) {
        return of(tables, run, columns -> real(columns, bins));
    }

    /**
     * Numbers in bins of equal width between the least and the largest real value; beyond them counts as missing. Labels
     * as {@link #ofReal} has them.
     */
    static Coded ofWidths(List<Table> tables, int bins, Run run) {
        return of(tables, run, columns -> widths(columns, bins));
    }

    /**
     * Numbers cut at quantiles of all tables together (type 7 of Hyndman and Fan 1996, doi:10.2307/2684934; cells
     * closed on the left), at equal widths where these leave a single cell, not at all where there are no more
     * different values than groups; every label for itself. As synthpop's {@code utility.tab} cuts.
     */
    static Coded ofAll(List<Table> tables, int groups, Run run) {
        return of(tables, run, columns -> pooled(columns, groups));
    }

    /** One column of all tables. */
    private record Coding(short[][] codes, int size) {}

    private interface Coder {
        Coding code(Column[] columns);
    }

    private static Coded of(List<Table> tables, Run run, Coder coder) {
        int width = tables.get(0).width();
        short[][][] codes = new short[width][][];
        int[] sizes = new int[width];
        run.parallel(width, c -> {
            Coding coding =
                    coder.code(tables.stream().map(table -> table.column(c)).toArray(Column[]::new));
            codes[c] = coding.codes;
            sizes[c] = coding.size;
        });
        return new Coded(codes, sizes);
    }

    private static Coding real(Column[] columns, int bins) {
        if (columns[0] instanceof NumberColumn real) {
            Bins cut = Bins.ofNumbers(real.toArray(), bins);
            return new Coding(numbers(columns, cut::code), cut.size());
        }
        return frequent(columns, bins);
    }

    private static Coding widths(Column[] columns, int bins) {
        if (!(columns[0] instanceof NumberColumn real)) {
            return frequent(columns, bins);
        }
        double[] values = present(new Column[] {real});
        double low = values.length == 0 ? 0 : values[0];
        double high = values.length == 0 ? 0 : values[values.length - 1];
        return new Coding(
                numbers(columns, value -> {
                    if (!(value >= low && value <= high)) {
                        return 0;
                    }
                    return high == low ? 1 : 1 + Math.min(bins - 1, (int) ((value - low) / (high - low) * bins));
                }),
                bins + 1);
    }

    private static Coding pooled(Column[] columns, int groups) {
        if (!(columns[0] instanceof NumberColumn)) {
            return frequent(columns, MOST_LABELS);
        }
        double[] cuts = cuts(present(columns), groups);
        return new Coding(
                numbers(columns, value -> {
                    if (Double.isNaN(value)) {
                        return 0;
                    }
                    int at = Arrays.binarySearch(cuts, value);
                    return 1 + (at >= 0 ? at + 1 : -at - 1);
                }),
                cuts.length + 2);
    }

    /** The inner cuts; a value at a cut lies above it. */
    private static double[] cuts(double[] sorted, int groups) {
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length <= groups) {
            return Arrays.copyOfRange(distinct, Math.min(1, distinct.length), distinct.length);
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double[] quantiles = IntStream.range(1, groups)
                .mapToDouble(k -> TwoSamples.quantile(sorted, k / (double) groups))
                .filter(cut -> cut > low && cut < high)
                .distinct()
                .toArray();
        return quantiles.length > 0
                ? quantiles
                : IntStream.range(1, groups)
                        .mapToDouble(k -> low + k * (high - low) / groups)
                        .toArray();
    }

    private static double[] present(Column[] columns) {
        return Arrays.stream(columns)
                .flatMapToDouble(column -> Arrays.stream(((NumberColumn) column).toArray()))
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0)
                .sorted()
                .toArray();
    }

    private interface Cut {
        int code(double value);
    }

    private static short[][] numbers(Column[] columns, Cut cut) {
        short[][] codes = new short[columns.length][];
        for (int t = 0; t < columns.length; t++) {
            NumberColumn column = (NumberColumn) columns[t];
            codes[t] = new short[column.size()];
            for (int i = 0; i < codes[t].length; i++) {
                codes[t][i] = (short) cut.code(column.get(i) + 0.0);
            }
        }
        return codes;
    }

    /** Labels by how often they occur in the real table, then by name; those after the first {@code most} share a code. */
    private static Coding frequent(Column[] columns, int most) {
        Labels labels = Labels.of(columns);
        String[] names = new String[labels.levels()];
        int[] counts = new int[labels.levels()];
        for (int t = columns.length - 1; t >= 0; t--) {
            CodeColumn column = (CodeColumn) columns[t];
            for (int i = 0; i < column.size(); i++) {
                int code = labels.codes()[t][i];
                if (code >= 0) {
                    names[code] = column.labels().get(column.code(i));
                    counts[code] += t == 0 ? 1 : 0;
                }
            }
        }
        int[] order = IntStream.range(0, names.length)
                .filter(k -> names[k] != null)
                .boxed()
                .sorted(Comparator.comparingInt((Integer k) -> -counts[k]).thenComparing(k -> names[k]))
                .mapToInt(k -> k)
                .toArray();
        short[] codeOf = new short[names.length];
        for (int rank = 0; rank < order.length; rank++) {
            boolean own = rank < most && (counts[order[rank]] > 0 || most == MOST_LABELS);
            codeOf[order[rank]] = (short) (own ? rank + 1 : Math.min(order.length, most) + 1);
        }
        short[][] codes = new short[columns.length][];
        for (int t = 0; t < columns.length; t++) {
            int[] from = labels.codes()[t];
            codes[t] = new short[from.length];
            for (int i = 0; i < from.length; i++) {
                codes[t][i] = from[i] < 0 ? 0 : codeOf[from[i]];
            }
        }
        return new Coding(codes, Math.min(order.length, most) + 2);
    }
}
