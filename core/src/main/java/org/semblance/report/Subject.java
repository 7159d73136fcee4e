package org.semblance.report;

import java.util.List;

/**
 * What a report is about, as whoever asked for it knows: the numbers come from the evaluation.
 *
 * @param version of the program
 * @param real the table that the synthetic one is held against
 * @param columns what each column of the real table was taken for; may be empty
 * @param notes what was done that a reader should know (rows left out, how scores were taken), a sentence each
 * @param contents what the model holds of the real data, a sentence each; empty where there is no model of ours
 * @param changes what was done to the data on the way (dropped, grouped, capped, made anew), a sentence each
 */
public record Subject(
        String version,
        Source real,
        Judged judged,
        List<ColumnLine> columns,
        List<String> notes,
        List<String> contents,
        List<String> changes,
        Repeat repeat) {
    /** A table in a file; the name without its folder, the SHA-256 of the file as it was read. */
    public record Source(String name, String sha256, long rows, int columns) {}

    /**
     * How the same report is made again.
     *
     * @param command to type
     * @param yaml the project file that the command reads or that stands for it; may be empty
     */
    public record Repeat(String command, String yaml) {}

    public Subject {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
        contents = List.copyOf(contents);
        changes = List.copyOf(changes);
    }
}
