package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;

/**
 * The labels of a target that occur, numbered.
 *
 * @param codes [classes] the place of each in the dictionary, ascending
 * @param of [rows] the class of each observed row
 * @param labels the dictionary
 */
record Classes(int[] codes, int[] of, List<String> labels) {
    /** @throws ProblemException where the target holds numbers */
    static Classes of(Given given, int[] rows) {
        if (!(given.y() instanceof CodeColumn column)) {
            throw ProblemException.usage(Problem.of("this method draws labels, but the column holds "
                            + given.field().kind().word() + " numbers.")
                    .fix("Take a method for numbers: pmm, norm, cart; or make the column a category."));
        }
        boolean[] seen = new boolean[column.labels().size()];
        Arrays.stream(rows).forEach(row -> seen[column.code(row)] = true);
        int[] codes = IntStream.range(0, seen.length).filter(k -> seen[k]).toArray();
        int[] place = new int[seen.length];
        for (int k = 0; k < codes.length; k++) {
            place[codes[k]] = k;
        }
        return new Classes(
                codes, Arrays.stream(rows).map(row -> place[column.code(row)]).toArray(), column.labels());
    }

    /**
     * Of a method for two labels.
     *
     * @throws ProblemException where there are more
     */
    static Classes two(Given given, int[] rows) {
        Classes classes = of(given, rows);
        if (classes.count() > 2) {
            throw ProblemException.usage(
                    Problem.of("the column has " + classes.count() + " labels, but this method is for two.")
                            .fix("Take polyreg, or polr where they stand in an order."));
        }
        return classes;
    }

    /** The classes as numbers, for a look at what is like them. */
    double[] numbers() {
        return Arrays.stream(of).asDoubleStream().toArray();
    }

    /** Rows of the class that has fewest. */
    int rarest() {
        int[] rows = new int[count()];
        Arrays.stream(of).forEach(k -> rows[k]++);
        return Arrays.stream(rows).min().orElse(0);
    }

    int count() {
        return codes.length;
    }
}
