package org.semblance.report;

import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.useful.Analysis;
import org.semblance.evaluate.useful.Usefulness;

/**
 * Numbers in words. Every measure is read against what fresh real data scores on the same measure with the same number
 * of rows, so that neither few rows nor hard columns look like a fault of the synthetic data. The steps are those of
 * {@link Scale}.
 */
final class Readings {
    /**
     * Below fresh data by this much means rows nearer to the real ones than real rows are to each other. Models that draw
     * evenly from the rows they learnt from show it on small tables without a single copy, so it is a hint, not a fault:
     * the measures of copies and the attacks say whether people are given away.
     */
    static final double NEAR_COPIES = -0.05;

    /** Below this agreement two models of fresh rows say of no column that it matters. */
    private static final double AGREE = 0.5;

    /** A chance so small that a lack of fit is none of it. */
    private static final double SURE = 0.001;

    private Readings() {}

    /** Of any measure; {@code fresh} is NaN where nothing was held back. */
    static Reading of(Finding finding, double fresh, Findings all) {
        Score score = finding.synthetic();
        double value = score.value();
        if (Double.isNaN(value)) {
            return Reading.unknown(score.note().isEmpty() ? Words.of("reading.unknown") : score.note());
        }
        long made = all.rows().synthetic();
        long held = all.rows().holdout();
        long equal = held == 0 ? made : Math.min(held, made);
        return switch (score.metric()) {
            case "column-shapes" -> worst(likeness(value, fresh, equal), finding, Scale.COLUMN, equal);
            case "pair-trends" -> worst(likeness(value, fresh, equal), finding, Scale.PAIR, equal);
            case "associations", "triples" -> likeness(value, fresh, equal);
            case "detection" -> detection(score, fresh, equal);
            case "propensity" -> Scale.PROPENSITY.read(value / fresh - 1, half(score.interval()) / fresh);
            case "validity" -> validity(value, fresh);
            case "structure", "key-uniqueness", "rules" -> rule(finding, fresh);
            case "referential-integrity" -> real(value, fresh, fresh - value, noise(finding), "rule.holds");
            case "orphans" -> real(1 - value, 1 - fresh, value - fresh, noise(finding), "orphans.none");
            case "usefulness" -> {
                // Two useless models do not show that the rows are useful.
                if (score.parts().getOrDefault(Usefulness.PREDICTABLE, 1.0) == 0) {
                    yield Reading.unknown(
                            Words.of("useful.hopeless", all.question().target()));
                }
                double measured = score.parts().getOrDefault("difference, high", Double.NaN)
                        - score.parts().getOrDefault("difference, low", Double.NaN);
                Reading reading =
                        usefulness(value, fresh, held == 0 ? all.rows().real() : held, measured / 2);
                String words = reading.words()
                        + Words.of("useful.target", all.question().target());
                // Without a holdout it was tested on rows that the synthesizer has seen.
                yield new Reading(reading.level(), words, held == 0 ? Double.NaN : reading.gap());
            }
            case "group-gaps", "model-fairness" ->
                Scale.GAPS.read(value - Math.max(0, Double.isNaN(fresh) ? 0 : fresh), 0);
            case "importance-agreement" ->
                fresh < AGREE
                        ? Reading.unknown(Words.of("importance.chance"))
                        : Scale.IMPORTANCE.read((Double.isNaN(fresh) ? 1 : fresh) - value, 0);
            case "analysis" -> analysis(score, fresh);
            default ->
                finding.about().aspect() == About.Aspect.PRIVATE
                        ? PrivacyReadings.of(finding, fresh, all.rows())
                        : any(finding, fresh, all.rows());
        };
    }

    /** Of a similarity between 0 and 1 of so many rows; fresh may be NaN. */
    static Reading likeness(double synthetic, double fresh, long rows) {
        return Double.isNaN(fresh)
                ? Scale.LIKENESS_ALONE.alone(1 - synthetic)
                : Scale.LIKENESS.readIfShown(fresh - synthetic, 0.35 / Math.sqrt(rows));
    }

    /** A reading of a mean, made worse where one of its parts is much worse. */
    private static Reading worst(Reading mean, Finding finding, Scale scale, long rows) {
        Score beside = finding.fresh();
        if (beside == null) {
            return mean;
        }
        double behind = 0;
        for (Map.Entry<String, Double> part : finding.synthetic().parts().entrySet()) {
            double gap = beside.parts().getOrDefault(part.getKey(), Double.NaN) - part.getValue();
            behind = Math.max(behind, Double.isNaN(gap) ? 0 : gap);
        }
        Reading part = scale.read(behind, 1.5 / Math.sqrt(rows));
        // Beside a mean that is not known a part that is fine says nothing, but one that is off does.
        Level least = mean.level() == Level.UNKNOWN ? Level.SLIGHT : mean.level();
        return part.level().atLeast(least) && part.level() != mean.level()
                ? new Reading(part.level(), mean.words() + part.words(), mean.gap())
                : mean;
    }

    /** Of a model: a mean hides the one coefficient whose intervals do not even touch. */
    private static Reading analysis(Score score, double fresh) {
        Reading reading = Scale.OVERLAP.read(fresh - score.value(), 0);
        boolean apart = score.parts().getOrDefault(Analysis.WORST, Double.NaN) < 0
                && score.parts().getOrDefault(Analysis.LACK, Double.NaN) < SURE;
        return apart && !reading.level().atLeast(Level.CLEAR)
                ? Reading.of(Level.CLEAR, "overlap.apart", reading.gap())
                : reading;
    }

    private static Reading detection(Score score, double fresh, long rows) {
        Reading reading = detection(score.value(), fresh, rows);
        List<String> telling = score.parts().keySet().stream().limit(3).toList();
        boolean told = score.value() - (Double.isNaN(fresh) ? 0.5 : fresh) > 0.05 && !telling.isEmpty();
        return told ? reading.and(Words.of("detection.by", String.join(", ", telling))) : reading;
    }

    /** Of a detection AUC with so many rows of each kind; fresh may be NaN, then a coin stands for it. */
    static Reading detection(double auc, double fresh, long rows) {
        double coin = 0.5;
        double high = Double.isNaN(fresh) ? coin : Math.max(coin, fresh);
        double low = Double.isNaN(fresh) ? coin : Math.min(coin, fresh);
        double noise = 2 * error(rows);
        return auc - low < NEAR_COPIES - noise
                ? Reading.of(Level.SLIGHT, "detection.copies", low - auc)
                : Scale.DETECTION.readIfShown(auc - high, noise);
    }

    /**
     * Of a score that is better when larger, trained on synthetic and on real rows, tested on so many.
     *
     * @param measured half the interval of the difference, NaN where it is not known: an R2 may be known far less well
     *     than an AUC
     */
    static Reading usefulness(double synthetic, double real, long rows, double measured) {
        double noise = Math.max(2 * error(rows), Double.isNaN(measured) ? 0 : measured);
        return Double.isNaN(real)
                ? Reading.unknown(Words.of("reading.alone"))
                : Scale.USEFULNESS.readIfShown(real - synthetic, noise);
    }

    /**
     * Of the share of values within the range or the labels of the real column. Fresh data falls out too, by its own
     * extremes; a hundredth of a percent more is forgiven.
     */
    static Reading validity(double share, double fresh) {
        if (share == 1) {
            return Reading.of(Level.GOOD, "valid.all", 0);
        }
        double out = (Double.isNaN(fresh) ? 1 : fresh) - share;
        if (out <= 0.0001) {
            return Reading.of(Level.GOOD, "valid.fresh", 0);
        }
        return Reading.of(out <= 0.001 ? Level.SLIGHT : out <= 0.01 ? Level.CLEAR : Level.SEVERE, "valid.out", out);
    }

    private static Reading rule(Finding finding, double fresh) {
        double value = finding.synthetic().value();
        // Beside nothing, every exception is one: chance would have to be that of fresh rows, too.
        Reading reading =
                Double.isNaN(fresh) ? Scale.RULE.read(1 - value, 0) : Scale.RULE.read(fresh - value, noise(finding));
        return reading.level() == Level.GOOD && value < 1
                ? Reading.of(Level.GOOD, "rule.fresh", reading.gap())
                : reading;
    }

    /**
     * Of foreign keys that point at a row, beside those of the real database: where all of its do, every one that does
     * not is an exception; where some do not, chance allows for a little.
     *
     * @param value the share that does
     * @param gap by how much it is less than the real one
     */
    private static Reading real(double value, double real, double gap, double noise, String all) {
        if (value == 1) {
            return Reading.of(Level.GOOD, all, 0);
        }
        if (Double.isNaN(real) || real == 1) {
            return Scale.RULE.read(1 - value, 0);
        }
        Reading reading = Scale.RULE.read(gap, noise);
        return reading.level() == Level.GOOD ? Reading.of(Level.GOOD, "rule.real", gap) : reading;
    }

    /**
     * Of a measure that is known by its direction only: what its intervals allow for is no difference. A measure without
     * one that lies between 0 and 1 is taken for a mean over the rows of something between 0 and 1, whose standard error is
     * at most half of 1 over the root of their number; of others nothing is known.
     */
    static Reading any(Finding finding, double fresh, Findings.Sizes rows) {
        Score beside = finding.fresh();
        if (Double.isNaN(fresh) || beside == null) {
            return Reading.unknown(Words.of("reading.alone"));
        }
        double value = finding.synthetic().value();
        boolean best = finding.about().better() == About.Better.HIGHER && value == 1 && fresh == 1;
        if (best) {
            return Scale.ANY.read(0, 0);
        }
        double above = finding.about().better() == About.Better.HIGHER ? fresh - value : value - fresh;
        double gap = finding.about().better() == About.Better.FRESH ? Math.abs(above) : above;
        double scale = Math.max(1, Math.max(Math.abs(value), Math.abs(fresh)));
        boolean measured = finding.synthetic().interval().known();
        double noise = measured
                ? noise(finding)
                : Math.hypot(
                        atMost(finding.synthetic(), Math.min(rows.synthetic(), rows.holdout())),
                        atMost(beside, rows.holdout()));
        if (Double.isNaN(noise)) {
            return Reading.unknown(Words.of("reading.chance"));
        }
        return measured ? Scale.ANY.read(gap / scale, noise / scale) : Scale.ANY.readIfShown(gap, noise);
    }

    /** Two standard errors at most; NaN where there is no telling. */
    private static double atMost(Score score, long rows) {
        if (score.interval().known()) {
            return half(score.interval());
        }
        return score.value() >= 0 && score.value() <= 1 ? 1 / Math.sqrt(rows) : Double.NaN;
    }

    /** What the two intervals together allow a difference of. */
    private static double noise(Finding finding) {
        Score beside = finding.fresh();
        return Math.hypot(
                half(finding.synthetic().interval()), half(beside == null ? Interval.NONE : beside.interval()));
    }

    static double half(Interval interval) {
        return interval.known() ? (interval.high() - interval.low()) / 2 : 0;
    }

    /** The standard error of an AUC near one half (Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747). */
    private static double error(long rows) {
        return Math.sqrt(1 / (6.0 * rows));
    }
}
