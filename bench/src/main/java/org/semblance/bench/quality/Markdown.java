package org.semblance.bench.quality;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Outcomes as tables for people: one per data set, medians over seeds, in the order in which methods were asked for. */
final class Markdown {
    private static final String HEAD = """
            | method | Shape % | Trend % own / real edges | AUC train / unseen | DCR share % | copies % seen / unseen | useful | fit s | sample s |
            |---|---|---|---|---|---|---|---|---|
            """;

    private Markdown() {}

    /** @param methods in the order of the rows; others follow */
    static String of(List<Outcome> outcomes, List<Case> cases, List<String> methods) {
        StringBuilder out = new StringBuilder();
        Map<String, List<Outcome>> tables = Outcome.by(Outcome::table, outcomes);
        for (Case table : cases) {
            List<Outcome> own = tables.getOrDefault(table.name(), List.of());
            out.append(String.format(
                    Locale.ROOT,
                    "### %s%n%n%,d training rows, %d columns; useful = %s predicted, %.3f from real rows%n%n",
                    table.name(),
                    table.train().rows(),
                    table.train().width(),
                    "`" + table.target() + "`",
                    Outcome.median(own, Measures.USEFUL_REAL)));
            out.append(HEAD);
            int seeds = own.stream().mapToInt(Outcome::seed).max().orElse(0);
            Map<String, List<Outcome>> rows = Outcome.by(Outcome::method, own);
            Set<String> names = new LinkedHashSet<>(methods);
            names.addAll(rows.keySet());
            for (String name : names) {
                row(out, name, rows.getOrDefault(name, List.of()), seeds);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String method, List<Outcome> outcomes, int seeds) {
        if (outcomes.isEmpty()) {
            return;
        }
        List<Outcome> good =
                outcomes.stream().filter(outcome -> outcome.failure().isEmpty()).toList();
        out.append("| ").append(method);
        if (good.size() < seeds && !good.isEmpty()) {
            out.append(good.size() == 1 ? " (1 seed)" : " (" + good.size() + " seeds)");
        }
        if (good.isEmpty()) {
            out.append(" | failed: ")
                    .append(outcomes.get(0).failure().lines().findFirst().orElse(""))
                    .append(" | | | | | | | |\n");
            return;
        }
        out.append(" | ").append(number(good, Measures.SHAPE, 2));
        pair(out, good, Measures.TREND_OWN, Measures.TREND_REAL, 2);
        pair(out, good, Measures.DETECTION, Measures.DETECTION_UNSEEN, 3);
        out.append(" | ").append(number(good, Measures.DCR, 1));
        pair(out, good, Measures.COPIES_SEEN, Measures.COPIES_UNSEEN, 2);
        out.append(" | ").append(number(good, Measures.USEFUL, 3));
        out.append(" | ").append(number(good, Measures.FIT, 2));
        out.append(" | ").append(number(good, Measures.SAMPLE, 2)).append(" |\n");
    }

    private static void pair(StringBuilder out, List<Outcome> outcomes, String first, String second, int digits) {
        out.append(" | ").append(number(outcomes, first, digits));
        out.append(" / ").append(number(outcomes, second, digits));
    }

    private static String number(List<Outcome> outcomes, String measure, int digits) {
        double value = Outcome.median(outcomes, measure);
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
