package org.semblance.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.semblance.evaluate.About.Aspect;
import org.semblance.evaluate.Findings;

/**
 * What it comes to, in two to eight sentences for someone without statistics: the answer, then the worst news first.
 *
 * @param level of the worst card
 */
public record Verdict(Level level, List<String> sentences) {
    /** Bad news of one kind are told in this order: what cannot be taken back comes first. */
    private static final List<Aspect> GRAVITY =
            List.of(Aspect.PRIVATE, Aspect.VALID, Aspect.ALIKE, Aspect.USEFUL, Aspect.FAIR);

    private static final int BAD_NEWS = 3;

    /** Below this many held-back rows an AUC is known to 0.06 at best. */
    private static final int FEW = 200;

    /** Of fewer rows hardly anything can be told. */
    static final int SCARCE = 50;

    public Verdict {
        sentences = List.copyOf(sentences);
    }

    static Verdict of(List<Card> cards, Findings.Sizes rows, boolean guaranteed) {
        long holdout = rows.holdout();
        Level level = cards.stream().map(Card::level).reduce(Level.UNKNOWN, Level::or);
        List<String> out = new ArrayList<>();
        out.add(Words.of("lead." + lead(level, cards, holdout)));
        long least = Math.min(rows.real(), rows.synthetic());
        if (least < SCARCE) {
            out.add(Words.of("verdict.scarce", Shown.count(least)));
        }
        List<Card> bad = cards.stream()
                .filter(card -> card.level().atLeast(Level.SLIGHT))
                .sorted(Comparator.comparing((Card card) -> -card.level().ordinal())
                        .thenComparing(card -> GRAVITY.indexOf(card.aspect())))
                .limit(BAD_NEWS)
                .toList();
        bad.forEach(card -> out.add(
                Words.of("verdict." + card.level().word(), card.sentence()).strip()));
        if (holdout < FEW) {
            out.add(Words.of(holdout == 0 ? "verdict.alone" : "verdict.few", Shown.count(holdout)));
        }
        List<Card> good =
                cards.stream().filter(card -> card.level() == Level.GOOD).toList();
        if (!good.isEmpty()) {
            out.add(goodNews(good, bad.isEmpty(), holdout > 0));
        }
        out.add(Words.of(guaranteed ? "verdict.guarantee" : "verdict.noGuarantee"));
        return new Verdict(level, out);
    }

    /** The answer to who reads one sentence only; good is not said of what was not looked at. */
    private static String lead(Level level, List<Card> cards, long holdout) {
        boolean known = holdout > 0 && cards.stream().noneMatch(card -> card.level() == Level.UNKNOWN);
        return known
                ? level.word()
                : level == Level.GOOD ? "partly" : level == Level.SLIGHT ? "slightPartly" : level.word();
    }

    private static String goodNews(List<Card> good, boolean only, boolean heldBack) {
        String list = good.stream()
                .map(card -> Words.of(kind(card, heldBack) + card.aspect().word()))
                .collect(Collectors.joining(Words.of("list.and")));
        String text = Words.of(only ? "verdict.good" : "verdict.otherwise", list);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Without fresh rows little is known to be good, and an attack that could not decide has not failed. */
    private static String kind(Card card, boolean heldBack) {
        boolean undecided = card.lines().stream()
                .anyMatch(line -> Threshold.attack(line) && line.reading().level() == Level.UNKNOWN);
        return !heldBack ? "good.alone." : undecided ? "good.undecided." : "good.";
    }

    /** All of it in one paragraph. */
    public String text() {
        return String.join(" ", sentences);
    }
}
