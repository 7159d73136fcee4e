package org.semblance.constraint;

import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a column at what its formula makes of the others, rounded as the column is written.
 *
 * @param slack by how much real values are off: half a step where they were rounded otherwise
 * @param always whether the formula has a value in just those rows in which the column has one
 */
record CalculatedKeeper(Formula.Calculated constraint, Field field, double slack, boolean always)
        implements Keeper.Setting {
    private static final double RELATIVE = 1e-9;
    private static final int LEAST = 100;

    static CalculatedKeeper learn(Formula.Calculated constraint, Table real) {
        Field field = real.schema().field(real.schema().index(constraint.target()));
        boolean numeric = field.kind().numeric();
        Column made = constraint.made().column(real);
        Column there = real.column(constraint.target());
        boolean always = true;
        for (int i = 0; i < real.rows() && always; i++) {
            always = made.isMissing(i) == there.isMissing(i);
        }
        double slack = numeric ? slack(constraint, field, (NumberColumn) there, (NumberColumn) made) : 0;
        return new CalculatedKeeper(constraint, field, slack, always);
    }

    /** None where rows keep it exactly; else what rounding may do, where that lets more rows keep it. */
    private static double slack(Formula.Calculated constraint, Field field, NumberColumn there, NumberColumn made) {
        int decimals = decimals(field);
        double half = decimals < 0 ? 0 : 0.5 * Rounding.step(decimals);
        double rounded = 1.000001 * half * Math.max(1, constraint.loose());
        int exact = 0;
        int near = 0;
        for (int i = 0; i < there.size(); i++) {
            double off = off(there.get(i), made.get(i));
            exact += off > 0 ? 1 : 0;
            near += off > rounded ? 1 : 0;
        }
        return near < exact ? rounded : 0;
    }

    /** Digits that are written, or -1 for any. */
    private static int decimals(Field field) {
        return field.kind() == Kind.DECIMAL ? field.format().rounding() : 0;
    }

    private static double off(double there, double made) {
        return Math.abs(there - made) - RELATIVE * Math.max(Math.abs(there), Math.abs(made));
    }

    /** Whether it holds in all rows of a table, at least 100, in which the column has different values. */
    static boolean tells(Formula.Calculated constraint, Table table) {
        Column there = table.column(constraint.target());
        Column made = constraint.made().column(table);
        if (!(there instanceof NumberColumn values) || !(made instanceof NumberColumn results)) {
            return false;
        }
        Field field = table.schema().field(table.schema().index(constraint.target()));
        int decimals = decimals(field);
        double slack = decimals < 0 ? 0 : 0.500001 * Rounding.step(decimals);
        int both = 0;
        boolean varies = false;
        double first = Double.NaN;
        for (int i = 0; i < values.size(); i++) {
            double off = off(values.get(i), results.get(i));
            if (off > slack) {
                return false;
            }
            if (!Double.isNaN(off)) {
                varies |= both++ > 0 && values.get(i) != first;
                first = values.get(i);
            }
        }
        return varies && both >= LEAST;
    }

    @Override
    public boolean[] broken(Table table, Place place) {
        boolean[] out = new boolean[table.rows()];
        Column there = table.column(constraint.target());
        Column made = constraint.made().column(table);
        if (there instanceof NumberColumn values && made instanceof NumberColumn results) {
            for (int i = 0; i < out.length; i++) {
                out[i] = off(values.get(i), results.get(i)) > slack;
            }
        } else if (there instanceof CodeColumn values && made instanceof CodeColumn results) {
            for (int i = 0; i < out.length; i++) {
                String label = values.get(i);
                String result = results.get(i);
                out[i] = label != null && result != null && !label.equals(result);
            }
        }
        return out;
    }

    @Override
    public List<String> sets() {
        return List.of(constraint.target());
    }

    @Override
    public List<String> from() {
        return constraint.made().columns();
    }

    @Override
    public void set(Draft draft, Rng rng) {
        Column made = constraint.made().column(draft.table());
        boolean there = draft.has(field.name());
        if (made instanceof CodeColumn labels) {
            draft.put(field, there ? labels(draft.codes(field.name()), labels) : labels);
            return;
        }
        double[] out = ((NumberColumn) made).toArray();
        int decimals = decimals(field);
        double[] drawn = there ? draft.numbers(field.name()) : out;
        for (int i = 0; i < out.length; i++) {
            double value = decimals < 0 ? out[i] : Rounding.to(out[i], decimals);
            // A value that nobody can calculate stays as it was drawn, and one that is missing stays missing.
            out[i] = Double.isNaN(value) || Double.isNaN(drawn[i]) ? drawn[i] : value;
        }
        draft.put(field, NumberColumn.of(out));
    }

    private static CodeColumn labels(CodeColumn drawn, CodeColumn made) {
        String[] out = new String[drawn.size()];
        for (int i = 0; i < out.length; i++) {
            String label = made.get(i);
            out[i] = label == null || drawn.isMissing(i) ? drawn.get(i) : label;
        }
        return CodeColumn.of(out);
    }

    @Override
    public void store(ObjectNode json) {
        json.put("slack", slack).put("always", always);
    }
}
