package org.semblance.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.Findings;

/**
 * What the rows are good enough for, each use with the measured reason.
 *
 * @param reason the measure that decided it, as words
 */
public record FitFor(Use use, Answer answer, String reason) {
    /** From the worst to the best. */
    public enum Answer {
        NO,
        /** What would show it was not measured. */
        NOT_SHOWN,
        WITH_CARE,
        YES;

        public String word() {
            return Words.of("answer." + name());
        }

        Answer and(Answer other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }

    /** What somebody may want to do with the rows; from {@link #TEAM} on, to whom they may go. */
    public enum Use {
        TRY_OUT,
        TESTS,
        TEACHING,
        EXPLORATION,
        ESTIMATES,
        MODELS,
        TEAM,
        PARTNER,
        PUBLIC;

        public boolean sharing() {
            return compareTo(TEAM) >= 0;
        }

        public String words() {
            return Words.of("use." + name());
        }
    }

    /** A use is never answered better than the one it builds on, so that answers do not contradict each other. */
    private static final Map<Use, Use> BUILDS_ON = new EnumMap<>(Map.of(
            Use.EXPLORATION, Use.TEACHING,
            Use.ESTIMATES, Use.EXPLORATION,
            Use.PARTNER, Use.TEAM,
            Use.PUBLIC, Use.PARTNER));

    /** Every use, in order. */
    static List<FitFor> of(List<ScoreLine> lines, Findings.Sizes rows, boolean guaranteed) {
        Map<Use, FitFor> out = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            FitFor own = judged(use, lines, rows, guaranteed);
            Use below = BUILDS_ON.get(use);
            FitFor base = below == null ? null : out.get(below);
            if (base != null && base.answer.compareTo(own.answer) < 0) {
                own = new FitFor(use, base.answer, base.reason);
            }
            out.put(use, own);
        }
        return new ArrayList<>(out.values());
    }

    private static FitFor judged(Use use, List<ScoreLine> lines, Findings.Sizes rows, boolean guaranteed) {
        List<FitFor> reasons = new ArrayList<>();
        for (Threshold threshold : Threshold.TABLE) {
            if (threshold.use() == use) {
                threshold.judge(lines).ifPresent(reasons::add);
            }
        }
        limits(use, lines, guaranteed).forEach(reasons::add);
        long least = Math.min(rows.real(), rows.synthetic());
        if (least < Verdict.SCARCE) {
            reasons.add(new FitFor(use, Answer.NOT_SHOWN, Words.of("fit.scarce", Shown.count(least))));
        }
        Answer worst = reasons.stream().map(FitFor::answer).reduce(Answer.YES, Answer::and);
        List<String> words = reasons.stream()
                .filter(one -> one.answer == worst)
                .map(FitFor::reason)
                .filter(reason -> !reason.isEmpty())
                .toList();
        // Beyond the team attacks decide, and an attack is not what should be within limits.
        boolean found = lines.stream()
                .anyMatch(
                        line -> Threshold.attack(line) && line.reading().level().atLeast(Level.SLIGHT));
        String held = use.compareTo(Use.PARTNER) >= 0 && !found ? "fit.withstood" : "fit.held";
        return new FitFor(use, worst, worst == Answer.YES ? Words.of(held, String.join("; ", words)) : words.get(0));
    }

    /** What no number can make up for. */
    private static List<FitFor> limits(Use use, List<ScoreLine> lines, boolean guaranteed) {
        List<FitFor> out = new ArrayList<>();
        boolean attacked = lines.stream().anyMatch(Threshold::attack);
        if (use == Use.ESTIMATES) {
            boolean compared = lines.stream().anyMatch(line -> line.name().equals(Threshold.MODEL));
            out.add(new FitFor(use, Answer.WITH_CARE, Words.of(compared ? "fit.oneModel" : "fit.noModel")));
        }
        if (use == Use.PARTNER && !attacked) {
            out.add(new FitFor(use, Answer.WITH_CARE, Words.of("fit.noAttack")));
        }
        if (use == Use.PUBLIC && lines.stream().noneMatch(line -> line.name().equals(Threshold.MEMBERSHIP))) {
            out.add(new FitFor(use, Answer.NOT_SHOWN, Words.of("fit.noMembership")));
        }
        if (use == Use.PUBLIC && !guaranteed) {
            out.add(new FitFor(use, Answer.WITH_CARE, Words.of("fit.noGuarantee")));
        }
        return out;
    }
}
