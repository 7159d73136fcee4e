package org.semblance.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Fresh;
import org.semblance.evaluate.Metrics;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.random.Rng;
import org.semblance.report.Readings;
import org.semblance.report.ScoreLine;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The scores of a run: every measure of the synthetic table beside the same measure of the rows held back.
 *
 * <p>Likeness depends on the number of rows (fewer rows, more noise), so columns, pairs and detection compare equally
 * many synthetic and held-back rows with the rows learnt from. Copies are looked for in all synthetic rows given.
 */
final class Evaluation {
    /** More rows than this of the rows learnt from change no printed digit. */
    private static final int REAL = 200_000;

    /** Rows held back from which what fresh data shows in the copy check is measured: 500 against 500, known to 0.02. */
    private static final int HALVED = 1_000;

    private final Table training;
    private final Table synthetic;
    private final @Nullable Table holdout;
    private final String target;
    private final List<ScoreLine> lines = new ArrayList<>();

    private Evaluation(Split split, Table synthetic, String target) {
        this.training = split.training();
        this.synthetic = synthetic;
        this.holdout = split.holdout();
        this.target = target;
    }

    /** Measures; a run without held-back rows has no copy check and no usefulness. */
    static List<ScoreLine> of(Split split, Table synthetic, String target, Run run) {
        Evaluation evaluation = new Evaluation(split, synthetic, target);
        try (Progress.Stage stage = run.progress().begin("evaluate", 7, "measures")) {
            evaluation.measure(run.silent(), stage);
        }
        return evaluation.lines;
    }

    private void measure(Run run, Progress.Stage stage) {
        Rng rng = run.rng();
        Table real = Sample.rows(training, REAL, rng.child("real"));
        Table fresh = holdout;
        int rows = fresh == null ? synthetic.rows() : Math.min(fresh.rows(), synthetic.rows());
        Table made = Sample.rows(synthetic, rows, rng.child("synthetic"));
        Table held = fresh == null ? null : Sample.rows(fresh, rows, rng.child("holdout"));
        likeness("columns", "column-shapes", real, made, held, run);
        stage.add(1);
        likeness("pairs", "pair-trends", real, made, held, run);
        stage.add(1);
        detection(real, made, held, run);
        stage.add(1);
        validity(run);
        stage.add(1);
        usefulness(run);
        stage.add(1);
        copies(run);
        stage.add(1);
        copyCheck(run);
        stage.add(1);
    }

    private void likeness(String name, String metric, Table real, Table made, @Nullable Table held, Run run) {
        Score synthetic = score(metric, Map.of(), new Comparison(real, made, null), run);
        Score fresh = held == null ? null : score(metric, Map.of(), new Comparison(real, held, null), run);
        double beside = fresh == null ? Double.NaN : fresh.value();
        lines.add(new ScoreLine(
                name,
                metric,
                synthetic.value(),
                beside,
                false,
                Readings.likeness(synthetic.value(), beside, made.rows()),
                parts(synthetic, fresh)));
    }

    /** The parts, those that fall furthest below fresh data first. */
    private static List<ScoreLine.Part> parts(Score synthetic, @Nullable Score fresh) {
        List<ScoreLine.Part> out = new ArrayList<>();
        synthetic.parts().forEach((name, value) -> {
            if (!Double.isNaN(value)) {
                Double beside = fresh == null ? null : fresh.parts().get(name);
                out.add(new ScoreLine.Part(name, value, beside == null ? Double.NaN : beside));
            }
        });
        out.sort(
                Comparator.comparingDouble(part -> part.synthetic() - (Double.isNaN(part.fresh()) ? 1 : part.fresh())));
        return out;
    }

    private void detection(Table real, Table made, @Nullable Table held, Run run) {
        Score score = score("detection", Map.of(), new Comparison(real, made, null), run);
        double auc = score.value();
        double fresh = held == null
                ? Double.NaN
                : score("detection", Map.of(), new Comparison(real, held, null), run)
                        .value();
        String reading = Readings.detection(auc, fresh, made.rows());
        String telling =
                String.join(", ", score.parts().keySet().stream().limit(3).toList());
        boolean told = auc - (Double.isNaN(fresh) ? 0.5 : fresh) > 0.05 && !telling.isEmpty();
        String words = told ? reading + ", by " + telling : reading;
        lines.add(new ScoreLine("detection", "detection", auc, fresh, false, words, List.of()));
    }

    /** Against all rows learnt from, for a sample of them has a narrower range. */
    private void validity(Run run) {
        Score score = score("validity", Map.of(), new Comparison(training, synthetic, null), run);
        Score fresh =
                holdout == null ? null : score("validity", Map.of(), new Comparison(training, holdout, null), run);
        double beside = fresh == null ? Double.NaN : fresh.value();
        lines.add(new ScoreLine(
                "valid",
                "validity",
                score.value(),
                beside,
                true,
                Readings.validity(score.value(), beside),
                parts(score, fresh).stream()
                        .filter(part -> part.synthetic() < 1)
                        .toList()));
    }

    private void usefulness(Run run) {
        if (holdout == null || target.isEmpty()) {
            return;
        }
        Comparison comparison = new Comparison(training, synthetic, holdout);
        Score score = score("usefulness", Map.of("target", target), comparison, run);
        double real = score.parts().getOrDefault("trained on real", Double.NaN);
        String words = Readings.usefulness(score.value(), real, holdout.rows()) + ", to predict " + target;
        lines.add(new ScoreLine("usefulness", "usefulness", score.value(), real, false, words, List.of()));
    }

    private void copies(Run run) {
        double share = score("exact-copies", Map.of(), new Comparison(training, synthetic, null), run)
                .value();
        double fresh = holdout == null
                ? Double.NaN
                : score("exact-copies", Map.of(), new Comparison(training, holdout, null), run)
                        .value();
        lines.add(new ScoreLine(
                "copies",
                "exact-copies",
                share,
                fresh,
                true,
                Readings.copies(share, fresh, synthetic.rows()),
                List.of()));
    }

    /**
     * Of equally many rows learnt from and held back, which ones are nearer (ties counted half)? For fresh data half of
     * the rows held back play the synthetic ones; where these are too few, that it is one half is only said.
     */
    private void copyCheck(Run run) {
        if (holdout == null) {
            return;
        }
        Score score = score("dcr-share", Map.of(), new Comparison(training, synthetic, holdout), run);
        double share = score.parts().getOrDefault("ties half", Double.NaN);
        int rows = Math.min(synthetic.rows(), Math.min(training.rows(), holdout.rows()));
        boolean measured = holdout.rows() >= HALVED;
        String words = Readings.closeness(share, rows) + (measured ? "" : " (50 % by definition)");
        double fresh = measured ? freshCopyCheck(holdout, run) : Double.NaN;
        lines.add(new ScoreLine("copy check", "dcr-share", share, fresh, true, words, List.of()));
    }

    private double freshCopyCheck(Table held, Run run) {
        Run.checkCancelled();
        Comparison comparison = new Comparison(training, held, held);
        return Fresh.measure(
                        Metrics.ALL.find("dcr-share").make(),
                        comparison,
                        run.child("dcr-share").child("fresh"))
                .parts()
                .getOrDefault("ties half", Double.NaN);
    }

    private static Score score(String metric, Map<String, ?> options, Comparison comparison, Run run) {
        Run.checkCancelled();
        return Metrics.ALL.find(metric).make(options).measure(comparison, run.child(metric));
    }
}
