package org.semblance.formats.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.plugin.Problem;
import org.semblance.table.Metadata;

/** Names that a database can not have: too long (PostgreSQL would cut them silently), or the same but for the case. */
final class NewNames {
    private NewNames() {}

    static List<Problem> check(Metadata metadata, Engine engine) {
        List<Problem> problems = new ArrayList<>();
        check(List.copyOf(metadata.schemas().keySet()), "table", "", engine, problems);
        metadata.schemas()
                .forEach((table, schema) -> check(schema.names(), "column", "table " + table, engine, problems));
        return problems;
    }

    private static void check(List<String> names, String what, String where, Engine engine, List<Problem> problems) {
        Map<String, String> seen = new HashMap<>();
        for (String name : names) {
            if (name.getBytes(StandardCharsets.UTF_8).length > engine.longestName()) {
                problems.add(Problem.of("the name of the " + what + " \"" + name + "\" is longer than the "
                                + engine.longestName() + " bytes that " + engine.name() + " allows.")
                        .at(where)
                        .fix("Rename it in the source, or write to a folder."));
            }
            if (name.isEmpty() || name.indexOf('\0') >= 0) {
                problems.add(Problem.of("a " + what + " has no name.").at(where).fix("Name it."));
            }
            String other = seen.putIfAbsent(engine.folded(name), name);
            if (other != null) {
                problems.add(Problem.of("the " + what + "s \"" + other + "\" and \"" + name + "\" are the same to "
                                + engine.name() + ".")
                        .at(where)
                        .fix("Rename one of them, or write to a folder."));
            }
        }
    }
}
