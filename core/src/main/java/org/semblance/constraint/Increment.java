package org.semblance.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number goes in steps: {@code - increment: {price: 0.25}}, its multiples and no others. Found where it has at least 20
 * different values, all of them multiples of a step that is none of 1, 10, 100 and so on, which all models keep to anyway.
 * Kept by learning how many steps it is. By chance 100 numbers are all even once in 1e30.
 */
public final class Increment implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "increment", "A number goes in steps: {price: 0.25}.", new Plugin.NoOptions(), options -> new Increment());

    private static final int LEAST_ROWS = 100;
    private static final int DIFFERENT = 20;

    @Override
    public List<Constraint> find(Seen seen) {
        List<Constraint> out = new ArrayList<>();
        for (int c = 0; c < seen.table().width(); c++) {
            Field field = seen.table().schema().field(c);
            int decimals = field.kind() == Kind.WHOLE ? 0 : field.format().rounding();
            if (seen.amount(c) && decimals >= 0 && decimals <= 6) {
                long steps = steps(seen.table().numbers(c), decimals);
                if (steps > 1) {
                    out.add(new Steps(field, steps * Rounding.step(decimals)));
                }
            }
        }
        return out;
    }

    /** The largest step that all values are multiples of, in units of the last decimal; 0 where none is to be told. */
    private static long steps(NumberColumn column, int decimals) {
        double scale = Math.rint(1 / Rounding.step(decimals));
        long step = 0;
        int rows = 0;
        Set<Double> different = new java.util.HashSet<>();
        for (int i = 0; i < column.size() && step != 1; i++) {
            double value = column.get(i);
            if (!Double.isNaN(value)) {
                double units = Math.rint(value * scale);
                if (Math.abs(units) > 1e15 || Math.abs(value * scale - units) > 1e-6 * Math.max(1, Math.abs(units))) {
                    return 0;
                }
                step = greatest(step, (long) Math.abs(units));
                rows++;
                if (different.size() < DIFFERENT) {
                    different.add(value);
                }
            }
        }
        long power = 1;
        while (power < step && power <= Long.MAX_VALUE / 10) {
            power *= 10;
        }
        return rows < LEAST_ROWS || different.size() < DIFFERENT || power == step ? 0 : step;
    }

    private static long greatest(long a, long b) {
        return b == 0 ? a : greatest(b, a % b);
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        Map<String, Object> map = given.map(Set.of());
        if (map == null || map.size() != 1) {
            given.problem("it takes a column and its step.", "Such as  {price: 0.25}.");
            return null;
        }
        String name = map.keySet().iterator().next();
        List<Field> fields = given.numbers(List.of(name), schema, 1);
        double step = map.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
        if (!(step > 0) || Double.isInfinite(step)) {
            given.problem("the step of \"" + name + "\" must be a number above 0.", "");
            return null;
        }
        if (fields == null) {
            return null;
        }
        Kind kind = fields.get(0).kind();
        if (kind != Kind.WHOLE && kind != Kind.DECIMAL) {
            given.problem("\"" + name + "\" is a " + kind.word() + ", but steps are of numbers.", "");
            return null;
        }
        return new Steps(fields.get(0), step);
    }

    /** A column of multiples. */
    record Steps(Field field, double step) implements Constraint {
        @Override
        public String form() {
            return "increment";
        }

        @Override
        public Object value() {
            return Map.of(field.name(), step);
        }

        @Override
        public String words() {
            return field.name() + " goes in steps of " + Keys.text(step);
        }

        @Override
        public List<String> columns() {
            return List.of(field.name());
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            Stepping keeper = new Stepping(this, true);
            for (boolean broken : keeper.broken(real, Keeper.Place.ALONE)) {
                if (broken) {
                    return new Stepping(this, false);
                }
            }
            return keeper;
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            return new Stepping(this, json.path("steps").asBoolean(true));
        }
    }

    private record Stepping(Steps constraint, boolean possible) implements Keeper.Rewriting, Keeper.Mending {
        private double steps(double value) {
            return value / constraint.step;
        }

        @Override
        public boolean[] broken(Table table, Place place) {
            NumberColumn column = (NumberColumn) table.column(constraint.field.name());
            boolean[] out = new boolean[column.size()];
            for (int i = 0; i < out.length; i++) {
                double steps = steps(column.get(i));
                out[i] = Math.abs(steps - Math.rint(steps)) > Math.max(1e-6, 2e-15 * Math.abs(steps));
            }
            return out;
        }

        @Override
        public List<String> takes() {
            return List.of(constraint.field.name());
        }

        @Override
        public void forward(Draft draft) {
            double[] values = draft.numbers(constraint.field.name());
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.rint(steps(values[i]));
            }
            draft.put(Field.of(constraint.field.name(), Kind.WHOLE), NumberColumn.of(values));
        }

        @Override
        public void backward(Draft draft, Rng rng) {
            draft.put(constraint.field, onSteps(draft));
        }

        @Override
        public List<String> mends() {
            return takes();
        }

        @Override
        public void mend(Draft draft, Rng rng) {
            force(draft, rng);
        }

        @Override
        public void force(Draft draft, Rng rng) {
            double[] values = draft.numbers(constraint.field.name());
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.rint(steps(values[i]));
            }
            draft.put(constraint.field.name(), NumberColumn.of(values));
            draft.put(constraint.field.name(), onSteps(draft));
        }

        private NumberColumn onSteps(Draft draft) {
            double[] values = draft.numbers(constraint.field.name());
            int decimals = constraint.field.kind() == Kind.WHOLE
                    ? 0
                    : constraint.field.format().rounding();
            for (int i = 0; i < values.length; i++) {
                double value = values[i] * constraint.step;
                values[i] = decimals < 0 ? value : Rounding.to(value, decimals);
            }
            return NumberColumn.of(values);
        }

        @Override
        public void store(ObjectNode json) {
            json.put("steps", possible);
        }
    }
}
