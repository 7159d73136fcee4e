package org.semblance.synthesize.sequence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.semblance.prepare.Grid;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Real steps as arrays.
 *
 * @param start where the steps of each entity begin, and their end
 * @param numbers [columns] the values of columns of numbers, empty for labels
 * @param codes [columns] the codes of columns of labels, empty for numbers
 * @param order which column puts the steps in order, or -1; it holds numbers
 */
record Real(Table context, int[] start, Table rows, double[][] numbers, int[][] codes, int order) {
    /** Below so many entities one of them is much of all, and what is known of place and time is told in few parts. */
    private static final int FEW = 20;

    private static final int PARTS = 8;
    private static final int MOST_PARTS = 250;

    static Real of(Steps.Data data) {
        int k = data.rows().width();
        double[][] numbers = new double[k][0];
        int[][] codes = new int[k][0];
        for (int c = 0; c < k; c++) {
            if (data.rows().column(c) instanceof NumberColumn column) {
                numbers[c] = column.toArray();
            } else {
                codes[c] = ((CodeColumn) data.rows().column(c)).toArray();
            }
        }
        boolean ordered = data.order() >= 0
                && data.rows().schema().field(data.order()).kind().numeric();
        return new Real(data.context(), data.start(), data.rows(), numbers, codes, ordered ? data.order() : -1);
    }

    Schema schema() {
        return rows.schema();
    }

    int entities() {
        return start.length - 1;
    }

    int size() {
        return start[start.length - 1];
    }

    /** Whether a row is the first step of an entity. */
    boolean first(int row) {
        return Arrays.binarySearch(start, row) >= 0;
    }

    /** How many steps the longest has. */
    int longest() {
        int longest = 0;
        for (int e = 0; e < entities(); e++) {
            longest = Math.max(longest, start[e + 1] - start[e]);
        }
        return longest;
    }

    boolean numeric(int column) {
        return schema().field(column).kind().numeric();
    }

    boolean few() {
        return entities() < FEW;
    }

    /** In how many parts a predictor may be told: few where it would name a stretch of one of few sequences. */
    int parts(boolean place) {
        return place && few() ? PARTS : MOST_PARTS;
    }

    Grid grid(int column) {
        return Grid.of(schema().field(column), rows.numbers(column));
    }

    /** Whether a column has missing values. */
    boolean gaps(int column) {
        return rows.column(column).missingCount() > 0;
    }

    /** The codes of the commonest labels of a column, at most so many, in the order of the dictionary. */
    int[] commonest(int column, int most) {
        int[] counts = new int[rows.codes(column).labels().size()];
        for (int code : codes[column]) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(code -> -counts[code]).thenComparing(code -> code))
                .limit(most)
                .sorted()
                .mapToInt(code -> code)
                .toArray();
    }

    /** Some of the entities. */
    Real take(int[] entities) {
        int[] begin = new int[entities.length + 1];
        for (int i = 0; i < entities.length; i++) {
            begin[i + 1] = begin[i] + start[entities[i] + 1] - start[entities[i]];
        }
        int[] taken = new int[begin[entities.length]];
        for (int i = 0; i < entities.length; i++) {
            for (int j = begin[i]; j < begin[i + 1]; j++) {
                taken[j] = start[entities[i]] + j - begin[i];
            }
        }
        return of(new Steps.Data(
                context.width() == 0 ? context : context.take(entities), begin, rows.take(taken), order));
    }

    /** Each value once per entity: what is common is so among entities, not among the rows of one. */
    double[] oncePerEntity(double[] values) {
        if (few()) {
            return values;
        }
        double[] out = new double[values.length];
        int n = 0;
        for (int e = 0; e < entities(); e++) {
            double[] own = Arrays.copyOfRange(values, start[e], start[e + 1]);
            Arrays.sort(own);
            for (int i = 0; i < own.length && !Double.isNaN(own[i]); i++) {
                if (i == 0 || own[i] != own[i - 1]) {
                    out[n++] = own[i];
                }
            }
        }
        return Arrays.copyOf(out, n);
    }
}
