package org.semblance.project.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Conditionals;
import org.semblance.expression.Expression;
import org.semblance.impute.Cells;
import org.semblance.impute.Formulas;
import org.semblance.impute.Plan;
import org.semblance.impute.QuickPredictors;
import org.semblance.io.SchemaOverrides;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Option;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * One imputation as a file says it: which data, how often, by which methods, from which predictors.
 *
 * @param data the path of the table
 * @param sha256 of the data it was written for, or empty
 * @param seed null where it is drawn
 * @param blocks by name, columns that methods, predictors, formulas and the order may name together
 * @param methods by column or block; {@code none} for one that stays as it is
 * @param predictors by column or block, each predictor's code of mice's predictor matrix; of other targets the settings decide
 * @param ordered by column, its labels from the least to the greatest
 * @param formulas what is calculated, and by column or block models as formulas
 * @param columns kinds and formats where the guess is wrong, or null
 */
public record Imputation(
        String data,
        String sha256,
        @Nullable Long seed,
        Settings settings,
        Map<String, List<String>> blocks,
        Map<String, Method> methods,
        Map<String, Map<String, Integer>> predictors,
        Map<String, List<String>> ordered,
        Formulas formulas,
        @Nullable SchemaOverrides columns) {
    /** The method of a column that stays as it is. */
    public static final String NONE = "none";

    /** A method and what is set of it. */
    public record Method(String name, Map<String, Object> options) {
        public Method {
            options = new LinkedHashMap<>(options);
        }
    }

    /** What holds for all columns. */
    public record Settings(
            @Option(value = "How many times everything is imputed (m)", min = 1, max = 10_000)
            int sets,

            @Option(value = "How often each set goes round the columns (maxit)", min = 1, max = 100_000)
            int iterations,

            @Option("Method of columns of numbers, dates and times")
            String numbers,

            @Option("Method of columns of two labels") String twoLabels,

            @Option("Method of columns of more labels") String labels,

            @Option("Method of columns of labels that have an order")
            String orderedLabels,

            @Option(
                    value = "Which cells get imputations; what is observed stays in any case",
                    choices = {"missing", "all", "observed", "none"})
            String where,

            @Option("In which order columns are visited: roman, arabic, monotone, revmonotone, or their names")
            List<String> order,

            @Option("A condition: rows of which it is true are imputed and not learnt from")
            String ignore,

            @Option(
                    value =
                            "Predictors are those that correlate with the target or its holes by more than this (quickpred);"
                                    + " negative for all",
                    min = -1,
                    max = 1)
            double correlation,

            @Option(
                    value = "Predictors are there in at least this share of the target's holes (minpuc)",
                    min = 0,
                    max = 1)
            double usable,

            @Option("Columns that are predictors in any case")
            List<String> include,

            @Option("Columns that are never predictors") List<String> exclude,

            @Option(
                    value =
                            "How labels are coded as predictors: native to each method, or dummies as in R's model.matrix",
                    choices = {"native", "dummies"})
            String coding) {
        public static final Settings DEFAULT = new Settings(
                5,
                5,
                Plan.Defaults.MICE.numbers(),
                Plan.Defaults.MICE.twoLabels(),
                Plan.Defaults.MICE.labels(),
                Plan.Defaults.MICE.orderedLabels(),
                "missing",
                List.of("roman"),
                "",
                -1,
                0,
                List.of(),
                List.of(),
                "native");

        public Settings {
            order = List.copyOf(order);
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
        }
    }

    public Imputation {
        blocks = new LinkedHashMap<>(blocks);
        methods = new LinkedHashMap<>(methods);
        predictors = new LinkedHashMap<>(predictors);
        ordered = new LinkedHashMap<>(ordered);
    }

    /** Everything as mice has it. */
    public static Imputation of(String data) {
        return new Imputation(
                data, "", null, Settings.DEFAULT, Map.of(), Map.of(), Map.of(), Map.of(), Formulas.NONE, null);
    }

    public Imputation data(String path) {
        return new Imputation(path, sha256, seed, settings, blocks, methods, predictors, ordered, formulas, columns);
    }

    public Imputation seed(long number, String hash) {
        return new Imputation(data, hash, number, settings, blocks, methods, predictors, ordered, formulas, columns);
    }

    /** A plan for a table, and the table with its ordered labels in their order. */
    public record Planned(Table data, Plan plan) {}

    /** @throws ProblemException with everything that does not fit the table */
    public Planned plan(Table table) {
        List<Problem> problems = new ArrayList<>();
        return blocks.isEmpty()
                ? plan(table, problems)
                : new Blocks(blocks).spread(this, table.schema(), problems).plan(table, problems);
    }

    private Planned plan(Table table, List<Problem> problems) {
        Schema schema = table.schema();
        for (Map<String, ?> named : List.of(methods, predictors, ordered)) {
            named.keySet().forEach(column -> known(schema, column, "", problems));
        }
        predictors.forEach((target, codes) ->
                codes.keySet().forEach(column -> known(schema, column, "predictors of " + target, problems)));
        settings.include.forEach(column -> known(schema, column, "include", problems));
        settings.exclude.forEach(column -> known(schema, column, "exclude", problems));
        methods.forEach((column, method) -> method(method, "method of column \"" + column + "\"", problems));
        Stream.of(settings.numbers, settings.twoLabels, settings.labels, settings.orderedLabels)
                .distinct()
                .forEach(name -> method(new Method(name, Map.of()), "method", problems));
        problems.addAll(formulas.problems(schema));
        formulas.models().keySet().stream()
                .filter(predictors::containsKey)
                .forEach(column -> problems.add(Problem.of("the column has predictors and a formula.")
                        .at("column \"" + column + "\"")
                        .fix("Leave one of the two out: a formula says all that the column is drawn from.")));
        Table data = ordered(table, problems);
        int[] visits = visits(data, problems);
        boolean[] ignored = ignored(data, problems);
        refuse(problems);
        Plan.Defaults defaults = new Plan.Defaults(
                left(settings.numbers), left(settings.twoLabels), left(settings.labels), left(settings.orderedLabels));
        Plan plan = Plan.of(data, where(data), ordered.keySet(), defaults)
                .sets(settings.sets)
                .iterations(settings.iterations)
                .visits(visits)
                .ignored(ignored)
                .coding(settings.coding.equals("native") ? Plan.Coding.NATIVE : Plan.Coding.DUMMIES);
        plan = plan.predictors(predictors(data, plan));
        for (Map.Entry<String, Method> one : methods.entrySet()) {
            Method method = one.getValue();
            plan = plan.method(schema.find(one.getKey()), left(method.name), method.options);
        }
        for (Map.Entry<String, String> one : formulas.passive().entrySet()) {
            plan = plan.passive(data, one.getKey(), one.getValue());
        }
        for (Map.Entry<String, String> one : formulas.models().entrySet()) {
            plan = plan.model(data, one.getKey(), one.getValue());
        }
        for (Map.Entry<String, String> one : formulas.post().entrySet()) {
            plan = plan.post(one.getKey(), one.getValue());
        }
        plan.check(data);
        return new Planned(data, plan);
    }

    /** As plans have a column that stays as it is. */
    private static String left(String method) {
        return method.equals(NONE) ? "" : method;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
    }

    private static void known(Schema schema, String column, String at, List<Problem> problems) {
        if (schema.find(column) < 0) {
            problems.add(Problem.of("there is no column \"" + column + "\".")
                    .at(at)
                    .fix(Nearest.hint(column, schema.names())));
        }
    }

    private static void method(Method method, String at, List<Problem> problems) {
        if (method.name.equals(NONE)) {
            return;
        }
        if (!Conditionals.ALL.names().contains(method.name)) {
            problems.add(Problem.of("there is no method \"" + method.name + "\".")
                    .at(at)
                    .fix((Nearest.hint(method.name, Conditionals.ALL.names()) + " All of them: semblance list methods")
                            .strip()));
            return;
        }
        try {
            Conditionals.ALL.find(method.name).options(method.options);
        } catch (ProblemException e) {
            e.problems().forEach(problem -> problems.add(problem.at(at)));
        }
    }

    private Cells where(Table data) {
        return switch (settings.where) {
            case "all" -> Cells.all(data);
            case "observed" -> Cells.observed(data);
            case "none" -> Cells.none(data);
            default -> Cells.missing(data);
        };
    }

    private int[] visits(Table data, List<Problem> problems) {
        if (settings.order.size() == 1) {
            String word = settings.order.get(0);
            for (Plan.Order order : Plan.Order.values()) {
                if (order.name().equalsIgnoreCase(word)) {
                    return Plan.order(data, order);
                }
            }
        }
        settings.order.forEach(column -> known(data.schema(), column, "order", problems));
        return settings.order.stream().mapToInt(data.schema()::find).toArray();
    }

    private boolean[] ignored(Table data, List<Problem> problems) {
        if (settings.ignore.isEmpty()) {
            return new boolean[data.rows()];
        }
        try {
            return Expression.parse(settings.ignore, data.schema()).holds(data);
        } catch (ProblemException e) {
            e.problems()
                    .forEach(problem ->
                            problems.add(problem.at(("ignore, " + problem.where()).replaceFirst(", $", ""))));
            return new boolean[data.rows()];
        }
    }

    private int[][] predictors(Table data, Plan plan) {
        Schema schema = data.schema();
        int[][] matrix = plan.predictors();
        boolean quick = settings.correlation >= 0 || settings.usable > 0;
        if (quick) {
            matrix = new QuickPredictors(
                            Math.max(0, settings.correlation),
                            settings.usable,
                            Set.copyOf(settings.include),
                            Set.copyOf(settings.exclude))
                    .of(data);
        }
        int[][] out = new int[matrix.length][];
        for (int c = 0; c < out.length; c++) {
            out[c] = matrix[c].clone();
            for (String column : settings.exclude) {
                out[c][schema.find(column)] = 0;
            }
            Map<String, Integer> own = predictors.get(schema.field(c).name());
            if (own != null) {
                Arrays.fill(out[c], 0);
                for (Map.Entry<String, Integer> one : own.entrySet()) {
                    out[c][schema.find(one.getKey())] = one.getValue();
                }
            }
        }
        return out;
    }

    /** With the labels of ordered columns in their order: codes are ranks. */
    private Table ordered(Table table, List<Problem> problems) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            List<String> order = ordered.get(table.schema().field(c).name());
            Column column = table.column(c);
            columns.add(
                    order == null
                            ? column
                            : ordered(column, order, table.schema().field(c).name(), problems));
        }
        return Table.of(table.schema(), columns);
    }

    private static Column ordered(Column column, List<String> order, String name, List<Problem> problems) {
        String at = "order of column \"" + name + "\"";
        if (!(column instanceof CodeColumn codes)) {
            problems.add(Problem.of("the column holds numbers, whose order is known.")
                    .at(at)
                    .fix("Leave it out."));
            return column;
        }
        Map<String, Integer> ranks = new HashMap<>();
        order.forEach(label -> ranks.putIfAbsent(label, ranks.size()));
        List<String> labels = codes.compact().labels();
        long without =
                labels.stream().filter(label -> !ranks.containsKey(label)).count();
        if (without > 0 || ranks.size() < order.size()) {
            problems.add(Problem.of(
                            without > 0
                                    ? without + " of its " + labels.size() + " labels have no place in it."
                                    : "a label stands in it twice.")
                    .at(at)
                    .fix("Name each label once, from the least to the greatest."));
            return column;
        }
        int[] out = new int[codes.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = codes.isMissing(i) ? -1 : ranks.getOrDefault(codes.labels().get(codes.code(i)), -1);
        }
        return CodeColumn.of(out, order);
    }
}
