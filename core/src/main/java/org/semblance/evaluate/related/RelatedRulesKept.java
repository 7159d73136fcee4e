package org.semblance.evaluate.related;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.constraint.related.RelatedRules;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The share of synthetic rows that break none of the rules that all real rows keep: of each table, with the rows above it (a
 * visit after the birth of its patient) and with those below it (a total is the sum of its lines), as {@link RelatedRules}
 * finds them. Part by table; the figures have each rule that is broken, and by how many rows. Cost: that of finding them.
 */
public final class RelatedRulesKept implements RelatedMetric {
    private static final int SHOWN = 30;

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "rules",
            "The share of rows that break no rule which all real rows keep, alone and between tables.",
            new Plugin.NoOptions(),
            options -> new RelatedRulesKept());

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "Rows of all tables that break none of the rules that were found to hold in all real rows.",
                "Own measure; the rules are those that new rows are made to keep.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        List<RelatedRules.Learnt> rules =
                RelatedRules.learn(c.real().database(), run.child("rules").silent());
        int[] counts = new int[rules.size()];
        Map<String, boolean[]> broken = RelatedRules.broken(rules, c.synthetic().database(), counts);
        Map<String, Double> parts = new LinkedHashMap<>();
        double kept = 0;
        double all = 0;
        for (Map.Entry<String, Table> table : c.synthetic().database().tables().entrySet()) {
            int rows = table.getValue().rows();
            boolean[] bad = broken.getOrDefault(table.getKey(), new boolean[rows]);
            long clean = IntStream.range(0, rows).filter(i -> !bad[i]).count();
            parts.put(table.getKey(), rows == 0 ? Double.NaN : (double) clean / rows);
            kept += clean;
            all += rows;
        }
        double share = all == 0 ? Double.NaN : kept / all;
        Figures.Builder figures = Figures.of("Rules of the real database that are broken", "synthetic rows");
        IntStream.range(0, counts.length)
                .filter(k -> counts[k] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer k) -> -counts[k]).thenComparing(k -> k))
                .limit(SHOWN)
                .forEach(k -> figures.row(
                        rules.get(k).table() + ": "
                                + rules.get(k).keeper().constraint().words(),
                        counts[k]));
        return new Score("rules", share, parts)
                .interval(Interval.ofShare(share, all))
                .figures(figures.build())
                .note(
                        rules.isEmpty()
                                ? "No rules were found in the real tables."
                                : rules.size() + " rules were found.");
    }
}
