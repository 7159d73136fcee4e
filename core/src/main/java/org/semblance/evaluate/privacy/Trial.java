package org.semblance.evaluate.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * How many tries succeeded; an expected number need not be whole.
     *
     * @param spread standard deviation that the share has besides that of tossing a coin
     */
    record Tally(double successes, int tries, double spread) {
        Tally(double successes, int tries) {
            this(successes, tries, 0);
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
     * The score of some trials: the highest risk, in an interval that holds for all of them at once; NaN where nothing
     * could be tried. All are shown, but some count only where there are no others: those in which guessing at random
     * does as well as the attack, and those whose risk is only known within 0.15 (since the control is right nearly
     * always, or few questions could be asked) and not beyond chance. Parts: each risk, and the mean of those that count.
     */
    static Score score(String metric, String title, List<Trial> trials) {
        double together = Rate.together(trials.size());
        List<Trial> tried = trials.stream().filter(Trial::tried).toList();
        List<Trial> busy = those(tried, trial -> !trial.idle());
        List<Trial> counted = those(busy, trial -> !trial.vague(together));
        Worst worst = new Worst();
        for (Trial trial : counted) {
            Interval wide = trial.risk(together).interval();
            worst.add(trial.risk(Rate.ALONE).bounded(), wide.low(), wide.high());
        }
        Figures.Builder figures =
                Figures.of(title, "attack", "low", "high", "control", "baseline", "risk", "risk low", "risk high");
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Trial trial : trials) {
            figures.row(trial.name, trial.figures());
            parts.put(trial.name, trial.risk(Rate.ALONE).bounded());
        }
        if (trials.size() > 1) {
            parts.put("mean risk", worst.mean());
        }
        String note = Searches.sentences(
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
        return new Score(metric, worst.value(), worst.interval(), parts, List.of(figures.build()), note);
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
