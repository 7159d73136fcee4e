package org.semblance.constraint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.Rule;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Columns that say the same in other words, each determining all others: {@code - together: [education-num, education]}.
 * The first is learnt, the others are looked up. Found as {@link Determines} are.
 */
public final class Together implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "together",
            "Columns say the same in other words: [code, name].",
            new Plugin.NoOptions(),
            options -> new Together());

    private static final int FEW = 20;

    /**
     * A number of few values comes first: its order helps to learn what hangs on it. With more it is an amount that belongs
     * to the label (the size of a school), and what hangs on the label is no line or step of it.
     */
    @Override
    public List<Constraint> find(Seen seen) {
        List<Constraint> out = new ArrayList<>();
        for (org.semblance.constraint.learn.Determines.Together rule :
                seen.rules(org.semblance.constraint.learn.Determines.Together.class)) {
            if (rule.family() == Rule.Family.FIXED) {
                int a = rule.one().from().column();
                int b = rule.one().to();
                boolean swap = second(seen.table(), a, b);
                out.add(new Same(List.of(seen.name(swap ? b : a), seen.name(swap ? a : b))));
            }
        }
        return out;
    }

    private static boolean second(Table table, int a, int b) {
        boolean first = table.schema().field(a).kind().numeric();
        if (first == table.schema().field(b).kind().numeric()) {
            return false;
        }
        boolean many = table.codes(first ? b : a).compact().labels().size() > FEW;
        return first == many;
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        List<Field> fields = given.columns(given.texts(given.value()), schema, 2);
        return fields == null ? null : new Same(fields.stream().map(Field::name).toList());
    }

    /** Columns that say the same. */
    record Same(List<String> columns) implements Constraint {
        Same {
            columns = List.copyOf(columns);
        }

        @Override
        public String form() {
            return "together";
        }

        @Override
        public Object value() {
            return columns;
        }

        @Override
        public String words() {
            return String.join(" and ", columns) + " go together";
        }

        private List<Constraint> ways() {
            List<Constraint> out = new ArrayList<>();
            out.add(new Determines.Dependency(
                    List.of(Formula.quoted(columns.get(0))), columns.subList(1, columns.size())));
            for (String name : columns.subList(1, columns.size())) {
                out.add(new Determines.Dependency(List.of(Formula.quoted(name)), List.of(columns.get(0))));
            }
            return out;
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            List<Keeper> ways =
                    ways().stream().map(way -> way.learn(real, terms)).toList();
            return new Both(this, (DependencyKeeper) ways.get(0), ways);
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            List<Keeper> ways = new ArrayList<>();
            for (Constraint way : ways()) {
                ways.add(way.load(json.path("ways").path(ways.size()), like));
            }
            return new Both(this, (DependencyKeeper) ways.get(0), ways);
        }
    }

    /** @param first looks the others up by the first column */
    private record Both(Constraint constraint, DependencyKeeper first, List<Keeper> ways) implements Keeper.Setting {
        @Override
        public boolean[] broken(Table table, Place place) {
            boolean[] out = new boolean[table.rows()];
            for (Keeper way : ways) {
                boolean[] one = way.broken(table, place);
                for (int i = 0; i < out.length; i++) {
                    out[i] |= one[i];
                }
            }
            return out;
        }

        @Override
        public List<String> sets() {
            return first.sets();
        }

        @Override
        public List<String> from() {
            return first.from();
        }

        @Override
        public boolean always() {
            return first.always();
        }

        @Override
        public void set(Draft draft, Rng rng) {
            first.set(draft, rng);
        }

        @Override
        public void store(ObjectNode json) {
            ways.forEach(way -> way.store(json.withArray("ways").addObject()));
        }
    }
}
