package org.semblance.project.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.io.DatePattern;
import org.semblance.io.Faults;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Yaml;
import org.semblance.table.Declared;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;

/**
 * SDV's metadata as what is said of a database: METADATA_SPEC_VERSION "V1", "MULTI_TABLE_V1" and "SINGLE_TABLE_V1" (a table
 * called "table", as SDV calls it). An sdtype is taken at its word, but "numerical" for numbers of whatever kind; dates
 * whose format has no counterpart here are looked at again. Faker's names that we have no generator for are identifiers.
 */
final class SdvMetadataFile {
    static final String VERSION = "METADATA_SPEC_VERSION";
    private static final List<String> VERSIONS = List.of("V1", "MULTI_TABLE_V1", "SINGLE_TABLE_V1");

    private final String file;
    private final Faults faults;
    private final Map<String, SchemaOverrides> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> keys = new LinkedHashMap<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final Map<Object, Integer> lines = new HashMap<>();

    private SdvMetadataFile(String file) {
        this.file = file;
        this.faults = new Faults(file);
    }

    /** Whether a file is one, by its version or by an "sdtype" of the first column of the first table. */
    static boolean is(Yaml.Node node) {
        return node instanceof Yaml.Members root
                && (root.nodes().containsKey(VERSION)
                        || first(first(first(root.nodes().get("tables")), "columns")) instanceof Yaml.Members column
                                && column.nodes().containsKey("sdtype"));
    }

    private static Yaml.@Nullable Node first(Yaml.@Nullable Node node) {
        return node instanceof Yaml.Members members
                ? members.nodes().values().stream().findFirst().orElse(null)
                : null;
    }

    private static Yaml.@Nullable Node first(Yaml.@Nullable Node node, String key) {
        return node instanceof Yaml.Members members ? members.nodes().get(key) : null;
    }

    static DatabaseSchema read(Yaml.Members root, String file) {
        return new SdvMetadataFile(file).root(root);
    }

    private DatabaseSchema root(Yaml.Members root) {
        String version = root.nodes().containsKey(VERSION) ? text(root, VERSION) : VERSIONS.get(0);
        if (!VERSIONS.contains(version)) {
            faults.unknown(root.line(VERSION), "the version \"" + version + "\"", version, VERSIONS);
        }
        if (root.nodes().get("tables") instanceof Yaml.Members tables) {
            tables.nodes().forEach((name, node) -> table(name, tables.line(name), node));
        } else if (root.nodes().containsKey("columns")) {
            table(DatabaseSchema.UNNAMED, root.line(), root);
        } else {
            faults.add(root.line(), "there are no tables.", "");
        }
        List<Relationship> relationships = relationships(root.nodes().get("relationships"));
        faults.throwIfAny();
        Declared declared = new Declared(keys, relationships, sequences.isEmpty() ? null : sequences);
        return new DatabaseSchema(file, columns, declared, List.of(), Map.of(), DatabaseSchema.Origin.HAND, lines);
    }

    private void table(String name, int line, Yaml.Node node) {
        lines.put(name, line);
        if (!(node instanceof Yaml.Members table)) {
            faults.add(line, name + ": there must be a group of keys.", "");
            return;
        }
        Map<String, SchemaOverrides.Column> said = new LinkedHashMap<>();
        List<String> key = texts(table, "primary_key");
        List<String> ids = new ArrayList<>(key);
        ids.addAll(texts(table, "alternate_keys"));
        if (table.nodes().get("columns") instanceof Yaml.Members all) {
            all.nodes().forEach((column, one) -> {
                if (one instanceof Yaml.Members members) {
                    said.put(column, column(members, column, key.size() < 2 && ids.contains(column)));
                } else {
                    faults.add(all.line(column), column + ": there must be a group of keys.", "");
                }
            });
        }
        columns.put(name, new SchemaOverrides(file, said));
        keys.put(name, key);
        String order = text(table, "sequence_index");
        List<String> entity = texts(table, "sequence_key");
        if (!order.isEmpty() || !entity.isEmpty()) {
            Sequence sequence = new Sequence(name, entity, order);
            lines.put(sequence, line);
            sequences.add(sequence);
        }
    }

    private SchemaOverrides.Column column(Yaml.Members members, String name, boolean key) {
        String type = text(members, "sdtype");
        if (type.isEmpty()) {
            faults.add(members.line(), name + ": there is no sdtype.", "");
        }
        String pattern = type.equals("datetime") ? SdvDates.pattern(text(members, "datetime_format")) : null;
        boolean secret = !(members.nodes().get("pii") instanceof Yaml.Scalar pii
                && pii.text().equals("false"));
        String numbers = text(members, "computer_representation");
        Kind kind = switch (type) {
            case "numerical" -> numbers.startsWith("Int") || numbers.startsWith("UInt") ? Kind.WHOLE : Kind.DECIMAL;
            case "datetime" -> pattern == null || pattern.isEmpty() ? null : kind(pattern);
            case "categorical" -> Kind.CATEGORY;
            case "boolean" -> Kind.FLAG;
            case "id" -> key ? Kind.KEY : Kind.IDENTIFIER;
            case "" -> null;
            default -> secret ? Kind.IDENTIFIER : type.equals("unknown") ? null : Kind.CATEGORY;
        };
        String maker = kind == Kind.IDENTIFIER ? SdvTypes.MAKERS.get(type) : null;
        boolean dated = kind != null && pattern != null && !pattern.isEmpty();
        return new SchemaOverrides.Column(
                members.line(), kind, null, null, null, null, null, dated ? pattern : null, null, maker);
    }

    private static @Nullable Kind kind(String pattern) {
        try {
            return DatePattern.of(pattern).kind();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Relationship> relationships(Yaml.@Nullable Node node) {
        List<Relationship> out = new ArrayList<>();
        if (node instanceof Yaml.Items items) {
            for (Yaml.Node item : items.nodes()) {
                if (item instanceof Yaml.Members one) {
                    relationship(one, out);
                }
            }
        }
        return out;
    }

    private void relationship(Yaml.Members one, List<Relationship> out) {
        List<String> key = texts(one, "parent_primary_key");
        List<String> foreign = texts(one, "child_foreign_key");
        String parent = text(one, "parent_table_name");
        String child = text(one, "child_table_name");
        if (key.isEmpty() || key.size() != foreign.size() || parent.isEmpty() || child.isEmpty()) {
            faults.add(
                    one.line(),
                    "a relationship names parent_table_name, child_table_name, parent_primary_key and child_foreign_key,"
                            + " as many columns on both sides.",
                    "");
            return;
        }
        Relationship made = new Relationship(parent, key, child, foreign);
        lines.put(made, one.line());
        out.add(made);
    }

    private static String text(Yaml.Members members, String key) {
        return members.nodes().get(key) instanceof Yaml.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }

    private static List<String> texts(Yaml.Members members, String key) {
        Yaml.Node node = members.nodes().get(key);
        if (node instanceof Yaml.Items items) {
            return items.nodes().stream()
                    .map(item -> item instanceof Yaml.Scalar scalar ? scalar.text() : "")
                    .toList();
        }
        String one = text(members, key);
        return one.isEmpty() ? List.of() : List.of(one);
    }
}
