package org.semblance.report;

import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;

/**
 * Numbers in words. Every measure is read against what fresh real data scores on the same measure with the same number
 * of rows, so that neither few rows nor hard columns look like a fault of the synthetic data.
 *
 * <p>The steps are one table per measure, below; a change of any of them is a new {@link #VERSION}.
 */
public final class Readings {
    /** Of the tables below; kept in report.json. */
    public static final int VERSION = 2;

    /** The level and the words of everything up to a limit. */
    record Step(double atMost, Level level, String key) {}

    /**
     * Similarity of columns and of pairs, 0 to 1: how far below fresh data. 0.01 is what two fresh samples of a
     * few thousand rows differ by; 0.03 is about one step of the published deep models behind the best trees
     * (TabSyn's Trend, 1 to 2 %); 0.15 is where a Gaussian copula loses pairs altogether on skewed tables.
     */
    static final List<Step> LIKENESS = List.of(
            new Step(0.01, Level.GOOD, "likeness.same"),
            new Step(0.03, Level.GOOD, "likeness.near"),
            new Step(0.08, Level.SLIGHT, "likeness.close"),
            new Step(0.15, Level.CLEAR, "likeness.differs"),
            new Step(1, Level.SEVERE, "likeness.far"));

    /** A mean hides the one column that is broken: how far the worst one may fall behind fresh rows. */
    static final List<Step> COLUMN = List.of(
            new Step(0.08, Level.GOOD, ""),
            new Step(0.15, Level.SLIGHT, "worst.close"),
            new Step(0.30, Level.CLEAR, "worst.off"),
            new Step(1, Level.SEVERE, "worst.far"));

    /** Likewise of pairs, of which there are more, and which are known less well. */
    static final List<Step> PAIR = List.of(
            new Step(0.15, Level.GOOD, ""),
            new Step(0.30, Level.SLIGHT, "worst.close"),
            new Step(0.50, Level.CLEAR, "worst.off"),
            new Step(1, Level.SEVERE, "worst.far"));

    /** The same where nothing was held back: then sampling noise counts too, so each step is wider. */
    static final List<Step> LIKENESS_ALONE = List.of(
            new Step(0.03, Level.GOOD, "likeness.near"),
            new Step(0.08, Level.SLIGHT, "likeness.close"),
            new Step(0.15, Level.CLEAR, "likeness.differs"),
            new Step(1, Level.SEVERE, "likeness.far"));

    /**
     * Detection: how far a classifier's AUC lies above fresh data's (0.5 is a coin). 0.02 is two standard errors with
     * about 2,000 rows a side; 0.80 is a classifier that is right about three times in four.
     */
    static final List<Step> DETECTION = List.of(
            new Step(0.02, Level.GOOD, "detection.not"),
            new Step(0.05, Level.GOOD, "detection.hard"),
            new Step(0.15, Level.SLIGHT, "detection.effort"),
            new Step(0.30, Level.CLEAR, "detection.often"),
            new Step(1, Level.SEVERE, "detection.easy"));

    /** Below fresh data by this much means rows nearer to the real ones than real rows are to each other: copies. */
    static final double NEAR_COPIES = -0.05;

    /** Usefulness: how much worse a model does when trained on synthetic rows; the steps of likeness. */
    static final List<Step> USEFULNESS = List.of(
            new Step(0.01, Level.GOOD, "useful.same"),
            new Step(0.03, Level.GOOD, "useful.near"),
            new Step(0.08, Level.SLIGHT, "useful.care"),
            new Step(0.15, Level.CLEAR, "useful.not"),
            new Step(Double.POSITIVE_INFINITY, Level.SEVERE, "useful.not"));

    /**
     * Copy check: share of rows nearer to the rows learnt from than to rows held back, above what fresh data shows.
     * 0.03 is the noise of about 1,000 rows; a model that repeats rows shows 0.2 to 0.4 (CART with leaves of 5).
     */
    static final List<Step> CLOSENESS = List.of(
            new Step(0.03, Level.GOOD, "closeness.same"),
            new Step(0.10, Level.SLIGHT, "closeness.near"),
            new Step(1, Level.SEVERE, "closeness.copies"));

    /**
     * Attacks: how much more they find out than of people who were not learnt from (a risk, or an AUC above a coin's).
     * 0.03 is the noise of 1,000 tries.
     */
    static final List<Step> ATTACK = List.of(
            new Step(0.03, Level.GOOD, "attack.none"),
            new Step(0.08, Level.SLIGHT, "attack.little"),
            new Step(0.15, Level.CLEAR, "attack.some"),
            new Step(1, Level.SEVERE, "attack.much"));

    /** What must hold without exception (structure, keys): the share of exceptions. */
    static final List<Step> RULE = List.of(
            new Step(0, Level.GOOD, "rule.holds"),
            new Step(0.001, Level.SLIGHT, "rule.seldom"),
            new Step(0.01, Level.CLEAR, "rule.often"),
            new Step(1, Level.SEVERE, "rule.broken"));

    /** The user's own model: how much less its intervals overlap than those of fresh rows would. */
    static final List<Step> OVERLAP = List.of(
            new Step(0.10, Level.GOOD, "overlap.same"),
            new Step(0.25, Level.SLIGHT, "overlap.near"),
            new Step(0.45, Level.CLEAR, "overlap.differs"),
            new Step(Double.POSITIVE_INFINITY, Level.SEVERE, "overlap.other"));

    /** Measures this package does not know: by how much they are worse than fresh rows, on a scale of 0 to 1. */
    static final List<Step> ANY = List.of(
            new Step(0.01, Level.GOOD, "any.same"),
            new Step(0.03, Level.GOOD, "any.near"),
            new Step(0.08, Level.SLIGHT, "any.little"),
            new Step(0.15, Level.CLEAR, "any.worse"),
            new Step(Double.POSITIVE_INFINITY, Level.SEVERE, "any.far"));

    private Readings() {}

    /** Of any measure; {@code fresh} is NaN where nothing was held back. */
    static Reading of(Finding finding, double fresh, Findings all) {
        Score score = finding.synthetic();
        if (Double.isNaN(score.value())) {
            return Reading.unknown(score.note().isEmpty() ? Words.of("reading.unknown") : score.note());
        }
        long made = all.rows().synthetic();
        long held = all.rows().holdout();
        long equal = held == 0 ? made : Math.min(held, made);
        return switch (score.metric()) {
            case "column-shapes" -> worst(likeness(score.value(), fresh, equal), finding, COLUMN, equal);
            case "pair-trends" -> worst(likeness(score.value(), fresh, equal), finding, PAIR, equal);
            case "associations", "triples" -> likeness(score.value(), fresh, equal);
            case "detection" -> detection(score, fresh, equal);
            case "validity" -> validity(score.value(), fresh);
            case "usefulness" ->
                usefulness(score.value(), fresh, held)
                        .and(Words.of("useful.target", all.question().target()));
            case "exact-copies" -> copies(score.value(), fresh, made, held);
            case "dcr-share" -> closeness(score, fresh, Math.min(made, held));
            case "structure", "key-uniqueness" -> read(RULE, (Double.isNaN(fresh) ? 1 : fresh) - score.value(), 0);
            case "analysis" -> read(OVERLAP, fresh - score.value(), 0);
            case "membership" -> attack(finding, Math.max(0.5, Double.isNaN(fresh) ? 0.5 : fresh));
            case "attribute-inference", "linkability", "singling-out" ->
                attack(finding, Double.isNaN(fresh) ? 0 : Math.max(0, fresh));
            case "disclosure" -> disclosure(score);
            case "k-anonymity" -> Reading.unknown(Words.of(
                    "keys.beside",
                    Shown.percent(score.parts().getOrDefault("real rows", Double.NaN))));
            default -> any(finding, fresh);
        };
    }

    /** Of a similarity between 0 and 1 of so many rows; fresh may be NaN. */
    public static Reading likeness(double synthetic, double fresh, long rows) {
        return Double.isNaN(fresh)
                ? alone(LIKENESS_ALONE, 1 - synthetic)
                : read(LIKENESS, fresh - synthetic, 0.35 / Math.sqrt(rows));
    }

    /** A reading of a mean, made worse where one of its parts is much worse. */
    private static Reading worst(Reading mean, Finding finding, List<Step> steps, long rows) {
        Score beside = finding.fresh();
        if (beside == null) {
            return mean;
        }
        double behind = 0;
        for (Map.Entry<String, Double> part : finding.synthetic().parts().entrySet()) {
            double gap = beside.parts().getOrDefault(part.getKey(), Double.NaN) - part.getValue();
            behind = Math.max(behind, Double.isNaN(gap) ? 0 : gap);
        }
        Reading part = read(steps, behind, 1.5 / Math.sqrt(rows));
        return part.level().atLeast(mean.level()) && part.level() != mean.level()
                ? new Reading(part.level(), mean.words() + part.words(), mean.gap())
                : mean;
    }

    private static Reading detection(Score score, double fresh, long rows) {
        Reading reading = detection(score.value(), fresh, rows);
        List<String> telling = score.parts().keySet().stream().limit(3).toList();
        boolean told = score.value() - (Double.isNaN(fresh) ? 0.5 : fresh) > 0.05 && !telling.isEmpty();
        return told ? reading.and(Words.of("detection.by", String.join(", ", telling))) : reading;
    }

    /** Of a detection AUC with so many rows of each kind; fresh may be NaN, then a coin stands for it. */
    public static Reading detection(double auc, double fresh, long rows) {
        double coin = 0.5;
        double high = Double.isNaN(fresh) ? coin : Math.max(coin, fresh);
        double low = Double.isNaN(fresh) ? coin : Math.min(coin, fresh);
        double noise = 2 * error(rows);
        return auc - low < NEAR_COPIES - noise
                ? Reading.of(Level.SEVERE, "detection.copies", low - auc)
                : read(DETECTION, auc - high, noise);
    }

    /** Of a score that is better when larger, trained on synthetic and on real rows, tested on so many. */
    public static Reading usefulness(double synthetic, double real, long rows) {
        return Double.isNaN(real)
                ? Reading.unknown(Words.of("reading.alone"))
                : read(USEFULNESS, real - synthetic, 2 * error(rows));
    }

    private static Reading closeness(Score score, double fresh, long rows) {
        double halved = score.parts().getOrDefault("ties half", Double.NaN);
        return Double.isNaN(halved) ? closeness(score.value(), fresh, rows) : closeness(halved, 0.5, rows);
    }

    /** Of a share of so many rows that are nearer to their source than to as many rows held back. */
    public static Reading closeness(double share, double fresh, long rows) {
        return read(CLOSENESS, share - (Double.isNaN(fresh) ? 0.5 : fresh), 1 / Math.sqrt(rows));
    }

    /**
     * Of the share of values within the range or the labels of the real column. Fresh data falls out too, by its own
     * extremes; a hundredth of a percent more is forgiven.
     */
    public static Reading validity(double share, double fresh) {
        if (share == 1) {
            return Reading.of(Level.GOOD, "valid.all", 0);
        }
        double out = (Double.isNaN(fresh) ? 1 : fresh) - share;
        if (out <= 0.0001) {
            return Reading.of(Level.GOOD, "valid.fresh", 0);
        }
        return Reading.of(out <= 0.001 ? Level.SLIGHT : out <= 0.01 ? Level.CLEAR : Level.SEVERE, "valid.out", out);
    }

    /**
     * Of the share of so many rows that equal a real row, beside that of so many fresh ones. What chance makes of the two
     * numbers is forgiven, a tenth of a percent, and one row in small tables.
     */
    public static Reading copies(double share, double fresh, long made, long held) {
        double common = (share * made + fresh * held) / Math.max(1, made + held);
        double chance = 2 * Math.sqrt(common * (1 - common) * (1.0 / Math.max(1, made) + 1.0 / Math.max(1, held)));
        double slack = Math.max(Math.max(0.001, 1.0 / Math.max(1, made)), chance);
        if (share == 0) {
            return Reading.of(Level.GOOD, "copies.none", 0);
        }
        if (Double.isNaN(fresh)) {
            return Reading.unknown(Words.of("copies.alone"));
        }
        double more = share - fresh;
        return more <= slack
                ? Reading.of(Level.GOOD, "copies.fresh", 0)
                : Reading.of(more <= 0.01 ? Level.CLEAR : Level.SEVERE, "copies.more", more);
    }

    /** What the interval allows for is no leak. */
    private static Reading attack(Finding finding, double beside) {
        Interval interval = finding.synthetic().interval();
        return read(ATTACK, finding.synthetic().value() - beside, half(interval));
    }

    /** Of as many synthetic as fresh rows: more rows tell more, whoever they are about. */
    private static Reading disclosure(Score score) {
        double made = score.parts().getOrDefault("DiSCO of as many synthetic rows", Double.NaN);
        double fresh = score.parts().getOrDefault("DiSCO of fresh rows", Double.NaN);
        if (Double.isNaN(made) || Double.isNaN(fresh)) {
            return Reading.unknown(Words.of("reading.alone"));
        }
        return read(ATTACK, made - fresh, 0)
                .and(Words.of("disclosure.beside", Shown.percent(made), Shown.percent(fresh)));
    }

    /** Of a measure that is known by its direction only: what its interval allows for is no difference. */
    private static Reading any(Finding finding, double fresh) {
        if (Double.isNaN(fresh)) {
            return Reading.unknown(Words.of("reading.alone"));
        }
        double value = finding.synthetic().value();
        Score beside = finding.fresh();
        double above = finding.about().better() == About.Better.HIGHER ? fresh - value : value - fresh;
        double gap = finding.about().better() == About.Better.FRESH ? Math.abs(above) : above;
        double noise = Math.hypot(
                half(finding.synthetic().interval()), half(beside == null ? Interval.NONE : beside.interval()));
        double scale = Math.max(1, Math.max(Math.abs(value), Math.abs(fresh)));
        return read(ANY, gap / scale, noise / scale);
    }

    private static double half(Interval interval) {
        return interval.known() ? (interval.high() - interval.low()) / 2 : 0;
    }

    /** The standard error of an AUC near one half (Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747). */
    private static double error(long rows) {
        return Math.sqrt(1 / (6.0 * rows));
    }

    /** What chance alone makes of few rows (two standard errors) widens the first step, and so all that follow. */
    private static Reading read(List<Step> steps, double distance, double noise) {
        if (Double.isNaN(distance)) {
            return Reading.unknown(Words.of("reading.unknown"));
        }
        double gap = distance - Math.max(0, noise - steps.get(0).atMost());
        // Rounded as it is printed, so that a reader who subtracts the printed numbers agrees.
        double printed = Math.rint(gap * 1000) / 1000;
        Step step = steps.stream()
                .filter(one -> printed <= one.atMost())
                .findFirst()
                .orElse(steps.get(steps.size() - 1));
        return Reading.of(step.level(), step.key(), printed);
    }

    /** With nothing to hold it against: the words are given, the gap is not known. */
    private static Reading alone(List<Step> steps, double distance) {
        Reading reading = read(steps, distance, 0);
        return new Reading(reading.level(), reading.words(), Double.NaN);
    }
}
