package org.semblance.evaluate.alike;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * How like the matrices of associations are: 1 minus the mean over pairs of columns of the absolute difference.
 *
 * <p>The mixed matrix (p x p, symmetric) holds Spearman's or Pearson's correlation of two numbers (-1 to 1), the
 * correlation ratio of a number and a label and Cramer's V of two labels (0 to 1); or it holds one of these alone, with
 * the pairs it is defined for, or the normalised mutual information of all pairs in at most 10 bins. A pair that is not
 * defined in the real table is left out, one that is lost in the synthetic table (a column became constant) counts as
 * not related there. A missing label is a label; rows where a number is missing are left out (ranks are those of the
 * whole column). Parts: 1 minus the difference of each pair. What it cannot tell: relations that the coefficient does
 * not see, as a parabola has no correlation. Cost: pairs x rows, and a sort per column.
 */
public final class Associations implements Metric {
    /** The options. */
    public record Options(
            @Option(
                    value = "The coefficients: all kinds of pairs in one matrix, or one kind alone.",
                    choices = {"mixed", "pearson", "spearman", "eta", "cramer", "information"})
            String which,

            @Option(
                    value = "The coefficient of two numbers in the mixed matrix.",
                    choices = {"spearman", "pearson"})
            String numbers,

            @Option("Whether Cramer's V is corrected for what chance adds to it.")
            boolean corrected,

            @Option("Whether pairs count by how much they are related in both tables together, as TabPC weighs them.")
            boolean weighted,

            @Option(
                    value = "How mutual information cuts the real numbers: into bins of as many rows, or as wide.",
                    choices = {"quantiles", "widths"})
            String bins,

            @Option(value = "The most pairs to look at; of more, so many are drawn at random.", min = 1)
            int pairs,

            @Option(value = "The most rows to take of each table; 0 for all.", min = 0)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "associations",
            "How like the associations of all pairs are (Spearman or Pearson, eta, Cramer's V, information); 1 is the same.",
            new Options("mixed", "spearman", false, false, "quantiles", 5_000, 100_000),
            Associations::new);

    private static final int WORST = 10;

    private final Options options;

    Associations(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "1 minus the mean over pairs of columns of the absolute difference of their "
                        + coefficients()
                        + (options.weighted ? ", weighted by the sum of both." : "."),
                "Spearman 1904; Pearson 1905; Cramer 1946, corrected as Bergsma 2013, doi:10.1016/j.jkss.2012.10.002;"
                        + " weighted differences of normalised mutual information as TabPC, arXiv:2603.23016.");
    }

    private String coefficients() {
        String labels = options.corrected ? "corrected Cramer's V" : "Cramer's V";
        return switch (options.which) {
            case "pearson" -> "Pearson correlation";
            case "spearman" -> "Spearman correlation";
            case "eta" -> "correlation ratio";
            case "cramer" -> labels;
            case "information" -> "mutual information over the mean of their entropies, numbers in 10 bins";
            default ->
                "association: correlation ratio (number and label), "
                        + labels
                        + " (two labels), "
                        + (options.numbers.equals("pearson") ? "Pearson's" : "Spearman's")
                        + " correlation (two numbers)";
        };
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Taken taken = Taken.of(c, options.rows, run);
        int width = c.real().width();
        Combinations sets = Combinations.of(width, 2, options.pairs, run.rng().child("pairs"));
        AssociationPairs pairs = new AssociationPairs(c, taken, options, run);
        double[][] found = new double[sets.sets().length][];
        run.parallel(found.length, k -> found[k] = pairs.of(sets.sets()[k][0], sets.sets()[k][1]));
        Map<String, Double> parts = new LinkedHashMap<>();
        List<Integer> known = new ArrayList<>();
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < found.length; k++) {
            if (Double.isNaN(found[k][0])) {
                continue;
            }
            double difference = Math.abs(found[k][0] - found[k][1]);
            double weight = options.weighted ? Math.abs(found[k][0]) + Math.abs(found[k][1]) : 1;
            parts.put(Triples.names(c, sets.sets()[k]), 1 - difference);
            known.add(k);
            sum += weight * difference;
            weights += weight;
        }
        // Where nothing is related in either table, nothing differs.
        double value = known.isEmpty() ? Double.NaN : weights == 0 ? 1 : 1 - sum / weights;
        Figures.Builder figures = Figures.of("The pairs that differ most", "real", "synthetic");
        known.stream()
                .sorted(Comparator.comparingDouble(k -> -Math.abs(found[k][0] - found[k][1])))
                .limit(WORST)
                .forEach(k -> figures.row(Triples.names(c, sets.sets()[k]), found[k]));
        String note = sets.drawn()
                ? Triples.join(
                        taken.note(), String.format(Locale.ROOT, "%,d of %,d pairs", sets.sets().length, sets.all()))
                : taken.note();
        return new Score("associations", value, parts).figures(figures.build()).note(note);
    }
}
