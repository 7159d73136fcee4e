package org.semblance.linkage.score;

import java.util.List;
import org.semblance.evaluate.Interval;
import org.semblance.report.Shown;
import org.semblance.report.page.Html;
import org.semblance.report.page.Page;
import org.semblance.report.page.Tables;

/** score.html: a {@link LinkScore} as one page that fetches nothing; it holds no rows, only counts of them. */
public final class ScorePage {
    private ScorePage() {}

    /**
     * The file's text.
     *
     * @param links what the links are called
     * @param truth what the truth is called
     * @param notes what a reader should know of the reading
     */
    public static String text(LinkScore score, String links, String truth, List<String> notes) {
        Html html = Page.begin("Links of " + links + ", against " + truth);
        html.open("header").element("h1", "Links of " + links + ", against " + truth);
        html.element("p", facts(score), "class", "facts");
        notes.forEach(note -> html.element("p", note, "class", "facts"));
        html.close().open("main").line();
        html.open("section").element("p", ScoreLines.sentence(score), "class", "lead");
        cards(html, score);
        html.close().line();
        pairs(html, score);
        clusters(html, score.clusters(), score.judgedBy());
        candidates(html, score);
        errors(html, score);
        cases(html, score);
        method(html, score);
        html.close().line();
        return Page.end(html);
    }

    private static String facts(LinkScore score) {
        Sides sides = score.sides();
        String records = sides.two()
                ? Shown.count(sides.source()) + " rows of the source and " + Shown.count(sides.target())
                        + " of the target"
                : Shown.count(sides.source()) + " records";
        return records + "; truth as " + form(score.truth()) + ", links as " + form(score.links()) + ".";
    }

    private static String form(LinkScore.Form form) {
        return form.clustered() ? "clusters" : form.scored() ? "pairs with scores" : "pairs";
    }

    private static void cards(Html html, LinkScore score) {
        html.open("div", "class", "cards");
        card(
                html,
                "Pairs",
                Shown.number(score.pairs().f()),
                "F1",
                interval(score.intervals().f()));
        card(
                html,
                "Clusters",
                Shown.number(score.clusters().records3().f()),
                "B-cubed F1",
                "every record counts alike");
        if (!score.candidates().isEmpty()) {
            CandidateScore all = score.candidates().get(0);
            card(
                    html,
                    "Blocking",
                    Shown.percent(all.pairsCompleteness()),
                    "pairs completeness",
                    "no linker can find more; " + Shown.percent(all.reductionRatio()) + " of comparisons saved");
        }
        score.top()
                .ifPresent(top -> card(
                        html,
                        "Look-up",
                        Shown.percent(top.accuracy()),
                        "right first answer",
                        "left alone, of rows without a partner: " + Shown.percent(top.trueNegativeRate())));
        html.close().line();
    }

    private static void card(Html html, String title, String value, String name, String words) {
        html.open("article").element("h2", title);
        html.open("p", "class", "value")
                .element("b", value)
                .element("span", name)
                .close();
        html.element("p", words, "class", "dim").close().line();
    }

    private static String interval(Interval interval) {
        return interval.known() ? "95 %: " + Shown.interval(interval, false) : "";
    }

    private static void pairs(Html html, LinkScore score) {
        html.open("section", "id", "pairs").element("h2", "Pairs");
        PairCounts pairs = score.pairs();
        html.element(
                "p",
                verb(pairs.both(), " link is true, ", " links are true, ")
                        + verb(pairs.predicted() - pairs.both(), " is not; ", " are not; ")
                        + verb(pairs.actual() - pairs.both(), " true pair was missed.", " true pairs were missed."));
        html.open("div", "class", "two").open("div");
        Tables.begin(html, "", "", "value", "95 % interval");
        Intervals intervals = score.intervals();
        Tables.row(html, "Precision", Shown.number(pairs.precision()), Shown.interval(intervals.precision(), false));
        Tables.row(html, "Recall", Shown.number(pairs.recall()), Shown.interval(intervals.recall(), false));
        Tables.row(html, "F1", Shown.number(pairs.f()), Shown.interval(intervals.f(), false));
        Tables.row(html, "F0.5 (precision first)", Shown.number(pairs.f(0.5)), "");
        Tables.row(html, "F2 (recall first)", Shown.number(pairs.f(2)), "");
        Tables.row(html, "F*", Shown.number(pairs.fStar()), "");
        Tables.row(html, "Fowlkes-Mallows", Shown.number(pairs.fowlkesMallows()), "");
        score.curve().ifPresent(curve -> {
            Tables.row(html, "Area under precision by recall", Shown.number(curve.averagePrecision()), "");
            Tables.row(
                    html,
                    "Best F1 of all thresholds",
                    Shown.number(curve.best().counts().f()),
                    "");
            Tables.row(html, "Area under ROC, all pairs", Shown.number(curve.rocArea()), "");
        });
        Tables.end(html);
        html.close();
        score.curve().ifPresent(curve -> {
            html.open("div");
            CurveChart.write(html, curve);
            html.close();
        });
        html.close().close().line();
    }

    private static String verb(long count, String one, String many) {
        return Shown.count(count) + (count == 1 ? one : many);
    }

    private static void clusters(Html html, ClusterScore score, LinkScore.JudgedBy by) {
        html.open("section", "id", "clusters").element("h2", "Clusters");
        html.element(
                "p",
                Shown.count(score.foundClusters()) + " were found where there are "
                        + Shown.count(score.trueClusters())
                        + "; records that nobody linked are clusters of one. To make one"
                        + " of the other takes " + verb(score.splits(), " split and ", " splits and ")
                        + verb(score.merges(), " merge.", " merges.")
                        + " The true ones are "
                        + switch (by) {
                            case TRUTH -> "those of the truth.";
                            case PEOPLE -> "all rows of a person, as people.csv tells them.";
                            case PAIRS ->
                                "what hangs together through true pairs between the files: rows of one file"
                                        + " that no row of the other is linked to are apart.";
                        });
        Tables.begin(html, "", "", "precision", "recall", "F1");
        row(html, "B-cubed, every record alike", score.records3());
        row(html, "B-cubed, every true cluster alike", score.clusters3());
        row(html, "Exactly the same cluster", score.exact());
        row(html, "Jaccard with the closest", score.closest());
        row(html, "Homogeneity, completeness, V", score.homogeneity());
        PairCounts pairs = score.pairs();
        Tables.row(
                html,
                "Pairs of closed clusters",
                Shown.number(pairs.precision()),
                Shown.number(pairs.recall()),
                Shown.number(pairs.f()));
        Tables.end(html);
        html.element(
                "p",
                "Variation of information " + Shown.number(score.variationOfInformation())
                        + " nats; adjusted Rand index " + Shown.number(score.adjustedRand()) + ".");
        html.close().line();
    }

    private static void row(Html html, String name, ClusterScore.Rates rates) {
        Tables.row(html, name, Shown.number(rates.precision()), Shown.number(rates.recall()), Shown.number(rates.f()));
    }

    private static void candidates(Html html, LinkScore score) {
        if (score.candidates().isEmpty()) {
            return;
        }
        html.open("section", "id", "blocking").element("h2", "Blocking");
        Tables.begin(html, "", "key", "candidates", "pairs completeness", "reduction ratio", "pairs quality");
        for (CandidateScore candidates : score.candidates()) {
            Tables.row(
                    html,
                    candidates.key().isEmpty() ? "all" : Shown.plain(candidates.key()),
                    Shown.count(candidates.counts().predicted()),
                    Shown.percent(candidates.pairsCompleteness()),
                    Shown.percent(candidates.reductionRatio()),
                    Shown.number(candidates.pairsQuality()));
        }
        Tables.end(html);
        html.close().line();
    }

    private static void errors(Html html, LinkScore score) {
        List<Stratum> errors = ScoreLines.worst(score, "error");
        List<Stratum> columns = ScoreLines.worst(score, "column");
        if (errors.isEmpty()) {
            return;
        }
        html.open("section", "id", "errors").element("h2", "What was lost to which error");
        html.element("p", "Recall of the true pairs in which the error struck either row. A row may have several.");
        html.open("div", "class", "two");
        for (List<Stratum> one : List.of(errors, columns)) {
            if (!one.isEmpty()) {
                html.open("div").element("h3", one == errors ? "By kind of error" : "By column");
                RecallBars.write(html, one, score.pairs().recall());
                html.close();
            }
        }
        html.close().close().line();
    }

    private static void cases(Html html, LinkScore score) {
        List<Stratum> cases = score.strata().stream()
                .filter(stratum -> stratum.kind().equals("case"))
                .toList();
        if (cases.isEmpty()) {
            return;
        }
        html.open("section", "id", "cases").element("h2", "Hard cases");
        html.element(
                "p",
                "Pairs in which either row is of such a person. Below the precision and recall of all"
                        + " pairs, the linker stumbles over them.");
        Tables.begin(html, "", "", "rows", "true pairs", "links", "precision", "recall", "F1");
        for (Stratum stratum : cases) {
            row(html, Shown.plain(stratum.name()), Shown.count(stratum.records()), stratum.counts());
        }
        row(html, "all pairs", Shown.count(score.sides().records()), score.pairs());
        Tables.end(html);
        html.close().line();
    }

    private static void row(Html html, String name, String records, PairCounts counts) {
        Tables.row(
                html,
                name,
                records,
                Shown.count(counts.actual()),
                Shown.count(counts.predicted()),
                Shown.number(counts.precision()),
                Shown.number(counts.recall()),
                Shown.number(counts.f()));
    }

    private static void method(Html html, LinkScore score) {
        html.open("section", "id", "method").element("h2", "How it is computed");
        html.element(
                "p",
                "Precision is the share of links that are true, recall the share of true pairs that are linked,"
                        + " F1 their harmonic mean, F* the share of true links among pairs that are either (doi:10.1007/s10994-021-05964-1)."
                        + " Pairs are taken as they are given; clusters are what hangs together through them.");
        html.element(
                "p",
                score.intervals().groups() > 0
                        ? "Intervals are for other sets of the same kind: "
                                + Shown.count(score.intervals().groups())
                                + " groups of records that hang together through truth or links stand and fall alone, and Wilson's"
                                + " interval is taken with as many pairs as would know as much if they were independent."
                        : "Intervals take pairs for independent.");
        html.element(
                "p",
                "B-cubed takes for every record the share of its found cluster that is of its true one (precision)"
                        + " and the share of its true cluster that was found with it (recall). Strata count pairs in which either"
                        + " record has the error or is of the case.");
        html.close().line();
    }
}
