package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.useful.Trial.Predictions;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * How well one column of real rows is predicted by models that have learnt from synthetic rows: train on synthetic, test
 * on real. Beside it the same for models that have learnt from the real rows.
 *
 * <p>A label of two values is scored by AUC, of more by the mean AUC of each against the rest (those with both kinds
 * of rows among the tested), a number by R2 (1 perfect, 0 as good as the mean; can be negative). Rows where the target
 * is missing are left out; labels that only some tables have are classes like the others. Without the option the
 * target is the last label column of 2 to 20 labels in the real table, else the last numeric column. The rows that are
 * predicted are the holdout; where there is none, the real rows by cross-validation, see {@link Trial}.
 *
 * <p>The score is that of the first learner. Parts: the value of the real rows, of the synthetic ones, their difference;
 * for labels also the share predicted right; how well the first learner predicts other synthetic rows; whether the
 * target can be predicted at all ({@link #PREDICTABLE}): where even what learnt from real rows hardly can, the score is
 * no praise and no blame. Figures: every
 * learner with the interval of its difference (DeLong et al. 1988; over the tested rows, not over what another training
 * would give), and all measures of the first. Cost: that of the learners, twice.
 */
public final class Usefulness implements Metric {
    /** The options. */
    public record Options(
            @Option("The column to predict; where empty, the last one of few labels, else the last number.")
            String target,

            @Option(value = "The most rows to learn from, and to test on.", min = 10)
            int rows,

            @Option("The learners: boosted, tree, linear, neighbours; the score is that of the first.")
            List<String> learners,

            @Option(value = "Without a holdout, in how many folds the real rows are dealt.", min = 2, max = 20)
            int folds,

            @Option("Whether it is also measured how well synthetic rows predict one another.")
            boolean own) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "usefulness",
            "How well real rows are predicted by models trained on synthetic rows, beside models trained on real ones.",
            new Options("", 20_000, Learners.ALL.names(), 3, true),
            Usefulness::new);

    /** A target of more labels than this is refused: each is a model of its own. */
    public static final int MANY_LABELS = Outcome.MANY_LABELS;

    /**
     * An R2 below this on real rows is hardly more than a constant's 0: even rows of mere noise lose less than 0.1 to it, so
     * that no loss says anything.
     */
    static final double POOR_R2 = 0.1;

    /** Likewise an AUC, of which a constant has 0.5. */
    static final double POOR_AUC = 0.6;

    /** The part that is 1 where what learnt from real rows predicts better than a constant, and 0 where hardly. */
    public static final String PREDICTABLE = "predictable";

    /** Of the synthetic rows, one in so many tests what learnt from the others. */
    private static final int OWN_TEST = 4;

    private final Options options;
    private final List<Learner> learners;

    Usefulness(Options options) {
        this.options = options;
        learners = options.learners.stream()
                .map(name -> Learners.ALL.find(name).make())
                .toList();
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.USEFUL,
                About.Better.HIGHER,
                "AUC (labels) or R2 (numbers) on real rows that were held back, of boosted trees that have learnt from"
                        + " synthetic rows; without a holdout, on the real rows by cross-validation.",
                "Esteban, Hyland and Raetsch 2017, arXiv:1706.02633 (train on synthetic, test on real);"
                        + " interval: DeLong et al. 1988, doi:10.2307/2531595.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        int target = Outcome.find(options.target, c);
        if (target < 0 || learners.isEmpty()) {
            return Score.none("usefulness", "There is no column to predict.");
        }
        Trial trial = Trial.of(c, target, options.rows, options.folds, run.rng());
        Quality[] own = new Quality[1];
        List<@Nullable Predictions> predicted = trial.predictions(
                learners, run, () -> own[0] = own(trial, run.rng().child("own")));
        List<Row> rows = new ArrayList<>();
        for (int l = 0; l < learners.size(); l++) {
            rows.add(row(options.learners.get(l), trial, predicted.get(l)));
        }
        return score(trial, rows, own[0], c);
    }

    /** What one learner reached. */
    private record Row(String learner, Quality synthetic, Quality real) {}

    private static Row row(String learner, Trial trial, @Nullable Predictions predicted) {
        if (predicted == null) {
            return new Row(learner, Quality.NONE, Quality.NONE);
        }
        List<Quality> synthetic = trial.quality(predicted.synthetic());
        List<Quality> real = trial.quality(predicted.real());
        int[] known = IntStream.range(0, real.size())
                .filter(k ->
                        !Double.isNaN(synthetic.get(k).value() + real.get(k).value()))
                .toArray();
        return new Row(
                learner,
                Quality.mean(IntStream.of(known).mapToObj(synthetic::get).toList()),
                Quality.mean(IntStream.of(known).mapToObj(real::get).toList()));
    }

    /** How well the first learner predicts synthetic rows from other synthetic ones. */
    private Quality own(Trial trial, Rng rng) {
        Table known = trial.outcome().known(trial.synthetic());
        int[] order = IntStream.range(0, known.rows()).toArray();
        rng.child("rows").shuffle(order);
        int tested = order.length / OWN_TEST;
        Lesson lesson = new Lesson(
                known.take(Arrays.copyOfRange(order, tested, order.length)),
                known.take(Arrays.copyOf(order, tested)),
                trial.outcome());
        return options.own && lesson.possible()
                ? Quality.of(
                        learners.get(0).predict(lesson, rng),
                        lesson.truth(),
                        trial.outcome().label())
                : Quality.NONE;
    }

    private Score score(Trial trial, List<Row> rows, Quality own, Comparison c) {
        Quality synthetic = rows.get(0).synthetic;
        Quality real = rows.get(0).real;
        boolean label = trial.outcome().label();
        Interval difference = synthetic.difference(real);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("trained on real", real.value());
        parts.put("trained on synthetic", synthetic.value());
        parts.put("difference", synthetic.value() - real.value());
        if (label) {
            parts.put("right, trained on real", real.measures().getOrDefault("share right", Double.NaN));
            parts.put("right, trained on synthetic", synthetic.measures().getOrDefault("share right", Double.NaN));
        }
        parts.put("difference, low", difference.low());
        parts.put("difference, high", difference.high());
        if (options.own) {
            parts.put("synthetic tested on synthetic", own.value());
        }
        if (!Double.isNaN(real.value())) {
            parts.put(PREDICTABLE, predictable(real.value(), label) ? 1.0 : 0.0);
        }
        String name = trial.outcome().name();
        return new Score("usefulness", synthetic.value(), parts)
                .interval(synthetic.interval())
                .figures(byLearner(name, label, rows), byMeasure(name, rows.get(0), own))
                .note(note(trial, c, real.value()));
    }

    private static boolean predictable(double real, boolean label) {
        return real >= (label ? POOR_AUC : POOR_R2);
    }

    private static Figures byLearner(String name, boolean label, List<Row> rows) {
        Figures.Builder out = Figures.of(
                "Predicting " + name + ": " + (label ? "AUC" : "R2") + " by learner",
                "trained on synthetic",
                "trained on real",
                "difference",
                "low",
                "high");
        for (Row row : rows) {
            Interval difference = row.synthetic.difference(row.real);
            double synthetic = row.synthetic.value();
            double real = row.real.value();
            out.row(row.learner, synthetic, real, synthetic - real, difference.low(), difference.high());
        }
        return out.build();
    }

    private static Figures byMeasure(String name, Row first, Quality own) {
        Figures.Builder out = Figures.of(
                "Predicting " + name + " by " + first.learner,
                "trained on synthetic",
                "trained on real",
                "synthetic tested on synthetic");
        first.real
                .measures()
                .forEach((measure, real) -> out.row(
                        measure,
                        first.synthetic.measures().getOrDefault(measure, Double.NaN),
                        real,
                        own.measures().getOrDefault(measure, Double.NaN)));
        return out.build();
    }

    private String note(Trial trial, Comparison c, double real) {
        List<String> out = new ArrayList<>();
        boolean label = trial.outcome().label();
        out.add(
                Double.isNaN(real)
                        ? "\"" + trial.outcome().name() + "\" could not be predicted, not even from real rows."
                        : "Predicts " + trial.outcome().name() + ".");
        if (!Double.isNaN(real) && !predictable(real, label)) {
            out.add(String.format(
                    Locale.ROOT,
                    "Even what has learnt from real rows hardly predicts better than a constant (%s %.3f, where %s): how much"
                            + " is lost with synthetic rows cannot be told by this target.",
                    label ? "AUC" : "R2",
                    real,
                    label ? "a constant has 0.5" : "a constant has 0"));
        }
        if (c.real().rows() > options.rows || c.synthetic().rows() > options.rows) {
            out.add(String.format(
                    Locale.ROOT,
                    "Learns from %,d of %,d real and %,d of %,d synthetic rows.",
                    trial.real().rows(),
                    c.real().rows(),
                    trial.synthetic().rows(),
                    c.synthetic().rows()));
        }
        if (trial.fold().length > 0) {
            out.add(
                    "There is no holdout: tested by cross-validation on real rows that the synthesizer has seen, so a table"
                            + " of copies looks better than it is.");
        }
        return String.join(" ", out);
    }
}
