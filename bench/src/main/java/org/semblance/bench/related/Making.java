package org.semblance.bench.related;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.related.RelatedRules;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.related.RelatedComparison;
import org.semblance.evaluate.related.RelatedMetrics;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.synthesize.related.RelatedModel;
import org.semblance.synthesize.related.RelatedSynthesizer;
import org.semblance.table.Database;

/**
 * A synthetic database and what it took.
 *
 * @param find seconds of finding what rows keep
 */
record Making(Database drawn, double find, double fit, double sample) {
    static Map<String, List<Constraint>> rules(Database real, Run run) {
        Map<String, List<Constraint>> out = new LinkedHashMap<>();
        RelatedRules.find(real, run.child("constraints")).forEach((t, found) -> out.put(t, Constraints.kept(found)));
        return out;
    }

    /** As {@code semblance run} does it; as many rows as the real database has. */
    static Making of(Database real, Privacy privacy, Run run) {
        long begun = System.nanoTime();
        Map<String, List<Constraint>> rules = rules(real, run);
        long found = System.nanoTime();
        RelatedModel model = RelatedSynthesizer.PLUGIN.make().fit(real, rules, privacy, run.child("fit"));
        long fitted = System.nanoTime();
        Run sample = run.child("sample");
        Database drawn = model.sample(Size.scale(1), sample).toDatabase(sample);
        long end = System.nanoTime();
        return new Making(drawn, (found - begun) / 1e9, (fitted - found) / 1e9, (end - fitted) / 1e9);
    }

    double seconds() {
        return find + fit + sample;
    }

    /** SDMetrics' quality with only strong pairs counted, as its report does it. */
    static Score quality(Database real, Database other, Run run) {
        return RelatedMetrics.ALL
                .find("sdmetrics-quality")
                .make(Map.of("real-correlation-threshold", "0.5", "real-association-threshold", "0.3"))
                .measure(RelatedComparison.of(real, other), run);
    }

    static double score(String metric, Database real, Database other, Run run) {
        return RelatedMetrics.ALL
                .find(metric)
                .make(Map.of())
                .measure(RelatedComparison.of(real, other), run)
                .value();
    }
}
