package org.semblance.synthesize.related;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.related.Gathered;
import org.semblance.expression.Expression;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Metadata;

/**
 * Columns that follow from rows below: totals, and what is calculated from these (goods are what a total is without its
 * shipping). They are not known when rows are drawn again until they satisfy a condition, so they cannot be asked for.
 */
final class Following {
    private Following() {}

    /** @throws ProblemException (usage) where a condition on a table is about such a column */
    static void refuse(Metadata metadata, String table, Expression condition, List<Constraint> rules) {
        Map<String, Constraint> follow = of(rules, column -> Gathered.of(column, table, metadata) != null);
        for (String column : condition.columns()) {
            Constraint rule = follow.get(column);
            if (rule != null) {
                throw ProblemException.usage(Problem.of("\"" + table + "." + column
                                + "\" follows from the rows below (" + rule.words()
                                + "), which are drawn after it: it cannot be asked for.")
                        .fix("Ask for another column, or leave that rule out of the constraints of a schema file."));
            }
        }
    }

    /** Each column that follows, and a rule by which it does. */
    private static Map<String, Constraint> of(List<Constraint> rules, Predicate<String> below) {
        Map<String, Constraint> out = new LinkedHashMap<>();
        for (Constraint rule : rules) {
            if (rule.columns().stream().anyMatch(below)) {
                rule.columns().stream().filter(below.negate()).forEach(column -> out.putIfAbsent(column, rule));
            }
        }
        for (boolean more = true; more; ) {
            more = false;
            for (Constraint rule : rules) {
                boolean calculated =
                        rule.form().equals("formula") || rule.form().equals("sum");
                List<String> columns = rule.columns();
                boolean follows = calculated
                        && !out.containsKey(columns.get(0))
                        && columns.subList(1, columns.size()).stream().anyMatch(out::containsKey);
                if (follows) {
                    out.put(columns.get(0), rule);
                    more = true;
                }
            }
        }
        return out;
    }
}
