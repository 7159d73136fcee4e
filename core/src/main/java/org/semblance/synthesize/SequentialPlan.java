package org.semblance.synthesize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Marginal;
import org.semblance.table.CodeColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What a {@link Sequential} will do with a table: its options, checked against the columns before anything is learnt. */
final class SequentialPlan {
    private final Sequential.Options options;
    private final Table real;
    private final Schema schema;
    private final List<Problem> problems = new ArrayList<>();
    private final int[] order;
    private final Set<Integer> kept = new TreeSet<>();
    private final Map<Integer, Set<Integer>> from = new HashMap<>();
    private final Map<Integer, List<String>> ordered = new HashMap<>();
    private final Map<Integer, double[]> codes = new HashMap<>();
    private final Map<Integer, List<String>> absences = new HashMap<>();
    private final Map<Integer, String> merged = new HashMap<>();
    private final SequentialRules rules;
    private final SequentialMethods methods;
    private final SequentialGroups groups;
    private final List<SequentialUnit> units = new ArrayList<>();
    private boolean whole;

    private SequentialPlan(Sequential.Options options, Table real) {
        this.options = options;
        this.real = real;
        schema = real.schema();
        methods = new SequentialMethods(options, schema, problems);
        columns("keep", options.keep()).forEach(kept::add);
        groups = new SequentialGroups(methods, real, order(), kept, problems);
        order = groups.order();
        options.from().forEach((target, given) -> {
            int column = column("from", target);
            List<Integer> predictors = columns("from, " + target, given);
            if (predictors.contains(column)) {
                problems.add(Problem.of("column \"" + target + "\" is to be drawn from itself.")
                        .at("from, " + target)
                        .fix("Name columns that are drawn before it."));
            }
            if (column >= 0) {
                from.put(column, new LinkedHashSet<>(predictors));
            }
        });
        options.ordered().forEach((column, labels) -> ordered(column, texts(labels)));
        codes("missing-codes", options.missingCodes());
        codes("semicontinuous", options.semicontinuous());
        rules = new SequentialRules(SequentialRule.read(options.rules(), real, problems), real);
        groups.check(rules.list().stream().map(SequentialRule::column).collect(Collectors.toSet()), codes.keySet());
    }

    /**
     * Of a table.
     *
     * @throws ProblemException naming everything that does not fit
     */
    static SequentialPlan of(Sequential.Options options, Table real) {
        SequentialPlan plan = new SequentialPlan(options, real);
        plan.whole = true;
        plan.columns("strata", options.strata());
        if (!options.strata().isEmpty() && !options.keep().isEmpty()) {
            plan.problems.add(Problem.of("columns that are kept do not go with strata.")
                    .at("keep")
                    .fix("Leave out one of the two."));
        }
        if (!options.strata().isEmpty() && SequentialMethods.spends(options.methods())) {
            plan.problems.add(Problem.of("epsilon does not go with strata: how many rows each has is released without"
                            + " noise, which no epsilon covers.")
                    .at("strata")
                    .fix("Leave the strata out and draw their columns by catall or ipf too, or leave out epsilon."));
        }
        plan.rules.check(plan::place, plan.kept, plan.problems);
        return plan.made();
    }

    /** synthpop's advice: with fewer rows than {@link #advised}, what is learnt is mostly noise. */
    List<String> cautions() {
        int advised = advised(schema.size());
        return !whole || real.rows() >= advised
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%s%,d %s few for %d %s: %,d rows (100 + 10 x columns) or more are advised",
                        SequentialModel.WARNING,
                        real.rows(),
                        real.rows() == 1 ? "row is" : "rows are",
                        schema.size(),
                        schema.size() == 1 ? "column" : "columns",
                        advised));
    }

    /** How many rows a table or a stratum of so many columns should have. */
    static int advised(int columns) {
        return 100 + 10 * columns;
    }

    /**
     * Of one stratum of a table that has been checked: a rule that no row of it satisfies is no fault, and a code that it
     * lacks is told only where the whole table lacks it.
     */
    static SequentialPlan ofPart(Sequential.Options options, Table part, SequentialPlan whole) {
        SequentialPlan plan = new SequentialPlan(options, part);
        plan.absences.clear();
        plan.absences.putAll(whole.absences);
        return plan.made();
    }

    private SequentialPlan made() {
        SequentialNames names = new SequentialNames(methods, schema, this::place, from, problems);
        for (int column : order) {
            if (!kept.contains(column)) {
                names.check(column);
            }
            List<String> labels = ordered.getOrDefault(column, labels(column));
            SequentialUnit.Split split = new SequentialUnit.Split(
                    new Marginal.Grain(options.common(), Marginal.Grain.DEFAULT.most()),
                    codes.getOrDefault(column, new double[0]),
                    1,
                    groups.whole(column) ? 0 : options.minLevels(),
                    kept.contains(column) || groups.whole(column) ? 0 : options.common(),
                    !whole,
                    labels);
            List<SequentialUnit> own = SequentialUnit.of(column, schema.field(column), real.column(column), split);
            if (piles(own, column)) {
                own = SequentialUnit.of(
                        column, schema.field(column), real.column(column), split.piled(options.piledUp()));
            }
            if (groups.whole(column) && own.size() > 1) {
                own = own.subList(own.size() - 1, own.size());
            }
            merged(own, column);
            SequentialUnit last = own.isEmpty() ? null : own.get(own.size() - 1);
            Problem misfit = last == null || last.part() == SequentialUnit.Part.THERE
                    ? null
                    : methods.misfit(last, schema.field(column).name());
            if (misfit != null) {
                problems.add(misfit);
            }
            units.addAll(own);
        }
        throwIfAny();
        return this;
    }

    /** A note of numbers that are too few to be drawn apart from those that stand as labels. */
    private void merged(List<SequentialUnit> own, int column) {
        if (own.size() != 1 || own.get(0).part() != SequentialUnit.Part.THERE) {
            return;
        }
        double[] labels = own.get(0).codes();
        long few = Arrays.stream(real.numbers(column).toArray())
                .filter(v -> !Double.isNaN(v) && Arrays.stream(labels).noneMatch(label -> label == v))
                .count();
        if (few > 0) {
            boolean codes = Arrays.stream(labels).anyMatch(label -> !Double.isNaN(label));
            merged.put(
                    column,
                    few
                            + (few == 1 ? " value that too few rows share was" : " values that too few rows share were")
                            + (codes ? " counted to the nearest that more have" : " taken for missing"));
        }
    }

    /** Whether values that are piled up are drawn apart: a rank says nothing of where among them a row stands. */
    private boolean piles(List<SequentialUnit> own, int column) {
        SequentialUnit last = own.isEmpty() ? null : own.get(own.size() - 1);
        return options.piledUp() < 1
                && last != null
                && last.part() == SequentialUnit.Part.NUMBER
                && !schema.field(column).kind().temporal()
                && !groups.whole(column)
                && methods.of(last, schema.field(column).name(), false).equals("normrank");
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
    }

    static Problem unknown(String column, Schema schema) {
        return Problem.of("there is no column \"" + column + "\" that can be learnt.")
                .fix(Nearest.hint(column, schema.names()));
    }

    private int column(String at, String name) {
        int column = schema.find(name);
        if (column < 0) {
            problems.add(unknown(name, schema).at(at));
        }
        return column;
    }

    private List<Integer> columns(String at, Object names) {
        List<Integer> out = new ArrayList<>();
        for (String name : texts(names)) {
            int column = column(at, name);
            if (column >= 0) {
                out.add(column);
            }
        }
        return out;
    }

    /** A list, or one value for a list of one; nothing for an empty one. */
    private static List<String> texts(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        String text = String.valueOf(value);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** What is kept comes first: it is there. */
    private int[] order() {
        Set<Integer> out = new LinkedHashSet<>(kept);
        out.addAll(columns("order", options.order()));
        IntStream.range(0, schema.size()).forEach(out::add);
        return out.stream().mapToInt(c -> c).toArray();
    }

    private void ordered(String name, List<String> labels) {
        int column = column("ordered", name);
        if (column < 0) {
            return;
        }
        if (!(real.column(column) instanceof CodeColumn codes)) {
            problems.add(Problem.of("column \"" + name + "\" holds numbers, which have an order.")
                    .at("ordered")
                    .fix("Leave it out."));
            return;
        }
        List<String> own = codes.compact().labels();
        long lacking = own.stream().filter(label -> !labels.contains(label)).count();
        if (lacking > 0 || new HashSet<>(labels).size() < labels.size()) {
            problems.add(Problem.of(
                            lacking > 0
                                    ? lacking + " of the " + own.size() + " labels of column \"" + name
                                            + "\" are not in its order."
                                    : "a label of column \"" + name + "\" stands twice in its order.")
                    .at("ordered")
                    .fix("Name every label once, from the lowest to the highest."));
            return;
        }
        this.ordered.put(column, labels);
    }

    private void codes(String option, Map<String, Object> written) {
        written.forEach((name, values) -> {
            int column = column(option, name);
            if (column < 0) {
                return;
            }
            if (!schema.field(column).kind().numeric()
                    || schema.field(column).kind().temporal()) {
                boolean labels = !schema.field(column).kind().numeric();
                problems.add(Problem.of("column \"" + name + "\" holds " + (labels ? "labels" : "dates or times")
                                + ": codes are for numbers.")
                        .at(option)
                        .fix("Leave it out."));
                return;
            }
            try {
                double[] more =
                        texts(values).stream().mapToDouble(Double::parseDouble).toArray();
                codes.merge(column, more, SequentialPlan::joined);
                double[] there = real.numbers(column).toArray();
                String absent = Arrays.stream(more)
                        .filter(code -> Arrays.stream(there).noneMatch(v -> v == code))
                        .mapToObj(code ->
                                BigDecimal.valueOf(code).stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(", "));
                if (!absent.isEmpty()) {
                    absences.computeIfAbsent(column, c -> new ArrayList<>())
                            .add(SequentialModel.WARNING + "no row that is learnt from has " + absent + ", which "
                                    + option + " names");
                }
            } catch (NumberFormatException e) {
                problems.add(Problem.of("the codes of column \"" + name + "\" must be numbers.")
                        .at(option)
                        .fix("For example " + option + ": {" + name + ": [-8, -9]}"));
            }
        });
    }

    private static double[] joined(double[] a, double[] b) {
        double[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    /** The labels of a column whose rules name one that this part of the table lacks; else none. */
    private List<String> labels(int column) {
        if (!(real.column(column) instanceof CodeColumn codes)) {
            return List.of();
        }
        Set<String> own = new LinkedHashSet<>(codes.compact().labels());
        int before = own.size();
        rules.of(column).stream()
                .map(SequentialRule::label)
                .filter(label -> label != null)
                .forEach(own::add);
        return own.size() == before ? List.of() : List.copyOf(own);
    }

    private int place(int column) {
        return IntStream.range(0, order.length)
                .filter(i -> order[i] == column)
                .findFirst()
                .orElse(-1);
    }

    SequentialRules rules() {
        return rules;
    }

    /** What a reader should know of a column before it is drawn: rules and codes that real rows do not have. */
    List<String> notes(int column) {
        List<String> out = new ArrayList<>(rules.notes(column));
        out.addAll(absences.getOrDefault(column, List.of()));
        if (merged.containsKey(column)) {
            out.add(Objects.requireNonNull(merged.get(column)));
        }
        return out;
    }

    List<SequentialUnit> units() {
        return units;
    }

    SequentialGroups groups() {
        return groups;
    }

    SequentialMethods methods() {
        return methods;
    }

    boolean kept(int column) {
        return kept.contains(column);
    }

    /** Whether the labels of a column stand in an order that was named. */
    boolean orders(SequentialUnit unit) {
        return unit.part() == SequentialUnit.Part.LABELS
                && ordered.containsKey(unit.column())
                && !unit.labels().contains(SequentialUnit.MISSING);
    }

    /** Whether they would, were none of its values missing. */
    boolean ordersBut(SequentialUnit unit) {
        return unit.part() == SequentialUnit.Part.LABELS && ordered.containsKey(unit.column()) && unit.unordered();
    }

    /** The units before one that may predict it, with a note of every one that was named and is not drawn yet. */
    int[] predictors(int k, List<String> notes) {
        Set<Integer> named = from.get(units.get(k).column());
        if (named == null) {
            return IntStream.range(0, k).toArray();
        }
        Set<Integer> before = new HashSet<>();
        for (int j = 0; j < k; j++) {
            before.add(units.get(j).column());
        }
        for (int column : named) {
            if (!before.contains(column)) {
                notes.add("\"" + schema.field(column).name()
                        + "\" is left out of what it is drawn from: it is not drawn" + " before it");
            }
        }
        return IntStream.range(0, k)
                .filter(j -> named.contains(units.get(j).column()))
                .toArray();
    }
}
