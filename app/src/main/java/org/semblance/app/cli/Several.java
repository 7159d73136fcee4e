package org.semblance.app.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine.Option;

/** How often a table is synthesised, and by whose recipe: flags of {@code run} for one table. */
final class Several {
    @Option(
            names = {"-m", "--syntheses"},
            paramLabel = "N",
            description = {
                "How many syntheses are made (1): synthetic-1.csv, synthetic-2.csv ...",
                "The first is scored; semblance pool fits a model to all of them."
            })
    @Nullable
    String syntheses;

    @Option(names = "--stacked", description = "Several syntheses below each other in one file, with the column .syn.")
    boolean stacked;

    @Option(
            names = "--compatible",
            paramLabel = "mice",
            description = {
                "The recipe of courses on mice (where = all TRUE), for --method cart and parametric: it weakens",
                "correlations (.8 becomes .51) and leaves rows linked to real ones. For comparison only."
            })
    @Nullable
    String compatible;

    void put(Map<String, Object> settings) {
        if (syntheses != null) {
            settings.put("syntheses", syntheses);
        }
        if (stacked) {
            settings.put("stacked", true);
        }
        if (compatible != null) {
            settings.put("compatible", compatible);
        }
    }

    void refuseForDatabases() {
        String flag = syntheses != null ? "-m" : stacked ? "--stacked" : compatible != null ? "--compatible" : "";
        if (!flag.isEmpty()) {
            throw ProblemException.usage(Problem.of(flag + " is for one table of single rows.")
                    .fix("Leave it out for related tables and for sequences."));
        }
    }
}
