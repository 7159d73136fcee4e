package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.expression.Expression;
import org.semblance.expression.Sort;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Table;

/**
 * The rows of several columns of labels as cells of their table.
 *
 * @param axes the columns
 * @param of [rows] the cell of each row that has all labels and may be, ascending
 * @param size how many cells the table has
 * @param never conditions that no row may fulfil
 */
record Counted(List<CrossTable.Axis> axes, long[] of, long size, List<Expression> never) {
    /** Cell numbers are whole doubles. */
    private static final long MOST = 1L << 53;

    /**
     * Counts.
     *
     * @param never conditions as texts; real rows that fulfil one are left out
     * @param tell whether it is said how many these are; not where counts are to be private
     */
    static Counted of(Given given, List<String> never, boolean tell) {
        Table table = given.together();
        List<CrossTable.Axis> axes = new ArrayList<>();
        long size = 1;
        for (int c = 0; c < table.width(); c++) {
            String name = table.schema().field(c).name();
            if (!(table.column(c) instanceof CodeColumn codes)) {
                throw ProblemException.usage(
                        Problem.of("column \"" + name + "\" holds numbers, but this method is for labels.")
                                .fix("Draw it after them by another method, or make it a category."));
            }
            axes.add(new CrossTable.Axis(name, codes.labels()));
            if (size > MOST / Math.max(1, codes.labels().size())) {
                throw ProblemException.usage(Problem.of("the columns' labels make more than 9e15 combinations.")
                        .fix("Take fewer columns together."));
            }
            size *= codes.labels().size();
        }
        List<Expression> conditions = conditions(never, axes);
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> IntStream.range(0, axes.size())
                        .noneMatch(c -> table.column(c).isMissing(row)))
                .toArray();
        boolean[] out = new boolean[table.rows()];
        for (Expression condition : conditions) {
            boolean[] holds = condition.holds(table);
            for (int row = 0; row < out.length; row++) {
                out[row] |= holds[row];
            }
        }
        long wrong = Arrays.stream(rows).filter(row -> out[row]).count();
        if (wrong > 0 && tell) {
            given.events()
                    .say(Given.told(wrong)
                            + " real rows are of combinations that were said to be impossible; they are left out");
        }
        long[] of = Arrays.stream(rows)
                .filter(row -> !out[row])
                .mapToLong(row -> cell(table, row))
                .sorted()
                .toArray();
        return new Counted(axes, of, size, conditions);
    }

    private static List<Expression> conditions(List<String> never, List<CrossTable.Axis> axes) {
        List<Expression> out = new ArrayList<>();
        for (String text : never) {
            Expression condition = Expression.parse(text, CrossTable.schema(axes));
            if (condition.sort() != Sort.TRUTH) {
                throw ProblemException.usage(Problem.of("\"" + text + "\" is no condition.")
                        .at("struct-zero")
                        .fix("Write what no row may be, such as: sex = 'M' and pregnant = 'yes'"));
            }
            for (Expression.Told told : condition.told()) {
                List<String> labels = axes.stream()
                        .filter(axis -> axis.name().equals(told.column()))
                        .findFirst()
                        .orElseThrow()
                        .labels();
                if (!labels.contains(told.label())) {
                    throw ProblemException.usage(
                            Problem.of("column \"" + told.column() + "\" has no label \"" + told.label() + "\".")
                                    .at("struct-zero")
                                    .fix(Nearest.hint(told.label(), labels)));
                }
            }
            out.add(condition);
        }
        return out;
    }

    private static long cell(Table table, int row) {
        long cell = 0;
        for (int c = 0; c < table.width(); c++) {
            cell = cell * table.codes(c).labels().size() + table.codes(c).code(row);
        }
        return cell;
    }

    int[] sizes() {
        return axes.stream().mapToInt(axis -> axis.labels().size()).toArray();
    }

    List<String> texts() {
        return never.stream().map(Expression::text).toList();
    }

    /** Which of some cells may not be. */
    boolean[] forbidden(long[] cells) {
        int[] sizes = sizes();
        int[][] codes = new int[sizes.length][cells.length];
        for (int i = 0; i < cells.length; i++) {
            long cell = cells[i];
            for (int a = sizes.length - 1; a >= 0; a--) {
                codes[a][i] = (int) (cell % sizes[a]);
                cell /= sizes[a];
            }
        }
        Table table = Table.of(
                CrossTable.schema(axes),
                IntStream.range(0, sizes.length)
                        .mapToObj(a ->
                                (Column) CodeColumn.of(codes[a], axes.get(a).labels()))
                        .toList());
        boolean[] out = new boolean[cells.length];
        for (Expression condition : never) {
            boolean[] holds = condition.holds(table);
            for (int i = 0; i < out.length; i++) {
                out[i] |= holds[i];
            }
        }
        return out;
    }
}
