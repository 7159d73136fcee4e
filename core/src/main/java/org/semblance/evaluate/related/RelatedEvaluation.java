package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Measure;
import org.semblance.evaluate.Measure.Beside;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Problem;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Table;

/**
 * Judges a synthetic database: {@code RelatedEvaluation.of(real, synthetic).holdout(others).measure(run)}.
 *
 * <p>Every measure that fresh entities can miss stands beside what those of the holdout score: other patients with all
 * that belongs to them, not other rows of the same ones. The holdout is taken as it is, also where it is smaller than the
 * synthetic database; likeness scores of fewer rows are a little lower.
 */
public final class RelatedEvaluation {
    private final Database real;
    private final Database synthetic;
    private final @Nullable Database holdout;
    private final List<Measure> measures;

    private RelatedEvaluation(Database real, Database synthetic, @Nullable Database holdout, List<Measure> measures) {
        this.real = real;
        this.synthetic = synthetic;
        this.holdout = holdout;
        this.measures = List.copyOf(measures);
    }

    /** Of a synthesis of the real database; keys, relationships and sequences are the real one's. */
    public static RelatedEvaluation of(Database real, Database synthetic) {
        return new RelatedEvaluation(real, synthetic, null, RelatedMeasures.DEFAULT);
    }

    /** A real database of entities that the synthesizer has not seen, or null. */
    public RelatedEvaluation holdout(@Nullable Database others) {
        return new RelatedEvaluation(real, synthetic, others, measures);
    }

    /** Only these measures; their metrics are those of {@link RelatedMetrics}. */
    public RelatedEvaluation measures(List<Measure> some) {
        return new RelatedEvaluation(real, synthetic, holdout, some);
    }

    /** Measures all of it; what the database has nothing of (no sequences) is named as not measured. */
    public Findings measure(Run run) {
        RelatedComparison made = new RelatedComparison(real, synthetic, holdout);
        Database held = holdout;
        RelatedComparison fresh = held == null ? null : RelatedComparison.of(real, held);
        List<Finding> found = new ArrayList<>();
        List<String> left = new ArrayList<>();
        try (Progress.Stage stage = run.progress().begin("evaluate", measures.size(), "measures")) {
            for (Measure measure : measures) {
                Run.checkCancelled();
                Finding finding = one(measure, made, fresh, run.silent().child(measure.name()));
                if (finding.synthetic().parts().isEmpty()) {
                    left.add(measure.name() + ": the database has nothing of the kind");
                } else {
                    found.add(finding);
                }
                stage.add(1);
            }
        }
        List<String> notes = made.differences().stream()
                .map(Problem::line)
                .map(line -> line + " It was left out of the comparison.")
                .toList();
        Findings.Sizes sizes = new Findings.Sizes(rows(real), held == null ? 0 : rows(held), rows(synthetic));
        return new Findings(Question.NONE, sizes, found, left, notes);
    }

    private static Finding one(Measure measure, RelatedComparison made, @Nullable RelatedComparison fresh, Run run) {
        Map<String, ?> options = measure.options().apply(Question.NONE);
        RelatedMetric metric = RelatedMetrics.ALL.find(measure.metric()).make(options == null ? Map.of() : options);
        Score synthetic = metric.measure(made, run);
        boolean beside = measure.beside() != Beside.ALONE && !synthetic.parts().isEmpty();
        RelatedComparison other = measure.beside() == Beside.REAL
                ? RelatedComparison.of(made.real().database(), made.real().database())
                : fresh;
        Score score = other == null || !beside ? null : metric.measure(other, run.child("fresh"));
        return new Finding(measure.name(), metric.about(), synthetic, score);
    }

    private static long rows(Database database) {
        return database.tables().values().stream().mapToLong(Table::rows).sum();
    }
}
