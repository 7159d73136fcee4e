package org.semblance.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.semblance.evaluate.About.Aspect;
import org.semblance.evaluate.privacy.PrivacyScope;
import org.semblance.report.Report;
import org.semblance.report.ScoreLine;
import org.semblance.report.Words;

/** Do the rows give away whom they were learnt from: what was tried, and what was not. */
final class PrivacySection {
    private PrivacySection() {}

    static void write(Html html, Report report) {
        html.open("section", "id", "private").element("h2", Words.of("private.title"));
        html.element("p", Words.of(report.findings().rows().holdout() == 0 ? "private.alone" : "private.how"));
        List<ScoreLine> lines = FindingSection.of(report, Aspect.PRIVATE);
        List<ScoreLine> ordered = new ArrayList<>(lines);
        List<String> attacks = PrivacyScope.attacks();
        ordered.sort(Comparator.comparing(line -> !attacks.contains(line.name())));
        FindingSection.blocks(html, ordered);
        html.element("h3", Words.of("private.notTested")).open("ul");
        PrivacyScope.notTested(lines.stream().map(ScoreLine::name).toList())
                .forEach(words -> html.element("li", words));
        html.close().close().line();
    }
}
