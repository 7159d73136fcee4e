package org.semblance.evaluate.useful;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Table;

/**
 * How well one column of fresh real rows is predicted by boosted trees that have learnt from synthetic rows: train on
 * synthetic, test on real. Beside it the same for trees that have learnt from the real rows.
 *
 * <p>A label of two values is scored by AUC, of more by the mean AUC of each against the rest (those with both kinds
 * of rows in the holdout), a number by R2 (1 perfect, 0 as good as the mean; can be negative). Rows where the target
 * is missing are left out; labels that only some tables have are classes like the others. Without the option the
 * target is the last label column of 2 to 20 labels in the real table, else the last numeric column. Parts: the value
 * of the real rows, of the synthetic ones, their difference; for labels also the share predicted right. Cost: two
 * times boosting, with a tenth of the training rows to stop it. Needs a holdout.
 */
public final class Usefulness implements Metric {
    /** The options. */
    public record Options(
            @Option("The column to predict; where empty, the last one of few labels, else the last number.")
            String target,

            @Option(value = "The most rows to learn from.", min = 10)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "usefulness",
            "How well fresh real rows are predicted by a model trained on synthetic rows, beside one trained on real rows.",
            new Options("", 20_000),
            Usefulness::new);

    private static final int FEW_LABELS = 20;
    /** A target of more labels than this is refused: each is a model of its own. */
    public static final int MANY_LABELS = 100;

    private final Options options;

    Usefulness(Options options) {
        this.options = options;
    }

    @Override
    public boolean needsHoldout() {
        return true;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.USEFUL,
                About.Better.HIGHER,
                "AUC (labels) or R2 (numbers) on held-back real rows of boosted trees that have learnt from synthetic rows.",
                "Esteban, Hyland and Raetsch 2017, arXiv:1706.02633 (train on synthetic, test on real).");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table holdout = c.holdout("usefulness");
        int target = target(c);
        if (target < 0) {
            return new Score("usefulness", Double.NaN, Map.of());
        }
        Table[] learnt = {c.synthetic(), c.real()};
        Prediction[] found = new Prediction[2];
        run.parallel(2, i -> {
            Rng rng = run.rng().child(i);
            found[i] = Prediction.of(Sample.rows(learnt[i], options.rows, rng.child("rows")), holdout, target, rng);
        });
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("trained on real", found[1].value());
        parts.put("trained on synthetic", found[0].value());
        parts.put("difference", found[0].value() - found[1].value());
        if (!c.numeric(target)) {
            parts.put("right, trained on real", found[1].right());
            parts.put("right, trained on synthetic", found[0].right());
        }
        return new Score("usefulness", found[0].value(), parts);
    }

    private int target(Comparison c) {
        if (!options.target.isEmpty()) {
            int named = c.real().schema().find(options.target);
            if (named < 0 || labels(c.real(), named) > MANY_LABELS) {
                throw ProblemException.usage(Problem.of("the target \"" + options.target
                                + "\" is no number and no column of at most " + MANY_LABELS + " labels.")
                        .fix(Nearest.hint(options.target, c.real().schema().names())));
            }
            return named;
        }
        int lastNumber = -1;
        int lastLabel = -1;
        for (int i = 0; i < c.real().width(); i++) {
            int labels = labels(c.real(), i);
            if (c.numeric(i)) {
                lastNumber = i;
            } else if (labels >= 2 && labels <= FEW_LABELS) {
                lastLabel = i;
            }
        }
        return lastLabel >= 0 ? lastLabel : lastNumber;
    }

    /** How many labels occur; 0 for numbers. */
    private static int labels(Table table, int column) {
        return table.column(column) instanceof CodeColumn codes
                ? (int) Arrays.stream(codes.toArray())
                        .filter(code -> code >= 0)
                        .distinct()
                        .count()
                : 0;
    }
}
