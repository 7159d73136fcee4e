package org.semblance.linkage.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.linkage.Rate;
import org.semblance.report.Shown;

/**
 * How near the errors that were written are to those that were learnt, and what could not be had as it was.
 *
 * @param furthest the largest difference, of all columns, between the shares that differ or are blank in the pairs, as far
 *     as errors can make them, and in pairs made anew from the same first rows
 * @param apart total variation between the shares of pairs with 0, 1, 2 ... columns that differ
 * @param notes what was scaled or left out, and by how much
 */
public record Fit(double furthest, double apart, List<String> notes) {
    /** Less is within what chance makes of a few thousand pairs. */
    private static final double WORTH_SAYING = 0.005;

    public Fit {
        notes = List.copyOf(notes);
    }

    /** Where nothing is wrong, and nothing is made wrong. */
    static Fit none(LabelledPairs pairs, Differences real, Differences goal) {
        return new Fit(0, 0, filled(pairs, real, goal));
    }

    /** @param learnt before they were made to go together */
    static Fit of(LabelledPairs pairs, Differences real, Differences goal, Tuning.Tuned tuned, List<Rate> learnt) {
        List<String> notes = filled(pairs, real, goal);
        Map<String, Double> before = sums(learnt);
        Map<String, Double> after = sums(tuned.errors().rates());
        tuned.errors().scaled().keySet().forEach(column -> {
            double sum = before.getOrDefault(column, 0.0);
            double written = after.getOrDefault(column, 0.0);
            if (written < sum) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s: its rates sum to %.3f and were multiplied by %.3f, since they must stay below 1",
                        Shown.plain(column),
                        sum,
                        written / sum));
            }
        });
        if (tuned.errors().moved() > WORTH_SAYING) {
            notes.add("how many columns change at once was moved by "
                    + Shown.percent(tuned.errors().moved())
                    + " towards what independent errors make, since the rates cannot be had with it as it is");
        }
        return new Fit(goal.furthest(tuned.made()), goal.apart(tuned.made()), notes);
    }

    private static List<String> filled(LabelledPairs pairs, Differences real, Differences goal) {
        List<String> columns = new ArrayList<>();
        for (int c = 0; c < pairs.variables().size(); c++) {
            double filled = goal.blank()[c] - real.blank()[c];
            if (filled > WORTH_SAYING) {
                columns.add(Shown.plain(pairs.variables().get(c).name()) + " " + Shown.percent(filled));
            }
        }
        List<String> notes = new ArrayList<>();
        if (!columns.isEmpty()) {
            notes.add("errors fill no blanks: what is blank in the first row and filled in the second stays blank ("
                    + String.join(", ", columns) + " of the pairs)");
        }
        return notes;
    }

    private static Map<String, Double> sums(List<Rate> rates) {
        Map<String, Double> out = new LinkedHashMap<>();
        rates.forEach(rate -> out.merge(rate.variable(), rate.rate(), Double::sum));
        return out;
    }
}
