package org.semblance.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.expression.Expression;
import org.semblance.expression.Sort;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A column lies between two others or two values: {@code - range: {column: age, from: 0, to: 120}}. Between columns it is
 * found as an {@link Order} of three; between values it is only told, for every column has some least and largest, and
 * new rows stay between those anyway.
 */
public final class Range implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "range",
            "A column lies between two values or columns: {column: age, from: 0, to: 120}.",
            new Plugin.NoOptions(),
            options -> new Range());

    @Override
    public List<Constraint> find(Seen seen) {
        return List.of();
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        Map<String, Object> map = given.map(Set.of("column", "from", "to", "strict"));
        if (map == null || !(map.containsKey("from") || map.containsKey("to"))) {
            given.problem("it takes a column and from, to or both.", "Such as  {column: age, from: 0, to: 120}.");
            return null;
        }
        List<Field> fields = given.numbers(given.texts(map.getOrDefault("column", "")), schema, 1);
        if (fields == null) {
            return null;
        }
        Field field = fields.get(0);
        boolean strict = Boolean.TRUE.equals(map.get("strict"));
        Bound from = bound(given, field, map.get("from"), schema);
        Bound to = bound(given, field, map.get("to"), schema);
        boolean right = (from != null || !map.containsKey("from")) && (to != null || !map.containsKey("to"));
        return right ? new Between(field, from, to, strict) : null;
    }

    private static @Nullable Bound bound(Given given, Field field, @Nullable Object value, Schema schema) {
        if (value == null) {
            return null;
        }
        String text = String.valueOf(value);
        boolean column = value instanceof String && schema.find(text) >= 0;
        boolean number = value instanceof Number;
        String quote = text.indexOf('\'') < 0 ? "'" : "\"";
        String literal = column ? Formula.quoted(text) : number ? text : quote + text + quote;
        Expression same = given.condition(Formula.quoted(field.name()) + " = " + literal, schema);
        String made = "if(1 = 1, " + literal + ", " + Formula.quoted(field.name()) + ")";
        return same == null ? null : new Bound(value, Expression.parse(made, schema));
    }

    /** A value or a column that another must not pass. */
    record Bound(Object value, Expression made) {}

    /** A column between bounds, one of which may be missing. */
    record Between(
            Field field, @Nullable Bound from, @Nullable Bound to, boolean strict) implements AsTold, Keeper.Mending {
        private static final double MICROS_PER_DAY = 86_400e6;

        @Override
        public String form() {
            return "range";
        }

        @Override
        public Object value() {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("column", field.name());
            Bound least = from;
            if (least != null) {
                out.put("from", least.value());
            }
            Bound most = to;
            if (most != null) {
                out.put("to", most.value());
            }
            if (strict) {
                out.put("strict", true);
            }
            return out;
        }

        @Override
        public String words() {
            String sign = strict ? " < " : " <= ";
            Bound least = from;
            Bound most = to;
            return (least == null ? "" : least.value() + sign)
                    + field.name()
                    + (most == null ? "" : sign + most.value());
        }

        @Override
        public List<String> columns() {
            List<String> out = new ArrayList<>(List.of(field.name()));
            for (Bound bound : java.util.Arrays.asList(from, to)) {
                if (bound != null) {
                    bound.made().columns().stream()
                            .filter(name -> !out.contains(name))
                            .forEach(out::add);
                }
            }
            return out;
        }

        /** The bound in each row, in the column's own unit; null where there is none. */
        private double @Nullable [] values(@Nullable Bound bound, Table table) {
            if (bound == null) {
                return null;
            }
            double[] out = bound.made().values(table);
            // A date beside a moment was made a moment.
            boolean moments = bound.made().sort() == Sort.DATETIME && field.kind() == Kind.DATE;
            for (int i = 0; i < out.length && moments; i++) {
                out[i] /= MICROS_PER_DAY;
            }
            return out;
        }

        @Override
        public boolean[] broken(Table table, Place place) {
            double[] least = values(from, table);
            double[] most = values(to, table);
            NumberColumn column = (NumberColumn) table.column(field.name());
            boolean[] out = new boolean[table.rows()];
            for (int i = 0; i < out.length; i++) {
                double value = column.get(i);
                out[i] = least != null && (strict ? value <= least[i] : value < least[i])
                        || most != null && (strict ? value >= most[i] : value > most[i]);
            }
            return out;
        }

        @Override
        public List<String> mends() {
            return List.of(field.name());
        }

        @Override
        public void mend(Draft draft, Rng rng) {
            // Rows beyond a bound are drawn anew.
        }

        @Override
        public void force(Draft draft, Rng rng) {
            double[] least = values(from, draft.table());
            double[] most = values(to, draft.table());
            double[] values = draft.numbers(field.name());
            int decimals = field.kind() == Kind.DECIMAL ? field.format().rounding() : 0;
            double step = decimals < 0 ? 0 : Rounding.step(decimals);
            for (int i = 0; i < values.length; i++) {
                if (least != null && (strict ? values[i] <= least[i] : values[i] < least[i])) {
                    double up = step == 0 ? least[i] : Math.ceil(least[i] / step - 1e-9) * step;
                    values[i] = strict && up <= least[i] ? up + (step == 0 ? Math.ulp(up) : step) : up;
                }
                if (most != null && (strict ? values[i] >= most[i] : values[i] > most[i])) {
                    double down = step == 0 ? most[i] : Math.floor(most[i] / step + 1e-9) * step;
                    values[i] = strict && down >= most[i] ? down - (step == 0 ? Math.ulp(down) : step) : down;
                }
                values[i] = decimals < 0 ? values[i] : Rounding.to(values[i], decimals);
            }
            draft.put(field.name(), NumberColumn.of(values));
        }
    }
}
