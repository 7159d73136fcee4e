package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.conditional.Conditionals;
import org.semblance.expression.Expression;
import org.semblance.math.Together;
import org.semblance.plugin.Options;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Table;

/**
 * Takes out of a plan what cannot work: columns without a value, constant columns, and columns that repeat another
 * (correlation of .999 or more, or -.999 or less), as predictors and as targets. The later of two in order of fewest
 * missing goes, as in mice; each is an event.
 */
final class SetUp {
    private static final double SMALL = 1000 * Math.ulp(1.0);
    private static final double ALIKE = 0.999;

    private final Table data;
    private final List<String> methods;
    private final List<Map<String, ?>> options;
    private final int[][] predictors;
    private final List<Event> events;

    private SetUp(Table data, Plan plan, List<Event> events) {
        this.data = data;
        this.events = events;
        methods = new ArrayList<>(plan.methods());
        options = plan.options();
        predictors = new int[plan.predictors().length][];
        for (int c = 0; c < predictors.length; c++) {
            predictors[c] = plan.predictors()[c].clone();
        }
    }

    static Plan of(Table data, Plan plan, List<Event> events) {
        SetUp setUp = new SetUp(data, plan, events);
        setUp.constants();
        setUp.repeated();
        setUp.unvisited(plan);
        return new Plan(
                setUp.methods,
                plan.options(),
                setUp.predictors,
                plan.visits(),
                plan.where(),
                plan.ignored(),
                plan.ordered(),
                plan.sets(),
                plan.iterations(),
                plan.formulas(),
                plan.coding(),
                plan.told());
    }

    private boolean used(int column) {
        if (!methods.get(column).isEmpty()) {
            return true;
        }
        for (int[] target : predictors) {
            if (target[column] != 0) {
                return true;
            }
        }
        return false;
    }

    private void constants() {
        for (int c = 0; c < data.width(); c++) {
            double[] values = Numbers.of(data.column(c));
            Together itself = Together.of(values, values);
            boolean none = itself.count() == 0;
            boolean constant = itself.count() == 1 || itself.squaresA() / (itself.count() - 1) < SMALL;
            // What has no value would stay without one, and as a predictor leave no complete row; calculated ones get
            // theirs.
            boolean told = none ? !methods.get(c).equals(Plan.PASSIVE) : constant;
            if (told && used(c) && !cluster(c)) {
                remove(c, none ? "no value is observed" : "every observed value is the same");
            }
        }
    }

    private void repeated() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, data.width())
                .filter(c -> data.schema().field(c).kind().numeric() && used(c) && !cluster(c))
                .boxed()
                .toList());
        order.sort(Comparator.comparingInt(c -> data.column(c).missingCount()));
        List<Integer> kept = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int c : order) {
            double[] of = Numbers.of(data.column(c));
            int like = -1;
            for (int k = 0; k < kept.size() && like < 0; k++) {
                like = alike(of, values.get(k)) ? kept.get(k) : -1;
            }
            if (like >= 0) {
                remove(
                        c,
                        "it repeats column \"" + data.schema().field(like).name()
                                + "\" (a correlation of .999 or more)");
            } else {
                kept.add(c);
                values.add(of);
            }
        }
    }

    private void unvisited(Plan plan) {
        for (int c = 0; c < data.width(); c++) {
            int column = c;
            String method = methods.get(c);
            if (!method.isEmpty()
                    && plan.where().count(c) > 0
                    && Arrays.stream(plan.visits()).noneMatch(visit -> visit == column)) {
                events.add(new Event(
                        0,
                        0,
                        data.schema().field(c).name(),
                        method,
                        "not in the order of visits: it keeps the draws of observed values that it starts with"));
            }
        }
    }

    private boolean cluster(int column) {
        for (int[] target : predictors) {
            if (target[column] < 0) {
                return true;
            }
        }
        return false;
    }

    private void remove(int column, String why) {
        String method = methods.get(column);
        // What is calculated needs no fit.
        methods.set(column, method.equals(Plan.PASSIVE) ? method : "");
        for (int target = 0; target < predictors.length; target++) {
            predictors[target][column] = names(target, column) ? predictors[target][column] : 0;
        }
        events.add(new Event(
                0, 0, data.schema().field(column).name(), method, "left out as predictor and as target: " + why));
    }

    /** Whether the method of a target asks for a column by its name: it has its own way with one that says nothing. */
    private boolean names(int target, int column) {
        String method = methods.get(target);
        if (!Conditionals.ALL.names().contains(method)) {
            return false;
        }
        String name = data.schema().field(column).name();
        return Options.columns(Conditionals.ALL.find(method).defaults()).stream()
                .map(options.get(target)::get)
                .anyMatch(value -> name.equals(value) || calculates(value, name));
    }

    private boolean calculates(Object value, String column) {
        try {
            return value instanceof String text
                    && Expression.parse(text, data.schema()).columns().contains(column);
        } catch (ProblemException e) {
            return false;
        }
    }

    /** Whether two columns are the same but for scale and sign, in the rows where both are there. */
    private static boolean alike(double[] a, double[] b) {
        Together both = Together.of(a, b);
        // Two rows always lie on a line.
        return both.count() > 2 && Math.abs(both.correlation()) >= ALIKE;
    }
}
