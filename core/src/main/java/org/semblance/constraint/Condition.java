package org.semblance.constraint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.expression.Expression;
import org.semblance.plugin.Plugin;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Something that holds in every row: {@code - condition: "age >= 18 or married = 'no'"}. Never found, only told: what
 * might be a condition has no end. Rows that break it are drawn anew.
 */
public final class Condition implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "condition",
            "Something holds in every row: \"age >= 18 or married = 'no'\".",
            new Plugin.NoOptions(),
            options -> new Condition());

    @Override
    public List<Constraint> find(Seen seen) {
        return List.of();
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        if (!(given.value() instanceof String text)) {
            given.problem("it takes a condition.", "Such as  \"age >= 18 or married = 'no'\".");
            return null;
        }
        Expression condition = given.condition(text, schema);
        return condition == null ? null : new Holds(condition);
    }

    /** A condition; a row for which it is missing does not break it. */
    record Holds(Expression condition) implements AsTold {
        @Override
        public String form() {
            return "condition";
        }

        @Override
        public Object value() {
            return condition.text();
        }

        @Override
        public String words() {
            return condition.text();
        }

        @Override
        public List<String> columns() {
            return condition.columns();
        }

        @Override
        public boolean[] broken(Table table, Place place) {
            double[] truth = condition.values(table);
            boolean[] out = new boolean[truth.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = truth[i] == 0;
            }
            return out;
        }
    }
}
