package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Contingency;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Whether labels follow each other as the real ones do: 1 minus the total variation distance of the tables of counts of a
 * label and the one {@code rows} steps later in the same sequence, a missing value being one more label; the mean over
 * columns of labels. Cost: one pass per column.
 */
public final class Transitions implements RelatedMetric {
    /** The options. */
    public record Options(
            @Option(value = "How many steps lie between the two labels.", min = 1)
            int rows) {}

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "transitions",
            "Whether labels follow each other inside sequences as the real ones do; 1 is the same.",
            new Options(1),
            Transitions::new);

    private final Options options;

    Transitions(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns of 1 minus the total variation distance of the tables of counts of labels "
                        + options.rows + " steps apart in the same sequence.",
                "Own measure.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Stepped stepped : Stepped.of(c)) {
            int[] columns = stepped.columns(false);
            double[] scores = new double[columns.length];
            run.parallel(columns.length, k -> {
                Labels labels = Labels.of(
                        stepped.columns().real().column(columns[k]),
                        stepped.columns().synthetic().column(columns[k]));
                int[][] real = apart(labels.codes()[0], stepped.real());
                int[][] synthetic = apart(labels.codes()[1], stepped.synthetic());
                scores[k] = Contingency.of(
                                new Labels(new int[][] {real[0], synthetic[0]}, labels.levels()),
                                new Labels(new int[][] {real[1], synthetic[1]}, labels.levels()))
                        .similarity();
            });
            for (int k = 0; k < columns.length; k++) {
                parts.put(stepped.name(columns[k]), scores[k]);
            }
        }
        return Score.mean("transitions", parts);
    }

    /** The codes of all steps that have one so many steps later, and those of the later ones. */
    private int[][] apart(int[] codes, Groups steps) {
        int count = 0;
        for (int g = 0; g < steps.count(); g++) {
            count += Math.max(0, steps.size(g) - options.rows);
        }
        int[][] out = new int[2][count];
        int n = 0;
        for (int g = 0; g < steps.count(); g++) {
            for (int i = steps.starts()[g] + options.rows; i < steps.starts()[g + 1]; i++) {
                out[0][n] = codes[steps.rows()[i - options.rows]];
                out[1][n++] = codes[steps.rows()[i]];
            }
        }
        return out;
    }
}
