package org.semblance.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.semblance.evaluate.About.Aspect;
import org.semblance.report.Report;
import org.semblance.report.ScoreLine;
import org.semblance.report.Words;

/** Do the rows give away whom they were learnt from: what was tried, and what was not. */
final class PrivacySection {
    /** Attacks that the literature knows; those that no measure of that name tried are listed as not tested. */
    private static final List<String> ATTACKS =
            List.of("membership", "attribute-inference", "linkability", "singling-out", "disclosure");

    private PrivacySection() {}

    static void write(Html html, Report report) {
        html.open("section", "id", "private").element("h2", Words.of("private.title"));
        html.element("p", Words.of("private.how"));
        List<ScoreLine> lines = FindingSection.of(report, Aspect.PRIVATE);
        List<ScoreLine> ordered = new ArrayList<>(lines);
        ordered.sort(Comparator.comparing(line -> !ATTACKS.contains(line.name())));
        FindingSection.blocks(html, ordered);
        html.element("h3", Words.of("private.notTested")).open("ul");
        for (String attack : ATTACKS) {
            if (lines.stream().noneMatch(line -> line.name().equals(attack))) {
                html.element("li", Words.of("untested." + attack));
            }
        }
        html.element("li", Words.of("untested.always"));
        html.close().close().line();
    }
}
