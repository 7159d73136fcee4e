package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.expression.Expression;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Labels of several columns together, by the mass of each cell of their table.
 *
 * @param axes the columns
 * @param cells numbers of the cells that have mass of their own, the last column running fastest; empty where all have
 * @param upTo mass of each and all before it: added up once, not for each block of rows
 * @param even mass that is spread evenly over all cells of the table
 * @param never conditions that no row fulfils
 */
record CrossTable(List<Axis> axes, double[] cells, double[] upTo, double even, List<String> never)
        implements Conditional.Drawer {
    /** How often rows that must not be are drawn again. */
    private static final int ROUNDS = 1000;

    /** A column and its labels. */
    record Axis(String name, List<String> labels) {}

    CrossTable {
        axes = List.copyOf(axes);
        never = List.copyOf(never);
    }

    /**
     * Of the mass of all cells, or of some; those without any are not held.
     *
     * @param cells numbers of the cells; empty for all
     */
    static CrossTable of(List<Axis> axes, double[] cells, double[] mass, double even, List<String> never) {
        int[] held = IntStream.range(0, mass.length).filter(i -> mass[i] > 0).toArray();
        double[] upTo = Arrays.stream(held).mapToDouble(i -> mass[i]).toArray();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
        boolean all = cells.length == 0 && held.length == mass.length;
        double[] own = all
                ? cells
                : Arrays.stream(held)
                        .mapToDouble(i -> cells.length == 0 ? i : cells[i])
                        .toArray();
        return new CrossTable(axes, own, upTo, even, never);
    }

    /** The mass of each cell that has some. */
    double[] mass() {
        double[] out = upTo.clone();
        for (int i = 1; i < out.length; i++) {
            out[i] -= upTo[i - 1];
        }
        return out;
    }

    @Override
    public Column draw(Predictors x, Rng rng) {
        return drawAll(x, rng).get(0);
    }

    @Override
    public List<Column> drawAll(Predictors x, Rng rng) {
        int[][] codes = new int[axes.size()][x.rows()];
        int[] open = new int[x.rows()];
        Arrays.setAll(open, row -> row);
        List<Expression> conditions =
                never.stream().map(text -> Expression.parse(text, schema(axes))).toList();
        for (int round = 0; open.length > 0; round++) {
            for (int row : open) {
                // Where rows that may be are hard to meet, only cells with mass of their own are drawn from.
                draw(round < ROUNDS ? even : 0, row, codes, rng);
            }
            open = round > ROUNDS || conditions.isEmpty() ? new int[0] : wrong(conditions, codes, open);
        }
        return columns(codes);
    }

    private void draw(double spread, int row, int[][] codes, Rng rng) {
        double own = upTo.length == 0 ? 0 : upTo[upTo.length - 1];
        double u = rng.nextDouble() * (own + spread);
        if (u >= own) {
            for (int a = 0; a < codes.length; a++) {
                int size = axes.get(a).labels.size();
                codes[a][row] = size == 0 ? -1 : rng.nextInt(size);
            }
            return;
        }
        int at = Arrays.binarySearch(upTo, u);
        at = at < 0 ? -at - 1 : at + 1;
        long cell = cells.length == 0 ? at : (long) cells[at];
        for (int a = codes.length - 1; a >= 0; a--) {
            int size = axes.get(a).labels.size();
            codes[a][row] = (int) (cell % size);
            cell /= size;
        }
    }

    private int[] wrong(List<Expression> conditions, int[][] codes, int[] open) {
        Table rows = Table.of(schema(axes), columns(codes)).take(open);
        boolean[] out = new boolean[open.length];
        for (Expression condition : conditions) {
            boolean[] holds = condition.holds(rows);
            for (int i = 0; i < out.length; i++) {
                out[i] |= holds[i];
            }
        }
        int[] again = new int[open.length];
        int count = 0;
        for (int i = 0; i < out.length; i++) {
            if (out[i]) {
                again[count++] = open[i];
            }
        }
        return Arrays.copyOf(again, count);
    }

    static Schema schema(List<Axis> axes) {
        return Schema.of(
                axes.stream().map(axis -> Field.of(axis.name, Kind.CATEGORY)).toArray(Field[]::new));
    }

    private List<Column> columns(int[][] codes) {
        Column[] out = new Column[codes.length];
        for (int a = 0; a < out.length; a++) {
            out[a] = CodeColumn.of(codes[a], axes.get(a).labels);
        }
        return List.of(out);
    }
}
