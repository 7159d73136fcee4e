package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.Conditionals;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Schema;

/** Which method draws each unit of a {@link Sequential}. */
final class SequentialMethods {
    static final String PARAMETRIC = "parametric";

    /** More labels than these go to a tree instead of a regression: synthpop stops there. */
    private static final int MOST_LABELS = 60;

    private static final Set<String> TREES = Set.of("cart", "rf", "bag", "ranger", "ctree");
    private static final Set<String> ANY = Set.of("sample", "satcat", "pmm");
    private static final Set<String> LABELS = Set.of("logreg", "polyreg", "lda");
    private static final Set<String> NUMBERS =
            Set.of("normrank", "norm", "norm.nob", "lognorm", "sqrtnorm", "cubertnorm", "mean", "lasso.norm");

    private final Sequential.Options options;
    private final Map<String, String> named = new HashMap<>();

    /** @throws ProblemException naming every column and method that is not there */
    SequentialMethods(Sequential.Options options, Schema schema) {
        this.options = options;
        List<Problem> problems = new ArrayList<>();
        for (String entry : options.methods()) {
            int at = entry.lastIndexOf('=');
            String column = at < 0 ? entry : entry.substring(0, at).strip();
            String method = at < 0 ? "" : entry.substring(at + 1).strip();
            if (schema.find(column) < 0) {
                problems.add(Problem.of("there is no column \"" + column + "\" that can be learnt.")
                        .at("methods")
                        .fix(Nearest.hint(column, schema.names())));
            } else {
                check(method, "methods, " + column, problems);
            }
            named.put(column, method);
        }
        if (!options.method().equals(PARAMETRIC)) {
            check(options.method(), "method", problems);
        }
        for (String column : options.order()) {
            if (schema.find(column) < 0) {
                problems.add(Problem.of("there is no column \"" + column + "\" that can be learnt.")
                        .at("order")
                        .fix(Nearest.hint(column, schema.names())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
    }

    private static void check(String method, String at, List<Problem> problems) {
        List<String> known = new ArrayList<>();
        for (Set<String> some : List.of(TREES, ANY, LABELS, NUMBERS)) {
            some.stream().filter(Conditionals.ALL.names()::contains).forEach(known::add);
        }
        known.sort(null);
        if (!known.contains(method)) {
            problems.add(Problem.of("there is no method \"" + method + "\" for synthesis.")
                    .at(at)
                    .fix("Known: parametric (for all columns), " + String.join(", ", known) + "."));
        }
    }

    /** @param column the name of the table's column */
    String of(SequentialUnit unit, String column, int predictors) {
        if (predictors == 0) {
            return "sample";
        }
        boolean number = unit.part() == SequentialUnit.Part.NUMBER;
        String wanted = named.getOrDefault(column, options.method());
        boolean fits = TREES.contains(wanted)
                || ANY.contains(wanted) && (number || !wanted.equals("pmm"))
                || (number ? NUMBERS : LABELS).contains(wanted);
        if (fits && !(wanted.equals("logreg") && unit.labels().size() > 2)) {
            return wanted;
        }
        int labels = unit.labels().size();
        return number ? "normrank" : labels <= 2 ? "logreg" : labels <= MOST_LABELS ? "polyreg" : "cart";
    }

    /** Whether a method's cost and stability ask for few columns in its design. */
    static boolean regression(String method) {
        return !TREES.contains(method) && !ANY.contains(method) || method.equals("pmm");
    }

    Conditional make(String method) {
        Plugin<Conditional> plugin = Conditionals.ALL.find(method);
        Map<String, Object> known = Options.values(plugin.defaults());
        Map<String, Object> set = new LinkedHashMap<>();
        if (method.equals("cart")) {
            set.put("min-bucket", options.minBucket());
            set.put("cp", options.cp());
            set.put("by-error", false);
        }
        if (known.containsKey("proper")) {
            set.put("proper", options.proper());
        }
        if (known.containsKey("estimated")) {
            set.put("estimated", !options.proper());
        }
        return plugin.make(set);
    }

    /** Whether a proper synthesis by this method learns from rows drawn with replacement. */
    static boolean bootstrapped(String method) {
        return TREES.contains(method) || ANY.contains(method) || method.equals("polyreg") || method.equals("lda");
    }
}
