package org.semblance.bench.fitfor;

import java.util.List;

/**
 * What "goes well" means for a use.
 *
 * @param use its name in the report
 * @param limits all must be kept
 * @param candidates measures that a threshold of this use may look at; "worst" is that of its columns or pairs
 * @param natural those of them that a reader would look at
 */
record Goal(String use, List<Limit> limits, List<String> candidates, List<String> natural) {
    /**
     * How much may go wrong.
     *
     * @param well up to here it goes well
     * @param care up to here it goes well for those who take care
     * @param chances how many standard errors of an area under the curve are forgiven
     */
    record Limit(String outcome, double well, double care, double chances) {}

    private static final List<String> LIKENESS = List.of(
            "values",
            "rules",
            "columns",
            "columns worst",
            "missing",
            "pairs",
            "pairs worst",
            "associations",
            "triples",
            "propensity",
            "detection",
            "labels covered",
            "range covered");

    private static final List<String> ATTACKS = List.of(
            "copies",
            "near-copies",
            "copy-check",
            "membership",
            "singling-out",
            "linkability",
            "attribute-inference",
            "disclosure",
            "attacks worst",
            "detection");

    static final List<Goal> ALL = List.of(
            new Goal(
                    "TRY_OUT",
                    List.of(new Limit(Testing.ODD, 0.1, 0.3, 0), new Limit(Testing.REFUSED, 0.05, 0.25, 0)),
                    LIKENESS,
                    List.of("values", "rules", "columns")),
            new Goal(
                    "TESTS",
                    List.of(new Limit(Testing.REFUSED, 0.02, 0.1, 0), new Limit(Testing.UNSEEN, 0.02, 0.1, 0)),
                    LIKENESS,
                    List.of("values", "values worst", "rules", "pairs worst")),
            new Goal(
                    "TEACHING",
                    List.of(new Limit(Teaching.WRONG, 0.1, 0.25, 0)),
                    LIKENESS,
                    List.of("columns", "missing", "pairs", "associations")),
            new Goal(
                    "EXPLORATION",
                    List.of(new Limit(Exploring.OTHERWISE, 0.15, 0.3, 0)),
                    LIKENESS,
                    List.of("columns", "pairs worst", "associations")),
            new Goal(
                    "ESTIMATES",
                    List.of(new Limit(Estimates.MISSED, 0.1, 0.2, 0), new Limit(Estimates.TURNED, 0.1, 0.25, 0)),
                    with(LIKENESS, "prediction", "model"),
                    List.of("columns", "pairs worst", "associations", "model")),
            new Goal(
                    "MODELS",
                    List.of(new Limit(Training.LOSS, 0.02, 0.05, 1)),
                    with(LIKENESS, "prediction", "model"),
                    List.of("prediction")),
            new Goal(
                    "TEAM",
                    List.of(new Limit(Sharing.COPIES, 0.01, 0.05, 0), new Limit(Sharing.MEMBERS, 0.15, 0.25, 1)),
                    ATTACKS,
                    List.of("copies", "copy-check")),
            new Goal(
                    "PARTNER",
                    List.of(
                            new Limit(Sharing.COPIES, 0.001, 0.01, 0),
                            new Limit(Sharing.MEMBERS, 0.05, 0.1, 1),
                            new Limit(Sharing.GUESSES, 0.03, 0.06, 1)),
                    ATTACKS,
                    List.of("copies", "attacks worst")),
            new Goal(
                    "PUBLIC",
                    List.of(
                            new Limit(Sharing.COPIES, 0, 0.001, 0),
                            new Limit(Sharing.MEMBERS, 0.02, 0.05, 1),
                            new Limit(Sharing.GUESSES, 0.02, 0.04, 1)),
                    ATTACKS,
                    List.of("copies", "attacks worst")));

    private static List<String> with(List<String> some, String... more) {
        return java.util.stream.Stream.concat(some.stream(), java.util.Arrays.stream(more))
                .toList();
    }

    /** Whether it went well, or no worse than with fresh real rows of the same table. */
    boolean well(Trial trial, Trial fresh) {
        return limits.stream().allMatch(limit -> kept(limit, limit.well, trial, fresh));
    }

    /** Whether it went well for those who take care. */
    boolean care(Trial trial, Trial fresh) {
        return limits.stream().allMatch(limit -> kept(limit, limit.care, trial, fresh));
    }

    private static boolean kept(Limit limit, double most, Trial trial, Trial fresh) {
        double went = trial.went(limit.outcome);
        double forgiven = Math.max(most + chance(limit, trial), fresh.went(limit.outcome));
        return Double.isNaN(went) || went <= forgiven;
    }

    private static double chance(Limit limit, Trial trial) {
        String work = limit.outcome.split(" ")[0];
        return limit.chances == 0 ? 0 : limit.chances * trial.went(work + Trial.CHANCE);
    }
}
