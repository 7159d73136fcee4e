package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.semblance.conditional.Conditionals;
import org.semblance.conditional.MostLabels;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What of a plan does not fit a table: all of it at once. */
final class PlanCheck {
    private final Table data;
    private final Schema schema;
    private final Plan plan;
    private final List<Problem> problems = new ArrayList<>();

    private PlanCheck(Table data, Plan plan) {
        this.data = data;
        this.plan = plan;
        schema = data.schema();
    }

    static List<Problem> problems(Table data, Plan plan) {
        PlanCheck check = new PlanCheck(data, plan);
        check.shapes();
        for (int c = 0; c < data.width(); c++) {
            check.method(c);
            check.predictors(c);
        }
        check.ordered();
        check.counts();
        check.problems.addAll(plan.formulas().problems(data.schema()));
        return check.problems;
    }

    private void shapes() {
        int p = schema.size();
        boolean fit = plan.methods().size() == p
                && plan.options().size() == p
                && plan.predictors().length == p
                && Arrays.stream(plan.predictors()).allMatch(row -> row.length == p)
                && plan.where().width() == p
                && plan.ignored().length == data.rows();
        if (!fit) {
            throw new IllegalArgumentException("the plan is one of another table");
        }
    }

    private String at(int column) {
        return "column \"" + schema.field(column).name() + "\"";
    }

    private void method(int column) {
        String name = plan.methods().get(column);
        boolean calculated = name.equals(Plan.PASSIVE)
                && plan.formulas().passive().containsKey(schema.field(column).name());
        if (!name.isEmpty() && !calculated && !Conditionals.ALL.names().contains(name)) {
            problems.add(Problem.of("there is no method \"" + name + "\".")
                    .at(at(column))
                    .fix(Nearest.hint(name, Conditionals.ALL.names())));
        }
        int labels = plan.where().count(column) == 0 ? 0 : Plan.labels(data, column);
        if (!MostLabels.allow(name, labels)) {
            problems.add(Problem.of(MostLabels.words(name, labels) + ".")
                    .at(at(column) + ", method " + name)
                    .fix("Take " + MostLabels.INSTEAD + ", pmm or lda, or join rare labels."));
        }
        if (!name.isEmpty() && !schema.field(column).kind().modelled()) {
            problems.add(Problem.of("a column of " + schema.field(column).kind().words() + " is not imputed.")
                    .at(at(column))
                    .fix("Leave its method empty."));
        }
    }

    private void predictors(int column) {
        for (int k = 0; k < schema.size(); k++) {
            if (plan.predictors()[column][k] != 0 && !schema.field(k).kind().modelled()) {
                problems.add(Problem.of("column \"" + schema.field(k).name() + "\" cannot be a predictor: it holds "
                                + schema.field(k).kind().words() + ".")
                        .at(at(column))
                        .fix("Set its code to 0."));
            }
        }
    }

    private void ordered() {
        for (String name : new TreeSet<>(plan.ordered())) {
            if (schema.find(name) < 0) {
                problems.add(Problem.of("there is no column \"" + name + "\".")
                        .at("ordered columns")
                        .fix(Nearest.hint(name, schema.names())));
            }
        }
    }

    private void counts() {
        if (plan.sets() < 1 || plan.iterations() < 1) {
            problems.add(Problem.of("sets is " + plan.sets() + " and iterations is " + plan.iterations()
                            + ", but both must be 1 or more.")
                    .fix("Leave them out for 5 and 5."));
        }
    }
}
