package org.semblance.evaluate.alike;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.math.ManyTests;
import org.semblance.math.SampleTest;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Column;

/**
 * Classical tests of each column, real against synthetic, with p-values corrected for their number and with effect
 * sizes; the score is the share of columns all of whose effects are negligible.
 *
 * <p>Numbers and dates: Kolmogorov-Smirnov, Welch's t, Mann-Whitney, and Levene's about the median (Brown and Forsythe);
 * labels: chi-squared. All p-values of the table are corrected together, by Holm and by Benjamini and Hochberg. With many
 * rows every p-value is small, whatever the difference; the effect says whether it matters. Negligible are:
 *
 * <ul>
 *   <li>Cohen's d below 0.2 and Cramer's V (for two rows Cohen's w) below 0.1: Cohen (1988), Statistical Power Analysis,
 *       sections 2.2 and 7.2;
 *   <li>Cliff's delta below 0.147: Romano and others (2006), which is Cohen's d of 0.2 between two normal laws;
 *   <li>KS distance below 0.0797: 2 Phi(0.1) - 1, what a shift by d = 0.2 makes of two normal laws;
 *   <li>mean distances from the median in a ratio between 0.8 and 1.25: the bounds of bioequivalence (FDA 2001).
 * </ul>
 *
 * <p>A test that cannot be computed (constant columns) is left out, and so is a column without any; one
 * that has values in the real table only was lost and is not negligible. Missing values are left out. The p-values suppose that rows are independent. Cost: a sort of each column.
 */
public final class ColumnTests implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "How many tests to list in the figures, largest effects first.", min = 0)
            int shown) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "column-tests",
            "Classical tests of each column with corrected p-values; the share of columns whose effects are negligible.",
            new Options(40),
            ColumnTests::new);

    private static final double FALSE_DISCOVERIES = 0.05;
    private static final double COHEN_D = 0.2;
    private static final double COHEN_W = 0.1;
    private static final double CLIFF = 0.147;
    private static final double KS = 0.07965567455405798;
    private static final double SPREAD = 0.22314355131420976; // ln 1.25

    private final int shown;

    ColumnTests(Options options) {
        shown = options.shown;
    }

    /** One test of one column; {@code limit} is where its effect stops being negligible. */
    private record Tested(int column, String name, SampleTest test, double limit) {
        double size() {
            return Math.abs(test.effect()) / limit;
        }
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The share of columns without an effect that is neither negligible nor chance (Benjamini-Hochberg p <"
                        + " 0.05). Negligible: numbers |Cohen's d| < 0.2, |Cliff's delta| < 0.147, KS"
                        + " distance < 0.0797, ratio of spreads within 0.8 .. 1.25; labels Cramer's V < 0.1. Beside them"
                        + " the p-values of Welch, Mann-Whitney, Kolmogorov-Smirnov, Brown-Forsythe and chi-squared tests"
                        + " in their large-sample forms, two-sided, corrected by Holm and by Benjamini-Hochberg.",
                "Cohen 1988, Statistical Power Analysis; Romano et al. 2006, Appropriate statistics for ordinal level data;"
                        + " Brown and Forsythe 1974, doi:10.1080/01621459.1974.10482955; FDA 2001, Statistical Approaches to"
                        + " Establishing Bioequivalence (0.8 to 1.25).");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        List<List<Tested>> tested = new ArrayList<>();
        for (int i = 0; i < c.real().width(); i++) {
            tested.add(new ArrayList<>());
        }
        run.parallel(tested.size(), i -> {
            if (c.numeric(i)) {
                numbers(c, i, tested.get(i));
            } else {
                double[][] counts = PerColumn.counts(c, i);
                add(tested.get(i), i, "chi-squared", SampleTest.chiSquare(counts[0], counts[1]), COHEN_W);
            }
        });
        List<Tested> all = tested.stream().flatMap(List::stream).toList();
        boolean[] noticed = noticed(tested.size(), all);
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < tested.size(); i++) {
            boolean lost = empty(c.synthetic().column(i)) && !empty(c.real().column(i));
            if (lost || !tested.get(i).isEmpty()) {
                parts.put(c.name(i), lost || noticed[i] ? 0.0 : 1.0);
            }
        }
        Score score = Score.mean("column-tests", parts).figures(figures(c, all));
        if (parts.isEmpty()) {
            return score.note("No column could be tested.");
        }
        return all.size() <= shown
                ? score
                : score.note("The " + shown + " largest effects of " + all.size() + " tests are listed.");
    }

    /** Which columns have an effect that matters and that chance does not explain: few rows make large effects of it. */
    private static boolean[] noticed(int columns, List<Tested> all) {
        double[] p = ManyTests.benjaminiHochberg(
                all.stream().mapToDouble(one -> one.test.p()).toArray());
        boolean[] out = new boolean[columns];
        for (int k = 0; k < p.length; k++) {
            out[all.get(k).column] |= p[k] < FALSE_DISCOVERIES && all.get(k).size() >= 1;
        }
        return out;
    }

    private static boolean empty(Column column) {
        return column.missingCount() == column.size();
    }

    private static void numbers(Comparison c, int i, List<Tested> out) {
        double[] real = PerColumn.sorted(c.real(), i);
        double[] synthetic = PerColumn.sorted(c.synthetic(), i);
        add(out, i, "Kolmogorov-Smirnov", SampleTest.kolmogorovSmirnov(synthetic, real), KS);
        add(out, i, "Welch t", SampleTest.welch(synthetic, real), COHEN_D);
        add(out, i, "Mann-Whitney", SampleTest.mannWhitney(synthetic, real), CLIFF);
        add(out, i, "Brown-Forsythe", SampleTest.brownForsythe(synthetic, real), SPREAD);
    }

    private static void add(List<Tested> out, int column, String name, SampleTest test, double limit) {
        if (!Double.isNaN(test.p())) {
            out.add(new Tested(column, name, test, limit));
        }
    }

    private Figures figures(Comparison c, List<Tested> all) {
        double[] p = all.stream().mapToDouble(one -> one.test.p()).toArray();
        double[] holm = ManyTests.holm(p);
        double[] hochberg = ManyTests.benjaminiHochberg(p);
        Figures.Builder figures = Figures.of(
                "Tests of columns, synthetic against real, largest effects first",
                "statistic",
                "p",
                "p (Holm)",
                "p (Benjamini-Hochberg)",
                "effect",
                "negligible below");
        IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -all.get(k).size()))
                .limit(shown)
                .forEach(k -> {
                    Tested one = all.get(k);
                    figures.row(
                            c.name(one.column) + ": " + one.name,
                            one.test.statistic(),
                            p[k],
                            holm[k],
                            hochberg[k],
                            one.test.effect(),
                            one.limit);
                });
        return figures.build();
    }
}
