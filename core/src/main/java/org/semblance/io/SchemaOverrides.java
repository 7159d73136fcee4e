package org.semblance.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Listed;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Kind;

/**
 * What a schema file says about columns: only what it names is overridden, the rest is inferred.
 *
 * @param constraints what new rows are to keep; null where the file does not say, so that it is looked for
 */
public record SchemaOverrides(
        String name, Map<String, Column> columns, @Nullable Listed constraints) {
    /** Of a file that says nothing of constraints. */
    public SchemaOverrides(String name, Map<String, Column> columns) {
        this(name, columns, null);
    }

    /**
     * What is said of one column; null is not said.
     *
     * @param line where it stands in the file, for messages
     */
    public record Column(
            int line,
            @Nullable Kind kind,
            @Nullable Integer decimals,
            @Nullable String decimalSign,
            @Nullable String groupSign,
            @Nullable String prefix,
            @Nullable String suffix,
            @Nullable String pattern,
            @Nullable List<String> missing,
            @Nullable String maker) {
        /** Only a kind. */
        public static Column of(Kind kind) {
            return new Column(0, kind, null, null, null, null, null, null, null, null);
        }

        public Column maker(String words) {
            return new Column(line, kind, decimals, decimalSign, groupSign, prefix, suffix, pattern, missing, words);
        }
    }

    public SchemaOverrides {
        columns = new LinkedHashMap<>(columns);
    }

    /** @throws ProblemException naming every column that the table does not have */
    public void check(List<String> header) {
        List<Problem> problems = columns.entrySet().stream()
                .filter(entry -> !header.contains(entry.getKey()))
                .map(entry -> Problem.of("the data has no column \"" + entry.getKey() + "\".")
                        .at(Yaml.place(name, entry.getValue().line()))
                        .fix(Nearest.hint(entry.getKey(), header)))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
    }
}
