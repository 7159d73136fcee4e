package org.semblance.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
        List<Constraint> out = new ArrayList<>();
        for (OrderRules.Order pair : pairs) {
            boolean first = pairs.stream().noneMatch(other -> next(pairs, other) == pair);
            if (first) {
                List<String> chain = new ArrayList<>(List.of(seen.name(pair.low())));
                for (OrderRules.Order at = pair; at != null; at = next(pairs, at)) {
                    chain.add(seen.name(at.high()));
                }
                out.add(new Ordered(chain, pair.strict()));
            }
        }
        return out;
    }

    private static OrderRules.@Nullable Order next(List<OrderRules.Order> pairs, OrderRules.Order pair) {
        OrderRules.Order next = null;
        for (OrderRules.Order other : pairs) {
            boolean crosses = other != pair && other.high() == pair.high();
            if (other.low() == pair.high()) {
                crosses |= next != null || other.strict() != pair.strict();
                next = other;
            }
            if (crosses) {
                return null;
            }
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
            List<Span> spans = new ArrayList<>();
            Set<String> taken = new LinkedHashSet<>();
            boolean possible = true;
            for (int k = 0; k + 1 < columns.size(); k++) {
                Span span = Span.of(real, columns.get(k), columns.get(k + 1), strict, terms.given());
                spans.add(span);
                possible &= span.possible(real) && taken.add(span.taken());
            }
            return new OrderKeeper(this, spans, possible);
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            Set<String> high = new LinkedHashSet<>();
            json.path("from above").forEach(name -> high.add(name.asString()));
            List<Span> spans = new ArrayList<>();
            for (int k = 0; k + 1 < columns.size(); k++) {
                spans.add(Span.of(like, columns.get(k), columns.get(k + 1), strict, high));
            }
            return new OrderKeeper(this, spans, json.path("spans").asBoolean(false));
        }
    }
}
