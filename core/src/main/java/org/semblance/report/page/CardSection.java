package org.semblance.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.semblance.evaluate.About.Aspect;
import org.semblance.report.Card;
import org.semblance.report.Report;
import org.semblance.report.ScoreLine;
import org.semblance.report.Shown;
import org.semblance.report.Words;

/** A card per question: the measure that decides it, beside what fresh real rows score, and all others in short. */
final class CardSection {
    /** Shown even where nothing was measured: that is an answer too. */
    private static final List<Aspect> ALWAYS = List.of(Aspect.VALID, Aspect.ALIKE, Aspect.USEFUL, Aspect.PRIVATE);

    private CardSection() {}

    static void write(Html html, Report report) {
        write(html, report, "");
    }

    /** @param of what kind of report it is, where words for it differ: ".database" */
    static void write(Html html, Report report, String of) {
        boolean fair = report.cards().stream().anyMatch(card -> card.aspect() == Aspect.FAIR);
        html.open("section", "class", fair ? "cards five" : "cards", "aria-label", Words.of("cards.title"))
                .line();
        for (Aspect aspect : Aspect.values()) {
            Optional<Card> card = report.cards().stream()
                    .filter(one -> one.aspect() == aspect)
                    .findFirst();
            if (card.isPresent()) {
                card(html, card.get());
            } else if (ALWAYS.contains(aspect)) {
                html.open("article").element("h2", Words.of("card." + aspect.word()));
                html.element("p", Words.of("question." + aspect.word()), "class", "dim");
                String words = "card.notMeasured." + aspect.word();
                html.element("p", Words.find(words + of).orElseGet(() -> Words.of(words)))
                        .close()
                        .line();
            }
        }
        html.close().line();
    }

    private static void card(Html html, Card card) {
        ScoreLine head = card.head();
        html.open("article").open("h2").text(Words.of("card." + card.aspect().word()) + " ");
        html.element(
                        "span",
                        card.level().words(),
                        "class",
                        "mark " + card.level().word())
                .close();
        html.element("p", Words.of("question." + card.aspect().word()), "class", "dim");
        html.element("p", card.sentence());
        html.open("p", "class", "value");
        html.element("b", Shown.value(head.value(), head.percent()));
        String interval = Shown.interval(head.interval(), head.percent());
        html.element("span", interval.isEmpty() ? head.title() : head.title() + " (" + interval + ")")
                .close();
        html.open("table").line();
        boolean beside = card.lines().stream().anyMatch(line -> !Double.isNaN(line.fresh()));
        String[] heads = {"", Words.of("card.synthetic"), Words.of("card.real")};
        Tables.head(html, beside ? heads : Arrays.copyOf(heads, 2));
        html.open("tbody");
        for (ScoreLine line : card.lines()) {
            html.open("tr").open("th", "scope", "row");
            html.element("a", line.name(), "href", place(line)).close();
            html.element("td", Shown.value(line.value(), line.percent()));
            if (beside) {
                html.element("td", Shown.value(line.fresh(), line.percent()));
            }
            html.close();
        }
        html.close().close().close().line();
    }

    /** Columns and pairs have sections of their own. */
    private static String place(ScoreLine line) {
        return FindingSection.ELSEWHERE.contains(line.name()) ? "#" + line.name() : "#m-" + line.name();
    }
}
