package org.semblance.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.NeverRules;
import org.semblance.plugin.Plugin;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/**
 * Values of two columns that never meet, although they would meet in 20 rows were the columns unrelated, do not meet in
 * new rows: {@code - apart: [sex, pregnant]}. Other combinations may be new. Found are pairs with such values ({@link
 * NeverRules}): 20 expected rows are all missing by chance once in 500 million.
 */
public final class Apart implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "apart",
            "Values of two columns never meet that would meet by chance: [sex, pregnant].",
            new Plugin.NoOptions(),
            options -> new Apart());

    private static final double LEAST_EXPECTED = 20;

    @Override
    public List<Constraint> find(Seen seen) {
        List<Constraint> out = new ArrayList<>();
        for (NeverRules.Never rule : seen.rules(NeverRules.Never.class)) {
            List<String> names = seen.names(rule.a(), rule.b());
            if (rule.ofValues() && !Combinations.closed(names, seen.table())) {
                out.add(new Pair(names));
            }
        }
        return out;
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        List<Field> fields = given.columns(given.texts(given.value()), schema, 2);
        if (fields != null && fields.size() > 2) {
            given.problem("it takes two columns.", "Write a line for each pair, or combinations: for all of them.");
            return null;
        }
        return fields == null ? null : new Pair(fields.stream().map(Field::name).toList());
    }

    /** Two columns. */
    record Pair(List<String> columns) implements Constraint {
        Pair {
            columns = List.copyOf(columns);
        }

        @Override
        public String form() {
            return "apart";
        }

        @Override
        public Object value() {
            return columns;
        }

        @Override
        public String words() {
            return "some values of " + String.join(" and ", columns) + " never meet";
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            @Nullable String[] a = Keys.of(List.of(real.column(columns.get(0))));
            @Nullable String[] b = Keys.of(List.of(real.column(columns.get(1))));
            Map<String, Integer> ofA = new TreeMap<>();
            Map<String, Integer> ofB = new TreeMap<>();
            Set<String> together = new TreeSet<>();
            int all = 0;
            for (int i = 0; i < a.length; i++) {
                String x = a[i];
                String y = b[i];
                if (x != null && y != null) {
                    ofA.merge(x, 1, Integer::sum);
                    ofB.merge(y, 1, Integer::sum);
                    together.add(Keys.join(x, y));
                    all++;
                }
            }
            Set<String> never = new TreeSet<>();
            double rows = all;
            // A value of fewer rows than may be told meets none 20 times by chance.
            ofB.values().removeIf(count -> count < Math.max(LEAST_EXPECTED, terms.rare()));
            ofA.values().removeIf(count -> count < Math.max(LEAST_EXPECTED, terms.rare()));
            ofA.forEach((x, countA) -> ofB.forEach((y, countB) -> {
                String both = Keys.join(x, y);
                if (countA * (double) countB >= LEAST_EXPECTED * rows && !together.contains(both)) {
                    never.add(both);
                }
            }));
            return new Known(this, never, false);
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            return Known.load(this, json, false);
        }
    }
}
