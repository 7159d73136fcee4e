package org.semblance.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.DependencyRules;
import org.semblance.constraint.learn.FewValues;
import org.semblance.constraint.learn.Rule;
import org.semblance.expression.Expression;
import org.semblance.plugin.Plugin;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/**
 * Columns, or an expression of them, determine another one: {@code - determines: {city: state}}, {@code - determines:
 * {"month(day)": season}}, {@code - determines: {from: [street, number], to: [postcode, city]}}. Found where rows of one
 * value would differ at least 20 times were the columns unrelated ({@link DependencyRules}).
 */
public final class Determines implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "determines",
            "One column determines another: {city: state}.",
            new Plugin.NoOptions(),
            options -> new Determines());

    @Override
    public List<Constraint> find(Seen seen) {
        List<Constraint> out = new ArrayList<>();
        for (org.semblance.constraint.learn.Determines rule :
                seen.rules(org.semblance.constraint.learn.Determines.class)) {
            if (rule.family() == Rule.Family.FIXED && rule.from().sort() != FewValues.Sort.MISSING) {
                out.add(new Dependency(
                        List.of(Formula.quoted(seen.name(rule.from().column()))), List.of(seen.name(rule.to()))));
            }
        }
        return out;
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        Map<String, Object> map = given.map(Set.of());
        if (map == null || map.isEmpty()) {
            given.problem("it takes what determines and what is determined.", "Such as  {city: state}.");
            return null;
        }
        boolean several = map.keySet().equals(Set.of("from", "to"));
        Object from =
                several ? map.getOrDefault("from", "") : map.keySet().iterator().next();
        Object to = several ? map.getOrDefault("to", "") : map.getOrDefault(String.valueOf(from), "");
        if (!several && map.size() > 1) {
            given.problem("it takes one column and what it determines.", "Write a line for each.");
            return null;
        }
        List<String> sources = given.texts(from);
        List<Field> targets = given.columns(given.texts(to), schema, 1);
        if (sources == null || targets == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (String source : sources) {
            String text = schema.find(source) >= 0 ? Formula.quoted(source) : source;
            Expression expression = given.expression(text, schema);
            if (expression == null) {
                return null;
            }
            texts.add(text);
        }
        List<String> names = targets.stream().map(Field::name).toList();
        if (new Dependency(texts, List.of()).sources(schema).stream().anyMatch(names::contains)) {
            given.problem("a column cannot determine itself.", "");
            return null;
        }
        return new Dependency(texts, names);
    }

    /**
     * What determines what.
     *
     * @param from expressions
     * @param to columns
     */
    record Dependency(List<String> from, List<String> to) implements Constraint {
        Dependency {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        @Override
        public String form() {
            return "determines";
        }

        private static String plain(String text) {
            return text.startsWith("`") && text.endsWith("`") ? text.substring(1, text.length() - 1) : text;
        }

        @Override
        public Object value() {
            List<String> sources = from.stream().map(Dependency::plain).toList();
            Object targets = to.size() == 1 ? to.get(0) : to;
            if (sources.size() == 1) {
                return Map.of(sources.get(0), targets);
            }
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("from", sources);
            out.put("to", targets);
            return out;
        }

        @Override
        public String words() {
            return String.join(" and ", from.stream().map(Dependency::plain).toList())
                    + (from.size() == 1 ? " determines " : " determine ")
                    + String.join(", ", to);
        }

        private List<Expression> expressions(Schema schema) {
            return from.stream().map(text -> Expression.parse(text, schema)).toList();
        }

        private List<String> sources(Schema schema) {
            return expressions(schema).stream()
                    .flatMap(expression -> expression.columns().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public List<String> columns() {
            List<String> out =
                    new ArrayList<>(from.stream().map(Dependency::plain).toList());
            out.addAll(to);
            return out;
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            List<Expression> made = expressions(real.schema());
            @Nullable String[] keys = keys(made, real);
            List<Lookup> tables = new ArrayList<>();
            for (String name : to) {
                tables.add(Lookup.learn(real, name, keys, terms.rare()));
            }
            return new DependencyKeeper(this, made, sources(real.schema()), tables, numeric(made));
        }

        /** Whether keys are numbers of one column, so that there is a nearest one. */
        private static boolean numeric(List<Expression> made) {
            return made.size() == 1 && made.get(0).sort() != org.semblance.expression.Sort.LABEL;
        }

        static @Nullable String[] keys(List<Expression> made, Table table) {
            List<Column> columns =
                    made.stream().map(expression -> expression.column(table)).toList();
            return Keys.of(columns);
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            List<Lookup> tables = new ArrayList<>();
            for (int k = 0; k < to.size(); k++) {
                Field field = like.schema().field(like.schema().index(to.get(k)));
                tables.add(Lookup.load(field, json.path("tables").path(k)));
            }
            List<Expression> made = expressions(like.schema());
            return new DependencyKeeper(this, made, sources(like.schema()), tables, numeric(made));
        }
    }
}
