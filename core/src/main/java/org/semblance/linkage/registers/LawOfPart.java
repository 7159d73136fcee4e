package org.semblance.linkage.registers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Together;
import org.semblance.linkage.Variable;
import org.semblance.plugin.ProblemException;

/**
 * The law of how many columns change, where it was given for more columns than a table has: what it says of those that
 * are there. Parameters that were learnt from one table are so taken for another one.
 */
final class LawOfPart {
    /** A law wants rates below 1. */
    private static final double MOST = 0.999;

    private LawOfPart() {}

    /**
     * @param absent the errors of columns that the table does not have
     * @param notes takes what was done
     */
    static Together of(Parameters read, List<Variable> own, List<Rate> absent, List<String> notes) {
        Together all = read.together();
        double[] away = sums(Errors.scaled(absent, read.general().errorScale()));
        if (all.columns().isEmpty() || away.length == 0) {
            return all;
        }
        boolean source = read.targetErrors().isEmpty();
        Asked asked = source ? read.source() : read.target();
        double[] kept = sums(Mistakes.of(read, asked, own, source ? read.sourceErrors() : read.targetErrors()));
        String what = "together: columns says how many of " + (kept.length + away.length)
                + " columns change, of which the table has " + kept.length + ": ";
        try {
            Together part = all.ofPart(kept, away);
            notes.add(what + "used is what follows for these");
            return part;
        } catch (ProblemException e) {
            notes.add(what + "it was cut, since " + e.problems().get(0).what());
            return all.cut(kept.length);
        }
    }

    /** How often each column with errors has one. */
    private static double[] sums(List<Rate> rates) {
        Map<String, Double> sums = new LinkedHashMap<>();
        rates.forEach(rate -> sums.merge(rate.variable(), rate.rate(), Double::sum));
        return sums.values().stream()
                .mapToDouble(sum -> Math.min(MOST, sum))
                .filter(sum -> sum > 0)
                .toArray();
    }
}
