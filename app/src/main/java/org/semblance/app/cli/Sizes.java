package org.semblance.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which rows are made and how many: flags of {@code run} and {@code sample}. */
final class Sizes {
    @Option(
            names = {"-n", "--rows"},
            paramLabel = "ROWS",
            description = {
                "How many rows to make, like 5000 or 1e6 (as many as the data has).",
                "Of related tables: of one that points at no other, like patients=1000; may be repeated."
            })
    List<String> rows = new ArrayList<>();

    @Option(
            names = "--scale",
            paramLabel = "TIMES",
            description = "Of related tables: how many times the rows of the data (1); children follow.")
    @Nullable
    String scale;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = {
                "Of related tables: what all rows of a table satisfy, like \"patients.sex = 'F'\"; what hangs on",
                "them follows. May be repeated."
            })
    List<String> where = new ArrayList<>();

    @Option(
            names = "--horizon",
            paramLabel = "STEPS",
            description = "Of a table of sequences: so many steps more for each, beyond its last one.")
    @Nullable
    String horizon;

    void refuseForTables() {
        Related.refuse(scale != null ? "--scale" : !where.isEmpty() ? "--where" : "");
        if (horizon != null) {
            throw ProblemException.usage(
                    Problem.of("--horizon is for a table of sequences.")
                            .fix(
                                    "Say what puts its rows in order: --order COLUMN, and --entity COLUMN where there are several."));
        }
    }

    /** Refuses a number of rows that is none, before anything is read. */
    void check() {
        if (rows.size() == 1 && rows.get(0).indexOf('=') < 0) {
            rows(0);
        }
    }

    /** Of one table. */
    long rows(long otherwise) {
        if (rows.isEmpty()) {
            return otherwise;
        }
        if (rows.size() > 1) {
            throw ProblemException.usage(
                    Problem.of("--rows is given " + rows.size() + " times, but there is one table.")
                            .fix("Give it once."));
        }
        try {
            return new Count().convert(rows.get(0));
        } catch (CommandLine.TypeConversionException e) {
            throw ProblemException.usage(
                    Problem.of("--rows is \"" + rows.get(0) + "\", but must be " + e.getMessage() + "."));
        }
    }

    /**
     * Of related tables, as settings of a project.
     *
     * @param only the only table there is, or empty
     */
    void put(Map<String, Object> settings, String only) {
        if (scale != null) {
            settings.put("scale", scale);
        }
        if (!rows.isEmpty()) {
            boolean plain = rows.size() == 1 && rows.get(0).indexOf('=') < 0 && !only.isEmpty();
            settings.put("rows", plain ? List.of(only + "=" + rows(0)) : rows);
        }
        if (horizon != null) {
            settings.put("horizon", horizon);
        }
        if (!where.isEmpty()) {
            settings.put("where", where);
        }
    }
}
