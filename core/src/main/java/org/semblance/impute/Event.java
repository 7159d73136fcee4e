package org.semblance.impute;

import java.util.List;
import org.semblance.conditional.LeftOut;

/**
 * Something that was done otherwise than asked, in words: mice's logged events.
 *
 * @param set which imputation, from 1; 0 while setting up
 * @param iteration which one, from 1; 0 while setting up
 * @param column the target
 * @param method how it is drawn
 * @param words what was done, and why
 */
public record Event(int set, int iteration, String column, String method, String words) {
    /** Events without their sets and iterations, the same words once. */
    public static List<String> lines(List<Event> events) {
        return LeftOut.lines(events.stream()
                .map(event -> new LeftOut.Said(event.column, event.method, event.words))
                .toList());
    }
}
