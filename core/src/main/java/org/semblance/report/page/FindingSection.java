package org.semblance.report.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.evaluate.About.Aspect;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.report.Level;
import org.semblance.report.Report;
import org.semblance.report.ScoreLine;
import org.semblance.report.Shown;
import org.semblance.report.Words;

/** Measures one by one, whatever they are: value beside fresh rows, parts, figures, and what to know of the number. */
final class FindingSection {
    /** Parts listed; the rest is counted. */
    private static final int PARTS = 20;

    /** Letters of a note: labels in it may be whole texts. */
    private static final int NOTE = 1200;

    /** A table of more columns takes the whole width. */
    private static final int BROAD = 5;

    /** Measures with a section of their own, which has their name. */
    static final Set<String> ELSEWHERE = Set.of("columns", "pairs");

    private FindingSection() {}

    /** The measures of the whole table; those of columns and pairs have sections of their own. */
    static void alike(Html html, Report report) {
        section(html, report, "alike", Aspect.ALIKE);
    }

    static void valid(Html html, Report report) {
        section(html, report, "valid", Aspect.VALID);
    }

    static void useful(Html html, Report report) {
        section(html, report, "useful", Aspect.USEFUL);
    }

    static void fair(Html html, Report report) {
        section(html, report, "fair", Aspect.FAIR);
    }

    private static void section(Html html, Report report, String id, Aspect aspect) {
        html.open("section", "id", id).element("h2", Words.of(id + ".title"));
        boolean alone = aspect == Aspect.USEFUL && report.findings().rows().holdout() == 0;
        html.element("p", Words.of(id + (alone ? ".howAlone" : ".how")));
        List<ScoreLine> lines = of(report, aspect).stream()
                .filter(line -> !ELSEWHERE.contains(line.name()))
                .toList();
        if (lines.isEmpty()) {
            boolean asked = aspect == Aspect.FAIR
                    && !report.findings().question().sensitive().isEmpty();
            html.element("p", Words.of(asked ? "fair.unmeasured" : id + ".none"));
        }
        blocks(html, lines);
        html.close().line();
    }

    static List<ScoreLine> of(Report report, Aspect aspect) {
        return report.lines().stream().filter(line -> line.aspect() == aspect).toList();
    }

    static void blocks(Html html, List<ScoreLine> lines) {
        html.open("div", "class", "findings").line();
        lines.forEach(line -> write(html, line));
        html.close();
    }

    private static void write(Html html, ScoreLine line) {
        Score score = line.finding().synthetic();
        boolean broad = wanted(line)
                && score.figures().stream()
                        .anyMatch(figures -> figures.columns().size() > BROAD);
        html.open("div", "class", broad ? "finding broad" : "finding", "id", "m-" + line.name());
        html.open("h3").text(line.title() + " ");
        html.element(
                "span",
                line.reading().level().words(),
                "class",
                "mark " + line.reading().level().word());
        html.close();
        html.element("p", sentence(line));
        if (line.aspect() == Aspect.PRIVATE) {
            // Who attacks, with what: without that a risk is only a number.
            html.element("p", line.finding().about().definition(), "class", "dim");
        }
        if (!score.note().isEmpty()) {
            html.element("p", Shown.shorten(score.note(), NOTE), "class", "dim");
        }
        score.figures().forEach(figures -> IntervalChart.write(html, figures));
        numbers(html, line);
        html.close().line();
    }

    /** The tables behind a number, open where there is something to look for. */
    private static void numbers(Html html, ScoreLine line) {
        Score score = line.finding().synthetic();
        if (score.parts().isEmpty() && score.figures().isEmpty()) {
            return;
        }
        String[] attributes = wanted(line) ? new String[] {"class", "n", "open", "open"} : new String[] {"class", "n"};
        html.open("details", attributes).element("summary", Words.of("page.numbers"));
        parts(html, line);
        for (Figures figures : score.figures()) {
            Tables.figures(html, figures);
        }
        html.close();
    }

    /** Whether the numbers are open: where there is something to look for, and where the same work is done twice. */
    private static boolean wanted(ScoreLine line) {
        return line.reading().level().atLeast(Level.SLIGHT)
                || line.aspect() == Aspect.USEFUL
                || line.aspect() == Aspect.FAIR;
    }

    private static String sentence(ScoreLine line) {
        String value = Shown.value(line.value(), line.percent());
        String words = Words.clause(line.reading().words());
        String interval = Shown.interval(line.interval(), line.percent());
        String own = interval.isEmpty() ? value : Words.of("finding.interval", value, interval);
        return Double.isNaN(line.fresh())
                ? Words.of("finding.alone", own, words)
                : Words.of("finding.beside", own, Shown.value(line.fresh(), line.percent()), words, line.besideWord());
    }

    private static void parts(Html html, ScoreLine line) {
        if (!line.parts().isEmpty()) {
            List<ScoreLine.Part> off =
                    line.parts().stream().filter(part -> part.behind() > 0.0005).toList();
            if (off.isEmpty()) {
                return;
            }
            Tables.begin(html, Words.of("finding.worst"), "", Words.of("card.synthetic"), Words.of("card.fresh"));
            off.stream()
                    .limit(PARTS)
                    .forEach(part ->
                            Tables.row(html, part.name(), Shown.number(part.synthetic()), Shown.number(part.fresh())));
            Tables.end(html);
            more(html, off.size());
            return;
        }
        Map<String, Double> parts = line.finding().synthetic().parts();
        if (parts.isEmpty()) {
            return;
        }
        allParts(html, line, parts);
    }

    private static void allParts(Html html, ScoreLine line, Map<String, Double> parts) {
        Score beside = line.finding().fresh();
        Map<String, Double> fresh = beside == null ? Map.of() : beside.parts();
        String caption = Words.find("parts." + line.name()).orElse("");
        if (fresh.isEmpty()) {
            Tables.begin(html, caption);
        } else {
            Tables.begin(html, caption, "", Words.of("card.synthetic"), Words.of("card.fresh"));
        }
        parts.entrySet().stream().limit(PARTS).forEach(part -> {
            String value = Shown.number(part.getValue());
            if (fresh.isEmpty()) {
                Tables.row(html, part.getKey(), value);
            } else {
                Tables.row(html, part.getKey(), value, Shown.number(fresh.getOrDefault(part.getKey(), Double.NaN)));
            }
        });
        Tables.end(html);
        more(html, parts.size());
    }

    private static void more(Html html, int count) {
        if (count > PARTS) {
            html.element("p", Words.of("page.more", Shown.count(count - PARTS)), "class", "dim");
        }
    }
}
