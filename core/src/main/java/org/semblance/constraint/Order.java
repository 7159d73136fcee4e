package org.semblance.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.OrderRules;
import org.semblance.plugin.Plugin;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/**
 * Each column is at most the next: {@code - order: [arrival, leaving]}; or below it: {@code - order: {columns: [a, b],
 * strict: true}}. Numbers, days and moments, or times of day. Found where unrelated columns of like ranges would break it
 * in 5 % and 20 rows at least ({@link OrderRules}): one table in 500 million keeps such an order by chance.
 */
public final class Order implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "order",
            "Each column is at most the next, or below it: [arrival, leaving].",
            new Plugin.NoOptions(),
            options -> new Order());

    /** Pairs, joined to chains where each is the only one that goes on. */
    @Override
    public List<Constraint> find(Seen seen) {
        List<OrderRules.Order> pairs = seen.rules(OrderRules.Order.class);
        int[] next = new int[pairs.size()];
        boolean[] goesOn = new boolean[pairs.size()];
        for (int k = 0; k < next.length; k++) {
            next[k] = next(pairs, k);
            if (next[k] >= 0) {
                goesOn[next[k]] = true;
            }
        }
        List<Constraint> out = new ArrayList<>();
        for (int k = 0; k < next.length; k++) {
            if (!goesOn[k]) {
                List<String> chain =
                        new ArrayList<>(List.of(seen.name(pairs.get(k).low())));
                for (int at = k; at >= 0; at = next[at]) {
                    chain.add(seen.name(pairs.get(at).high()));
                }
                out.add(new Ordered(chain, pairs.get(k).strict()));
            }
        }
        return out;
    }

    /** The pair that goes on where one ends, as strict as it and with no other beside either; or -1. */
    private static int next(List<OrderRules.Order> pairs, int of) {
        OrderRules.Order pair = pairs.get(of);
        int next = -1;
        for (int k = 0; k < pairs.size(); k++) {
            OrderRules.Order other = pairs.get(k);
            boolean beside = k != of && other.high() == pair.high();
            boolean after = other.low() == pair.high();
            if (beside || after && (next >= 0 || other.strict() != pair.strict())) {
                return -1;
            }
            next = after ? k : next;
        }
        return next;
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        Object columns = given.value();
        boolean strict = false;
        Map<String, Object> map = given.map(Set.of("columns", "strict"));
        if (map != null) {
            columns = map.getOrDefault("columns", "");
            strict = Boolean.TRUE.equals(map.get("strict"));
        }
        List<Field> fields = given.numbers(given.texts(columns), schema, 2);
        if (fields == null) {
            return null;
        }
        for (Field field : fields) {
            if (Span.dimension(field.kind()) != Span.dimension(fields.get(0).kind())) {
                given.problem(
                        "\"" + fields.get(0).name() + "\" and \"" + field.name() + "\" cannot be compared.",
                        "Numbers go with numbers, dates with dates and moments, times with times.");
                return null;
            }
        }
        return new Ordered(fields.stream().map(Field::name).toList(), strict);
    }

    /** Some columns in order. */
    record Ordered(List<String> columns, boolean strict) implements Constraint {
        Ordered {
            columns = List.copyOf(columns);
        }

        @Override
        public String form() {
            return "order";
        }

        @Override
        public Object value() {
            if (!strict) {
                return columns;
            }
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("columns", columns);
            out.put("strict", true);
            return out;
        }

        @Override
        public String words() {
            return String.join(strict ? " < " : " <= ", columns);
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            return load(real.schema());
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            return load(like.schema());
        }

        private Keeper load(Schema schema) {
            List<Span> spans = new ArrayList<>();
            for (int k = 0; k + 1 < columns.size(); k++) {
                spans.add(Span.of(schema, columns.get(k), columns.get(k + 1), strict));
            }
            return new OrderKeeper(this, spans);
        }
    }
}
