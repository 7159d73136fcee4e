package org.semblance.evaluate.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Table;

/**
 * How alike the tables are in which columns are missing together: each row has a pattern, the set of its columns without
 * a value; 1 minus the total variation distance between the shares of the patterns.
 *
 * <p>The figures show the patterns whose shares differ most, by the names of the missing columns; patterns of fewer than
 * 10 rows are counted but not shown, nor are the shares from which theirs could be computed ({@link ToldPatterns}). With many columns that miss values here and there most patterns are rare, and fresh
 * real rows score well below 1, too. Patterns are kept as hashes of 64 bits. Cost: one pass, and a sort of the rows.
 */
public final class MissingPattern implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "missing-pattern",
            "How alike the tables are in which columns are missing together in a row; 1 is the same.",
            new Plugin.NoOptions(),
            options -> new MissingPattern());

    private static final int SHOWN = 10;
    private static final int LEAST_ROWS = ToldPatterns.LEAST_ROWS;
    private static final int NAMES = 4;

    /** A pattern with the rows that have it; {@code example} is one of them, among the synthetic ones where below 0. */
    private record Pattern(int real, int synthetic, int example) {}

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "1 minus half the sum over all patterns (sets of columns missing in a row) of the difference of their shares"
                        + " of the real and of the synthetic rows.",
                "Total variation distance; patterns as in Rubin 1976, doi:10.1093/biomet/63.3.581.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table real = c.real();
        Table synthetic = c.synthetic();
        if (real.rows() == 0 || synthetic.rows() == 0) {
            return Score.none("missing-pattern", "There are no rows.");
        }
        List<Pattern> patterns = patterns(real, synthetic, run.rng().child("patterns"));
        double variation = 0;
        for (Pattern pattern : patterns) {
            variation += Math.abs(gap(pattern, real, synthetic));
        }
        Score score = new Score("missing-pattern", 1 - variation / 2, Map.of());
        if (patterns.size() == 1 && name(patterns.get(0), real, synthetic).equals("none")) {
            return score.note("No value is missing in either table.");
        }
        return score.figures(figures(patterns, real, synthetic));
    }

    private static double gap(Pattern pattern, Table real, Table synthetic) {
        return (double) pattern.synthetic / synthetic.rows() - (double) pattern.real / real.rows();
    }

    private static List<Pattern> patterns(Table real, Table synthetic, Rng rng) {
        long[] column = new long[real.width()];
        for (int i = 0; i < column.length; i++) {
            column[i] = rng.nextLong();
        }
        long[] ofReal = hashes(real, column);
        long[] ofSynthetic = hashes(synthetic, column);
        long[] sortedReal = ofReal.clone();
        long[] sortedSynthetic = ofSynthetic.clone();
        Arrays.sort(sortedReal);
        Arrays.sort(sortedSynthetic);
        List<Long> found = new ArrayList<>();
        List<int[]> counts = new ArrayList<>();
        for (int i = 0, j = 0; i < sortedReal.length || j < sortedSynthetic.length; ) {
            long at = j == sortedSynthetic.length || (i < sortedReal.length && sortedReal[i] <= sortedSynthetic[j])
                    ? sortedReal[i]
                    : sortedSynthetic[j];
            int firstReal = i;
            int firstSynthetic = j;
            for (; i < sortedReal.length && sortedReal[i] == at; i++) {}
            for (; j < sortedSynthetic.length && sortedSynthetic[j] == at; j++) {}
            found.add(at);
            counts.add(new int[] {i - firstReal, j - firstSynthetic});
        }
        long[] known = found.stream().mapToLong(Long::longValue).toArray();
        int[] examples = examples(known, ofReal, ofSynthetic);
        List<Pattern> out = new ArrayList<>();
        for (int k = 0; k < known.length; k++) {
            out.add(new Pattern(counts.get(k)[0], counts.get(k)[1], examples[k]));
        }
        // In an order that does not depend on the hashes, so that sums and figures are the same with any seed.
        out.sort(Comparator.comparingInt(
                pattern -> pattern.example < 0 ? ofReal.length - pattern.example : pattern.example));
        return out;
    }

    /** For each pattern the first row that has it: in the real table, else -1 - row of the synthetic one. */
    private static int[] examples(long[] known, long[] real, long[] synthetic) {
        int[] out = new int[known.length];
        Arrays.fill(out, Integer.MIN_VALUE);
        for (int row = 0; row < real.length; row++) {
            int at = Arrays.binarySearch(known, real[row]);
            out[at] = out[at] == Integer.MIN_VALUE ? row : out[at];
        }
        for (int row = 0; row < synthetic.length; row++) {
            int at = Arrays.binarySearch(known, synthetic[row]);
            out[at] = out[at] == Integer.MIN_VALUE ? -1 - row : out[at];
        }
        return out;
    }

    /** Per row the sum of the numbers of its missing columns (Zobrist's hash). */
    private static long[] hashes(Table table, long[] ofColumn) {
        long[] out = new long[table.rows()];
        for (int c = 0; c < ofColumn.length; c++) {
            Column column = table.column(c);
            for (int i = 0; i < out.length; i++) {
                out[i] += column.isMissing(i) ? ofColumn[c] : 0;
            }
        }
        return out;
    }

    private static Figures figures(List<Pattern> patterns, Table real, Table synthetic) {
        List<Pattern> shown = patterns.stream()
                .filter(pattern -> pattern.real >= LEAST_ROWS || (pattern.real == 0 && pattern.synthetic >= LEAST_ROWS))
                .sorted(Comparator.comparingDouble(pattern -> -Math.abs(gap(pattern, real, synthetic))))
                .limit(SHOWN)
                .toList();
        Set<Pattern> told = told(patterns, shown, real);
        Figures.Builder figures = Figures.of("Columns missing together, % of rows", "real", "synthetic", "difference");
        for (Pattern pattern : shown) {
            boolean known = told.contains(pattern) || pattern.real == 0;
            figures.row(
                    name(pattern, real, synthetic),
                    known ? 100.0 * pattern.real / real.rows() : Double.NaN,
                    100.0 * pattern.synthetic / synthetic.rows(),
                    known ? 100 * gap(pattern, real, synthetic) : Double.NaN);
        }
        return figures.build();
    }

    /** Those whose real rows can be told. */
    private static Set<Pattern> told(List<Pattern> patterns, List<Pattern> shown, Table real) {
        int[] counts = patterns.stream().mapToInt(Pattern::real).toArray();
        BitSet[] missing = new BitSet[counts.length];
        for (int k = 0; k < counts.length; k++) {
            missing[k] = new BitSet();
            for (int c = 0; c < real.width() && counts[k] > 0; c++) {
                missing[k].set(c, real.column(c).isMissing(patterns.get(k).example));
            }
        }
        List<Integer> places = IntStream.range(0, counts.length)
                .filter(k -> shown.contains(patterns.get(k)))
                .boxed()
                .toList();
        Set<Pattern> told = new HashSet<>();
        new ToldPatterns(counts, missing, real.width()).of(places).forEach(k -> told.add(patterns.get(k)));
        return told;
    }

    private static String name(Pattern pattern, Table real, Table synthetic) {
        Table table = pattern.example < 0 ? synthetic : real;
        int row = pattern.example < 0 ? -1 - pattern.example : pattern.example;
        List<String> missing = new ArrayList<>();
        for (int c = 0; c < real.width(); c++) {
            if (table.column(c).isMissing(row)) {
                missing.add(real.schema().field(c).name());
            }
        }
        if (missing.isEmpty()) {
            return "none";
        }
        int rest = missing.size() - NAMES;
        String names = String.join(", ", missing.subList(0, Math.min(NAMES, missing.size())));
        return rest > 0 ? names + " and " + rest + " more" : names;
    }
}
