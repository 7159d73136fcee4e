package org.semblance.project.database;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Listed;
import org.semblance.table.Declared;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;

/** What a file says of a database without what it says of tables that are not learnt. */
final class LeftOut {
    private final Set<String> tables;
    private final DatabaseSchema schema;

    private LeftOut(Set<String> tables, DatabaseSchema schema) {
        this.tables = tables;
        this.schema = schema;
    }

    /** @param tables those that are learnt; none for all */
    static DatabaseSchema of(DatabaseSchema schema, List<String> tables) {
        if (tables.isEmpty()) {
            return schema;
        }
        Set<String> there = new LinkedHashSet<>(tables);
        // What SDV says of a table without a name is about the only one.
        there.add(DatabaseSchema.UNNAMED);
        return new LeftOut(there, schema).rest();
    }

    private DatabaseSchema rest() {
        Declared said = schema.declared();
        List<Relationship> relationships = said.relationships();
        List<Sequence> sequences = said.sequences();
        Declared declared = new Declared(
                only(said.keys()),
                relationships == null
                        ? null
                        : relationships.stream()
                                .filter(r -> tables.contains(r.parent()) && tables.contains(r.child()))
                                .toList(),
                sequences == null
                        ? null
                        : sequences.stream()
                                .filter(s -> tables.contains(s.table()))
                                .toList());
        @Nullable Pattern others = others();
        Map<String, Listed> rules = new LinkedHashMap<>();
        only(schema.constraints())
                .forEach((table, listed) -> rules.put(
                        table,
                        new Listed(
                                listed.file(),
                                listed.lines().stream()
                                        .filter(line -> others == null
                                                || !others.matcher(String.valueOf(line.value()))
                                                        .find())
                                        .toList())));
        return new DatabaseSchema(
                schema.file(),
                only(schema.columns()),
                declared,
                schema.keep().stream().filter(tables::contains).toList(),
                rules,
                schema.origin(),
                schema.lines());
    }

    private <T> Map<String, T> only(Map<String, T> all) {
        Map<String, T> out = new LinkedHashMap<>(all);
        out.keySet().retainAll(tables);
        return out;
    }

    /** A rule that names a column of one of the other tables, or counts its rows; null where the file names no other. */
    private @Nullable Pattern others() {
        Set<String> names = new LinkedHashSet<>(schema.columns().keySet());
        names.addAll(schema.declared().keys().keySet());
        List<Relationship> relationships = schema.declared().relationships();
        if (relationships != null) {
            relationships.forEach(r -> names.addAll(List.of(r.parent(), r.child())));
        }
        names.removeAll(tables);
        if (names.isEmpty()) {
            return null;
        }
        String any = String.join("|", names.stream().map(Pattern::quote).toList());
        return Pattern.compile("(?<![\\p{Alnum}_])(" + any + ")\\.|count\\s*\\(\\s*(" + any + ")(?![\\p{Alnum}_])");
    }
}
