package org.semblance.evaluate.privacy;

import java.util.List;
import org.semblance.plugin.Option;

/** The options of {@link Disclosure}; those of synthpop's disclosure(), which has most of them under these names. */
public record DisclosureOptions(
        @Option(KeyColumns.DOC) List<String> keys,

        @Option("The column an attacker wants to learn; where empty, the mean of all scored columns that are no keys.")
        String target,

        @Option(value = "Into how many groups of equally many rows keys that are numbers are cut; 0 for none.", min = 0)
        int keyGroups,

        @Option(value = "The same for targets that are numbers.", min = 0)
        int targetGroups,

        @Option("Whether rows that miss a key count, missing being a value like others.")
        boolean missingKeys,

        @Option("Whether rows that miss the target count, missing being a value like others.")
        boolean missingTarget,

        @Option("Labels of the target that do not count, or pairs such as region=North->yes, known without these data.")
        List<String> exclude,

        @Option(
                value = "Groups of more real rows than this are told apart: what they share is seldom a secret.",
                min = 0)
        int denomLim,

        @Option("Whether the rows of such larger groups do not count at all.")
        boolean excludeOverLimit) {
    static final DisclosureOptions DEFAULT =
            new DisclosureOptions(List.of(), "", 0, 0, true, true, List.of(), 5, false);
}
