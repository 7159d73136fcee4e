package org.semblance.evaluate.privacy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;

/**
 * One kind of attack: on rows that were learnt from, on rows held back (the control, which tells what can be guessed of
 * anybody), and by guessing at random (the baseline, which tells whether the attack is any good).
 */
record Trial(String name, Tally attack, Tally control, Tally baseline) {
    /** A risk is known well where its error is not above this. */
    private static final double LOOSE = 0.15;

    private static final int NAMES = 5;

    /** Nothing is divided by less. */
    private static final double TINY = 1e-12;

    /**
     * How many tries succeeded; an expected number need not be whole.
     *
     * @param spread standard deviation that the share has besides that of tossing a coin
     */
    record Tally(double successes, int tries, double spread) {
        Tally(double successes, int tries) {
            this(successes, tries, 0);
        }

        double share() {
            return Math.min(successes, tries) / tries;
        }

        Rate rate(double z) {
            Rate rate = Rate.of(Math.min(successes, tries), tries, z);
            return new Rate(rate.value(), Math.hypot(rate.error(), z * spread));
        }
    }

    /** (attack - control) / (1 - control). */
    Rate risk(double z) {
        return attack.rate(z).residual(control.rate(z));
    }

    private boolean idle() {
        return baseline.rate(Rate.ALONE).value() >= attack.rate(Rate.ALONE).value();
    }

    private boolean tried() {
        return attack.tries > 0 && control.tries > 0;
    }

    /** Whether so little is left to find out that chance alone moves the risk far, and nothing beyond chance is seen. */
    private boolean vague(double z) {
        Rate risk = risk(z);
        return risk.error() > LOOSE && risk.value() - risk.error() <= 0;
    }

    /**
     * The score of some trials: the risk of the one with the strongest {@link #evidence}, in an interval wide enough for
     * one picked out of them all; NaN where nothing could be tried. The highest risk would often be that of a trial whose
     * control is right nearly always, which is known least. All are shown, but some count only where there are no others:
     * those in which guessing at random does as well as the attack, and those whose risk is only known within 0.15 (since
     * the control is right nearly always, or few questions could be asked) and not beyond chance. Parts: each risk, and the
     * mean of those that count.
     */
    static Score score(String metric, String title, List<Trial> trials) {
        double together = Rate.together(trials.size());
        List<Trial> tried = trials.stream().filter(Trial::tried).toList();
        List<Trial> busy = those(tried, trial -> !trial.idle());
        List<Trial> counted = those(busy, trial -> !trial.vague(together));
        Optional<Trial> strongest = counted.stream().max(Comparator.comparingDouble(trial -> trial.evidence(together)));
        double value = strongest.map(trial -> trial.risk(Rate.ALONE).bounded()).orElse(Double.NaN);
        Interval interval = strongest.map(trial -> trial.interval(together)).orElse(Interval.NONE);
        Figures.Builder figures =
                Figures.of(title, "attack", "low", "high", "control", "baseline", "risk", "risk low", "risk high");
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Trial trial : trials) {
            figures.row(trial.name, trial.figures());
            parts.put(trial.name, trial.risk(Rate.ALONE).bounded());
        }
        if (trials.size() > 1) {
            parts.put(
                    "mean risk",
                    counted.stream()
                            .mapToDouble(trial -> trial.risk(Rate.ALONE).bounded())
                            .average()
                            .orElse(Double.NaN));
        }
        String note = Searches.sentences(
                strongest
                        .filter(trial -> trials.size() > 1)
                        .map(trial ->
                                "The value is that of \"" + trial.name + "\", the one with the strongest evidence.")
                        .orElse(""),
                warning(
                        trials,
                        tried.stream().filter(Trial::idle).toList(),
                        "guessing at random does as well, so that their low risk says little."),
                counted.size() < busy.size()
                        ? warning(
                                trials,
                                busy.stream()
                                        .filter(trial -> trial.vague(together))
                                        .toList(),
                                "too little is left to find out to know the risk well: not counted.")
                        : "");
        return new Score(metric, value, interval, parts, List.of(figures.build()), note);
    }

    /** Of the risk; never without its own estimate. */
    private Interval interval(double z) {
        double value = risk(Rate.ALONE).bounded();
        Interval wide = risk(z).interval();
        return wide.known() ? new Interval(Math.min(wide.low(), value), Math.max(wide.high(), value)) : wide;
    }

    /**
     * How high the risk is at the least: 1 less the upper end of the ratio of the two shares of wrong guesses (MOVER-R on
     * Wilson's intervals; Donner and Zou 2012, doi:10.1177/0962280210383599). Unlike the lower end of {@link #risk}, which
     * is Anonymeter's, it is not lifted by a control of few tries that is right nearly always: Wilson's middles are drawn
     * to one half, the more so the fewer tries. Negative infinity where the control is always right or nothing was tried.
     */
    private double evidence(double z) {
        if (!tried()) {
            return Double.NEGATIVE_INFINITY;
        }
        double missed = 1 - attack.share();
        double missedByControl = 1 - control.share();
        Rate wide = attack.rate(z);
        Rate wideControl = control.rate(z);
        double most = Math.min(1, 1 - wide.value() + wide.error());
        double least = Math.max(0, 1 - wideControl.value() - wideControl.error());
        double below = least * (2 * missedByControl - least);
        if (!(below > TINY)) {
            return Double.NEGATIVE_INFINITY;
        }
        double product = missed * missedByControl;
        double root = Math.sqrt(Math.max(0, product * product - most * (2 * missed - most) * below));
        return 1 - (product + root) / below;
    }

    private double[] figures() {
        Rate rate = attack.rate(Rate.ALONE);
        Rate risk = risk(Rate.ALONE);
        return new double[] {
            rate.value(),
            rate.interval().low(),
            rate.interval().high(),
            control.rate(Rate.ALONE).value(),
            baseline.rate(Rate.ALONE).value(),
            risk.bounded(),
            risk.interval().low(),
            risk.interval().high()
        };
    }

    /** Those that are so, or all where none is. */
    private static List<Trial> those(List<Trial> trials, Predicate<Trial> so) {
        List<Trial> some = trials.stream().filter(so).toList();
        return some.isEmpty() ? trials : some;
    }

    private static String warning(List<Trial> all, List<Trial> some, String what) {
        if (some.isEmpty()) {
            return "";
        }
        String names = some.stream().limit(NAMES).map(Trial::name).collect(Collectors.joining(", "));
        String which = some.size() == all.size() ? "" : " (" + names + (some.size() > NAMES ? ", ..." : "") + ")";
        return "In " + some.size() + " of " + all.size() + " attacks" + which + " " + what;
    }
}
