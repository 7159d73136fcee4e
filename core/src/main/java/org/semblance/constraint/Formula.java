package org.semblance.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.ElapsedRules;
import org.semblance.constraint.learn.FewValues;
import org.semblance.constraint.learn.LinearRules;
import org.semblance.constraint.learn.SumRules;
import org.semblance.expression.Expression;
import org.semblance.expression.Sort;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/**
 * A column is what an {@link Expression} makes of others: {@code - formula: "total = round(price * quantity, 2)"}. Found
 * are products of two columns, other units of one, the time between two dates, and parts of dates. A formula that holds
 * in 100 rows by chance is out of question: each row is another coin.
 */
public final class Formula implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "formula",
            "A column is calculated from others: \"total = round(price * quantity, 2)\".",
            new Plugin.NoOptions(),
            options -> new Formula());

    /** Parts of dates that columns are looked at for; for moments also the last ones. */
    private static final List<String> PARTS = List.of("year", "month", "day", "weekday", "hour", "minute");

    private static final int DATE_PARTS = 4;

    private static final double DAYS_OF_WEEK = 7;

    @Override
    public List<Constraint> find(Seen seen) {
        List<String> texts = new ArrayList<>();
        for (SumRules.Sum rule : seen.rules(SumRules.Sum.class)) {
            if (rule.product()) {
                String made = quoted(seen.name(rule.a())) + " * " + quoted(seen.name(rule.b()));
                texts.add(seen.name(rule.c()) + " = " + rounded(made, seen, rule.c(), rule.slack()));
            }
        }
        for (LinearRules.Line rule : seen.rules(LinearRules.Line.class)) {
            texts.add(seen.name(rule.b()) + " = " + line(rule, seen));
        }
        List<Constraint> out = new ArrayList<>();
        texts.forEach(text -> add(text, seen, out));
        for (ElapsedRules.Elapsed rule : seen.rules(ElapsedRules.Elapsed.class)) {
            elapsed(rule, seen, out);
        }
        parts(seen, out);
        return out;
    }

    private static String rounded(String made, Seen seen, int target, double slack) {
        Field field = seen.table().schema().field(target);
        int decimals = field.kind() == Kind.WHOLE ? 0 : field.format().rounding();
        return slack == 0 || decimals < 0 ? made : "round(" + made + (decimals == 0 ? "" : ", " + decimals) + ")";
    }

    private static String line(LinearRules.Line rule, Seen seen) {
        String x = quoted(seen.name(rule.a()));
        if (rule.slope() == 1 && rule.start() == 0) {
            return x;
        }
        String slope = number(rule.slope());
        String start = number(Math.abs(rule.start()));
        boolean through = Double.parseDouble(start) == 0;
        String made = (slope.equals("1") ? x : slope + " * " + x)
                + (through ? "" : (rule.start() < 0 ? " - " : " + ") + start);
        return rounded(made, seen, rule.b(), rule.slack());
    }

    /** The line goes through two rounded points: its shortest number within a millionth is meant. */
    private static String number(double value) {
        for (int digits = 0; digits < 9; digits++) {
            double rounded = Rounding.to(value, digits);
            if (Math.abs(rounded - value) <= 1e-6 * Math.abs(value) || Math.abs(value) < 1e-9) {
                return FewValues.number(rounded).length() > 15 ? Double.toString(rounded) : FewValues.number(rounded);
            }
        }
        return Double.toString(value);
    }

    /** The first way of counting that holds in all drawn rows. */
    private static void elapsed(ElapsedRules.Elapsed rule, Seen seen, List<Constraint> out) {
        String dates = "(" + quoted(seen.name(rule.from())) + ", " + quoted(seen.name(rule.to())) + ")";
        String unit = rule.unit().name().toLowerCase(Locale.ROOT);
        String exact = switch (rule.unit()) {
            case YEARS -> "days" + dates + " / 365.2425";
            case WEEKS -> "days" + dates + " / 7";
            case MILLISECONDS -> "seconds" + dates + " * 1000";
            default -> unit + dates;
        };
        List<String> ways = new ArrayList<>();
        if (rule.unit() == ElapsedRules.Unit.YEARS) {
            ways.add("years" + dates);
        }
        ways.addAll(List.of(exact, "floor(" + exact + ")", "round(" + exact + ")", "round(" + exact + ", 1)"));
        if (rule.unit() == ElapsedRules.Unit.YEARS) {
            ways.addAll(List.of("floor(days" + dates + " / 365.25)", "round(days" + dates + " / 365.25, 1)"));
        }
        for (String way : ways) {
            if (add(seen.name(rule.number()) + " = " + way, seen, out)) {
                return;
            }
        }
    }

    /** Columns of few whole numbers that are the month, the weekday and so on of a date. */
    private static void parts(Seen seen, List<Constraint> out) {
        Table first = seen.first();
        Schema schema = first.schema();
        for (int d = 0; d < schema.size(); d++) {
            Kind kind = schema.field(d).kind();
            int parts = kind == Kind.DATE ? DATE_PARTS : kind == Kind.DATETIME ? PARTS.size() : 0;
            for (String part : PARTS.subList(0, parts)) {
                String made = part + "(" + quoted(schema.field(d).name()) + ")";
                double[] values = Expression.parse(made, schema).values(first);
                for (int c = 0; c < schema.size(); c++) {
                    if (schema.field(c).kind() == Kind.WHOLE && first.rows() > 0) {
                        counted(quoted(schema.field(c).name()), made, first.numbers(c), values)
                                .forEach(text -> add(text, seen, out));
                    }
                }
            }
        }
    }

    /** A part of a date as it is, or counted from another start (years since 2011); weekdays also with Sunday as 0. */
    private static List<String> counted(String name, String made, NumberColumn column, double[] values) {
        double start = column.get(0) - values[0];
        boolean shifted = true;
        boolean around = made.startsWith("weekday");
        for (int i = 0; i < values.length; i++) {
            shifted &= Double.compare(column.get(i), values[i] + start) == 0;
            around &= Double.compare(column.get(i), values[i] % DAYS_OF_WEEK) == 0;
        }
        String more = start == 0 ? "" : (start < 0 ? " - " : " + ") + FewValues.number(Math.abs(start));
        if (around && !shifted) {
            return List.of(name + " = mod(" + made + ", 7)");
        }
        return shifted ? List.of(name + " = " + made + more) : List.of();
    }

    /** Adds it where the drawn rows keep it and it tells something that varies. */
    private static boolean add(String text, Seen seen, List<Constraint> out) {
        Calculated made = of("formula", text, text, seen.table().schema());
        if (made == null || !made.tells(seen.sample())) {
            return false;
        }
        out.add(made);
        return true;
    }

    private static @Nullable Calculated of(String form, Object value, String text, Schema schema) {
        int equals = text.indexOf('=');
        try {
            return new Calculated(
                    form,
                    value,
                    bare(text.substring(0, equals).strip()),
                    Expression.parse(text.substring(equals + 1), schema),
                    0);
        } catch (ProblemException e) {
            return null;
        }
    }

    /** A name as an expression has it. */
    static String quoted(String name) {
        return name.matches("[\\p{L}_][\\p{L}\\p{N}_]*") ? name : "`" + name + "`";
    }

    /** The column that is quoted so, or is not. */
    private static String bare(String name) {
        boolean ticks = name.length() > 1 && name.startsWith("`") && name.endsWith("`");
        return ticks ? name.substring(1, name.length() - 1) : name;
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        String text = String.valueOf(given.value());
        int equals = text.indexOf('=');
        if (!(given.value() instanceof String) || equals < 1 || text.startsWith("==", equals)) {
            given.problem("it takes a column, =, and what it is.", "Such as  \"total = round(price * quantity, 2)\".");
            return null;
        }
        String target = text.substring(0, equals).strip();
        List<Field> fields = given.columns(List.of(bare(target)), schema, 1);
        Expression made = given.expression(text.substring(equals + 1).strip(), schema);
        if (fields == null || made == null) {
            return null;
        }
        return checked(given, new Calculated("formula", text, fields.get(0).name(), made, 0), fields.get(0));
    }

    static @Nullable Constraint checked(Given given, Calculated made, Field field) {
        Sort sort = made.made().sort();
        boolean fits = sort == Sort.ANY
                || (sort == Sort.LABEL
                        ? !field.kind().numeric()
                        : Sort.of(field.kind()) == sort || sort == Sort.TRUTH && Sort.of(field.kind()) == Sort.NUMBER);
        if (!fits) {
            given.problem(
                    "\"" + field.name() + "\" is a " + field.kind().word() + ", which \""
                            + made.made().text() + "\" does not make.",
                    "");
            return null;
        }
        if (made.made().columns().contains(field.name())) {
            given.problem("\"" + field.name() + "\" is made of itself.", "");
            return null;
        }
        return made;
    }

    /**
     * A column that an expression makes.
     *
     * @param loose by how much it may be off where it is made of so many rounded columns; 0 for by none
     */
    record Calculated(String form, Object value, String target, Expression made, int loose) implements Constraint {
        @Override
        public String words() {
            return target + " = " + made.text().strip();
        }

        @Override
        public List<String> columns() {
            List<String> out = new ArrayList<>(List.of(target));
            out.addAll(made.columns());
            return out;
        }

        /** The columns in whatever order: what is calculated from them could be turned round. */
        String about() {
            return columns().stream().sorted().toList().toString();
        }

        /** Whether it holds in at least 100 rows, in which the column has different values. */
        boolean tells(Table table) {
            return CalculatedKeeper.tells(this, table);
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            return CalculatedKeeper.learn(this, real);
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            return new CalculatedKeeper(
                    this,
                    like.schema().field(like.schema().index(target)),
                    json.path("slack").asDouble(0),
                    json.path("always").asBoolean(false));
        }
    }
}
