package org.semblance.evaluate.fair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.useful.Learner;
import org.semblance.evaluate.useful.Learners;
import org.semblance.evaluate.useful.Outcome;
import org.semblance.evaluate.useful.Trial;
import org.semblance.evaluate.useful.Trial.Predictions;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Whether a model that has learnt from synthetic rows treats groups more unequally than one that has learnt from real
 * rows: both are asked about the same real rows, the holdout or, without one, the real rows by cross-validation.
 *
 * <p>Compared are, for every pair of groups, true and false positive rates (equalised odds) and the share that is said to
 * have the outcome (statistical parity); of a number the mean error in its deviations. Of two labels the rarer is the
 * outcome, of more each one; a model says the label it gives the highest chance. The value is the largest widening of such
 * a gap, less what chance makes of it, by the tested rows and by those learnt from: 0 where none is wider than that. Figures: per group error, rates,
 * calibration and AUC of both models. Cost: that of the learner, twice.
 */
public final class ModelFairness implements Metric {
    /** The options. */
    public record Options(
            @Option("The columns that make groups; where empty, the first one of few labels.")
            List<String> sensitive,

            @Option("The outcome; where empty, the last column of few labels, else the last number.")
            String target,

            @Option("Whether all these columns together make groups as well.")
            boolean crossed,

            @Option("Whether the models do not see the columns that make groups.")
            boolean blind,

            @Option(
                    value = "What learns.",
                    choices = {"boosted", "tree", "linear", "neighbours"})
            String learner,

            @Option(value = "The most rows to learn from, and to test on.", min = 10)
            int rows,

            @Option(value = "Without a holdout, in how many folds the real rows are dealt.", min = 2, max = 20)
            int folds) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "model-fairness",
            "By how much a model trained on synthetic rows treats groups more unequally than one trained on real rows.",
            new Options(List.of(), "", false, false, "boosted", 10_000, 3),
            ModelFairness::new);

    private final Options options;

    ModelFairness(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.FAIR,
                About.Better.LOWER,
                "The largest increase, from a model trained on real to one trained on synthetic rows, of the difference of two"
                        + " groups in true positive, false positive or positive rate, less what chance allows for"
                        + " (one-sided 95 %, over all pairs); 0 where none is beyond it.",
                "Equalised odds: Hardt, Price and Srebro 2016, arXiv:1610.02413; the improvement: SDMetrics 0.32.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        int target = Outcome.find(options.target, c);
        List<Groups> groupings = Groups.of(c, options.sensitive, options.crossed, target);
        if (target < 0 || groupings.isEmpty()) {
            return Score.none("model-fairness", "There are no groups, or there is nothing to predict.");
        }
        Trial trial = Trial.of(c, target, options.rows, options.folds, run.rng());
        Table tested = trial.tested();
        List<int[]> codes =
                groupings.stream().map(groups -> groups.codes(tested)).toList();
        Trial seen = options.blind ? trial.without(Groups.columns(groupings)) : trial;
        Learner learner = Learners.ALL.find(options.learner).make();
        Predictions predicted =
                seen.predictions(List.of(learner), run, () -> {}).get(0);
        if (predicted == null) {
            return Score.none("model-fairness", "There is too little to learn from.");
        }
        List<ModelRates> found = new ArrayList<>();
        for (int g = 0; g < groupings.size(); g++) {
            for (Event event : Event.of(trial.outcome(), c.real())) {
                found.add(rates(groupings.get(g), codes.get(g), event, trial, predicted));
            }
        }
        return score(found, trial, c);
    }

    private static ModelRates rates(Groups groups, int[] codes, Event event, Trial trial, Predictions predicted) {
        double[] truth = event.of(trial.outcome().values(trial.tested()));
        double[][] said = new double[2][];
        double[][] chance = new double[2][];
        for (int model = 0; model < 2; model++) {
            double[][] by = model == 0 ? predicted.real() : predicted.synthetic();
            if (event.label() < 0) {
                said[model] = event.of(by[0]);
                chance[model] = said[model];
                continue;
            }
            chance[model] = by[event.label()];
            said[model] = IntStream.range(0, truth.length)
                    .mapToDouble(i -> Trial.best(by, i) == event.label() ? 1 : 0)
                    .toArray();
        }
        return new ModelRates(groups, codes, event, truth, said, chance, trial.testsPerRow());
    }

    private Score score(List<ModelRates> found, Trial trial, Comparison c) {
        List<Gap> gaps = new ArrayList<>();
        Map<String, Double> parts = new LinkedHashMap<>();
        List<Figures> figures = new ArrayList<>();
        // By its construction: in 19 of 20 repetitions.
        parts.put("fresh real rows", 0.0);
        Set<String> described = new HashSet<>();
        for (ModelRates one : found) {
            gaps.addAll(one.gaps());
            if (described.add(one.groups().title())) {
                one.describe(parts);
            }
            figures.add(one.figures());
        }
        List<String> notes = new ArrayList<>();
        notes.add(Gap.note(gaps, "for a model trained on real", "for one trained on synthetic rows"));
        if (Math.max(c.real().rows(), c.synthetic().rows()) > options.rows) {
            notes.add(String.format(Locale.ROOT, "Learnt from %,d rows of each table at most.", options.rows));
        }
        if (trial.fold().length > 0) {
            notes.add("There is no holdout: tested by cross-validation on real rows that the synthesizer has seen.");
        }
        return new Score("model-fairness", Gap.value(gaps), parts)
                .figures(figures.toArray(Figures[]::new))
                .note(String.join(" ", notes));
    }
}
