package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.RowHashes;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The share of synthetic rows whose values in some columns are those of exactly one real row: a real person's
 * combination. Fresh rows hit such combinations too, by chance; the part "fresh rows" says how often.
 *
 * <p>The combination is that of the columns named (what an attacker may know of a person); without, all combinations of
 * so many columns, or fifty of them at random, and the value is their mean. Figures: the ten combinations that synthetic
 * rows hit most beyond fresh ones, with how many real rows are alone in them. Numbers are rounded as written; missing
 * equals missing. Cost: a sort of the rows for each combination. Source: replicated uniques of synthpop (Raab, Nowok and
 * Dibben 2024, arXiv:2406.16826), here on rows instead of keys.
 */
public final class CombinationCopies implements Metric {
    /** The options. */
    public record Options(
            @Option("The columns of the combination; empty are many combinations.")
            List<String> columns,

            @Option(value = "Of how many columns a combination is, where none are named.", min = 1, max = 20)
            int size,

            @Option(value = "How many combinations are looked at, where no columns are named.", min = 1, max = 10_000)
            int combinations) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "combination-copies",
            "The share of synthetic rows with a combination of values that one real row has; beside it, of fresh rows.",
            new Options(List.of(), 3, 50),
            CombinationCopies::new);

    private static final int SHOWN = 10;

    private final Options options;

    CombinationCopies(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.FRESH,
                "The share of synthetic rows whose values in the named columns, or on average in combinations of three, are"
                        + " those of exactly one real row.",
                "Replicated uniques, synthpop: Raab, Nowok and Dibben 2024, arXiv:2406.16826.");
    }

    /** How often rows hit the combination of a single real row. */
    private record Hits(int[] columns, double alone, double synthetic, double fresh) {
        double excess() {
            return Double.isNaN(fresh) ? synthetic : synthetic - fresh;
        }
    }

    @Override
    public Score measure(Comparison c, Run run) {
        int width = c.real().width();
        if (width == 0 || c.real().rows() == 0 || c.synthetic().rows() == 0) {
            return Score.none("combination-copies", "There are no rows.");
        }
        int[] named = Chosen.positions(c.real(), options.columns, "combination-copies");
        List<int[]> combinations =
                named.length > 0 ? List.of(named) : combinations(width, Math.min(options.size, width), run.rng());
        Hits[] hits = new Hits[combinations.size()];
        run.parallel(hits.length, i -> hits[i] = hits(c, combinations.get(i)));
        double synthetic = mean(hits, false);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("fresh rows", mean(hits, true));
        parts.put("combinations", (double) hits.length);
        Figures.Builder figures =
                Figures.of("Combinations of one real row", "synthetic rows", "fresh rows", "real rows alone in theirs");
        Arrays.stream(hits)
                .sorted(Comparator.comparingDouble((Hits one) -> -one.excess()))
                .limit(SHOWN)
                .forEach(one -> figures.row(name(c, one.columns), one.synthetic, one.fresh, one.alone));
        Score score = new Score("combination-copies", synthetic, parts).figures(figures.build());
        return named.length > 0
                ? score.interval(Interval.ofShare(synthetic, c.synthetic().rows()))
                : score.note(
                        "The mean of " + hits.length + " combinations of " + combinations.get(0).length + " columns.");
    }

    private static Hits hits(Comparison c, int[] columns) {
        Table real = c.real().select(columns);
        long[] sorted = RowHashes.of(real, real);
        Arrays.sort(sorted);
        long[] alone = IntStream.range(0, sorted.length)
                .filter(i -> (i == 0 || sorted[i - 1] != sorted[i])
                        && (i == sorted.length - 1 || sorted[i + 1] != sorted[i]))
                .mapToLong(i -> sorted[i])
                .toArray();
        Table holdout = c.holdout();
        return new Hits(
                columns,
                (double) alone.length / sorted.length,
                RowHashes.share(RowHashes.of(c.synthetic().select(columns), real), alone),
                holdout == null ? Double.NaN : RowHashes.share(RowHashes.of(holdout.select(columns), real), alone));
    }

    /** All of so many columns, or as many at random as are looked at. */
    private List<int[]> combinations(int width, int size, Rng rng) {
        double all = 1;
        for (int k = 0; k < size; k++) {
            all = all * (width - k) / (k + 1);
        }
        Set<List<Integer>> found = new LinkedHashSet<>();
        if (all <= options.combinations) {
            add(found, new ArrayList<>(), 0, width, size);
        }
        while (found.size() < Math.min(options.combinations, all - 0.5)) {
            found.add(Arrays.stream(Sample.positions(width, size, rng)).boxed().toList());
        }
        return found.stream()
                .map(columns -> columns.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static void add(Set<List<Integer>> all, List<Integer> some, int from, int width, int size) {
        if (some.size() == size) {
            all.add(List.copyOf(some));
            return;
        }
        for (int c = from; c < width; c++) {
            some.add(c);
            add(all, some, c + 1, width, size);
            some.remove(some.size() - 1);
        }
    }

    private static double mean(Hits[] hits, boolean fresh) {
        return Arrays.stream(hits)
                .mapToDouble(one -> fresh ? one.fresh : one.synthetic)
                .average()
                .orElse(Double.NaN);
    }

    private static String name(Comparison c, int[] columns) {
        return c.names(columns);
    }
}
