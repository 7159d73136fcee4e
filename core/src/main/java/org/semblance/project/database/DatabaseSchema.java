package org.semblance.project.database;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.semblance.constraint.Listed;
import org.semblance.io.ByteHash;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Yaml;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Declared;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;

/**
 * What a file says of a database: only what it names is overridden, the rest is found out.
 *
 * @param file its name, for messages
 * @param columns kinds and formats, by table
 * @param declared keys, relationships and sequences
 * @param keep the tables that stay as they are
 * @param constraints what rows of a table are to keep; of tables that are not there it is looked for
 * @param origin where these come from
 * @param lines where each table, relationship and sequence, and "keep", is named
 */
public record DatabaseSchema(
        String file,
        Map<String, SchemaOverrides> columns,
        Declared declared,
        List<String> keep,
        Map<String, Listed> constraints,
        Origin origin,
        Map<Object, Integer> lines) {
    /** Where constraints come from. */
    public enum Origin {
        /** Somebody has written them, or says that they stand. */
        HAND,
        /** They were found with the keys and foreign keys that the file has. */
        FOUND,
        /** They were found with others and left out: they are looked for anew. */
        ANEW
    }

    public static final DatabaseSchema NOTHING =
            new DatabaseSchema("", Map.of(), Declared.NOTHING, List.of(), Map.of(), Origin.HAND, Map.of());

    /** What SDV calls a table without a name. */
    static final String UNNAMED = "table";

    public DatabaseSchema {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        keep = List.copyOf(keep);
        constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
        lines = Map.copyOf(lines);
    }

    /**
     * A mark of keys and foreign keys: what was found with them is looked for anew where others are said.
     *
     * @param keys of all tables; an empty one where a table has none
     */
    static String mark(Map<String, List<String>> keys, List<Relationship> relationships) {
        List<String> all = new ArrayList<>();
        keys.forEach((table, key) -> all.add("key\t" + table + "\t" + String.join("\t", key)));
        relationships.forEach(r -> all.add(DatabaseSchemaText.line(r)));
        Collections.sort(all);
        byte[] bytes = String.join("\n", all).getBytes(StandardCharsets.UTF_8);
        return String.format(Locale.ROOT, "k%08x", ByteHash.of(bytes, 0, bytes.length));
    }

    /** Without what it says of other tables than these; the same where none are named. */
    public DatabaseSchema only(List<String> tables) {
        return LeftOut.of(this, tables);
    }

    /** The same where this is the only sequence. */
    public DatabaseSchema sequence(Sequence only) {
        Declared more = new Declared(declared.keys(), declared.relationships(), List.of(only));
        return new DatabaseSchema(file, columns, more, keep, constraints, origin, lines);
    }

    /** The same for a source of one table: what SDV says of one that has no name is about that one. */
    public DatabaseSchema named(Set<String> tables) {
        String only = tables.size() == 1 ? tables.iterator().next() : "";
        Set<String> said = new HashSet<>(columns.keySet());
        said.addAll(constraints.keySet());
        if (only.isEmpty() || only.equals(UNNAMED) || !said.equals(Set.of(UNNAMED))) {
            return this;
        }
        List<Sequence> sequences = declared.sequences();
        List<Sequence> renamed = sequences == null
                ? null
                : sequences.stream()
                        .map(sequence -> new Sequence(only, sequence.entity(), sequence.order()))
                        .toList();
        Map<String, List<String>> keys = new LinkedHashMap<>();
        declared.keys().forEach((table, key) -> keys.put(only, key));
        Map<String, SchemaOverrides> named = new LinkedHashMap<>();
        columns.forEach((table, one) -> named.put(only, one));
        Map<String, Listed> rules = new LinkedHashMap<>();
        constraints.forEach((table, one) -> rules.put(only, one));
        return new DatabaseSchema(
                file, named, new Declared(keys, declared.relationships(), renamed), keep, rules, origin, lines);
    }

    /** @throws ProblemException naming every table and column, with its line, that the data do not have */
    public void check(Map<String, Schema> schemas) {
        List<Problem> problems = new ArrayList<>();
        columns.keySet().forEach(table -> columns(table, List.of(), table, schemas, problems));
        declared.keys().forEach((table, key) -> columns(table, key, table, schemas, problems));
        List<Relationship> relationships = declared.relationships();
        if (relationships != null) {
            for (Relationship r : relationships) {
                columns(r.parent(), r.parentKey(), r, schemas, problems);
                columns(r.child(), r.foreignKey(), r, schemas, problems);
            }
        }
        List<Sequence> sequences = declared.sequences();
        if (sequences != null) {
            for (Sequence sequence : sequences) {
                List<String> named = new ArrayList<>(sequence.entity());
                named.add(sequence.order());
                named.removeIf(String::isEmpty);
                columns(sequence.table(), named, sequence, schemas, problems);
            }
        }
        keep.forEach(table -> columns(table, List.of(), "keep", schemas, problems));
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    ProblemException.Kind.DATA, problems.stream().distinct().toList());
        }
    }

    private void columns(
            String table, List<String> names, Object where, Map<String, Schema> schemas, List<Problem> problems) {
        String place = file.isEmpty() ? "" : Yaml.place(file, lines.getOrDefault(where, 1));
        Schema schema = schemas.get(table);
        if (schema == null) {
            problems.add(Problem.of("there is no table \"" + table + "\".")
                    .at(place)
                    .fix(Nearest.hint(table, schemas.keySet())));
            return;
        }
        for (String name : names) {
            if (schema.find(name) < 0) {
                problems.add(Problem.of("table " + table + " has no column \"" + name + "\".")
                        .at(place)
                        .fix(Nearest.hint(name, schema.names())));
            }
        }
    }
}
