package org.semblance.evaluate.valid;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.Learning;
import org.semblance.constraint.learn.Rule;
import org.semblance.constraint.learn.RuleCounts;
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
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * The share of synthetic rows that break none of the rules that the real rows keep, as {@link Learning} finds them:
 * what is constant, not negative or whole, one column never above another, sums, products and other units, columns that
 * determine others or their being missing, and values that never occur together.
 *
 * <p>A rule is one where it says something of at least 100 real rows and at most 1 in 1,000 of these breaks it; each
 * family also leaves out what unrelated columns would keep. Rules are looked for on drawn rows and held against all rows;
 * a row that misses a value breaks no rule about it. A rule that no row of n broke may still be broken by up to 3 rows in
 * n of the same population (the rule of three), so fresh real rows score a little below 1. It does not find rules of
 * more than three columns, of numbers above some threshold, or between rows. The parts are the shares of synthetic rows
 * that keep all rules of a family.
 */
public final class Rules implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "How many real rows are drawn to look for rules on.", min = 100)
            int rows,

            @Option(value = "How many rules to list in the figures, most broken first.", min = 0)
            int shown,

            @Option(value = "How many rules of one family to hold the rows against at most.", min = 1)
            int most) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "rules",
            "The share of synthetic rows that break no rule learnt from the real rows; 1 is all of them.",
            new Options(50_000, 30, 200),
            Rules::new);

    /** Real rows that break a rule are not counted out where they are fewer. */
    private static final int FEW = 10;

    /** Rules of some columns of a table, found with some draws. */
    private record Learnt(Table whole, Schema columns, Rng rng, Learning learning) {}

    private final Options options;

    /** The rules are the dear part, and the same for the synthetic rows and the fresh ones that stand beside them. */
    private volatile @Nullable Learnt last;

    Rules(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The share of synthetic rows that break no rule learnt from the real rows. Rules: a <= b or a < b; c = a + b,"
                        + " c = a x b, b = k a + d, times between dates, up to rounding; a determines b or whether b is"
                        + " missing; values never together though unrelated columns would bring them together 20 times;"
                        + " constant, not negative, whole. A rule holds of at least 100 real rows and is broken by at most"
                        + " 0.1 % of them.",
                "Own; the rules are those that SDV's constraints and synthpop's rules are written for by hand. Rule of"
                        + " three: Hanley and Lippman-Hand 1983, doi:10.1001/jama.1983.03330370053031.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table real = c.real();
        Table synthetic = c.synthetic();
        if (real.rows() == 0 || synthetic.rows() == 0) {
            return Score.none("rules", "There are no rows.");
        }
        Learning learning = learnt(c.wholeReal(), real, run);
        List<Rule> rules = learning.rules();
        RuleCounts ofReal = learning.counts();
        RuleCounts ofSynthetic = RuleCounts.of(rules, synthetic, run);
        double value = (double) ofSynthetic.clean() / synthetic.rows();
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Rule.Family family : Rule.Family.values()) {
            if (rules.stream().anyMatch(rule -> rule.family() == family)) {
                parts.put(family.words(), (double) ofSynthetic.families()[family.ordinal()] / synthetic.rows());
            }
        }
        return new Score("rules", value, parts)
                .interval(Interval.ofShare(value, synthetic.rows()))
                .figures(figures(rules, ofReal, ofSynthetic))
                .note(note(rules.size(), clean(ofReal.clean(), real.rows())));
    }

    private Learning learnt(Table whole, Table real, Run run) {
        Learnt before = last;
        if (before != null
                && before.whole == whole
                && before.rng == run.rng()
                && before.columns.equals(real.schema())) {
            return before.learning;
        }
        Learning learning = Learning.of(real, options.rows, options.most, run);
        last = new Learnt(whole, real.schema(), run.rng(), learning);
        return learning;
    }

    private Figures figures(List<Rule> rules, RuleCounts real, RuleCounts synthetic) {
        Figures.Builder figures =
                Figures.of("Rules learnt from the real rows, % of rows that break them", "real", "synthetic");
        IntStream.range(0, rules.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> share(real, k) - share(synthetic, k))
                        .thenComparing(k -> rules.get(k).family()))
                .limit(options.shown)
                .forEach(k -> figures.row(rules.get(k).words(), 100 * shown(real, k), 100 * share(synthetic, k)));
        return figures.build();
    }

    /** Of the rows that a rule says something of, the share that breaks it; 0 of no rows. */
    private static double share(RuleCounts counts, int rule) {
        return (double) counts.broken()[rule] / Math.max(1, counts.applied()[rule]);
    }

    /** The same of real rows; NaN where it would speak of a few of them, who are whatever the rule says nobody is. */
    private static double shown(RuleCounts real, int rule) {
        long broken = real.broken()[rule];
        return broken > 0 && broken < FEW ? Double.NaN : share(real, rule);
    }

    private static String clean(long clean, int rows) {
        long broken = rows - clean;
        if (broken > 0 && broken < FEW) {
            return "fewer than " + FEW + " real rows break any.";
        }
        return String.format(Locale.ROOT, "%.2f", 100.0 * clean / rows) + " % of the real rows break none.";
    }

    private String note(int rules, String clean) {
        if (rules == 0) {
            return "No rules were found in the real table.";
        }
        String listed = rules > options.shown ? ", of which the " + options.shown + " most broken are listed" : "";
        return rules + (rules == 1 ? " rule" : " rules") + listed + "; " + clean;
    }
}
