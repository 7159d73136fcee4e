package org.semblance.report;

import java.util.List;

/**
 * Steps from the best to the worst by which a difference from fresh real rows is read; one table per kind of measure. A
 * change of any of them is a new {@link #VERSION}.
 */
record Scale(List<Step> steps) {
    /** Of the tables below; kept in report.json. */
    static final int VERSION = 2;

    /** The level and the words of everything up to a limit. */
    record Step(double atMost, Level level, String key) {}

    /**
     * Similarity of columns and of pairs, 0 to 1: how far below fresh data. 0.01 is what two fresh samples of a
     * few thousand rows differ by; 0.03 is about one step of the published deep models behind the best trees
     * (TabSyn's Trend, 1 to 2 %); 0.15 is where a Gaussian copula loses pairs altogether on skewed tables.
     */
    static final Scale LIKENESS = of(
            new Step(0.01, Level.GOOD, "likeness.same"),
            new Step(0.03, Level.GOOD, "likeness.near"),
            new Step(0.08, Level.SLIGHT, "likeness.close"),
            new Step(0.15, Level.CLEAR, "likeness.differs"),
            new Step(1, Level.SEVERE, "likeness.far"));

    /** A mean hides the one column that is broken: how far the worst one may fall behind fresh rows. */
    static final Scale COLUMN = of(
            new Step(0.08, Level.GOOD, ""),
            new Step(0.15, Level.SLIGHT, "worst.close"),
            new Step(0.30, Level.CLEAR, "worst.off"),
            new Step(1, Level.SEVERE, "worst.far"));

    /** Likewise of pairs, of which there are more, and which are known less well. */
    static final Scale PAIR = of(
            new Step(0.15, Level.GOOD, ""),
            new Step(0.30, Level.SLIGHT, "worst.close"),
            new Step(0.50, Level.CLEAR, "worst.off"),
            new Step(1, Level.SEVERE, "worst.far"));

    /** The same where nothing was held back: then sampling noise counts too, so each step is wider. */
    static final Scale LIKENESS_ALONE = of(
            new Step(0.03, Level.GOOD, "likeness.near"),
            new Step(0.08, Level.SLIGHT, "likeness.close"),
            new Step(0.15, Level.CLEAR, "likeness.differs"),
            new Step(1, Level.SEVERE, "likeness.far"));

    /**
     * Detection: how far a classifier's AUC lies above fresh data's (0.5 is a coin). 0.02 is two standard errors with
     * about 2,000 rows a side; 0.80 is a classifier that is right about three times in four.
     */
    static final Scale DETECTION = of(
            new Step(0.02, Level.GOOD, "detection.not"),
            new Step(0.05, Level.GOOD, "detection.hard"),
            new Step(0.15, Level.SLIGHT, "detection.effort"),
            new Step(0.30, Level.CLEAR, "detection.often"),
            new Step(1, Level.SEVERE, "detection.easy"));

    /** Usefulness: how much worse a model does when trained on synthetic rows; the steps of likeness. */
    static final Scale USEFULNESS = of(
            new Step(0.01, Level.GOOD, "useful.same"),
            new Step(0.03, Level.GOOD, "useful.near"),
            new Step(0.08, Level.SLIGHT, "useful.care"),
            new Step(0.15, Level.CLEAR, "useful.not"),
            new Step(Double.POSITIVE_INFINITY, Level.SEVERE, "useful.not"));

    /**
     * Copy check: share of rows nearer to the rows learnt from than to rows held back, above what fresh data shows.
     * 0.03 is the noise of about 1,000 rows; a model that repeats rows shows 0.2 to 0.4 (CART with leaves of 5).
     */
    static final Scale CLOSENESS = of(
            new Step(0.03, Level.GOOD, "closeness.same"),
            new Step(0.10, Level.SLIGHT, "closeness.near"),
            new Step(1, Level.SEVERE, "closeness.copies"));

    /**
     * Attacks: how much more they find out than of people who were not learnt from, as an AUC above a coin's or a share.
     * 0.03 is the noise of 1,000 tries.
     */
    static final Scale ATTACK = of(
            new Step(0.03, Level.GOOD, "attack.none"),
            new Step(0.08, Level.SLIGHT, "attack.little"),
            new Step(0.15, Level.CLEAR, "attack.some"),
            new Step(1, Level.SEVERE, "attack.much"));

    /**
     * Attacks measured as a risk, which is 1 where every try succeeds on those learnt from only. 0.05 is the noise of
     * 1,000 tries on those and 1,000 on others; a memorising generator shows 0.9 and more.
     */
    static final Scale RISK = of(
            new Step(0.05, Level.GOOD, "attack.none"),
            new Step(0.10, Level.SLIGHT, "attack.little"),
            new Step(0.25, Level.CLEAR, "attack.some"),
            new Step(1, Level.SEVERE, "attack.much"));

    /** Copies beyond those of fresh rows and beyond chance. */
    static final Scale COPIES = of(
            new Step(0.003, Level.SLIGHT, "copies.few"),
            new Step(0.01, Level.CLEAR, "copies.more"),
            new Step(1, Level.SEVERE, "copies.many"));

    /** What must hold without exception (structure, keys): the share of exceptions. */
    static final Scale RULE = of(
            new Step(0, Level.GOOD, "rule.holds"),
            new Step(0.005, Level.SLIGHT, "rule.seldom"),
            new Step(0.02, Level.CLEAR, "rule.often"),
            new Step(1, Level.SEVERE, "rule.broken"));

    /** The user's own model: how much less its intervals overlap than those of fresh rows would. */
    static final Scale OVERLAP = of(
            new Step(0.10, Level.GOOD, "overlap.same"),
            new Step(0.25, Level.SLIGHT, "overlap.near"),
            new Step(0.45, Level.CLEAR, "overlap.differs"),
            new Step(Double.POSITIVE_INFINITY, Level.SEVERE, "overlap.other"));

    /** S_pMSE over that of fresh rows, less 1. Raab, Nowok and Dibben (2021) call 3 good and 10 fair, where 1 is best. */
    static final Scale PROPENSITY = of(
            new Step(1, Level.GOOD, "propensity.good"),
            new Step(3, Level.SLIGHT, "propensity.fair"),
            new Step(9, Level.CLEAR, "propensity.poor"),
            new Step(Double.POSITIVE_INFINITY, Level.SEVERE, "propensity.bad"));

    /** Gaps between groups: by how much more than chance explains the widest has grown. */
    static final Scale GAPS = of(
            new Step(0.0005, Level.GOOD, "gaps.none"),
            new Step(0.02, Level.SLIGHT, "gaps.little"),
            new Step(0.05, Level.CLEAR, "gaps.wider"),
            new Step(Double.POSITIVE_INFINITY, Level.SEVERE, "gaps.far"));

    /** Importance of columns: a rank correlation, in which columns that matter little are ranked by chance. */
    static final Scale IMPORTANCE = of(
            new Step(0.15, Level.GOOD, "importance.same"),
            new Step(0.35, Level.SLIGHT, "importance.near"),
            new Step(2, Level.CLEAR, "importance.other"));

    /** Measures this package does not know: by how much they are worse than fresh rows, on a scale of 0 to 1. */
    static final Scale ANY = of(
            new Step(0.01, Level.GOOD, "any.same"),
            new Step(0.03, Level.GOOD, "any.near"),
            new Step(0.08, Level.SLIGHT, "any.little"),
            new Step(0.15, Level.CLEAR, "any.worse"),
            new Step(Double.POSITIVE_INFINITY, Level.SEVERE, "any.far"));

    private static Scale of(Step... steps) {
        return new Scale(List.of(steps));
    }

    /**
     * Reads a difference (more is worse). What chance alone makes of few rows (two standard errors) widens the first step,
     * and so all that follow.
     */
    Reading read(double difference, double noise) {
        if (Double.isNaN(difference)) {
            return Reading.unknown(Words.of("reading.unknown"));
        }
        double gap = difference - Math.max(0, noise - steps.get(0).atMost());
        // Rounded as it is printed, so that a reader who subtracts the printed numbers agrees.
        double printed = Math.rint(gap * 1000) / 1000;
        Step step = steps.stream()
                .filter(one -> printed <= one.atMost())
                .findFirst()
                .orElse(steps.get(steps.size() - 1));
        return Reading.of(step.level(), step.key(), printed);
    }

    /**
     * The same, but nothing is called good where there are so few rows that chance alone may hide what is worse than
     * slight.
     */
    Reading readIfShown(double difference, double noise) {
        Reading reading = read(difference, noise);
        double slight = steps.stream()
                .filter(step -> step.level() == Level.SLIGHT)
                .mapToDouble(Step::atMost)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        return reading.level() == Level.GOOD && noise > slight
                ? Reading.unknown(Words.of(
                        equals(ATTACK) ? "attack.unsure" : "unsure",
                        Shown.number(Math.min(1, Math.max(0, difference) + noise))))
                : reading;
    }

    /** With nothing to hold it against: the words are given, the gap is not known. */
    Reading alone(double difference) {
        Reading reading = read(difference, 0);
        return new Reading(reading.level(), reading.words(), Double.NaN);
    }
}
