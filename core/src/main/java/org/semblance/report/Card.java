package org.semblance.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.evaluate.About.Aspect;
import org.semblance.evaluate.Figures;

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
    /** Where nothing is wrong these stand for their questions. */
    private static final Set<String> HEADS = Set.of("values", "columns", "prediction", "model", "membership", "copies");

    /** Where these are broken, rows cannot be put together: they are told before what is worse. */
    private static final Set<String> BASES = Set.of("structure", "keys", "references");

    /** Which of two measures that are off is told. */
    private static final Comparator<ScoreLine> NEWS = Comparator.comparing(
                    (ScoreLine line) -> BASES.contains(line.name()))
            .thenComparing(line -> line.reading().level())
            .thenComparing(line ->
                    Double.isNaN(line.reading().gap()) ? 0 : line.reading().gap());

    private static final int TELLING = 3;

    /** A part this far behind is worth its name. */
    private static final double CLEARLY = 0.08;

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
        ScoreLine head = lines.stream()
                .filter(line -> HEADS.contains(line.name()) && line.reading().level() != Level.UNKNOWN)
                .findFirst()
                .orElse(lines.get(0));
        ScoreLine worst = null;
        for (ScoreLine line : lines) {
            Level own = line.reading().level();
            if (own.atLeast(Level.SLIGHT) && (worst == null || NEWS.compare(line, worst) > 0)) {
                worst = line;
            }
            level = level.or(own);
        }
        head = worst == null ? head : worst;
        // Where what the question is about is not known, good marks in other measures do not answer it.
        Optional<ScoreLine> unknown = lines.stream()
                .filter(line -> HEADS.contains(line.name()) && line.reading().level() == Level.UNKNOWN)
                .findFirst();
        if (level == Level.GOOD && unknown.isPresent()) {
            head = unknown.get();
            level = Level.UNKNOWN;
        }
        boolean attacked = lines.stream().anyMatch(line -> line.name().equals(Threshold.MEMBERSHIP));
        if (aspect == Aspect.PRIVATE && level == Level.GOOD && !attacked) {
            boolean beside = lines.stream().anyMatch(line -> !Double.isNaN(line.fresh()));
            String say = beside ? "say.private.untried" : "say.private.alone";
            return new Card(aspect, Level.UNKNOWN, head, Words.of(say), lines);
        }
        return new Card(aspect, level, head, sentence(head, target), lines);
    }

    /** A measure as a sentence for someone without statistics. */
    static String sentence(ScoreLine line, String target) {
        Level level = line.reading().level();
        if (level == Level.UNKNOWN) {
            return Words.of(
                    "say.unknown", line.title(), Words.clause(line.reading().words()));
        }
        boolean copies = line.metric().equals("detection") && level != Level.GOOD && line.value() < 0.5;
        if (copies) {
            return Words.of("say.detection.copies");
        }
        String how = level == Level.GOOD ? ".good" : level == Level.SLIGHT ? ".slight" : ".bad";
        Object[] values = {
            Shown.value(line.value(), line.percent()),
            Shown.value(line.fresh(), line.percent()),
            worst(line),
            target,
            line.title(),
            Words.clause(line.reading().words()),
            Shown.value(1 - line.value(), line.percent()),
            Shown.value(1 - line.fresh(), line.percent()),
            Shown.percent(attacked(line, "attack")),
            Shown.percent(attacked(line, "control"))
        };
        String key = "say." + line.name();
        String alone = Double.isNaN(line.fresh()) ? ".alone" : how;
        return Words.find(key + how + alone, values)
                .or(() -> Words.find(key + how, values))
                .or(() -> level == Level.SLIGHT ? Words.find(key + ".bad" + alone, values) : Optional.empty())
                .or(() -> level == Level.SLIGHT ? Words.find(key + ".bad", values) : Optional.empty())
                .orElseGet(() -> Words.of("say.any", values));
    }

    /** The attack that a risk is of: how often it succeeds, and against rows that were held back. */
    private static double attacked(ScoreLine line, String column) {
        return strongest(line)
                .map(row -> row.values()
                        .get(line.finding()
                                .synthetic()
                                .figures()
                                .get(0)
                                .columns()
                                .indexOf(column)))
                .orElse(Double.NaN);
    }

    private static Optional<Figures.Row> strongest(ScoreLine line) {
        List<Figures> figures = line.finding().synthetic().figures();
        if (!PrivacyReadings.RISKS.contains(line.metric()) || figures.isEmpty()) {
            return Optional.empty();
        }
        int risk = figures.get(0).columns().indexOf("risk");
        return figures.get(0).rows().stream()
                .filter(row -> !row.values().get(risk).isNaN())
                .min(Comparator.comparingDouble(row -> Math.abs(row.values().get(risk) - line.value())));
    }

    /** Where to look: the parts that are clearly behind, or what gives the rows away. */
    private static String worst(ScoreLine line) {
        if (line.metric().equals("detection")) {
            return line.finding().synthetic().parts().keySet().stream()
                    .limit(TELLING)
                    .collect(Collectors.joining(", "));
        }
        if (PrivacyReadings.RISKS.contains(line.metric())) {
            return strongest(line).map(Figures.Row::name).orElse("");
        }
        if (line.metric().equals("identifier-copies")) {
            return line.finding().synthetic().parts().entrySet().stream()
                    .filter(part -> !part.getValue().isNaN())
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
        List<ScoreLine.Part> parts = line.parts();
        return parts.stream()
                .filter(part -> part == parts.get(0) || part.behind() > CLEARLY)
                .limit(TELLING)
                .map(ScoreLine.Part::name)
                .collect(Collectors.joining(", "));
    }
}
