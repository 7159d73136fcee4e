package org.semblance.prepare.relations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Declared;
import org.semblance.table.Metadata;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * Finds out how tables are related, where nobody says it: primary keys ({@link PrimaryKeys}, {@link CompositeKeys}),
 * foreign keys ({@link References}, {@link SharedKeys}, {@link IncludedKeys}) and sequences ({@link Sequences}). Cost: one sort of each column
 * that may name something, and a lookup of the different values of each such column in each key.
 */
public final class Detection {
    private static final String SAID = "as it is said";

    private Detection() {}

    /** @param declared what is known; it is not looked for, and stands also where the data speak against it */
    public static Detected of(Map<String, Table> tables, Declared declared, Run run) {
        check(tables, declared);
        List<Tabled> facts = facts(tables, run);
        Map<String, PrimaryKeys.Key> keys = PrimaryKeys.of(facts);
        declare(declared, keys);
        Map<Relationship, String> relationships = new LinkedHashMap<>();
        List<Relationship> said = declared.relationships();
        if (said != null) {
            said.forEach(relationship -> relationships.put(relationship, SAID));
            CompositeKeys.add(facts, said, keys);
            declare(declared, keys);
        } else {
            look(facts, keys, declared, run).forEach(found -> relationships.put(found.relationship(), found.why()));
        }
        Map<Sequence, String> sequences = new LinkedHashMap<>();
        List<Sequence> known = declared.sequences();
        if (known != null) {
            known.forEach(sequence -> sequences.put(sequence, SAID));
        } else {
            sequences.putAll(Sequences.find(facts, List.copyOf(relationships.keySet())));
        }
        return detected(tables, facts, keys, relationships, sequences);
    }

    /** Refuses what names tables and columns that are not there, before anything is looked for. */
    private static void check(Map<String, Table> tables, Declared declared) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        tables.forEach((name, table) -> schemas.put(name, table.schema()));
        new Metadata(
                schemas,
                declared.keys(),
                declared.relationships() == null ? List.of() : declared.relationships(),
                declared.sequences() == null ? List.of() : declared.sequences());
    }

    private static List<Tabled> facts(Map<String, Table> tables, Run run) {
        List<Tabled> facts = new ArrayList<>();
        long columns = tables.values().stream().mapToInt(Table::width).sum();
        try (Progress.Stage stage = run.progress().begin("relate", columns, "columns")) {
            tables.forEach((name, table) -> {
                Values[] values = new Values[table.width()];
                run.parallel(values.length, c -> {
                    values[c] = new Values(table.schema().field(c), table.column(c));
                    stage.add(1);
                });
                facts.add(new Tabled(name, table.rows(), Names.forms(name), List.of(values)));
            });
        }
        return facts;
    }

    private static void declare(Declared declared, Map<String, PrimaryKeys.Key> keys) {
        declared.keys().forEach((table, columns) -> {
            if (columns.isEmpty()) {
                keys.remove(table);
            } else {
                keys.put(table, new PrimaryKeys.Key(columns, SAID));
            }
        });
    }

    private static List<References.Found> look(
            List<Tabled> facts, Map<String, PrimaryKeys.Key> keys, Declared declared, Run run) {
        List<References.Found> found = new ArrayList<>(new References(facts, keys).find(run));
        CompositeKeys.add(facts, relationships(found), keys);
        declare(declared, keys);
        found.addAll(new SharedKeys(facts, keys, found).find());
        CompositeKeys.add(facts, relationships(found), keys);
        declare(declared, keys);
        List<References.Found> included = new IncludedKeys(facts, keys, found).find();
        found.addAll(included);
        CompositeKeys.add(facts, relationships(included), keys);
        declare(declared, keys);
        return SharedKeys.withoutImplied(found);
    }

    private static List<Relationship> relationships(List<References.Found> found) {
        return found.stream().map(References.Found::relationship).toList();
    }

    private static Detected detected(
            Map<String, Table> tables,
            List<Tabled> facts,
            Map<String, PrimaryKeys.Key> keys,
            Map<Relationship, String> relationships,
            Map<Sequence, String> sequences) {
        Map<String, Tabled> byName = new LinkedHashMap<>();
        facts.forEach(table -> byName.put(table.name(), table));
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, String> why = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (Tabled table : facts) {
            PrimaryKeys.Key key = keys.get(table.name());
            if (key != null) {
                columns.put(table.name(), key.columns());
                why.put(table.name(), key.why());
                repeats(table, key, notes);
            }
        }
        List<Reference> references = new ArrayList<>();
        relationships.forEach((relationship, words) -> {
            RowKeys parent = RowKeys.of(tabled(byName, relationship.parent()), relationship.parentKey());
            RowKeys child = RowKeys.of(tabled(byName, relationship.child()), relationship.foreignKey());
            references.add(new Reference(relationship, Counted.of(parent, child), words));
        });
        Database plain =
                Database.of(tables, columns, List.copyOf(relationships.keySet()), List.copyOf(sequences.keySet()));
        return new Detected(KeyKinds.of(plain), why, references, sequences, notes);
    }

    private static Tabled tabled(Map<String, Tabled> byName, String name) {
        return java.util.Objects.requireNonNull(byName.get(name), name);
    }

    private static void repeats(Tabled table, PrimaryKeys.Key key, List<String> notes) {
        RowKeys rows = RowKeys.of(table, key.columns());
        int wrong = rows.rows() - rows.distinct();
        if (wrong > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: the key %s is missing or repeated in %,d of %,d rows",
                    table.name(),
                    String.join(", ", key.columns()),
                    wrong,
                    rows.rows()));
        }
    }
}
