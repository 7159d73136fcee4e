package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.semblance.conditional.MostLabels;
import org.semblance.conditional.Predictors;
import org.semblance.evaluate.useful.FormulaTerms;
import org.semblance.expression.Expression;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * What is imputed, and how: what mice calls its set-up.
 *
 * @param methods [p] the method that draws each column, or empty for a column that is left as it is
 * @param options [p] what is set of each method
 * @param predictors [p][p] for each target (row) what part each column has: 0 none, else the codes of
 *     {@link org.semblance.conditional.Predictors.Role}
 * @param visits the columns in the order in which an iteration visits them; a column may come twice
 * @param where the cells that get imputations
 * @param ignored [n] rows that are imputed and not learnt from
 * @param ordered the columns whose labels stand in the order of their dictionary
 * @param sets how many times everything is imputed (m), each from its own start
 * @param iterations how often each set goes round
 * @param formulas what is calculated instead of drawn, or of what was drawn, and models as formulas
 * @param coding how labels are coded as predictors
 * @param told by column that got another method than the defaults have: what was done, and why
 */
public record Plan(
        List<String> methods,
        List<Map<String, ?>> options,
        int[][] predictors,
        int[] visits,
        Cells where,
        boolean[] ignored,
        Set<String> ordered,
        int sets,
        int iterations,
        Formulas formulas,
        Coding coding,
        Map<Integer, String> told) {
    /** The method of a column that is calculated ({@link Formulas#passive}). */
    public static final String PASSIVE = "passive";

    /** The methods that columns get where none is named, by what they hold. */
    public record Defaults(String numbers, String twoLabels, String labels, String orderedLabels) {
        public static final Defaults MICE = new Defaults("pmm", "logreg", "polyreg", "polr");
    }

    /** How labels are coded as predictors. */
    public enum Coding {
        /** As each method likes them best: trees part sets of labels, regressions have a column for each but the first. */
        NATIVE,
        /** As R's {@code model.matrix} and so mice: 0/1 columns for every method, polynomials for labels in an order. */
        DUMMIES
    }

    /** In which order columns are visited. */
    public enum Order {
        /** From left to right. */
        ROMAN,
        /** From right to left. */
        ARABIC,
        /** Fewest missing first. */
        MONOTONE,
        /** Most missing first. */
        REVMONOTONE
    }

    /** As mice sets it up: every column that can be a predictor is one of every other, five sets of five iterations. */
    public static Plan of(Table data) {
        return of(data, Cells.missing(data), Set.of(), Defaults.MICE);
    }

    public static Plan of(Table data, Cells where, Set<String> ordered, Defaults defaults) {
        int p = data.width();
        List<String> methods = new ArrayList<>();
        Map<Integer, String> told = new TreeMap<>();
        int[][] predictors = new int[p][p];
        for (int c = 0; c < p; c++) {
            boolean asked = where.count(c) > 0 && data.schema().field(c).kind().modelled();
            methods.add(asked ? method(data, c, ordered, defaults, told) : "");
            for (int k = 0; k < p; k++) {
                predictors[c][k] = k != c && data.schema().field(k).kind().modelled() ? 1 : 0;
            }
        }
        return new Plan(
                methods,
                Collections.nCopies(p, Map.of()),
                predictors,
                order(data, Order.ROMAN),
                where,
                new boolean[data.rows()],
                ordered,
                5,
                5,
                Formulas.NONE,
                Coding.NATIVE,
                told);
    }

    private static String method(
            Table data, int column, Set<String> ordered, Defaults defaults, Map<Integer, String> told) {
        Kind kind = data.schema().field(column).kind();
        if (kind.numeric()) {
            return defaults.numbers;
        }
        int levels = labels(data, column);
        if (levels <= 2) {
            return defaults.twoLabels;
        }
        boolean inOrder = ordered.contains(data.schema().field(column).name());
        String wanted = inOrder ? defaults.orderedLabels : defaults.labels;
        if (MostLabels.allow(wanted, levels)) {
            return wanted;
        }
        told.put(column, "drawn by " + MostLabels.INSTEAD + ": " + MostLabels.words(wanted, levels));
        return MostLabels.INSTEAD;
    }

    /** How many different labels a column has; 0 for numbers. */
    static int labels(Table data, int column) {
        return data.column(column) instanceof CodeColumn codes
                ? codes.compact().labels().size()
                : 0;
    }

    /** The columns in one of the usual orders. */
    public static int[] order(Table data, Order order) {
        int[] missing = IntStream.range(0, data.width())
                .map(c -> data.column(c).missingCount())
                .toArray();
        List<Integer> columns =
                new ArrayList<>(IntStream.range(0, data.width()).boxed().toList());
        switch (order) {
            case ROMAN -> {}
            case ARABIC -> Collections.reverse(columns);
            case MONOTONE -> columns.sort((a, b) -> Integer.compare(missing[a], missing[b]));
            case REVMONOTONE -> columns.sort((a, b) -> Integer.compare(missing[b], missing[a]));
        }
        return columns.stream().mapToInt(c -> c).toArray();
    }

    public Plan sets(int count) {
        return new Plan(
                methods,
                options,
                predictors,
                visits,
                where,
                ignored,
                ordered,
                count,
                iterations,
                formulas,
                coding,
                told);
    }

    public Plan iterations(int count) {
        return new Plan(
                methods, options, predictors, visits, where, ignored, ordered, sets, count, formulas, coding, told);
    }

    public Plan visits(int... columns) {
        return new Plan(
                methods,
                options,
                predictors,
                columns,
                where,
                ignored,
                ordered,
                sets,
                iterations,
                formulas,
                coding,
                told);
    }

    public Plan predictors(int[][] matrix) {
        return new Plan(
                methods, options, matrix, visits, where, ignored, ordered, sets, iterations, formulas, coding, told);
    }

    public Plan ignored(boolean[] rows) {
        return new Plan(
                methods, options, predictors, visits, where, rows, ordered, sets, iterations, formulas, coding, told);
    }

    /** The same with another method for one column. */
    public Plan method(int column, String name, Map<String, ?> set) {
        List<String> names = new ArrayList<>(methods);
        names.set(column, name);
        List<Map<String, ?>> all = new ArrayList<>(options);
        all.set(column, new LinkedHashMap<>(set));
        // What was said of the default holds no longer.
        Map<Integer, String> rest = new TreeMap<>(told);
        rest.remove(column);
        return new Plan(
                names, all, predictors, visits, where, ignored, ordered, sets, iterations, formulas, coding, rest);
    }

    /**
     * The same with a column that is calculated of others. It is visited last, and is no predictor of those that it is
     * calculated of: what they are drawn from would follow from themselves (van Buuren 2018, section 6.4).
     */
    public Plan passive(Table data, String column, String formula) {
        Map<String, String> all = new LinkedHashMap<>(formulas.passive());
        all.put(column, formula);
        Plan with = formulas(new Formulas(all, formulas.post(), formulas.models()));
        with.refuse(with.formulas.problems(data.schema()));
        int place = data.schema().find(column);
        int[][] matrix = new int[predictors.length][];
        List<String> parts = Expression.parse(formula, data.schema()).columns();
        for (int c = 0; c < matrix.length; c++) {
            matrix[c] = predictors[c].clone();
            if (parts.contains(data.schema().field(c).name())) {
                matrix[c][place] = 0;
            }
        }
        int[] order = IntStream.concat(Arrays.stream(visits).filter(c -> c != place), IntStream.of(place))
                .toArray();
        return with.predictors(matrix).visits(order).method(place, PASSIVE, Map.of());
    }

    /** The same with something that becomes of every draw of a column. */
    public Plan post(String column, String formula) {
        Map<String, String> all = new LinkedHashMap<>(formulas.post());
        all.put(column, formula);
        return formulas(new Formulas(formulas.passive(), all, formulas.models()));
    }

    /**
     * The same with a column that is drawn from what stands right of the {@code ~} of a formula. The columns that it names
     * take the place of its predictors.
     */
    public Plan model(Table data, String column, String formula) {
        Map<String, String> all = new LinkedHashMap<>(formulas.models());
        all.put(column, formula);
        Plan with = formulas(new Formulas(formulas.passive(), formulas.post(), all));
        with.refuse(with.formulas.problems(data.schema()));
        Schema schema = data.schema();
        int[][] matrix = predictors.clone();
        int target = schema.find(column);
        matrix[target] = new int[schema.size()];
        String whole = Formulas.whole(column, formula);
        List<String> usable = Formulas.usable(schema);
        FormulaTerms.used(whole, usable).forEach(name -> matrix[target][schema.find(name)] = 1);
        String group = FormulaTerms.group(whole, usable);
        if (!group.isEmpty()) {
            matrix[target][schema.find(group)] = Predictors.Role.CLUSTER.code();
        }
        return with.predictors(matrix);
    }

    /** The same with labels as predictors coded in another way. */
    public Plan coding(Coding way) {
        return new Plan(
                methods, options, predictors, visits, where, ignored, ordered, sets, iterations, formulas, way, told);
    }

    /** What was done otherwise than the defaults say. */
    public List<Event> events(Schema schema) {
        return told.entrySet().stream()
                .map(one ->
                        new Event(0, 0, schema.field(one.getKey()).name(), methods.get(one.getKey()), one.getValue()))
                .toList();
    }

    private Plan formulas(Formulas with) {
        return new Plan(
                methods, options, predictors, visits, where, ignored, ordered, sets, iterations, with, coding, told);
    }

    private void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
    }

    /** @throws ProblemException naming everything that does not fit the table */
    public void check(Table data) {
        refuse(PlanCheck.problems(data, this));
        refuse(Suited.problems(data, this));
    }
}
