package org.semblance.bench.sequences;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.related.RelatedComparison;
import org.semblance.evaluate.related.RelatedMetrics;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Sequence;

/**
 * What the measures of sequences say of a synthetic table, each by its name.
 *
 * @param lag by how much the lag-1 autocorrelation of each column is above the real one
 * @param away the same without its sign: where several are averaged, what a single one is off
 */
record Likeness(Map<String, Double> scores, Map<String, Double> lag, Map<String, Double> away) {
    private static final String[] METRICS = {
        "row-differences",
        "per-sequence-statistics",
        "autocorrelation",
        "cross-correlation",
        "sequence-lengths",
        "sequence-timing",
        "transitions",
        "column-shapes",
        "pair-trends",
        "entity-copies"
    };

    static Likeness of(Database real, Database synthetic, Run run) {
        RelatedComparison c = RelatedComparison.of(real, synthetic);
        Map<String, Double> scores = new LinkedHashMap<>();
        Map<String, Double> lag = new LinkedHashMap<>();
        Map<String, Double> away = new LinkedHashMap<>();
        for (String metric : METRICS) {
            Score score = RelatedMetrics.ALL.find(metric).make(Map.of()).measure(c, run);
            // Names of entities are made anew: how often each comes says nothing.
            scores.put(metric, without(real.sequences().get(0), score));
            if (metric.equals("autocorrelation")) {
                for (Figures.Row row : score.figures().get(0).rows()) {
                    if (row.name().endsWith(" lag 1")) {
                        String column = row.name().substring(row.name().indexOf('.') + 1);
                        double off = row.values().get(1) - row.values().get(0);
                        if (!Double.isNaN(off)) {
                            lag.put(column.replace(" lag 1", ""), off);
                            away.put(column.replace(" lag 1", ""), Math.abs(off));
                        }
                    }
                }
            }
        }
        scores.put("swings", Derived.swings(real, synthetic, run));
        scores.put("profile", Derived.profile(real, synthetic));
        return new Likeness(scores, lag, away);
    }

    private static double without(Sequence sequence, Score score) {
        if (!score.metric().equals("column-shapes") && !score.metric().equals("pair-trends")) {
            return score.value();
        }
        String entity = sequence.table() + "." + sequence.entity().get(0);
        Map<String, Double> parts = new LinkedHashMap<>(score.parts());
        parts.keySet()
                .removeIf(part -> part.equals(entity)
                        || part.startsWith(entity + " x ")
                        || part.endsWith(" x " + sequence.entity().get(0)));
        return Score.mean(score.metric(), parts).value();
    }

    /** The mean of several. */
    static Likeness mean(Iterable<Likeness> all) {
        Map<String, Double> scores = new LinkedHashMap<>();
        Map<String, Double> lag = new LinkedHashMap<>();
        Map<String, Double> away = new LinkedHashMap<>();
        int n = 0;
        for (Likeness one : all) {
            one.scores.forEach((name, value) -> scores.merge(name, value, Double::sum));
            one.lag.forEach((name, value) -> lag.merge(name, value, Double::sum));
            one.away.forEach((name, value) -> away.merge(name, value, Double::sum));
            n++;
        }
        double count = n;
        scores.replaceAll((name, value) -> value / count);
        lag.replaceAll((name, value) -> value / count);
        away.replaceAll((name, value) -> value / count);
        return new Likeness(scores, lag, away);
    }

    double get(String name) {
        return scores.getOrDefault(name, Double.NaN);
    }

    /** The column whose lag-1 autocorrelation is farthest off: by how much on average, and in a single draw. */
    String worst() {
        return away.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e -> String.format(
                        Locale.ROOT,
                        "%.3f (%s; %+.3f on average)",
                        e.getValue(),
                        e.getKey(),
                        lag.getOrDefault(e.getKey(), Double.NaN)))
                .orElse("none");
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "inter-row %.3f, per-sequence %.3f, lag-1 off by at most %s; autocorrelation %.3f, cross-correlation"
                        + " %.3f, lengths %.3f, timing %.3f, transitions %.3f, swings %.3f, season off by %.3f sd; shapes"
                        + " %.3f, trends %.3f; copies %.3f",
                get("row-differences"),
                get("per-sequence-statistics"),
                worst(),
                get("autocorrelation"),
                get("cross-correlation"),
                get("sequence-lengths"),
                get("sequence-timing"),
                get("transitions"),
                get("swings"),
                get("profile"),
                get("column-shapes"),
                get("pair-trends"),
                get("entity-copies"));
    }
}
