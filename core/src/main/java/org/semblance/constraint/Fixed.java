package org.semblance.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.ConstantRules;
import org.semblance.constraint.learn.FewValues;
import org.semblance.expression.Expression;
import org.semblance.expression.Sort;
import org.semblance.plugin.Plugin;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/**
 * A column is always the same where something holds: {@code - fixed: {column: weeks, is: 0, where: "pregnant = 'no'"}}.
 * Found where unrelated columns would break it 20 times ({@link ConstantRules}).
 */
public final class Fixed implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "fixed",
            "A column is always the same where something holds: {column: weeks, is: 0, where: \"pregnant = 'no'\"}.",
            new Plugin.NoOptions(),
            options -> new Fixed());

    /** More lines about one pair of columns nobody reads. */
    private static final int MOST = 5;

    @Override
    public List<Constraint> find(Seen seen) {
        List<Constraint> out = new ArrayList<>();
        for (ConstantRules.Constant rule : seen.rules(ConstantRules.Constant.class)) {
            FewValues where = rule.where();
            if (!seen.amount(rule.column())) {
                continue;
            }
            Map<Double, boolean[]> chosen = new LinkedHashMap<>();
            for (int k = 0; k < where.levels(); k++) {
                if (!Double.isNaN(rule.only()[k])) {
                    chosen.computeIfAbsent(rule.only()[k], value -> new boolean[where.levels()])[k] = true;
                }
            }
            if (chosen.size() <= MOST) {
                chosen.forEach((value, these) -> add(seen, rule.column(), value, Where.in(seen, where, these), out));
            }
        }
        return out;
    }

    private static void add(Seen seen, int column, double value, String where, List<Constraint> out) {
        if (!where.isEmpty()) {
            Schema schema = seen.table().schema();
            out.add(new Same(
                    seen.name(column),
                    Keys.text(value),
                    Expression.parse(Formula.quoted(seen.name(column)) + " = " + Keys.text(value), schema),
                    Expression.parse(where, schema)));
        }
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        Map<String, Object> map = given.map(Set.of("column", "is", "where"));
        if (map == null || map.size() < 3) {
            given.problem(
                    "it takes a column, what it is, and where.",
                    "Such as  {column: weeks, is: 0, where: \"pregnant = 'no'\"}.");
            return null;
        }
        List<Field> fields = given.columns(given.texts(map.getOrDefault("column", "")), schema, 1);
        Expression where = given.condition(map.getOrDefault("where", ""), schema);
        if (fields == null || where == null) {
            return null;
        }
        String name = fields.get(0).name();
        if (where.columns().contains(name)) {
            given.problem("the condition is about \"" + name + "\" itself.", "");
            return null;
        }
        String value = String.valueOf(map.getOrDefault("is", ""));
        boolean number = Sort.of(fields.get(0).kind()) == Sort.NUMBER;
        String quote = value.indexOf('\'') < 0 ? "'" : "\"";
        String literal = number ? value : quote + value + quote;
        Expression same = given.condition(Formula.quoted(name) + " = " + literal, schema);
        return same == null ? null : new Same(name, value, same, where);
    }

    /**
     * A column that is the same where a condition holds.
     *
     * @param same whether it is
     */
    record Same(String column, String is, Expression same, Expression where) implements Constraint {
        @Override
        public String form() {
            return "fixed";
        }

        @Override
        public Object value() {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("column", column);
            boolean number = same.text().endsWith(" = " + is) && !is.isEmpty();
            out.put("is", number ? (Object) Double.valueOf(is) : is);
            out.put("where", where.text());
            return out;
        }

        @Override
        public String words() {
            return column + " is " + is + " where " + where.text();
        }

        @Override
        public List<String> columns() {
            List<String> out = new ArrayList<>(List.of(column));
            out.addAll(where.columns());
            return out;
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            return FixedKeeper.learn(this, real);
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            return new FixedKeeper(this, json.path("share not").asDouble(0));
        }
    }
}
