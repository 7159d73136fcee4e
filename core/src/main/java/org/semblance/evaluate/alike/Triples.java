package org.semblance.evaluate.alike;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * How like the tables of counts of three columns are: the mean over triples of 1 minus the total variation distance; 1
 * is the same.
 *
 * <p>Numbers are cut into at most 10 bins of about equally many real rows, of labels the 10 most frequent stand for
 * themselves, a missing value is one more label. Parts: the same for single columns and for pairs, each beside what
 * sampling noise alone leaves of it ("at best"; of triples: what fresh real rows are expected to score), so that many
 * small cells do not look like a fault. What it cannot
 * tell: anything finer than a bin. Cost: triples x rows.
 *
 * <p>Source: accuracy and expected accuracy of mostlyai-qa 1.9, which takes label bins of at least 16 rows and rounds.
 */
public final class Triples implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most bins of a number, and labels that stand for themselves.", min = 2, max = 100)
            int bins,

            @Option(value = "The most triples (and pairs) to look at; of more, so many are drawn at random.", min = 1)
            int most,

            @Option(value = "The most rows to take of each table; 0 for all.", min = 0)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "triples",
            "How like the tables of counts of three columns are, beside what sampling noise leaves; 1 is the same.",
            new Options(10, 1_000, 100_000),
            Triples::new);

    private static final String[] WAYS = {"single columns", "pairs", "triples"};

    /** At best, of triples. */
    private static final String FRESH = "fresh real rows";

    private static final int WORST = 10;

    private final Options options;

    Triples(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over triples of columns of 1 minus half the summed differences of the shares of all"
                        + " combinations, numbers in " + options.bins
                        + " bins of the real quantiles. At best: the same for"
                        + " two samples of these sizes from the real shares, differences taken as half-normal.",
                "mostlyai-qa 1.9, calculate_accuracy.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Taken taken = Taken.of(c, options.rows, run);
        Coded coded = Coded.ofReal(List.of(taken.real(), taken.synthetic()), options.bins, run);
        Map<String, Double> parts = new LinkedHashMap<>();
        double value = Double.NaN;
        Figures worst =
                Figures.of("The triples that differ most", "score", "at best").build();
        String note = taken.note();
        for (int ways = 1; ways <= WAYS.length; ways++) {
            Combinations sets = Combinations.of(
                    c.real().width(),
                    ways,
                    options.most,
                    run.rng().child("sets").child(ways));
            double[] scores = new double[sets.sets().length];
            double[] best = new double[scores.length];
            run.parallel(scores.length, k -> {
                Cells cells = Cells.of(coded, sets.sets()[k]);
                scores[k] = cells.similarity(1);
                best[k] = cells.atBest(1);
            });
            value = mean(scores);
            parts.put(WAYS[ways - 1], value);
            parts.put(ways == WAYS.length ? FRESH : WAYS[ways - 1] + ", at best", mean(best));
            if (ways == WAYS.length) {
                worst = worst(c, sets.sets(), scores, best);
                note = sets.drawn() ? join(note, drawn(sets)) : note;
            }
        }
        return new Score("triples", value, parts).figures(worst).note(note);
    }

    private static Figures worst(Comparison c, int[][] sets, double[] scores, double[] best) {
        Figures.Builder figures = Figures.of("The triples that differ most", "score", "at best");
        IntStream.range(0, sets.length)
                .filter(k -> !Double.isNaN(scores[k]))
                .boxed()
                .sorted(Comparator.comparingDouble(k -> scores[k] - best[k]))
                .limit(WORST)
                .forEach(k -> figures.row(names(c, sets[k]), scores[k], best[k]));
        return figures.build();
    }

    /** The columns of a set, as pairs are written. */
    static String names(Comparison c, int[] set) {
        return c.names(set);
    }

    private static String drawn(Combinations sets) {
        return String.format(Locale.ROOT, "%,d of %,d triples", sets.sets().length, sets.all());
    }

    static String join(String note, String more) {
        return note.isEmpty() ? more : note + ", " + more;
    }

    static double mean(double[] values) {
        double sum = 0;
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }
}
