package org.semblance.conditional;

import java.util.List;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;

/**
 * The distribution of one column given others, by one method: {@code norm}, {@code pmm}, {@code cart}. The same serve
 * imputation (chained equations over what is missing) and synthesis (one pass over columns not yet there).
 */
public interface Conditional {
    /**
     * Learns from the rows where the target is there.
     *
     * <p>Must cope with no observed value, one observed value, constant targets and predictors, predictors that depend on
     * each other, and more predictors than rows: by the fallback its documentation names, told to {@link Given#events}.
     */
    Drawer fit(Given given, Run run);

    /**
     * Refuses a target that this method cannot draw, after a look at its values that learns nothing: so that it is told
     * before anything is drawn. Predictors may be missing.
     *
     * @throws org.semblance.plugin.ProblemException as {@link #fit} would
     */
    default void check(Given given) {}

    /**
     * What {@code fit(given, run).draw(x, rng)} draws, to the byte: for these rows and never again, so that a method need
     * not learn what they do not ask. Tells of rows that ask for what was not learnt.
     */
    default Column once(Given given, Run run, Predictors x, Rng rng) {
        Drawer drawer = fit(given, run);
        int strange = drawer.strange(x);
        if (strange > 0) {
            given.events()
                    .say(Given.told(strange, x.rows())
                            + " rows to draw are of a group without an observed value: any value of the column");
        }
        return drawer.draw(x, rng);
    }

    /**
     * What was learnt; draws for any rows that have the same predictors. Immutable and thread-safe. Implementations are
     * records of numbers, texts, arrays, lists and other such records, so that any of them can be kept in a model file.
     */
    interface Drawer {
        /** One value for each row of x, of the target's kind; same randomness, same values. */
        Column draw(Predictors x, Rng rng);

        /**
         * What {@link #draw} yields and, by a joint method, the columns of {@link Given#beside} after it, all of the same
         * draw; same randomness, same values.
         */
        default List<Column> drawAll(Predictors x, Rng rng) {
            return List.of(draw(x, rng));
        }

        /** How many rows ask for what was not learnt, so that they get any value; 0 where that cannot be. */
        default int strange(Predictors x) {
            return 0;
        }

        /**
         * The same without knowing which row of the fit a value is of: for models that are kept, in which several columns'
         * donors would else make up the rows that were learnt from.
         */
        default Drawer forgetful() {
            return this;
        }
    }
}
