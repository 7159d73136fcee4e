package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.Conditionals;
import org.semblance.conditional.MostLabels;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Schema;

/** Which method draws each unit of a {@link Sequential}. */
final class SequentialMethods {
    static final String PARAMETRIC = "parametric";

    /** The key of a column's method where it has options beside it. */
    private static final String METHOD = "method";

    private static final int SMALLEST = 10;
    private static final int LARGEST = 50;
    private static final int SHARE = 50;

    private static final Set<String> TREES = Set.of("cart", "rf", "bag", "ranger", "ctree");
    private static final Set<String> ANY =
            Set.of("sample", "satcat", "nested", "pmm", "constant", "collinear", "passive");

    /** Calculated from what is given out of the columns before, not from what predicts. */
    private static final Set<String> CALCULATED = Set.of("collinear", "passive");

    /** All columns of such a method are drawn together, before the others. */
    private static final Set<String> TOGETHER = Set.of("catall", "ipf");

    private static final String SURVIVAL = "survctree";

    /** What must be said of each column that such a method draws. */
    private static final Map<String, String> SINGLE =
            Map.of("passive", "of what it is calculated", SURVIVAL, "which column is its event");

    private static final Set<String> LABELS = Set.of("logreg", "polyreg", "lda", "polr");
    private static final Set<String> TWO = Set.of("logreg", "logreg.boot", "lasso.logreg", "lasso.select.logreg");
    private static final Set<String> NUMBERS = Set.of(
            "normrank",
            "norm",
            "norm.nob",
            "norm.boot",
            "norm.predict",
            "lognorm",
            "sqrtnorm",
            "cubertnorm",
            "mean",
            "midastouch",
            "lasso.norm",
            "lasso.select.norm");

    private final Sequential.Options options;
    private final Map<String, Named> named = new LinkedHashMap<>();

    /** A column's own method. */
    private record Named(String method, Map<String, Object> options) {}

    /** @param problems gets every column, method and option that is not there */
    SequentialMethods(Sequential.Options options, Schema schema, List<Problem> problems) {
        this.options = options;
        options.methods().forEach((column, value) -> {
            if (schema.find(column) < 0) {
                problems.add(SequentialPlan.unknown(column, schema).at("methods"));
            } else {
                Named one = named(value);
                check(one, "methods, " + column, problems);
                named.put(column, one);
            }
        });
        if (!options.method().equals(PARAMETRIC)) {
            check(new Named(options.method(), Map.of()), METHOD, problems);
            if (SINGLE.containsKey(options.method())) {
                problems.add(Problem.of("\"" + options.method() + "\" is for single columns: it must be said "
                                + SINGLE.get(options.method()) + ".")
                        .at(METHOD)
                        .fix("Take another for all, and write it with the columns that it is for in methods."));
            }
        }
    }

    private static Named named(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return new Named(String.valueOf(value), Map.of());
        }
        Map<String, Object> own = new LinkedHashMap<>();
        map.forEach((name, of) -> own.put(String.valueOf(name), of));
        Object method = own.remove(METHOD);
        return new Named(method == null ? "" : String.valueOf(method), own);
    }

    private static void check(Named one, String at, List<Problem> problems) {
        List<String> known = known();
        if (!known.contains(one.method)) {
            String hint = Nearest.hint(one.method, known);
            boolean other = Conditionals.ALL.names().contains(one.method);
            problems.add(Problem.of(
                            other
                                    ? "\"" + one.method + "\" is a method for imputation, not for synthesis."
                                    : "there is no method \"" + one.method + "\" for synthesis.")
                    .at(at)
                    .fix(hint.isEmpty() ? "Known: parametric (for all), " + String.join(", ", known) + "." : hint));
            return;
        }
        try {
            Conditionals.ALL.find(one.method).options(one.options);
        } catch (ProblemException e) {
            e.problems().forEach(problem -> problems.add(problem.at(at)));
        }
    }

    /** All that can draw new rows, in order. */
    static List<String> known() {
        List<String> known = new ArrayList<>();
        for (Set<String> some : List.of(TREES, ANY, LABELS, TWO, NUMBERS, TOGETHER, Set.of(SURVIVAL))) {
            some.stream()
                    .filter(name -> Conditionals.ALL.names().contains(name) && !known.contains(name))
                    .forEach(known::add);
        }
        known.sort(null);
        return known;
    }

    /** What is wrong with the method that was named for a column; null where it fits. */
    @Nullable
    Problem misfit(SequentialUnit unit, String column) {
        Named one = named.get(column);
        if (one == null || !known().contains(one.method) || fits(one.method, unit)) {
            return null;
        }
        boolean number = unit.part() == SequentialUnit.Part.NUMBER;
        int labels = unit.labels().size();
        if (!number && !MostLabels.allow(one.method, labels)) {
            return Problem.of(MostLabels.words(one.method, labels) + ".")
                    .at("methods, " + column)
                    .fix("Take " + MostLabels.INSTEAD + " or lda, or join rare labels.");
        }
        boolean many = !number && TWO.contains(one.method);
        return Problem.of(
                        many
                                ? "\"" + one.method + "\" is for two labels, but the column has " + labels + "."
                                : "\"" + one.method + "\" does not draw " + (number ? "numbers" : "labels") + ".")
                .at("methods, " + column)
                .fix(
                        many
                                ? "Take polyreg, or polr where they stand in an order."
                                : "Take cart, " + standard(unit) + ".");
    }

    private static boolean fits(String method, SequentialUnit unit) {
        boolean number = unit.part() == SequentialUnit.Part.NUMBER;
        boolean pair = unit.labels().size() <= 2;
        boolean there = unit.part() == SequentialUnit.Part.THERE;
        return TREES.contains(method)
                || ANY.contains(method) && (number || !method.equals("pmm")) && !(there && CALCULATED.contains(method))
                || number && (NUMBERS.contains(method) || method.equals(SURVIVAL))
                || unit.part() == SequentialUnit.Part.LABELS && TOGETHER.contains(method)
                || !number
                        && (TWO.contains(method)
                                ? pair
                                : LABELS.contains(method)
                                        && MostLabels.allow(
                                                method, unit.labels().size()));
    }

    /** By what a unit holds. */
    private static String standard(SequentialUnit unit) {
        int labels = unit.labels().size();
        boolean number = unit.part() == SequentialUnit.Part.NUMBER;
        String many = MostLabels.allow("polyreg", labels) ? "polyreg" : MostLabels.INSTEAD;
        return number ? "normrank" : labels <= 1 ? "constant" : labels == 2 ? "logreg" : many;
    }

    /**
     * The method that draws a unit.
     *
     * @param column the name of the table's column
     * @param ordered whether the labels stand in an order that was named
     */
    String of(SequentialUnit unit, String column, boolean ordered) {
        Named one = named.get(column);
        String wanted = one == null ? options.method() : one.method;
        // Whether a number is there, and a value that is missing, have no place in an order of labels.
        if (fits(wanted, unit) && !(wanted.equals("polr") && unit.unordered())) {
            return wanted;
        }
        return standard(unit, ordered);
    }

    /** By what a unit holds, and whether its labels stand in an order that was named. */
    static String standard(SequentialUnit unit, boolean ordered) {
        String standard = standard(unit);
        return ordered && standard.equals("polyreg") ? "polr" : standard;
    }

    /** Why a tree draws a unit that a regression would, had it fewer labels; empty where that is not so. */
    String instead(SequentialUnit unit, String column, boolean ordered) {
        int labels = unit.labels().size();
        String wanted = wanted(column);
        String regression = MostLabels.allow(wanted, labels) ? ordered ? "polr" : "polyreg" : wanted;
        return of(unit, column, ordered).equals(MostLabels.INSTEAD)
                        && !wanted.equals(MostLabels.INSTEAD)
                        && unit.part() != SequentialUnit.Part.NUMBER
                        && !MostLabels.allow(regression, labels)
                ? "drawn by " + MostLabels.INSTEAD + ": " + MostLabels.words(regression, labels)
                : "";
    }

    /** Whether a method's cost and stability ask for few columns in its design. */
    static boolean regression(String method) {
        return !TREES.contains(method) && !ANY.contains(method) && !method.equals(SURVIVAL) || method.equals("pmm");
    }

    /** Whether numbers are put to a method as normal scores, where that is asked for: it is one of those taken by type. */
    static boolean scored(String method) {
        return method.equals("normrank")
                || method.equals("logreg")
                || method.equals("polyreg")
                || method.equals("polr");
    }

    /** Whether a column is calculated from others as they are given out. */
    static boolean calculated(String method) {
        return CALCULATED.contains(method);
    }

    /** Whether a method draws within groups, of which it knows only those that it has seen. */
    static boolean grouped(String method) {
        return method.equals("satcat") || method.equals("nested");
    }

    /** Whether a method draws several columns of labels together. */
    static boolean together(String method) {
        return TOGETHER.contains(method);
    }

    /**
     * Whether one of the methods that are written for columns spends a privacy budget.
     *
     * @param methods as {@link Sequential.Options#methods} has them
     */
    static boolean spends(Map<String, Object> methods) {
        return methods.values().stream()
                .map(SequentialMethods::named)
                .anyMatch(one -> together(one.method) && positive(one.options.getOrDefault("epsilon", 0)));
    }

    /** What is no number is refused with the other options. */
    private static boolean positive(Object written) {
        try {
            return Double.parseDouble(String.valueOf(written)) > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether a method needs no column before it. */
    static boolean alone(String method) {
        return together(method) || method.equals("constant") || method.equals(SURVIVAL) || method.equals("passive");
    }

    /** The method that was named for a column, or for all. */
    String wanted(String column) {
        Named one = named.get(column);
        return one == null ? options.method() : one.method;
    }

    /** Whether a column has a method of its own. */
    boolean names(String column) {
        return named.containsKey(column);
    }

    /** The event that is drawn beside a time; empty for columns that are none. */
    String event(String column) {
        Named one = named.get(column);
        return one == null || !one.method.equals(SURVIVAL) ? "" : String.valueOf(one.options.getOrDefault("event", ""));
    }

    /** The options that were written for a column. */
    Map<String, Object> optionsOf(String column) {
        Named one = named.get(column);
        return one == null ? Map.of() : one.options;
    }

    /**
     * The method with its options.
     *
     * @param rows that it learns from
     * @param place what a column that it names is called among the predictors
     */
    Conditional make(String method, String column, int rows, UnaryOperator<String> place) {
        Named one = named.get(column);
        // mice's methods draw what they have learnt; synthpop's only where the synthesis is proper. All but
        // midastouch: without rows drawn with replacement it gives each row the value of whom its predictors are of.
        boolean simple = (method.equals("norm") && (one == null || one.options.isEmpty()) || method.equals("norm.boot"))
                && !options.proper();
        Plugin<Conditional> plugin = Conditionals.ALL.find(simple ? "norm.nob" : method);
        Map<String, Object> known = Options.values(plugin.defaults());
        Map<String, Object> set = new LinkedHashMap<>();
        if (method.equals("cart")) {
            set.put("min-bucket", options.minBucket() > 0 ? options.minBucket() : leaf(rows));
            set.put("cp", options.cp());
            set.put("by-error", false);
        }
        if (method.equals("pmm")) {
            // mice's draws the coefficients always; synthpop's only where the synthesis is proper.
            set.put("match-type", options.proper() ? 1 : 0);
        }
        if (known.containsKey("proper")) {
            set.put("proper", options.proper());
        }
        if (known.containsKey("estimated")) {
            set.put("estimated", !options.proper());
        }
        if (one != null && one.method.equals(method)) {
            set.putAll(one.options);
        }
        if (set.get("within") instanceof String within && !within.isEmpty()) {
            set.put("within", place.apply(within));
        }
        return plugin.make(set);
    }

    /**
     * What keeps effects in small tables and people apart in larger ones: docs/decisions/012-leaves-of-cart.md has what was
     * measured.
     */
    static int leaf(int rows) {
        return Math.max(SMALLEST, Math.min(LARGEST, rows / SHARE));
    }

    /** Whether a proper synthesis by this method learns from rows drawn with replacement; not what draws coefficients. */
    static boolean bootstrapped(String method) {
        return TREES.contains(method)
                || method.equals(SURVIVAL)
                || ANY.contains(method) && !CALCULATED.contains(method) && !method.equals("pmm")
                || method.equals("polyreg")
                || method.equals("polr")
                || method.equals("lda");
    }
}
