package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.semblance.conditional.Given;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Schema;

/**
 * Which method draws each unit: the one that was asked for where it can draw the column. Where it cannot, one that was
 * named for the column is refused, and in the place of one that was named for all stands what fits the column.
 */
final class SequentialChoice {
    private static final String ALONE = "sample";

    private final SequentialPlan plan;
    private final Schema schema;
    private final int rows;
    private final List<String> methods = new ArrayList<>();
    private final List<List<String>> told = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param rows that are learnt from */
    SequentialChoice(SequentialPlan plan, Schema schema, int rows) {
        this.plan = plan;
        this.schema = schema;
        this.rows = rows;
    }

    /**
     * Chooses for the next unit.
     *
     * @param open which units may predict it
     * @param given by method, what it would learn the unit from
     */
    void add(SequentialUnit unit, int[] open, Function<String, Given> given) {
        String column = schema.field(unit.column()).name();
        List<String> events = new ArrayList<>();
        String wanted = plan.methods().of(unit, column, plan.orders(unit));
        String method = wanted;
        if (open.length == 0 && !SequentialMethods.alone(wanted)) {
            method = ALONE;
            if (plan.methods().names(column) && !wanted.equals(ALONE)) {
                events.add("drawn by " + ALONE + ", not by " + wanted + ": no column is drawn before it");
            }
        } else {
            String instead = plan.methods().instead(unit, column, plan.orders(unit));
            if (!instead.isEmpty()) {
                events.add(instead);
            } else if (plan.ordersBut(unit) && wanted.equals("polyreg")) {
                events.add("drawn by polyreg, not by polr: missing values have no place in the order of its labels");
            }
            try {
                plan.methods()
                        .make(wanted, plan.groups().options(unit.column()), rows, name -> name)
                        .check(given.apply(wanted));
            } catch (ProblemException e) {
                method = refused(unit, wanted, e, events);
            }
        }
        methods.add(method);
        told.add(events);
    }

    private String refused(SequentialUnit unit, String wanted, ProblemException why, List<String> events) {
        String column = schema.field(unit.column()).name();
        if (plan.methods().names(column)) {
            why.problems().forEach(problem -> problems.add(within(problem, column, wanted)));
            return wanted;
        }
        String standard = SequentialMethods.standard(unit, plan.orders(unit));
        why.problems()
                .forEach(problem ->
                        events.add("drawn by " + standard + ", not by " + wanted + ": " + withoutStop(problem.what())));
        return standard;
    }

    private static String withoutStop(String words) {
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    static Problem within(Problem problem, String column, String method) {
        return problem.within("column \"" + column + "\", method " + method);
    }

    /** @throws ProblemException naming every column whose own method cannot draw it */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
    }

    String method(int k) {
        return methods.get(k);
    }

    /** What was done otherwise than asked. */
    List<String> told(int k) {
        return told.get(k);
    }
}
