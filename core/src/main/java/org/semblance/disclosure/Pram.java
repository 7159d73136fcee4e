package org.semblance.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Table;

/**
 * Labels change at random by known chances that keep their expected shares: invariant post-randomisation (PRAM).
 *
 * <p>P has diagonals drawn evenly between {@code keep} and 1 and random shares beside them; Q, by Bayes, leads back, so
 * that the shares f are those of f P Q. With chance {@code alpha} a label goes through P and then Q, else it stays: f
 * times (alpha P Q + (1 - alpha) I) is f. Missing values stay missing. Cost: rows + labels^2.
 *
 * <p>Source: Gouweleeuw, Kooiman, Willenborg and de Wolf 1998, Journal of Official Statistics 14(4); the draw of P and
 * alpha as in sdcMicro 5.8.
 */
public final class Pram implements Control {
    private static final String NAME = "pram";
    private static final int MOST_LABELS = 1_000;

    /** The options. */
    public record Options(
            @Option("The columns: labels.") List<String> columns,

            @Option(value = "The least chance that a label stays in the first step.", min = 0, max = 1)
            double keep,

            @Option(value = "The chance that a label is put to chance at all.", min = 0, max = 1)
            double alpha) {}

    public static final Plugin<Control> PLUGIN = Plugin.of(
            NAME,
            "Labels change at random by chances that keep their expected shares (invariant post-randomisation).",
            new Options(List.of(), 0.8, 0.5),
            Pram::new);

    private final Options options;

    Pram(Options options) {
        this.options = options;
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        Edit edit = new Edit(synthetic);
        for (int position : Columns.labels(NAME, options.columns, synthetic)) {
            CodeColumn column = synthetic.codes(position).compact();
            int labels = column.labels().size();
            String name = synthetic.schema().field(position).name();
            if (labels > MOST_LABELS) {
                throw ProblemException.usage(
                        Problem.of(name + " has " + labels + " labels, and pram takes at most " + MOST_LABELS + ".")
                                .fix("Merge rare ones first: merge-rare:columns=" + name));
            }
            if (labels < 2) {
                continue;
            }
            Rng rng = run.rng().child(name);
            double[][] there = forth(labels, rng.child("matrix"));
            double[][] back = back(there, column);
            int[] codes = column.toArray();
            for (int i = 0; i < codes.length; i++) {
                if (codes[i] >= 0 && rng.nextDouble() < options.alpha) {
                    codes[i] = draw(back[draw(there[codes[i]], rng)], rng);
                }
            }
            edit.set(position, synthetic.schema().field(position), CodeColumn.of(codes, column.labels()));
        }
        return edit.done(NAME);
    }

    /** P: per label, the chances of what it becomes. */
    double[][] forth(int labels, Rng rng) {
        double[][] chances = new double[labels][labels];
        for (int k = 0; k < labels; k++) {
            double sum = 0;
            for (int j = 0; j < labels; j++) {
                chances[k][j] = j == k ? 0 : 1 - rng.nextDouble();
                sum += chances[k][j];
            }
            double stays = options.keep + (1 - options.keep) * rng.nextDouble();
            for (int j = 0; j < labels; j++) {
                chances[k][j] = j == k ? stays : chances[k][j] / sum * (1 - stays);
            }
        }
        return chances;
    }

    /** Q: per label after P, the chances of what it was. */
    static double[][] back(double[][] there, CodeColumn column) {
        int labels = there.length;
        double[] counts = new double[labels];
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                counts[column.code(i)]++;
            }
        }
        double[][] chances = new double[labels][labels];
        for (int j = 0; j < labels; j++) {
            double sum = 0;
            for (int k = 0; k < labels; k++) {
                chances[j][k] = counts[k] * there[k][j];
                sum += chances[j][k];
            }
            for (int k = 0; k < labels; k++) {
                chances[j][k] /= sum;
            }
        }
        return chances;
    }

    private static int draw(double[] chances, Rng rng) {
        double u = rng.nextDouble();
        for (int k = 0; k < chances.length - 1; k++) {
            u -= chances[k];
            if (u < 0) {
                return k;
            }
        }
        return chances.length - 1;
    }
}
