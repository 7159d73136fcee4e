package org.semblance.constraint;

import java.util.Arrays;
import java.util.List;
import org.semblance.expression.Expression;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a column at its fixed value. Rows exchange values, so that as many have it as before; what is left over is set.
 *
 * @param not the share of real rows that have the value where the condition does not hold
 */
record FixedKeeper(Fixed.Same constraint, double not) implements Keeper.Mending {
    static FixedKeeper learn(Fixed.Same constraint, Table real) {
        double[] truth = constraint.where().values(real);
        double[] same = constraint.same().values(real);
        double rows = 0;
        double having = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] == 0) {
                rows++;
                having += same[i] == 1 ? 1 : 0;
            }
        }
        return new FixedKeeper(constraint, having / Math.max(1, rows));
    }

    @Override
    public boolean[] broken(Table table, Place place) {
        double[] truth = constraint.where().values(table);
        double[] same = constraint.same().values(table);
        boolean[] out = new boolean[truth.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = truth[i] == 1 && same[i] == 0;
        }
        return out;
    }

    @Override
    public List<String> mends() {
        return List.of(constraint.column());
    }

    @Override
    public void mend(Draft draft, Rng rng) {
        Table table = draft.table();
        double[] truth = constraint.where().values(table);
        double[] same = constraint.same().values(table);
        boolean[] wrong = new boolean[truth.length];
        boolean[] having = new boolean[truth.length];
        int others = 0;
        for (int i = 0; i < truth.length; i++) {
            wrong[i] = truth[i] == 1 && same[i] == 0;
            having[i] = truth[i] == 0 && same[i] == 1;
            others += truth[i] == 0 && !Double.isNaN(same[i]) ? 1 : 0;
        }
        int[] must = Swap.marked(wrong);
        if (must.length == 0) {
            return;
        }
        int[] may = Swap.marked(having);
        rng.shuffle(may);
        int more = (int) Math.rint(may.length - not * others);
        int[] from = Swap.none(truth.length);
        int pairs = Swap.pairs(must, Arrays.copyOf(may, Math.max(0, more)), from, rng);
        Column moved = draft.column(constraint.column()).take(from);
        draft.put(constraint.column(), set(table, moved, Arrays.copyOfRange(must, pairs, must.length)));
    }

    private Column set(Table table, Column column, int[] rows) {
        if (column instanceof NumberColumn numbers) {
            Expression literal = Expression.parse(literal(), table.schema());
            double value = literal.values(table.take(new int[] {0}))[0];
            double[] out = numbers.toArray();
            for (int row : rows) {
                out[row] = value;
            }
            return NumberColumn.of(out);
        }
        String[] out = new String[column.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = ((CodeColumn) column).get(i);
        }
        for (int row : rows) {
            out[row] = constraint.is();
        }
        return CodeColumn.of(out);
    }

    /** The value as an expression that has the column's unit, also of a date. */
    private String literal() {
        String name = Formula.quoted(constraint.column());
        String literal = constraint.same().text().substring(name.length() + " = ".length());
        return "if(1 = 1, " + literal + ", " + name + ")";
    }

    @Override
    public void store(ObjectNode json) {
        json.put("share not", not);
    }
}
