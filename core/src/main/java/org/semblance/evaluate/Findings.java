package org.semblance.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * All that an evaluation found.
 *
 * @param question what was asked
 * @param rows how many rows there were of each kind
 * @param list in the order of {@link Measures}
 * @param notMeasured what was left out and why, a sentence each
 * @param notes what a reader of all of it must know, a sentence each
 */
public record Findings(
        Question question, Sizes rows, List<Finding> list, List<String> notMeasured, List<String> notes) {
    /** Rows learnt from, held back (0 for none) and made. */
    public record Sizes(long real, long holdout, long synthetic) {}

    public Findings {
        list = List.copyOf(list);
        notMeasured = List.copyOf(notMeasured);
        notes = List.copyOf(notes);
    }

    public Optional<Finding> find(String name) {
        return list.stream().filter(finding -> finding.name().equals(name)).findFirst();
    }
}
