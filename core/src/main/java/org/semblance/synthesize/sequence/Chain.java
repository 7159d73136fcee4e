package org.semblance.synthesize.sequence;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.trees.ColumnTree;

/**
 * What draws a step.
 *
 * @param place its place, or the gap to it; null where there is no order
 * @param weekday the weekday that it is moved to, where long gaps do not tell it; null where there is nothing to mend
 * @param clock the time of day that it is moved to, likewise
 * @param columns its columns, in the order in which they are drawn
 */
record Chain(
        @Nullable ColumnTree place,
        @Nullable ColumnTree weekday,
        @Nullable ColumnTree clock,
        ColumnTree[] columns) {
    /** All trees there are. */
    Stream<ColumnTree> trees() {
        return Stream.concat(
                Stream.of(new @Nullable ColumnTree[] {place, weekday, clock}).flatMap(Stream::ofNullable),
                Arrays.stream(columns));
    }
}
