package org.semblance.report;

import java.util.ArrayList;
import java.util.List;
import org.semblance.evaluate.About.Aspect;

/**
 * One question of the evaluation and its answer in short. There is no grand total over questions: being alike does not
 * make up for being copied.
 *
 * @param level of the worst measure
 * @param head the measure that answers it: the worst one, else the first
 * @param sentence what that means
 * @param lines all measures of the question
 */
public record Card(Aspect aspect, Level level, ScoreLine head, String sentence, List<ScoreLine> lines) {
    public Card {
        lines = List.copyOf(lines);
    }

    /** One per question that was measured, in the order of the questions. */
    static List<Card> of(List<ScoreLine> lines, String target) {
        List<Card> cards = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            List<ScoreLine> own =
                    lines.stream().filter(line -> line.aspect() == aspect).toList();
            if (!own.isEmpty()) {
                cards.add(of(aspect, own, target));
            }
        }
        return cards;
    }

    private static Card of(Aspect aspect, List<ScoreLine> lines, String target) {
        Level level = Level.UNKNOWN;
        ScoreLine head = lines.get(0);
        for (ScoreLine line : lines) {
            Level own = line.reading().level();
            boolean worse = own != Level.UNKNOWN && (level == Level.UNKNOWN || own.ordinal() > level.ordinal());
            head = worse ? line : head;
            level = level.or(own);
        }
        return new Card(aspect, level, head, sentence(head, target), lines);
    }

    /** A measure as a sentence for someone without statistics. */
    static String sentence(ScoreLine line, String target) {
        Level level = line.reading().level();
        if (level == Level.UNKNOWN) {
            return Words.of("say.unknown", line.title(), line.reading().words());
        }
        String how = level == Level.GOOD ? ".good" : ".bad";
        String worst = line.parts().isEmpty() ? "" : line.parts().get(0).name();
        Object[] values = {
            Shown.value(line.value(), line.percent()),
            Shown.value(line.fresh(), line.percent()),
            worst,
            target,
            line.title(),
            line.reading().words()
        };
        return Words.find("say." + line.name() + how, values).orElseGet(() -> Words.of("say.any" + how, values));
    }
}
