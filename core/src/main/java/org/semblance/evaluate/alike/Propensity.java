package org.semblance.evaluate.alike;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * How well a model that saw all rows scores synthetic ones apart from real ones: S_pMSE, the mean squared distance of
 * its scores from the share of synthetic rows over what it would be of a correct synthesis.
 *
 * <p>1 is rows drawn from the real rows' own law as it was learnt from them; fresh real rows score 1 / (1 - c), 2 where
 * there are as many. Scores are those of a single classification tree ({@code cart}) or of logistic regression with
 * main effects or all pairs ({@code logit}). What the ratio is over: for logit (k - 1)(1 - c)^2 c / N with k
 * coefficients; for cart (1 - c) times the mean over trees of rows whose labels were dealt out anew (synthpop takes
 * half of it, which is the same for equally many rows). The ratio grows with the number of rows, so it is read beside
 * that of as many fresh rows; its interval is what chance alone varies by. Parts: pMSE itself, SPECKS (Kolmogorov and
 * Smirnov of the scores), PO50 (percentage told apart rightly, beyond one half), Mann-Whitney's U, and what fresh real
 * rows are expected to score. Cost: permutations x rows x columns x depth.
 *
 * <p>Source: Snoke, Raab, Nowok, Dibben and Slavkovic (2018), doi:10.1111/rssa.12358; synthpop 1.9,
 * {@code utility.gen}. The tree is rpart's ({@link PropensityTree}), but for missing values, which go to the side that
 * gains more instead of following surrogates.
 */
public final class Propensity implements Metric {
    /** The options. */
    public record Options(
            @Option(
                    value = "What scores the rows: a classification tree or logistic regression.",
                    choices = {"cart", "logit"})
            String method,

            @Option(value = "Logistic regression: 0 for main effects, 1 for all pairs too.", min = 0, max = 1)
            int order,

            @Option(value = "Logistic regression: the most coefficients.", min = 1, max = 2_000)
            int terms,

            @Option(value = "Tree: how often labels are dealt out anew for what chance scores.", min = 1)
            int permutations,

            @Option(value = "Tree: what share of the root's wrong answers a leaf must save.", min = 0, max = 1)
            double cp,

            @Option(value = "Tree: the fewest rows of a leaf.", min = 1)
            int leaf,

            @Option(value = "The most rows to take of each table; 0 for all.", min = 0)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "propensity",
            "How far propensity scores tell synthetic rows from real ones, over what chance would do (S_pMSE).",
            new Options("cart", 0, 400, 50, 1e-3, 5, 5_000),
            Propensity::new);

    private static final int TELLING = 10;

    private final Options options;

    Propensity(Options options) {
        this.options = options;
    }

    /** What scores rows as synthetic, having seen which are. */
    interface Model {
        Fitted fit(boolean[] synthetic);

        /** Of a correct synthesis, or NaN where permutations are to tell. */
        double expected(Fitted fitted, double share);
    }

    /**
     * @param scores in 0 .. 1 by row
     * @param telling how much each named term contributes, in any unit
     * @param terms how many coefficients there are beside the intercept
     */
    record Fitted(double[] scores, Map<String, Double> telling, int terms) {
        double pMse(double share) {
            double sum = 0;
            for (double score : scores) {
                sum += (score - share) * (score - share);
            }
            return sum / scores.length;
        }
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.LOWER,
                "pMSE = mean of (propensity score - share c of synthetic rows)^2, over its expectation for a correct"
                        + " synthesis: "
                        + (options.method.equals("cart")
                                ? "(1 - c) times its mean over classification trees on labels dealt out anew."
                                : "(k - 1)(1 - c)^2 c / N of a logistic regression with k coefficients."),
                "Snoke, Raab, Nowok, Dibben and Slavkovic 2018, doi:10.1111/rssa.12358; synthpop 1.9, utility.gen.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Taken taken = Taken.of(c, options.rows, run);
        int reals = taken.real().rows();
        int synthetics = taken.synthetic().rows();
        if (reals == 0 || synthetics == 0 || c.real().width() == 0) {
            return Score.none("propensity", "there is nothing to score");
        }
        Model model;
        if (options.method.equals("cart")) {
            model = new PropensityTree(taken, options);
        } else {
            PropensityDesign design = PropensityDesign.of(taken, options.order);
            if (design.terms() > options.terms) {
                return Score.none(
                        "propensity",
                        String.format(
                                Locale.ROOT,
                                "it needs %,d coefficients, more than %,d: choose order 0, fewer columns or more terms",
                                design.terms(),
                                options.terms));
            }
            model = new PropensityLogit(design);
        }
        return score(model, reals, synthetics, run).note(taken.note());
    }

    private Score score(Model model, int reals, int synthetics, Run run) {
        int rows = reals + synthetics;
        double share = synthetics / (double) rows;
        boolean[] synthetic = new boolean[rows];
        Arrays.fill(synthetic, reals, rows, true);
        Fitted fitted = model.fit(synthetic);
        double pMse = fitted.pMse(share);
        double expected = model.expected(fitted, share);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("pMSE", pMse);
        double deviation = expected / (1 - share) * Math.sqrt(2.0 / Math.max(1, fitted.terms()));
        if (Double.isNaN(expected)) {
            double[] chance = permuted(model, synthetic, share, run);
            long above = Arrays.stream(chance).filter(one -> one >= pMse).count();
            expected = Triples.mean(chance) * (1 - share);
            deviation = deviation(chance);
            parts.put("pMSE of permuted labels", Triples.mean(chance));
            parts.put("p of permutation", (above + 1.0) / (chance.length + 1));
        }
        double[] ranks = ranks(fitted.scores(), synthetic, reals, synthetics);
        parts.put("SPECKS", ranks[0]);
        parts.put("PO50", ranks[1]);
        parts.put("U", ranks[2]);
        double value = expected > 0 ? pMse / expected : Double.NaN;
        parts.put("fresh real rows", 1 / (1 - share));
        return new Score("propensity", value, parts)
                .interval(expected > 0 ? Interval.around(value, deviation / expected) : Interval.NONE)
                .figures(telling(fitted.telling()));
    }

    private static double deviation(double[] values) {
        double mean = Triples.mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / Math.max(1, values.length - 1));
    }

    private double[] permuted(Model model, boolean[] synthetic, double share, Run run) {
        double[] out = new double[options.permutations];
        Rng rng = run.rng().child("permutations");
        run.parallel(out.length, k -> {
            int[] order = IntStream.range(0, synthetic.length).toArray();
            rng.child(k).shuffle(order);
            boolean[] dealt = new boolean[synthetic.length];
            for (int i = 0; i < dealt.length; i++) {
                dealt[i] = synthetic[order[i]];
            }
            out[k] = model.fit(dealt).pMse(share);
        });
        return out;
    }

    /** SPECKS, PO50 and U. */
    private static double[] ranks(double[] scores, boolean[] synthetic, double reals, double synthetics) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(i -> i)
                .toArray();
        double below = 0;
        double belowSynthetic = 0;
        double furthest = 0;
        double u = 0;
        int right = 0;
        for (int i = 0; i < order.length; ) {
            double score = scores[order[i]];
            int tied = 0;
            int tiedSynthetic = 0;
            for (; i < order.length && scores[order[i]] == score; i++) {
                tied += synthetic[order[i]] ? 0 : 1;
                tiedSynthetic += synthetic[order[i]] ? 1 : 0;
            }
            right += score > 0.5 ? tiedSynthetic : tied;
            u += tiedSynthetic * (below + tied / 2.0);
            below += tied;
            belowSynthetic += tiedSynthetic;
            furthest = Math.max(furthest, Math.abs(below / reals - belowSynthetic / synthetics));
        }
        return new double[] {furthest, 100 * right / (reals + synthetics) - 50, u};
    }

    private static Figures telling(Map<String, Double> telling) {
        double whole = telling.values().stream().mapToDouble(one -> one).sum();
        Figures.Builder figures = Figures.of("What the scores rest on", "share");
        telling.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(TELLING)
                .forEach(one -> figures.row(one.getKey(), one.getValue() / whole));
        return figures.build();
    }
}
