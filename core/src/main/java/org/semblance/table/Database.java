package org.semblance.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Named tables and how they are related. Nothing is said about the rows: keys may repeat, foreign keys may be missing or
 * point nowhere.
 *
 * @param metadata the schemas of the tables and how they are related
 * @param tables by name, in the metadata's order
 */
public record Database(Metadata metadata, Map<String, Table> tables) {
    /** @throws IllegalArgumentException where tables and schemas differ */
    public Database {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        if (!tables.keySet().equals(metadata.schemas().keySet())) {
            throw new IllegalArgumentException("the tables are not those of the metadata");
        }
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            if (!table.getValue().schema().equals(metadata.schemas().get(table.getKey()))) {
                throw new IllegalArgumentException("table " + table.getKey() + " has another schema");
            }
        }
    }

    /** @throws ProblemException naming every table and column that does not exist */
    public static Database of(
            Map<String, Table> tables,
            Map<String, List<String>> keys,
            List<Relationship> relationships,
            List<Sequence> sequences) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        tables.forEach((name, table) -> schemas.put(name, table.schema()));
        return new Database(new Metadata(schemas, keys, relationships, sequences), tables);
    }

    public static Database of(Map<String, Table> tables, List<Relationship> relationships) {
        return of(tables, Map.of(), relationships, List.of());
    }

    /** The primary key of each table that has one declared. */
    public Map<String, List<String>> keys() {
        return metadata.keys();
    }

    public List<Relationship> relationships() {
        return metadata.relationships();
    }

    public List<Sequence> sequences() {
        return metadata.sequences();
    }

    /** The same with the primary key of one table declared. */
    public Database key(String table, String... columns) {
        Map<String, List<String>> more = new LinkedHashMap<>(keys());
        more.put(table, List.of(columns));
        return of(tables, more, relationships(), sequences());
    }

    /** The same with one more table declared to hold sequences. */
    public Database sequence(Sequence sequence) {
        List<Sequence> more = new ArrayList<>(sequences());
        more.add(sequence);
        return of(tables, keys(), relationships(), more);
    }

    /** Other tables with the same keys, relationships and sequences; tables this one does not have are left out. */
    public Database with(Map<String, Table> others) {
        Map<String, Table> same = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : tables.keySet()) {
            Table table = others.get(name);
            if (table == null) {
                problems.add(
                        Problem.of("there is no table \"" + name + "\".").fix(Nearest.hint(name, others.keySet())));
            } else {
                same.put(name, table);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return of(same, keys(), relationships(), sequences());
    }

    /** The table of that name, or a problem that guesses what was meant. */
    public Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw ProblemException.data(
                    Problem.of("there is no table \"" + name + "\".").fix(Nearest.hint(name, tables.keySet())));
        }
        return table;
    }

    /** See {@link Metadata#below}. */
    public List<Relationship> below(String table) {
        return metadata.below(table);
    }

    /** See {@link Metadata#above}. */
    public List<Relationship> above(String table) {
        return metadata.above(table);
    }

    /** See {@link Metadata#uniques}. */
    public List<List<String>> uniques(String table) {
        return metadata.uniques(table);
    }
}
