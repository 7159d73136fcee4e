package org.semblance.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.DependencyRules;
import org.semblance.constraint.learn.Determines;
import org.semblance.constraint.learn.FewValues;
import org.semblance.constraint.learn.NeverRules;
import org.semblance.expression.Expression;
import org.semblance.plugin.Plugin;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/**
 * A column is missing exactly when something holds, when it holds at least, or only when it holds: {@code - missing:
 * {column: weeks, exactly: "sex = 'M'"}}; or columns are missing in the same rows: {@code - missing: {together: [street,
 * town]}}. Found as other dependencies are ({@link DependencyRules}, {@link NeverRules}).
 */
public final class Missing implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "missing",
            "A column is missing exactly when, when or only when: {column: weeks, exactly: \"sex = 'M'\"}.",
            new Plugin.NoOptions(),
            options -> new Missing());

    private static final String TOGETHER = "together";

    /** How being missing hangs on the condition. */
    enum Way {
        EXACTLY("exactly", "exactly when"),
        WHEN("when", "when"),
        ONLY("only", "only when");

        private final String key;
        private final String words;

        Way(String key, String words) {
            this.key = key;
            this.words = words;
        }
    }

    @Override
    public List<Constraint> find(Seen seen) {
        List<Constraint> out = new ArrayList<>();
        for (Determines.Together rule : seen.rules(Determines.Together.class)) {
            together(seen, rule, out);
        }
        for (Determines rule : seen.rules(Determines.class)) {
            FewValues few = rule.few();
            if (few != null && few.sort() == FewValues.Sort.MISSING) {
                follows(seen, rule, out);
            }
        }
        for (NeverRules.Never rule : seen.rules(NeverRules.Never.class)) {
            never(seen, rule, out);
        }
        return out;
    }

    private static void together(Seen seen, Determines.Together rule, List<Constraint> out) {
        FewValues a = rule.one().from();
        FewValues b = rule.other().from();
        boolean both = a.sort() == FewValues.Sort.MISSING && b.sort() == FewValues.Sort.MISSING;
        if (both && rule.one().goesWith()[1] == 1) {
            out.add(new Same(List.of(seen.name(a.column()), seen.name(b.column()))));
        } else if (both) {
            add(seen, b.column(), Way.EXACTLY, Formula.quoted(seen.name(a.column())) + " is not missing", out);
        } else {
            follows(seen, a.sort() == FewValues.Sort.MISSING ? rule.other() : rule.one(), out);
        }
    }

    private static void follows(Seen seen, Determines rule, List<Constraint> out) {
        FewValues few = rule.few();
        if (few == null || few.sort() != FewValues.Sort.MISSING) {
            return;
        }
        boolean[] gone = new boolean[rule.from().levels()];
        for (int k = 0; k < gone.length; k++) {
            gone[k] = rule.goesWith()[k] == 1;
        }
        add(seen, rule.to(), Way.EXACTLY, Where.in(seen, rule.from(), gone), out);
    }

    private static void never(Seen seen, NeverRules.Never rule, List<Constraint> out) {
        if (rule.b().sort() == FewValues.Sort.MISSING) {
            never(seen, rule.a(), rule.b(), rule.never(), rule.b().levels(), 1, out);
        }
        // Of two that may be missing the other way round says the same.
        if (rule.a().sort() == FewValues.Sort.MISSING && rule.b().sort() != FewValues.Sort.MISSING) {
            never(seen, rule.b(), rule.a(), rule.never(), 1, rule.b().levels(), out);
        }
    }

    /**
     * Of one that may be missing.
     *
     * @param stepFrom how far apart values of {@code from} stand in the marks
     * @param stepTo how far apart those of {@code to} do
     */
    private static void never(
            Seen seen, FewValues from, FewValues to, boolean[] never, int stepFrom, int stepTo, List<Constraint> out) {
        boolean[] given = new boolean[from.levels()];
        boolean[] gone = new boolean[from.levels()];
        for (int k = 0; k < given.length; k++) {
            gone[k] = never[k * stepFrom];
            given[k] = !never[k * stepFrom + stepTo];
        }
        add(seen, to.column(), Way.WHEN, Where.in(seen, from, gone), out);
        add(seen, to.column(), Way.ONLY, Where.in(seen, from, given), out);
    }

    private static void add(Seen seen, int column, Way way, String condition, List<Constraint> out) {
        if (!condition.isEmpty()) {
            Expression expression = Expression.parse(condition, seen.table().schema());
            out.add(new Hanging(seen.name(column), way, expression));
        }
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        Map<String, Object> map = given.map(Set.of("column", "exactly", "when", "only", TOGETHER));
        if (map == null || map.isEmpty()) {
            given.problem(
                    "it takes a column and when it is missing.", "Such as  {column: weeks, exactly: \"sex = 'M'\"}.");
            return null;
        }
        if (map.containsKey(TOGETHER)) {
            List<Field> fields = given.columns(given.texts(map.getOrDefault(TOGETHER, "")), schema, 2);
            return fields == null
                    ? null
                    : new Same(fields.stream().map(Field::name).toList());
        }
        List<Way> ways = new ArrayList<>();
        for (Way way : Way.values()) {
            if (map.containsKey(way.key)) {
                ways.add(way);
            }
        }
        List<Field> fields = given.columns(given.texts(map.getOrDefault("column", "")), schema, 1);
        if (ways.size() != 1) {
            given.problem("it takes one of exactly, when and only.", "");
        }
        if (fields == null || ways.size() != 1) {
            return null;
        }
        Expression condition = given.condition(map.getOrDefault(ways.get(0).key, ""), schema);
        if (condition == null) {
            return null;
        }
        if (condition.columns().contains(fields.get(0).name())) {
            given.problem("the condition is about \"" + fields.get(0).name() + "\" itself.", "");
            return null;
        }
        return new Hanging(fields.get(0).name(), ways.get(0), condition);
    }

    /** A column whose being missing hangs on a condition. */
    record Hanging(String column, Way way, Expression condition) implements Constraint {
        @Override
        public String form() {
            return "missing";
        }

        @Override
        public Object value() {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("column", column);
            out.put(way.key, condition.text());
            return out;
        }

        @Override
        public String words() {
            return column + " is missing " + way.words + " " + condition.text();
        }

        @Override
        public List<String> columns() {
            List<String> out = new ArrayList<>(List.of(column));
            out.addAll(condition.columns());
            return out;
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            return MissingKeeper.learn(this, real);
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            return new MissingKeeper(
                    this,
                    json.path("share held").asDouble(1),
                    json.path("share not").asDouble(0));
        }
    }

    /** Columns that are missing in the same rows. */
    record Same(List<String> columns) implements Constraint {
        Same {
            columns = List.copyOf(columns);
        }

        @Override
        public String form() {
            return "missing";
        }

        @Override
        public Object value() {
            return Map.of(TOGETHER, columns);
        }

        @Override
        public String words() {
            return String.join(", ", columns) + " are missing in the same rows";
        }

        private List<Hanging> each(Schema schema) {
            Expression first = Expression.parse(Formula.quoted(columns.get(0)) + " is missing", schema);
            return columns.subList(1, columns.size()).stream()
                    .map(name -> new Hanging(name, Way.EXACTLY, first))
                    .toList();
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            return Several.mending(
                    this,
                    each(real.schema()).stream()
                            .map(one -> one.learn(real, terms))
                            .toList());
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            // Nothing is learnt of "exactly".
            return Several.mending(
                    this,
                    each(like.schema()).stream()
                            .map(one -> one.load(json, like))
                            .toList());
        }
    }
}
