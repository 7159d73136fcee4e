package org.semblance.linkage.score;

import java.util.ArrayList;
import java.util.List;
import org.semblance.evaluate.Interval;
import org.semblance.report.Shown;

/** A {@link LinkScore} on a terminal: what a reader should know in some ten lines. */
public final class ScoreLines {
    private ScoreLines() {}

    public static List<String> of(LinkScore score) {
        List<String> out = new ArrayList<>();
        out.add(sentence(score));
        out.add(line(
                        "pairs",
                        "P",
                        score.pairs().precision(),
                        score.pairs().recall(),
                        score.pairs().f())
                + between(score.intervals().f()));
        ClusterScore clusters = score.clusters();
        out.add(line("B-cubed", "P", clusters.records3()) + "   every record alike");
        out.add(line("", "P", clusters.clusters3()) + "   every true cluster alike");
        out.add(line("clusters", "P", clusters.exact()) + "   exactly as they are: "
                + Shown.count(Math.round(clusters.exact().recall() * clusters.trueClusters())) + " of "
                + Shown.count(clusters.trueClusters()));
        score.top()
                .ifPresent(top -> out.add(String.format(
                        java.util.Locale.ROOT,
                        "%-10s right first answer %s of %s rows with a partner, left alone %s of %s without",
                        "look-up",
                        Shown.percent(top.accuracy()),
                        Shown.count(top.linkedRows()),
                        Shown.percent(top.trueNegativeRate()),
                        Shown.count(top.aloneRows()))));
        for (CandidateScore candidates : score.candidates()) {
            out.add(String.format(
                    java.util.Locale.ROOT,
                    "%-10s PC %s  RR %s  PQ %s   %s candidates%s",
                    out.stream().anyMatch(line -> line.startsWith("blocking")) ? "" : "blocking",
                    Shown.number(candidates.pairsCompleteness()),
                    Shown.percent(candidates.reductionRatio()),
                    Shown.number(candidates.pairsQuality()),
                    Shown.count(candidates.counts().predicted()),
                    candidates.key().isEmpty() ? "" : " by " + Shown.plain(candidates.key())));
        }
        score.curve()
                .ifPresent(curve -> out.add(String.format(
                        java.util.Locale.ROOT,
                        "%-10s area under precision by recall %s, best F1 %s at score %s",
                        "curve",
                        Shown.number(curve.averagePrecision()),
                        Shown.number(curve.best().counts().f()),
                        Shown.number(curve.best().threshold()))));
        strata(score, "error", "lost most to", out);
        strata(score, "case", "hard cases", out);
        return out;
    }

    /** The whole in a sentence. */
    static String sentence(LinkScore score) {
        PairCounts pairs = score.pairs();
        String found = pairs.actual() == 0
                ? "Nothing is there to be found"
                : "Of " + Shown.count(pairs.actual()) + " true pairs " + Shown.percent(pairs.recall()) + " were found";
        String right = pairs.predicted() == 0
                ? "nothing was linked"
                : "of " + Shown.count(pairs.predicted()) + " links " + Shown.percent(pairs.precision()) + " are true";
        return found + ", and " + right + ": F1 " + Shown.number(pairs.f()) + ".";
    }

    private static String line(String name, String first, ClusterScore.Rates rates) {
        return line(name, first, rates.precision(), rates.recall(), rates.f());
    }

    private static String line(String name, String first, double precision, double recall, double f) {
        return String.format(
                java.util.Locale.ROOT,
                "%-10s %s %s  R %s  F1 %s",
                name,
                first,
                Shown.number(precision),
                Shown.number(recall),
                Shown.number(f));
    }

    private static String between(Interval interval) {
        return interval.known() ? "   (" + Shown.interval(interval, false) + ")" : "";
    }

    /** The three of a kind with the lowest recall. */
    private static void strata(LinkScore score, String kind, String words, List<String> out) {
        List<Stratum> worst = worst(score, kind);
        if (worst.isEmpty()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        for (Stratum stratum : worst.subList(0, Math.min(kind.equals("case") ? 6 : 3, worst.size()))) {
            PairCounts counts = stratum.counts();
            String precision = kind.equals("case") ? ", P " + Shown.number(counts.precision()) : "";
            parts.add(Shown.plain(stratum.name()) + " (R " + Shown.number(counts.recall()) + precision + ")");
        }
        out.add(words + ": " + String.join(", ", parts));
    }

    /** Of a kind, those with true pairs, by rising recall. */
    static List<Stratum> worst(LinkScore score, String kind) {
        return score.strata().stream()
                .filter(stratum ->
                        stratum.kind().equals(kind) && stratum.counts().actual() > 0)
                .sorted(java.util.Comparator.comparingDouble(
                        stratum -> stratum.counts().recall()))
                .toList();
    }
}
