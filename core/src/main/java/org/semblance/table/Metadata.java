package org.semblance.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * What a database is without its rows: the schema of each table, and how tables are related. Every table and column that
 * is named exists; tables may point at themselves or in circles.
 *
 * @param schemas by table, in order
 * @param keys the primary key of each table that has one declared: one or more columns
 * @param relationships the foreign keys
 * @param sequences the tables whose rows are steps of sequences
 */
public record Metadata(
        Map<String, Schema> schemas,
        Map<String, List<String>> keys,
        List<Relationship> relationships,
        List<Sequence> sequences) {
    /** @throws ProblemException naming every table and column that does not exist */
    public Metadata {
        schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
        keys = copied(keys);
        relationships = List.copyOf(relationships);
        sequences = List.copyOf(sequences);
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, List<String>> key : keys.entrySet()) {
            check(schemas, key.getKey(), key.getValue(), "a primary key", problems);
        }
        for (int r = 0; r < relationships.size(); r++) {
            Relationship relationship = relationships.get(r);
            if (relationships.indexOf(relationship) < r) {
                problems.add(Problem.of("the relationship " + relationship.name() + " is named twice.")
                        .fix("Leave one of them out."));
            }
            String who = "the relationship " + relationship.name();
            check(schemas, relationship.parent(), relationship.parentKey(), who, problems);
            check(schemas, relationship.child(), relationship.foreignKey(), who, problems);
        }
        for (Sequence sequence : sequences) {
            List<String> columns = new ArrayList<>(sequence.entity());
            if (!sequence.order().isEmpty()) {
                columns.add(sequence.order());
            }
            check(schemas, sequence.table(), columns, "a sequence", problems);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
    }

    /** The schema of the table of that name, or a problem that guesses what was meant. */
    public Schema schema(String name) {
        Schema schema = schemas.get(name);
        if (schema == null) {
            throw ProblemException.data(
                    Problem.of("there is no table \"" + name + "\".").fix(Nearest.hint(name, schemas.keySet())));
        }
        return schema;
    }

    /** The relationships in which a table is the parent. */
    public List<Relationship> below(String table) {
        return relationships.stream()
                .filter(relationship -> relationship.parent().equals(table))
                .toList();
    }

    /** The relationships in which a table is the child. */
    public List<Relationship> above(String table) {
        return relationships.stream()
                .filter(relationship -> relationship.child().equals(table))
                .toList();
    }

    /**
     * The sets of columns that must differ in every row of a table: its primary key, what foreign keys point at, and
     * each column that is a {@link Kind#KEY}.
     */
    public List<List<String>> uniques(String table) {
        Set<List<String>> uniques = new LinkedHashSet<>();
        List<String> primary = keys.get(table);
        if (primary != null) {
            uniques.add(primary);
        }
        for (Field field : schema(table).fields()) {
            if (field.kind() == Kind.KEY) {
                uniques.add(List.of(field.name()));
            }
        }
        for (Relationship relationship : below(table)) {
            Set<String> key = Set.copyOf(relationship.parentKey());
            if (uniques.stream().noneMatch(known -> Set.copyOf(known).equals(key))) {
                uniques.add(relationship.parentKey());
            }
        }
        return List.copyOf(uniques);
    }

    private static Map<String, List<String>> copied(Map<String, List<String>> keys) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        keys.forEach((table, columns) -> copy.put(table, List.copyOf(columns)));
        return Collections.unmodifiableMap(copy);
    }

    private static void check(
            Map<String, Schema> schemas, String name, List<String> columns, String who, List<Problem> problems) {
        Schema schema = schemas.get(name);
        if (schema == null) {
            problems.add(Problem.of(who + " names the table \"" + name + "\", which does not exist.")
                    .fix(Nearest.hint(name, schemas.keySet())));
            return;
        }
        for (String column : columns) {
            if (schema.find(column) < 0) {
                problems.add(Problem.of(who + " names the column \"" + column + "\", which table \"" + name
                                + "\" does not have.")
                        .fix(Nearest.hint(column, schema.names())));
            }
        }
    }
}
