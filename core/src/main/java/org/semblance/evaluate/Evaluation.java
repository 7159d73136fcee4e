package org.semblance.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Measure.Beside;
import org.semblance.math.formula.Formula;
import org.semblance.plugin.Plugin;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Judges a synthetic table: {@code Evaluation.of(real, synthetic).holdout(rows).target("income").measure(run)}.
 *
 * <p>Every measure stands beside what fresh real rows score on it, where rows were held back. Metrics run one after
 * another, each on all threads of the run.
 */
public final class Evaluation {
    private final Table real;
    private final List<Table> syntheses;
    private final @Nullable Table holdout;
    private final Question question;
    private final List<Measure> measures;

    private Evaluation(
            Table real, List<Table> syntheses, @Nullable Table holdout, Question question, List<Measure> measures) {
        this.real = real;
        this.syntheses = List.copyOf(syntheses);
        this.holdout = holdout;
        this.question = question;
        this.measures = List.copyOf(measures);
    }

    /** Of one or more syntheses of the real table, all columns given; the first one is judged where only one can be. */
    public static Evaluation of(Table real, Table... syntheses) {
        return new Evaluation(real, List.of(syntheses), null, Question.NONE, Measures.DEFAULT);
    }

    /** Real rows of the same kind that the synthesizer has not seen, or null. */
    public Evaluation holdout(@Nullable Table rows) {
        return new Evaluation(real, syntheses, rows, question, measures);
    }

    /** What the user wants to know beyond the tables. */
    public Evaluation question(Question other) {
        return new Evaluation(real, syntheses, holdout, other, measures);
    }

    public Evaluation target(String column) {
        return question(question.target(column));
    }

    public Evaluation model(String formula) {
        return question(question.model(formula));
    }

    public Evaluation sensitive(String... columns) {
        return question(question.sensitive(List.of(columns)));
    }

    public Evaluation keys(String... columns) {
        return question(question.keys(List.of(columns)));
    }

    /** Only these measures. */
    public Evaluation measures(List<Measure> some) {
        return new Evaluation(real, syntheses, holdout, question, some);
    }

    /**
     * Measures all of it.
     *
     * @throws org.semblance.plugin.ProblemException where the model cannot be read, or names columns that the real table
     *     has not, or the holdout lacks columns that the other tables share, before anything is measured
     */
    public Findings measure(Run run) {
        if (!question.model().isBlank()) {
            Formula.parse(question.model(), real.schema().names()).withoutGroups();
        }
        Comparison.checkHoldout(real, syntheses, holdout);
        Table synthetic = syntheses.get(0);
        List<Finding> found = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Question answerable = question.within(
                Comparison.ofShared(real, syntheses, holdout).real().schema().names());
        try (Progress.Stage stage = run.progress().begin("evaluate", measures.size(), "measures")) {
            for (Measure measure : measures) {
                Run.checkCancelled();
                one(measure, answerable, run.silent(), found, left);
                stage.add(1);
            }
        }
        Findings.Sizes sizes = new Findings.Sizes(real.rows(), holdout == null ? 0 : holdout.rows(), synthetic.rows());
        List<String> notes = new ArrayList<>();
        if (syntheses.size() > 1) {
            notes.add("Of " + syntheses.size()
                    + " synthetic tables the first was judged; only the model was fitted to all of them.");
        }
        Comparison.differences(real, syntheses, holdout)
                .forEach(problem -> notes.add(problem.what() + " It was left out of the comparison."));
        Stream.concat(question.sensitive().stream(), question.keys().stream())
                .distinct()
                .filter(column -> !answerable.sensitive().contains(column)
                        && !answerable.keys().contains(column))
                .forEach(column -> notes.add("\"" + column + "\" was asked for, but cannot be compared."));
        return new Findings(question, sizes, found, left, notes);
    }

    private void one(Measure measure, Question answerable, Run run, List<Finding> found, List<String> left) {
        Plugin<Metric> plugin = Metrics.ALL.find(measure.metric());
        Map<String, ?> options = measure.options().apply(answerable);
        if (options == null) {
            boolean asked = measure.options().apply(question) != null;
            left.add(measure.name() + (asked ? ": a column that was asked for cannot be compared" : ": not asked for"));
            return;
        }
        Metric metric = plugin.make(options);
        if (metric.needsHoldout() && holdout == null) {
            left.add(measure.name() + ": needs real rows that were held back");
            return;
        }
        Run own = run.child(measure.name());
        Table held = holdout;
        Table made = syntheses.get(0);
        Score synthetic;
        Score fresh = null;
        if (measure.beside() == Beside.EQUAL && held != null) {
            int rows = Math.min(held.rows(), made.rows());
            Table some = Sample.rows(made, rows, own.rng().child("rows"));
            Table beside = Sample.rows(held, rows, own.rng().child("held"));
            synthetic = metric.measure(Comparison.ofShared(real, List.of(some), null), own);
            fresh = metric.measure(Comparison.ofShared(real, List.of(beside), null), own);
        } else {
            Comparison all = Comparison.ofShared(real, syntheses, held);
            synthetic = metric.measure(all, own);
            if (held != null && measure.beside() != Beside.ALONE) {
                // With the same draws, so that rules learnt from drawn rows are the same rules.
                fresh = Fresh.measure(metric, all, metric.needsHoldout() ? own.child("fresh") : own);
            }
        }
        if (Double.isNaN(synthetic.value())
                && synthetic.parts().isEmpty()
                && !synthetic.note().isEmpty()) {
            left.add(measure.name() + ": " + synthetic.note());
            return;
        }
        found.add(new Finding(measure.name(), metric.about(), synthetic, fresh));
    }
}
