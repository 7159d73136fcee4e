package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;

/**
 * One kind of attack: on rows that were learnt from, on rows held back (the control, which tells what can be guessed of
 * anybody), and by guessing at random (the baseline, which tells whether the attack is any good).
 */
record Trial(String name, Tally attack, Tally control, Tally baseline) {
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

    /**
     * The score of some trials: the highest risk, in an interval that holds for all of them at once; NaN where nothing
     * could be tried. A trial in which guessing at random does as well as the attack is shown, but counts only where
     * there is no other. Parts: each risk, and the mean of those that count.
     */
    static Score score(String metric, String title, List<Trial> trials) {
        boolean busy = trials.stream().anyMatch(trial -> trial.tried() && !trial.idle());
        List<Trial> counted = trials.stream()
                .filter(trial -> trial.tried() && !(busy && trial.idle()))
                .toList();
        double together = Rate.together(counted.size());
        Worst worst = new Worst();
        for (Trial trial : counted) {
            Interval wide = trial.risk(together).interval();
            worst.add(trial.risk(Rate.ALONE).bounded(), wide.low(), wide.high());
        }
        Figures.Builder figures = Figures.of(
                title, "attack", "low", "high", "control", "baseline", "risk", "risk low", "risk high");
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Trial trial : trials) {
            figures.row(trial.name, trial.figures());
            parts.put(trial.name, trial.risk(Rate.ALONE).bounded());
        }
        if (trials.size() > 1) {
            parts.put("mean of all", worst.mean());
        }
        return new Score(metric, worst.value(), worst.interval(), parts, List.of(figures.build()), warning(trials));
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

    private static String warning(List<Trial> trials) {
        List<String> idle = new ArrayList<>();
        for (Trial trial : trials) {
            if (trial.tried() && trial.idle()) {
                idle.add(trial.name);
            }
        }
        if (idle.isEmpty()) {
            return "";
        }
        String which = idle.size() == trials.size()
                ? ""
                : " (" + String.join(", ", idle.subList(0, Math.min(5, idle.size()))) + (idle.size() > 5 ? ", ..." : "")
                        + ")";
        return "In " + idle.size() + " of " + trials.size() + " attacks" + which
                + " guessing at random does as well, so that their low risk says little.";
    }
}
