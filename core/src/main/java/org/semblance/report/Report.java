package org.semblance.report;

import java.util.List;
import java.util.Map;

/**
 * Everything a run says about what it made. Holds aggregates and names of columns only, no real rows.
 *
 * @param version of the program
 * @param notes what was done that a reader should know (rows left out, nothing held back, how scores were taken)
 * @param contents what the model holds of the real data, one sentence each
 */
public record Report(
        String version,
        Source source,
        Made made,
        Sizes sizes,
        List<ColumnLine> columns,
        List<ScoreLine> scores,
        List<String> notes,
        List<String> contents) {
    /** The table learnt from; the name without its folder, the SHA-256 of the file as it was read. */
    public record Source(String name, String sha256, long rows, int columns) {}

    /**
     * How the rows were made.
     *
     * @param chosen what the synthesizer decided for where it tried several ways, in words; or empty
     * @param guarded whether rare labels and extremes were kept back ({@code false} with {@code --fidelity max})
     */
    public record Made(String synthesizer, Map<String, Object> options, String chosen, boolean guarded, long seed) {}

    /** Rows learnt from, held back, and made. */
    public record Sizes(long training, long holdout, long synthetic) {}

    public Report {
        columns = List.copyOf(columns);
        scores = List.copyOf(scores);
        notes = List.copyOf(notes);
        contents = List.copyOf(contents);
    }
}
