package org.semblance.project.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.semblance.io.Yaml;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.relations.RowKeys;
import org.semblance.table.Table;

/** Refuses keys that a file says and the rows do not have: those that repeat or are missing. Cost: one hash of each row. */
final class SaidKeys {
    private SaidKeys() {}

    /** @throws ProblemException naming every such key, with its line */
    static void check(DatabaseSchema schema, Map<String, Table> tables) {
        List<Problem> problems = new ArrayList<>();
        schema.declared().keys().forEach((name, key) -> {
            Table table = tables.get(name);
            String wrong = table == null || key.isEmpty() ? "" : wrong(table, key);
            if (!wrong.isEmpty()) {
                String place = Yaml.place(schema.file(), schema.lines().getOrDefault(name, 1));
                problems.add(Problem.of("the key of " + name + ", " + String.join(" + ", key) + ", " + wrong
                                + ": it does not tell rows apart.")
                        .at(place)
                        .fix("Name other columns, several as [a, b], or none: key: []. Without the line, one is looked"
                                + " for."));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
    }

    private static String wrong(Table table, List<String> key) {
        RowKeys rows = RowKeys.of(table, key);
        boolean missing = rows.missing() > 0;
        boolean repeated = rows.distinct() < rows.rows() - rows.missing();
        String repeats = "is the same in several rows";
        String misses = "is missing in some rows";
        return missing && repeated ? repeats + " and " + misses : missing ? misses : repeated ? repeats : "";
    }
}
