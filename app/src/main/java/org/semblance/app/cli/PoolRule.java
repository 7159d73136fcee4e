package org.semblance.app.cli;

import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * The rule that puts the estimates of several tables together, and why it is this one. Rubin's is wrong for synthetic tables:
 * it takes the variance between them for what is not known of missing values.
 *
 * @param word as it is written on the command line
 * @param why in words
 */
record PoolRule(String word, String why) {
    private static final String RUBIN = "rubin";

    /** Whether it is one of synthpop's. */
    boolean synthpop() {
        return !word.equals(RUBIN) && !word.equals("reiter");
    }

    /**
     * As asked, or by what the tables are.
     *
     * @param asked null where nothing was
     * @param beside whether a real table is given
     */
    static PoolRule of(@Nullable String asked, boolean beside, PoolTables tables) {
        if (RUBIN.equals(asked) && tables.synthetic()) {
            throw ProblemException.usage(Problem.of("--rule rubin is for imputed tables: by " + tables.sign()
                            + ", these are synthetic, and its standard errors would be wrong.")
                    .fix("Take original (what the real fit would say), population, proper, incomplete or reiter."));
        }
        if (asked != null) {
            return new PoolRule(asked, "as asked");
        }
        if (tables.synthetic()) {
            return new PoolRule("original", "the tables are synthetic, by " + tables.sign());
        }
        if (beside) {
            return new PoolRule("original", "they stand beside a real table");
        }
        return tables.what() == PoolTables.What.IMPUTED
                ? new PoolRule(RUBIN, "the tables are imputed, by " + tables.sign())
                : new PoolRule(RUBIN, "nothing says that the tables are synthetic; if they are: --rule original");
    }
}
