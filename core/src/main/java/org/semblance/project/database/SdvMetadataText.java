package org.semblance.project.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A database as SDV's metadata (METADATA_SPEC_VERSION "V1"). What SDV has no word for is left out and told: foreign keys
 * of a table to itself or in circles, those that do not point at the primary key, keys with a date in them.
 *
 * @param json as SDV's {@code Metadata.load_from_dict} takes it
 * @param notes what was left out, one sentence each
 */
public record SdvMetadataText(ObjectNode json, List<String> notes) {
    private static final Set<String> TRUTHS = Set.of("True", "False", "TRUE", "FALSE", "true", "false");

    public SdvMetadataText {
        notes = List.copyOf(notes);
    }

    public static SdvMetadataText of(Database database) {
        List<String> notes = new ArrayList<>();
        Map<String, List<String>> keys = keys(database, notes);
        List<Relationship> relationships = relationships(database, keys, notes);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode tables = json.putObject("tables");
        database.tables().forEach((name, table) -> {
            Set<String> ids = new HashSet<>(keys.getOrDefault(name, List.of()));
            relationships.stream().filter(r -> r.child().equals(name)).forEach(r -> ids.addAll(r.foreignKey()));
            table(tables.putObject(name), table, keys.getOrDefault(name, List.of()), ids);
        });
        for (Sequence sequence : database.sequences()) {
            if (tables.get(sequence.table()) instanceof ObjectNode table) {
                sequence(table, sequence);
            }
        }
        ArrayNode list = json.putArray("relationships");
        for (Relationship r : relationships) {
            ObjectNode one = list.addObject();
            one.put("parent_table_name", r.parent()).put("child_table_name", r.child());
            put(one, "parent_primary_key", r.parentKey());
            put(one, "child_foreign_key", r.foreignKey());
        }
        json.put("METADATA_SPEC_VERSION", "V1");
        return new SdvMetadataText(json, notes);
    }

    private static Map<String, List<String>> keys(Database database, List<String> notes) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        database.keys().forEach((name, columns) -> {
            Table table = database.table(name);
            boolean ids = columns.stream().noneMatch(column -> {
                Kind kind = table.schema().field(table.schema().index(column)).kind();
                return kind == Kind.DATE || kind == Kind.DATETIME || kind == Kind.TIME || kind == Kind.DECIMAL;
            });
            if (ids) {
                keys.put(name, columns);
            } else {
                notes.add("the key of " + name + " was left out: SDV has none with dates or decimals in it");
            }
        });
        return keys;
    }

    private static List<Relationship> relationships(
            Database database, Map<String, List<String>> keys, List<String> notes) {
        List<Relationship> kept = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Relationship r : database.relationships()) {
            String why = "";
            if (r.toItself()) {
                why = "SDV has no tables that point at themselves";
            } else if (reaches(r.child(), r.parent(), kept)) {
                why = "SDV has no tables that point at each other in a circle";
            } else if (!r.parentKey().equals(keys.get(r.parent()))) {
                why = "in SDV a foreign key points at a primary key";
            } else if (r.foreignKey().stream().anyMatch(column -> taken.contains(r.child() + "\0" + column))) {
                why = "in SDV a column is part of one foreign key only";
            }
            if (why.isEmpty()) {
                kept.add(r);
                r.foreignKey().forEach(column -> taken.add(r.child() + "\0" + column));
            } else {
                notes.add(r.name() + " was left out: " + why);
            }
        }
        return kept;
    }

    /** Whether a table is above another already. */
    private static boolean reaches(String from, String to, List<Relationship> relationships) {
        return from.equals(to)
                || relationships.stream()
                        .anyMatch(r -> r.parent().equals(from) && reaches(r.child(), to, relationships));
    }

    private static void table(ObjectNode out, Table table, List<String> key, Set<String> ids) {
        ObjectNode columns = out.putObject("columns");
        ArrayNode alternate = JsonNodeFactory.instance.arrayNode();
        for (int c = 0; c < table.width(); c++) {
            Field field = table.schema().field(c);
            boolean id = ids.contains(field.name());
            column(columns.putObject(field.name()), field, table.column(c), id);
            if (field.kind() == Kind.KEY && !id && table.column(c).missingCount() == 0) {
                alternate.add(field.name());
            }
        }
        if (!key.isEmpty()) {
            put(out, "primary_key", key);
        }
        if (!alternate.isEmpty()) {
            out.set("alternate_keys", alternate);
        }
    }

    private static void column(ObjectNode out, Field field, Column column, boolean id) {
        if (id) {
            out.put("sdtype", "id");
            return;
        }
        switch (field.kind()) {
            case WHOLE -> out.put("sdtype", "numerical").put("computer_representation", "Int64");
            case DECIMAL -> out.put("sdtype", "numerical").put("computer_representation", "Float");
            case DATE, TIME, DATETIME -> {
                out.put("sdtype", "datetime");
                String pattern = field.format().pattern();
                String format = SdvDates.strftime(pattern.isEmpty() ? standard(field.kind()) : pattern);
                if (format != null) {
                    out.put("datetime_format", format);
                }
            }
            case FLAG -> out.put("sdtype", truth((CodeColumn) column) ? "boolean" : "categorical");
            case CATEGORY -> out.put("sdtype", "categorical");
            case TEXT -> out.put("sdtype", "unknown").put("pii", false);
            case KEY -> out.put("sdtype", "id");
            case IDENTIFIER ->
                out.put("sdtype", SdvTypes.sdtype(field.format().maker())).put("pii", true);
        }
    }

    /** How dates without a pattern are written. */
    private static String standard(Kind kind) {
        return kind == Kind.DATE ? "yyyy-MM-dd" : kind == Kind.TIME ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss";
    }

    /** Whether pandas reads the labels as truth values. */
    private static boolean truth(CodeColumn column) {
        return TRUTHS.containsAll(column.compact().labels());
    }

    private static void sequence(ObjectNode table, Sequence sequence) {
        String order = sequence.order();
        String entity = sequence.entity().size() == 1 ? sequence.entity().get(0) : "";
        boolean id =
                table.path("columns").path(entity).path("sdtype").asString("").equals("id");
        if (id && !order.isEmpty()) {
            table.put("sequence_key", entity).put("sequence_index", order);
        }
    }

    /** A name, or a list of them. */
    private static void put(ObjectNode out, String name, List<String> columns) {
        if (columns.size() == 1) {
            out.put(name, columns.get(0));
        } else {
            ArrayNode array = out.putArray(name);
            columns.forEach(array::add);
        }
    }
}
