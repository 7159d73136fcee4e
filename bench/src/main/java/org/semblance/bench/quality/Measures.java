package org.semblance.bench.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Metrics;
import org.semblance.evaluate.Score;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** All scores of a trial; what each means is said in {@code docs/benchmarks.md}. */
final class Measures {
    static final String SHAPE = "shape";
    static final String TREND_OWN = "trend own";
    static final String TREND_REAL = "trend real";
    static final String DETECTION = "detection";
    static final String DETECTION_UNSEEN = "detection unseen";
    static final String DCR = "dcr share";
    static final String COPIES_SEEN = "copies seen";
    static final String COPIES_UNSEEN = "copies unseen";
    static final String USEFUL = "useful";
    static final String USEFUL_REAL = "useful real";
    static final String FIT = "fit s";
    static final String SAMPLE = "sample s";

    private Measures() {}

    static Map<String, Double> of(Case table, Trial trial, Run run) {
        Map<String, Double> scores = new LinkedHashMap<>();
        Comparison whole = new Comparison(trial.train(), trial.synthetic(), null);
        scores.put(SHAPE, loss(metric("column-shapes", Map.of()).measure(whole, run)));
        scores.put(TREND_OWN, loss(trend("own").measure(whole, run)));
        scores.put(TREND_REAL, loss(trend("real").measure(whole, run)));
        Metric detection = metric("detection", Map.of());
        scores.put(DETECTION, detection.measure(whole, run).value());
        Comparison unseen = new Comparison(trial.unseen(), trial.half(), null);
        scores.put(DETECTION_UNSEEN, detection.measure(unseen, run).value());
        Comparison halves = new Comparison(trial.seen(), trial.half(), trial.unseen());
        scores.put(DCR, 100 * metric("dcr-share", Map.of()).measure(halves, run).value());
        scores.put(COPIES_SEEN, copies(trial.seen(), trial.half(), run));
        scores.put(COPIES_UNSEEN, copies(trial.unseen(), trial.half(), run));
        Map<String, ?> boosted = Map.of("target", table.target(), "learners", List.of("boosted"), "own", false);
        Score useful = metric("usefulness", boosted)
                .measure(new Comparison(trial.train(), trial.synthetic(), table.test()), run);
        scores.put(USEFUL, part(useful, "trained on synthetic"));
        scores.put(USEFUL_REAL, part(useful, "trained on real"));
        scores.put(FIT, trial.fitSeconds());
        scores.put(SAMPLE, trial.sampleSeconds());
        return scores;
    }

    private static Metric trend(String edges) {
        return metric("pair-trends", Map.of("edges", edges));
    }

    private static Metric metric(String name, Map<String, ?> options) {
        return Metrics.ALL.find(name).make(options);
    }

    private static double loss(Score score) {
        return 100 * (1 - score.value());
    }

    /** Per cent of synthetic rows that are rows of the real table. */
    private static double copies(Table real, Table synthetic, Run run) {
        return 100
                * metric("exact-copies", Map.of())
                        .measure(new Comparison(real, synthetic, null), run)
                        .value();
    }

    private static double part(Score score, String name) {
        Double value = score.parts().get(name);
        if (value == null) {
            throw new IllegalStateException(score.metric() + " has no part " + name);
        }
        return value;
    }
}
