package org.semblance.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.evaluate.About.Aspect;
import org.semblance.evaluate.About.Better;
import org.semblance.evaluate.privacy.PrivacyScope;
import org.semblance.report.FitFor.Answer;
import org.semblance.report.FitFor.Use;

/**
 * How much worse than fresh real rows a measure may be for a use, after what chance alone explains. The table is one
 * version; {@code docs/decisions/008-fit-for.md} says where each number is from.
 *
 * @param measure its name on the page, or "*" for every attack that was made
 * @param part whether the worst column or pair counts, not the mean
 * @param yes up to here the use is fine
 * @param care up to here with care; beyond not at all
 */
record Threshold(Use use, String measure, boolean part, double yes, double care) {
    /** Of {@link #TABLE}; kept in report.json. */
    static final int VERSION = 2;

    /** The measure of the user's own model. */
    static final String MODEL = "model";

    /** Attacks on people: without any of them sharing beyond the team is not shown to be safe. */
    static final Set<String> ATTACKS = Set.copyOf(PrivacyScope.attacks());

    /** The attack that every release is judged by. */
    static final String MEMBERSHIP = "membership";

    /** Names, keys and texts of real people: no use is worth them. */
    private static final String IDENTIFIERS = "identifier-copies";

    /** A table may have no keys and no rules, and nobody may have asked for a model: then these say nothing. */
    private static final Set<String> WHERE_THERE_ARE = Set.of(MODEL, IDENTIFIERS, "rules", "keys");

    /** Whichever attacks were made. */
    private static final String ANY_ATTACK = "*";

    static final List<Threshold> TABLE = List.of(
            new Threshold(Use.TRY_OUT, "structure", false, 0.10, 0.50),
            new Threshold(Use.TRY_OUT, "values", false, 0.002, 0.03),
            new Threshold(Use.TRY_OUT, "rules", false, 0.05, 0.30),
            new Threshold(Use.TRY_OUT, "columns", false, 0.05, 0.25),
            new Threshold(Use.TRY_OUT, "copies", false, 0.01, 0.10),
            new Threshold(Use.TRY_OUT, IDENTIFIERS, false, 0.05, 0.25),
            new Threshold(Use.TESTS, "structure", false, 0, 0.10),
            new Threshold(Use.TESTS, "copies", false, 0.01, 0.10),
            new Threshold(Use.TESTS, IDENTIFIERS, false, 0.05, 0.25),
            new Threshold(Use.TESTS, "values", false, 0.001, 0.015),
            new Threshold(Use.TESTS, "values", true, 0.005, 0.10),
            new Threshold(Use.TESTS, "rules", false, 0.01, 0.15),
            new Threshold(Use.TESTS, "pairs", true, 0.10, 0.30),
            new Threshold(Use.TESTS, "keys", false, 0, 0.01),
            new Threshold(Use.TEACHING, "structure", false, 0, 0.10),
            new Threshold(Use.TEACHING, "copies", false, 0.01, 0.10),
            new Threshold(Use.TEACHING, IDENTIFIERS, false, 0.05, 0.25),
            new Threshold(Use.TEACHING, "columns", false, 0.05, 0.25),
            new Threshold(Use.TEACHING, "missing", false, 0.02, 0.08),
            new Threshold(Use.TEACHING, "pairs", false, 0.01, 0.15),
            new Threshold(Use.TEACHING, "associations", false, 0.005, 0.05),
            new Threshold(Use.EXPLORATION, "columns", false, 0.05, 0.15),
            new Threshold(Use.EXPLORATION, "pairs", true, 0.20, 0.30),
            new Threshold(Use.EXPLORATION, "associations", false, 0.01, 0.02),
            new Threshold(Use.ESTIMATES, "columns", false, 0.01, 0.03),
            new Threshold(Use.ESTIMATES, "pairs", true, 0.05, 0.10),
            new Threshold(Use.ESTIMATES, "associations", false, 0.002, 0.005),
            new Threshold(Use.ESTIMATES, MODEL, false, 0.10, 0.25),
            new Threshold(Use.MODELS, "copies", false, 0.01, 0.10),
            new Threshold(Use.MODELS, IDENTIFIERS, false, 0.05, 0.25),
            new Threshold(Use.MODELS, "prediction", false, 0.03, 0.08),
            new Threshold(Use.TEAM, "copies", false, 0.002, 0.02),
            new Threshold(Use.TEAM, IDENTIFIERS, false, 0.05, 0.25),
            new Threshold(Use.TEAM, "copy-check", false, 0.08, 0.15),
            new Threshold(Use.TEAM, ANY_ATTACK, false, 0.25, 0.40),
            new Threshold(Use.PARTNER, "copies", false, 0.002, 0.01),
            new Threshold(Use.PARTNER, ANY_ATTACK, false, 0.05, 0.15),
            new Threshold(Use.PUBLIC, "copies", false, 0, 0.0005),
            new Threshold(Use.PUBLIC, ANY_ATTACK, false, 0.02, 0.05));

    /** The answer of this line of the table; nothing where it is about other measures and there are none. */
    Optional<FitFor> judge(List<ScoreLine> lines) {
        if (measure.equals(ANY_ATTACK)) {
            // Within the team copies decide; attacks that could not tell are no hindrance there.
            return attacks(lines.stream()
                    .filter(Threshold::attack)
                    .filter(line ->
                            use != Use.TEAM || !Double.isNaN(line.reading().gap()))
                    .toList());
        }
        Optional<ScoreLine> found =
                lines.stream().filter(line -> line.name().equals(measure)).findFirst();
        boolean nothing = found.isEmpty() || Double.isNaN(found.get().value());
        if (nothing && WHERE_THERE_ARE.contains(measure)) {
            return Optional.empty();
        }
        return Optional.of(found.map(this::judge)
                .orElseGet(() -> new FitFor(use, Answer.NOT_SHOWN, Words.of("fit.notMeasured", title(measure)))));
    }

    /** The answer of the worst of them; where all are fine, that of all. */
    private Optional<FitFor> attacks(List<ScoreLine> attacks) {
        Optional<FitFor> worst =
                attacks.stream().map(this::judge).reduce((a, b) -> b.answer().compareTo(a.answer()) < 0 ? b : a);
        String all = attacks.stream().map(this::judge).map(FitFor::reason).collect(Collectors.joining("; "));
        return worst.map(one -> one.answer() == Answer.YES ? new FitFor(use, Answer.YES, all) : one);
    }

    /** Whether a line is an attack. */
    static boolean attack(ScoreLine line) {
        return ATTACKS.contains(line.name());
    }

    private FitFor judge(ScoreLine line) {
        if (part) {
            return worst(line);
        }
        double gap = line.reading().gap();
        Answer answer = Double.isNaN(gap) ? alone(line) : answer(gap);
        // What is within the limits but not perfect is told, so that no answer hides a number.
        boolean plain = answer == Answer.YES && !line.reading().level().atLeast(Level.SLIGHT);
        return new FitFor(use, answer, plain ? line.title() : reason(line));
    }

    private static String reason(ScoreLine line) {
        String value = Shown.value(line.value(), line.percent());
        boolean known = !Double.isNaN(line.reading().gap());
        if (!known && line.reading().level() == Level.UNKNOWN) {
            return line.title() + ": " + line.reading().words();
        }
        String fresh = Shown.value(line.fresh(), line.percent());
        // The words of what is good would deny the number that a strict limit refuses.
        String words = line.reading().level().atLeast(Level.SLIGHT)
                ? Words.of("fit.words", line.title(), line.reading().words())
                : line.title();
        if (!known || Double.isNaN(line.fresh())) {
            return Words.of(known ? "fit.ideal" : "fit.alone", words, value);
        }
        return Words.of("fit.beside", words, value, fresh, line.besideWord());
    }

    /** Fresh rows score at most 1: what lies within the limit of 1 lies within it of them. Else only bad news are known. */
    private Answer alone(ScoreLine line) {
        boolean bounded = line.aspect() == Aspect.ALIKE || line.aspect() == Aspect.VALID;
        if (bounded && line.finding().about().better() == Better.HIGHER && 1 - line.value() <= yes) {
            return Answer.YES;
        }
        return line.reading().level() == Level.SEVERE ? Answer.NO : Answer.NOT_SHOWN;
    }

    private FitFor worst(ScoreLine line) {
        if (line.parts().isEmpty() || Double.isNaN(line.parts().get(0).fresh())) {
            String missing = line.parts().isEmpty() ? "fit.notMeasured" : "fit.partsAlone";
            return new FitFor(use, Answer.NOT_SHOWN, Words.of(missing, line.title()));
        }
        ScoreLine.Part worst = line.parts().get(0);
        String reason =
                Words.of("fit.worst", worst.name(), Shown.number(worst.synthetic()), Shown.number(worst.fresh()));
        Answer answer = answer(Math.rint(worst.behind() * 1000) / 1000);
        // A worst part that is fine needs no words: the mean of all parts says it.
        return new FitFor(use, answer, answer == Answer.YES ? "" : reason);
    }

    private static String title(String measure) {
        return Words.find("measure." + measure).orElse(measure);
    }

    private Answer answer(double gap) {
        return gap <= yes ? Answer.YES : gap <= care ? Answer.WITH_CARE : Answer.NO;
    }
}
