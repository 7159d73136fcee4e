package org.semblance.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.NeverRules;
import org.semblance.plugin.Plugin;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/**
 * Columns have together only values that they have together in the real table: {@code - combinations: [make, model]}; a
 * combination that too few rows have to be told is none of them.
 *
 * <p>Found for pairs in which values never meet that would meet in 20 rows by chance ({@link NeverRules}), where at most
 * 1 row in 1,000 has a combination of fewer than 5: else new combinations are nothing strange, and the values are only kept
 * {@link Apart}.
 */
public final class Combinations implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "combinations",
            "Columns have together only what they have together in the real table: [make, model].",
            new Plugin.NoOptions(),
            options -> new Combinations());

    private static final int FEW = 5;
    private static final double MOST_RARE = 0.001;

    @Override
    public List<Constraint> find(Seen seen) {
        List<Constraint> out = new ArrayList<>();
        for (NeverRules.Never rule : seen.rules(NeverRules.Never.class)) {
            List<String> names = seen.names(rule.a(), rule.b());
            if (rule.ofValues() && closed(names, seen.table())) {
                out.add(new Fixed(names));
            }
        }
        return out;
    }

    /** Whether hardly a row has a combination that few others have. */
    static boolean closed(List<String> names, Table table) {
        return rare(counts(new Fixed(names), table)) <= MOST_RARE * table.rows();
    }

    private static int rare(Map<String, Integer> counts) {
        return counts.values().stream()
                .filter(rows -> rows < FEW)
                .mapToInt(rows -> rows)
                .sum();
    }

    private static Map<String, Integer> counts(Fixed made, Table table) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String key : keys(made, table)) {
            if (key != null) {
                counts.merge(key, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static @Nullable String[] keys(Fixed made, Table table) {
        List<Column> columns = made.columns.stream().map(table::column).toList();
        return Keys.of(columns);
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        List<Field> fields = given.columns(given.texts(given.value()), schema, 2);
        return fields == null
                ? null
                : new Fixed(fields.stream().map(Field::name).toList());
    }

    /** Columns that have some combinations only. */
    record Fixed(List<String> columns) implements Constraint {
        Fixed {
            columns = List.copyOf(columns);
        }

        @Override
        public String form() {
            return "combinations";
        }

        @Override
        public Object value() {
            return columns;
        }

        @Override
        public String words() {
            return String.join(" and ", columns) + " have only known combinations";
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            Map<String, Integer> counts = counts(this, real);
            counts.values().removeIf(rows -> rows < terms.rare());
            return new Known(this, counts.keySet(), true);
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            return Known.load(this, json, true);
        }
    }
}
