package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Beside;
import org.semblance.conditional.Codings;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.Given;
import org.semblance.conditional.Predictors;
import org.semblance.conditional.RealValues;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Learns the columns of one table as a {@link SequentialPlan} has them. */
final class SequentialFit {
    private static final int ROWS_A_COLUMN = 5;
    private static final int TRIAL_ROWS = 10_000;

    private final Sequential.Options options;
    private final SequentialPlan plan;
    private final Table real;
    private final List<SequentialUnit> units;
    private final Column[] targets;
    private final Column[] predictors;
    private final Column[] scores;
    private final Codings codings = new Codings();
    private final SequentialChoice choice;
    private @Nullable Closeness closeness;

    SequentialFit(Sequential.Options options, SequentialPlan plan, Table real) {
        this.options = options;
        this.plan = plan;
        this.real = real;
        units = plan.units();
        choice = new SequentialChoice(plan, real.schema(), real.rows());
        targets = new Column[units.size()];
        predictors = new Column[units.size()];
        scores = new Column[units.size()];
        for (int k = 0; k < targets.length; k++) {
            SequentialUnit unit = units.get(k);
            Column coded = unit.coded(real.column(unit.column()));
            boolean split = unit.part() == SequentialUnit.Part.NUMBER
                    && k > 0
                    && units.get(k - 1).column() == unit.column();
            targets[k] = split ? onlyThere((NumberColumn) coded, units.get(k - 1), (CodeColumn) targets[k - 1]) : coded;
            predictors[k] = SequentialModel.filled(ruled(targets[k], unit), unit.fill());
            scores[k] = options.scores() ? unit.scored(predictors[k]) : predictors[k];
        }
    }

    /** Missing, as a label, where a rule makes it so in a column that never is: later columns are drawn from that. */
    private Column ruled(Column values, SequentialUnit unit) {
        List<String> labels = unit.predicting(plan.rules().of(unit.column()));
        if (labels.size() == unit.labels().size()) {
            return values;
        }
        boolean[] missing = plan.rules().missing(unit.column());
        int[] codes = ((CodeColumn) values).toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = missing[i] ? labels.size() - 1 : codes[i];
        }
        return CodeColumn.of(codes, labels);
    }

    /** Without the rows that have a code instead of a number. */
    private static Column onlyThere(NumberColumn numbers, SequentialUnit states, CodeColumn state) {
        double[] out = numbers.toArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = states.there(state.code(i)) ? out[i] : Double.NaN;
        }
        return NumberColumn.of(out);
    }

    SequentialModel fit(Run run) {
        choose();
        SequentialModel.Step[] steps = new SequentialModel.Step[units.size()];
        try (Progress.Stage stage = run.progress().begin("fit", steps.length, "columns")) {
            // The last ones have most predictors: they begin.
            run.parallel(steps.length, i -> {
                int k = steps.length - 1 - i;
                steps[k] = fit(k, run.child(units.get(k).name()).threads(1).silent());
                stage.add(1);
            });
        }
        return told(new SequentialModel(real.schema(), List.of(steps), plan.cautions()), run);
    }

    /** Refuses methods that do not fit what their columns hold. */
    void check() {
        choose();
    }

    /** The methods, before anything is learnt. */
    private void choose() {
        for (int k = 0; k < units.size(); k++) {
            int at = k;
            int[] open = plan.predictors(k, new ArrayList<>());
            // What is calculated must be seen to follow from its columns; others look at the target alone.
            choice.add(
                    units.get(k),
                    open,
                    method -> given(
                            at, SequentialMethods.calculated(method) ? open : new int[0], method, new ArrayList<>()));
        }
        choice.refuse();
    }

    /** With a warning, from rows drawn for trial, of every step that is asked for groups that it has not learnt. */
    private SequentialModel told(SequentialModel model, Run run) {
        if (model.steps().stream().noneMatch(step -> SequentialMethods.grouped(step.method()))) {
            return model;
        }
        int rows = Math.min(TRIAL_ROWS, real.rows());
        int[] strange = new SequentialDraw(model, 0, rows).strange(run.rng().child("trial"));
        List<SequentialModel.Step> steps = new ArrayList<>();
        for (int k = 0; k < strange.length; k++) {
            SequentialModel.Step step = model.steps().get(k);
            steps.add(
                    strange[k] == 0
                            ? step
                            : step.event(String.format(
                                    Locale.ROOT,
                                    "%s%,d of %,d rows drawn for trial have a group that no real row has: method %s gives"
                                            + " them any value of the column",
                                    SequentialModel.WARNING,
                                    strange[k],
                                    rows,
                                    step.method())));
        }
        return new SequentialModel(model.schema(), steps, model.notes());
    }

    private SequentialModel.Step fit(int k, Run run) {
        SequentialUnit unit = units.get(k);
        boolean first = k == 0 || units.get(k - 1).column() != unit.column();
        List<String> events = new ArrayList<>(first ? plan.notes(unit.column()) : List.of());
        if (plan.kept(unit.column())) {
            Column values = unit.part() == SequentialUnit.Part.NUMBER ? real.column(unit.column()) : targets[k];
            return new SequentialModel.Step(
                    unit, SequentialModel.KEPT, new int[0], new int[0], List.of(), RealValues.of(values), events);
        }
        if (plan.groups().beside(unit.column())) {
            return new SequentialModel.Step(
                    unit, plan.groups().method(unit.column()), new int[0], new int[0], List.of(), new Beside(), events);
        }
        String column = real.schema().field(unit.column()).name();
        int[] open = plan.predictors(k, first ? events : new ArrayList<>());
        String method = choice.method(k);
        events.addAll(choice.told(k));
        boolean none = method.equals("sample") || method.equals("constant") || SequentialMethods.together(method);
        int[] used = none ? new int[0] : used(k, method, open);
        try {
            Conditional.Drawer drawer = plan.methods()
                    .make(method, plan.groups().options(unit.column()), real.rows(), name -> place(name, used))
                    .fit(given(k, used, method, events, run), run)
                    .forgetful();
            return new SequentialModel.Step(
                    unit, method, used, scored(k, method, used), plan.rules().of(unit.column()), drawer, events);
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.kind(),
                    e.problems().stream()
                            .map(problem -> SequentialChoice.within(problem, column, method))
                            .toList());
        }
    }

    /** Which numbers are put to a method as normal scores. */
    private int[] scored(int k, String method, int[] used) {
        if (!options.scores() || !SequentialMethods.scored(method)) {
            return new int[0];
        }
        return Arrays.stream(used)
                .filter(j -> predictors[j] instanceof NumberColumn x
                        && SequentialScores.better(targets[k], scores[k], x, (NumberColumn) scores[j]))
                .toArray();
    }

    private Given given(int k, int[] used, String method, List<String> events, Run run) {
        Given given = given(k, used, method, events);
        if (!options.proper() || !SequentialMethods.bootstrapped(method)) {
            return given;
        }
        Rng rng = run.rng().child("rows");
        int[] rows = IntStream.range(0, real.rows())
                .map(i -> rng.nextInt(real.rows()))
                .sorted()
                .toArray();
        return new Given(
                given.x().take(rows),
                given.field(),
                given.y().take(rows),
                given.ordered(),
                given.events(),
                given.beside().take(rows),
                true);
    }

    /** Of the rows as they are. */
    private Given given(int k, int[] used, String method, List<String> events) {
        SequentialUnit unit = units.get(k);
        boolean calculated = SequentialMethods.calculated(method);
        Predictors x = calculated
                ? Predictors.of(plain(used))
                : SequentialModel.predictors(
                        units,
                        SequentialModel.chosen(predictors, scores, scored(k, method, used)),
                        used,
                        real.rows(),
                        codings);
        Column y = without(calculated ? plain(k) : targets[k], plan.rules().held(unit.column()));
        Given.Events told = words -> events.add(named(words, used));
        return new Given(x, unit.field(), y, plan.orders(unit), told, beside(k), true);
    }

    /** With predictors called as their columns are, not as they are told apart. */
    private String named(String words, int[] used) {
        String out = words;
        for (int i = used.length - 1; i >= 0; i--) {
            out = out.replace(
                    SequentialModel.name(units, used[i]), units.get(used[i]).name());
        }
        return out;
    }

    /** The columns that are drawn together with one, which stand right behind it. */
    private Table beside(int k) {
        int count = plan.groups().behind(units.get(k).column()).size();
        return count == 0
                ? Table.empty(real.rows())
                : Table.of(
                        Schema.of(units.subList(k + 1, k + 1 + count).stream()
                                .map(SequentialUnit::field)
                                .toArray(Field[]::new)),
                        List.of(targets).subList(k + 1, k + 1 + count));
    }

    /** The columns of some units as they are given out. */
    private Table plain(int[] used) {
        int[] columns =
                Arrays.stream(used).map(j -> units.get(j).column()).distinct().toArray();
        return columns.length == 0
                ? Table.empty(real.rows())
                : Table.of(
                        real.schema().select(columns),
                        Arrays.stream(columns)
                                .mapToObj(column -> plain(IntStream.of(used)
                                        .filter(j -> units.get(j).column() == column)
                                        .findFirst()
                                        .orElseThrow()))
                                .toList());
    }

    /** A unit's column as it is given out: its own labels, or its numbers, missing where they are. */
    private Column plain(int k) {
        SequentialUnit unit = units.get(k);
        if (unit.part() != SequentialUnit.Part.LABELS) {
            return real.column(unit.column());
        }
        int last = unit.labels().size() - 1;
        boolean holes = last >= 0 && unit.labels().get(last).equals(SequentialUnit.MISSING);
        int[] codes = ((CodeColumn) targets[k]).toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = holes && codes[i] == last ? -1 : codes[i];
        }
        return CodeColumn.of(codes, holes ? unit.labels().subList(0, last) : unit.labels());
    }

    /** Missing where a rule gives the value. */
    private static Column without(Column values, boolean @Nullable [] held) {
        if (held == null) {
            return values;
        }
        if (values instanceof NumberColumn numbers) {
            double[] out = numbers.toArray();
            for (int i = 0; i < out.length; i++) {
                out[i] = held[i] ? Double.NaN : out[i];
            }
            return NumberColumn.of(out);
        }
        int[] out = ((CodeColumn) values).toArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = held[i] ? -1 : out[i];
        }
        return CodeColumn.of(out, ((CodeColumn) values).labels());
    }

    /** What the last unit of a column is called among the predictors. */
    private String place(String column, int[] used) {
        return Arrays.stream(used)
                .filter(j -> real.schema().field(units.get(j).column()).name().equals(column))
                .mapToObj(j -> SequentialModel.name(units, j))
                .reduce(column, (earlier, later) -> later);
    }

    /** The units that a method takes: all open ones, or for a regression those that tell most, as far as rows go. */
    private int[] used(int k, String method, int[] open) {
        if (!SequentialMethods.regression(method)) {
            return open;
        }
        int room = Math.max(1, real.rows() / ROWS_A_COLUMN);
        if (open.length <= options.predictors()
                && Arrays.stream(open).map(this::columns).sum() <= room) {
            return open;
        }
        Closeness close = closeness();
        double[] nats = new double[k];
        for (int j : open) {
            nats[j] = close.between(k, j);
        }
        List<Integer> best = new ArrayList<>(Arrays.stream(open).boxed().toList());
        best.sort(Comparator.comparingDouble((Integer j) -> -nats[j]));
        List<Integer> taken = new ArrayList<>();
        for (int j : best) {
            if (taken.size() < options.predictors() && columns(j) <= room) {
                room -= columns(j);
                taken.add(j);
            }
        }
        return taken.stream().mapToInt(j -> j).sorted().toArray();
    }

    private int columns(int k) {
        return predictors[k] instanceof NumberColumn
                ? 1
                : Math.max(1, ((CodeColumn) predictors[k]).labels().size() - 1);
    }

    private synchronized Closeness closeness() {
        Closeness known = closeness;
        if (known == null) {
            known = new Closeness(predictors);
            closeness = known;
        }
        return known;
    }
}
