package org.semblance.report;

import java.util.Set;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.privacy.ExactCopies;

/** Measures of privacy in words: attacks, copies, and keys. */
final class PrivacyReadings {
    /** Shares of rows or values that equal real ones. */
    private static final Set<String> COPIES =
            Set.of("exact-copies", "near-copies", "combination-copies", "identifier-copies");

    /** Shares of rows that lie nearer to the rows learnt from than to others. */
    private static final Set<String> NEARNESS = Set.of("dcr-share", "worst-dcr", "nndr");

    /** Attacks whose value is how much more they find out than of people never seen; of these 0 is best. */
    static final Set<String> RISKS = Set.of("attribute-inference", "linkability", "singling-out");

    /** Where an attack found nothing, but its interval reaches further than this, nothing is shown. */
    private static final double UNSURE = 0.25;

    /** Names meet by chance, but not most of them. */
    private static final double MOST = 0.5;

    private static final double COIN = 0.5;

    private PrivacyReadings() {}

    static Reading of(Finding finding, double fresh, Findings.Sizes rows) {
        Score score = finding.synthetic();
        String metric = score.metric();
        if (metric.equals("identifier-copies") && score.value() == 0) {
            return Reading.of(Level.GOOD, "copies.noValue", 0);
        }
        if (metric.equals("exact-copies") && Double.isNaN(fresh)) {
            double repeated = score.parts().getOrDefault(ExactCopies.REPEATED, Double.NaN);
            Reading reading = copies(score.value(), repeated, rows.synthetic(), rows.real());
            boolean forgiven = reading.level() == Level.GOOD && score.value() > 0;
            return forgiven ? Reading.of(Level.GOOD, "copies.repeated", reading.gap()) : reading;
        }
        if (metric.equals("identifier-copies") && Double.isNaN(fresh) && score.value() > MOST) {
            Reading reading = Scale.COPIES.read(score.value(), 0);
            return Reading.of(reading.level(), "copies.most", reading.gap());
        }
        if (COPIES.contains(metric)) {
            return copies(score.value(), fresh, rows.synthetic(), rows.holdout());
        }
        if (NEARNESS.contains(metric)) {
            return closeness(finding, fresh, Math.min(rows.synthetic(), rows.holdout()));
        }
        if (RISKS.contains(metric)) {
            // What can be guessed of anybody is taken off already, by the control; what is left of it fresh rows show.
            return attack(score, Double.isNaN(fresh) ? 0 : Math.max(0, fresh), Scale.RISK);
        }
        return switch (metric) {
            case "membership" -> attack(score, COIN, Scale.ATTACK);
            case "disclosure" -> disclosure(score);
            case "k-anonymity" ->
                Reading.unknown(
                        Words.of("keys.beside", Shown.percent(score.parts().getOrDefault("real rows", Double.NaN))));
            default -> Readings.any(finding, fresh, rows);
        };
    }

    /** A risk that chance explains is none; but that nothing was found with few rows shows nothing. */
    static Reading attack(Score score, double beside, Scale scale) {
        Interval interval = score.interval();
        boolean found = !interval.known() || interval.low() > beside;
        if (found) {
            return scale.read(score.value() - beside, 0);
        }
        if (interval.high() - beside > UNSURE) {
            return Reading.unknown(Words.of("attack.unsure", Shown.value(interval.high(), scale == Scale.RISK)));
        }
        return scale.read(0, 0);
    }

    /** Of as many synthetic as fresh rows: more rows tell more, whoever they are about. */
    private static Reading disclosure(Score score) {
        double made = score.parts().getOrDefault("DiSCO of as many synthetic rows", Double.NaN);
        double fresh = score.parts().getOrDefault("DiSCO of fresh rows", Double.NaN);
        if (Double.isNaN(made) || Double.isNaN(fresh)) {
            return Reading.unknown(Words.of("reading.alone"));
        }
        return Scale.ATTACK
                .read(made - fresh, Readings.half(score.interval()))
                .and(Words.of("disclosure.beside", Shown.percent(made), Shown.percent(fresh)));
    }

    private static Reading closeness(Finding finding, double fresh, long rows) {
        Score score = finding.synthetic();
        Score beside = finding.fresh();
        double halved = score.parts().getOrDefault("ties half", Double.NaN);
        // A coin is what fresh rows score; where they happened to score more, that is what chance makes of these
        // tables.
        double usual = beside == null ? COIN : Math.max(COIN, beside.parts().getOrDefault("ties half", COIN));
        return Double.isNaN(halved) ? closeness(score.value(), fresh, rows) : closeness(halved, usual, rows);
    }

    /** Of a share of so many rows that are nearer to their source than to as many rows held back. */
    static Reading closeness(double share, double fresh, long rows) {
        return Scale.CLOSENESS.readIfShown(share - (Double.isNaN(fresh) ? COIN : fresh), 1 / Math.sqrt(rows));
    }

    /**
     * Of the share of so many rows that equal a real row, beside that of so many fresh ones. What chance makes of the two
     * numbers is forgiven, a tenth of a percent, and one row in small tables.
     */
    static Reading copies(double share, double fresh, long made, long held) {
        if (share == 0) {
            return Reading.of(Level.GOOD, "copies.none", 0);
        }
        if (Double.isNaN(fresh)) {
            return Reading.unknown(Words.of("copies.alone"));
        }
        double common = (share * made + fresh * held) / Math.max(1, made + held);
        double chance = 2 * Math.sqrt(common * (1 - common) * (1.0 / Math.max(1, made) + 1.0 / Math.max(1, held)));
        double slack = Math.max(Math.max(0.001, 1.0 / Math.max(1, made)), chance);
        double more = share - fresh;
        return more <= slack ? Reading.of(Level.GOOD, "copies.fresh", 0) : Scale.COPIES.read(more, chance);
    }
}
