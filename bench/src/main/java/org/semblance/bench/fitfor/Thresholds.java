package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/** Chooses the rule of every use from trials, and tells how often it errs on a table it was not chosen on. */
final class Thresholds {
    /** What one more measure in a rule must add to what it lets in, as a share of what goes well. */
    private static final double WORTH = 0.03;

    private final List<Trial> trials;
    private final Map<String, Trial> fresh = new HashMap<>();

    Thresholds(List<Trial> trials) {
        this.trials = trials;
        for (Trial trial : trials) {
            if (trial.way().equals(Made.FRESH)) {
                fresh.put(trial.table() + trial.seed(), trial);
            }
        }
    }

    /**
     * How a rule does.
     *
     * @param falseYes of the trials answered with yes, the share that does not go well
     * @param falseCare of those answered with yes or with care, the share that does not even go well with care
     * @param found of the trials that go well, the share answered with yes
     * @param falseNo of the trials that go well, the share answered with no
     */
    record Errors(double falseYes, double falseCare, double found, double falseNo) {}

    /** A rule, its errors on the trials it was chosen on, and on tables left out. */
    record Chosen(Goal goal, Rule rule, Errors own, Errors leftOut) {}

    /** The best rule of at most so many measures as pays. */
    Chosen choose(Goal goal) {
        List<Chosen> best = new ArrayList<>();
        for (int size = 1; size <= Rule.MOST; size++) {
            best.add(subsets(known(goal.candidates()), size).stream()
                    .map(measures -> judge(goal, measures))
                    .max(Comparator.comparingDouble(Thresholds::worth))
                    .orElseThrow());
        }
        Chosen chosen = best.get(0);
        for (Chosen more : best) {
            int extra = more.rule.measures().size() - chosen.rule.measures().size();
            chosen = worth(more) > worth(chosen) + extra * WORTH ? more : chosen;
        }
        return chosen;
    }

    /** What is found on tables left out, as far as the promise is kept there. */
    private static double worth(Chosen chosen) {
        Errors errors = chosen.leftOut;
        double broken = Math.max(0, errors.falseYes - (1 - Limits.PROMISE))
                + Math.max(0, errors.falseCare - (1 - Limits.PROMISE));
        return errors.found - errors.falseNo - 4 * broken;
    }

    private List<String> known(List<String> candidates) {
        return candidates.stream()
                .filter(name -> trials.stream().anyMatch(trial -> !Double.isNaN(trial.measured(name))))
                .toList();
    }

    private static List<List<String>> subsets(List<String> names, int size) {
        List<List<String>> out = new ArrayList<>();
        for (int mask = 0; mask < 1 << names.size(); mask++) {
            if (Integer.bitCount(mask) == size) {
                List<String> some = new ArrayList<>();
                for (int k = 0; k < names.size(); k++) {
                    if ((mask >> k & 1) == 1) {
                        some.add(names.get(k));
                    }
                }
                out.add(some);
            }
        }
        return out;
    }

    /** These measures, with limits chosen on all trials; errors with limits chosen on the other tables each. */
    Chosen judge(Goal goal, List<String> measures) {
        Rule rule = fit(goal, measures, trials);
        Tally own = new Tally();
        Tally leftOut = new Tally();
        for (String table : tables()) {
            List<Trial> others = trials.stream()
                    .filter(trial -> !trial.table().equals(table))
                    .toList();
            Rule without = fit(goal, measures, others);
            for (Trial trial : trials) {
                if (trial.table().equals(table)) {
                    own.add(goal, rule.answer(trial), trial);
                    leftOut.add(goal, without.answer(trial), trial);
                }
            }
        }
        return new Chosen(goal, rule, own.errors(), leftOut.errors());
    }

    private Rule fit(Goal goal, List<String> measures, List<Trial> some) {
        double[] yes = Limits.widest(some, measures, trial -> test(goal::well, trial));
        double[] care = Limits.widest(some, measures, trial -> test(goal::care, trial));
        for (int k = 0; k < care.length; k++) {
            care[k] = Math.max(care[k], yes[k]);
        }
        return new Rule(measures, yes, care);
    }

    private boolean test(BiPredicate<Trial, Trial> goal, Trial trial) {
        return goal.test(trial, fresh.getOrDefault(trial.table() + trial.seed(), trial));
    }

    private List<String> tables() {
        return trials.stream().map(Trial::table).distinct().toList();
    }

    /** Counts of answers and of what happened. */
    private final class Tally {
        private int yes;
        private int falseYes;
        private int care;
        private int falseCare;
        private int well;
        private int found;
        private int falseNo;

        void add(Goal goal, Rule.Answer answer, Trial trial) {
            boolean goesWell = test(goal::well, trial);
            boolean withCare = test(goal::care, trial);
            yes += answer == Rule.Answer.YES ? 1 : 0;
            falseYes += answer == Rule.Answer.YES && !goesWell ? 1 : 0;
            care += answer == Rule.Answer.NO ? 0 : 1;
            falseCare += answer != Rule.Answer.NO && !withCare ? 1 : 0;
            well += goesWell ? 1 : 0;
            found += goesWell && answer == Rule.Answer.YES ? 1 : 0;
            falseNo += goesWell && answer == Rule.Answer.NO ? 1 : 0;
        }

        Errors errors() {
            return new Errors(share(falseYes, yes), share(falseCare, care), share(found, well), share(falseNo, well));
        }
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private static final String HEAD = """
            | use | goes well / with care | measures: yes up to / with care up to | false yes | false care | found | false no |
            |---|---|---|---|---|---|---|
            """;

    /** The best rule of every use, with its errors on tables left out. */
    String chosen() {
        StringBuilder out = new StringBuilder(HEAD);
        for (Goal goal : Goal.ALL) {
            Chosen chosen = choose(goal);
            line(out, goal, words(chosen.rule), chosen.own);
            line(out, goal, "(tables left out)", chosen.leftOut);
        }
        return out.toString();
    }

    /** The measures that a reader would look at, with the best limits. */
    String natural() {
        StringBuilder out = new StringBuilder(HEAD);
        for (Goal goal : Goal.ALL) {
            Chosen chosen = judge(goal, known(goal.natural()));
            line(out, goal, words(chosen.rule), chosen.own);
            line(out, goal, "(tables left out)", chosen.leftOut);
        }
        return out.toString();
    }

    /** What the report said, with its errors. */
    String said() {
        StringBuilder out = new StringBuilder(HEAD);
        for (Goal goal : Goal.ALL) {
            Tally tally = new Tally();
            trials.forEach(trial -> tally.add(goal, Rule.said(trial, goal.use()), trial));
            line(out, goal, "(as the report says)", tally.errors());
        }
        return out.toString();
    }

    private void line(StringBuilder out, Goal goal, String words, Errors errors) {
        long well = trials.stream().filter(trial -> test(goal::well, trial)).count();
        long care = trials.stream().filter(trial -> test(goal::care, trial)).count();
        out.append("| ").append(goal.use()).append(" | ");
        out.append(percent(share((int) well, trials.size()))).append(" / ");
        out.append(percent(share((int) care, trials.size()))).append(" | ").append(words);
        for (double share : new double[] {errors.falseYes, errors.falseCare, errors.found, errors.falseNo}) {
            out.append(" | ").append(percent(share));
        }
        out.append(" |\n");
    }

    /** What each measure alone would do on tables left out, the best first. */
    String singles() {
        StringBuilder out = new StringBuilder();
        for (Goal goal : Goal.ALL) {
            List<String> words = known(goal.candidates()).stream()
                    .map(name -> judge(goal, List.of(name)))
                    .sorted(Comparator.comparingDouble(chosen -> -worth(chosen)))
                    .map(chosen -> words(chosen.rule) + " (" + percent(chosen.leftOut.found) + ", "
                            + percent(chosen.leftOut.falseYes) + ")")
                    .toList();
            out.append("* ")
                    .append(goal.use())
                    .append(": ")
                    .append(String.join("; ", words))
                    .append(".\n");
        }
        return out.toString();
    }

    private static String words(Rule rule) {
        List<String> words = new ArrayList<>();
        for (int k = 0; k < rule.measures().size(); k++) {
            words.add(rule.measures().get(k) + " " + limit(rule.yes()[k]) + " / " + limit(rule.care()[k]));
        }
        return String.join(", ", words);
    }

    private static String limit(double value) {
        return value < 0 ? "never" : Double.toString(value).replaceFirst("\\.0$", "");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
