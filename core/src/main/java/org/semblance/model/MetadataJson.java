package org.semblance.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.table.Metadata;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a database is without its rows, as a model file says it: schemas, keys, relationships and sequences. */
final class MetadataJson {
    private MetadataJson() {}

    static ObjectNode of(Metadata metadata) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        ArrayNode tables = out.putArray("tables");
        metadata.schemas().forEach((name, schema) -> {
            ObjectNode table = tables.addObject().put("name", name);
            Manifest.put(table.putArray("schema"), schema);
            List<String> key = metadata.keys().get(name);
            if (key != null) {
                put(table, "key", key);
            }
        });
        ArrayNode relationships = out.putArray("relationships");
        for (Relationship relationship : metadata.relationships()) {
            ObjectNode one = relationships.addObject();
            put(one.put("parent", relationship.parent()), "parent-key", relationship.parentKey());
            put(one.put("child", relationship.child()), "foreign-key", relationship.foreignKey());
        }
        ArrayNode sequences = out.putArray("sequences");
        for (Sequence sequence : metadata.sequences()) {
            put(
                    sequences.addObject().put("table", sequence.table()).put("order", sequence.order()),
                    "entity",
                    sequence.entity());
        }
        return out;
    }

    private static void put(ObjectNode out, String name, List<String> texts) {
        ArrayNode array = out.putArray(name);
        texts.forEach(array::add);
    }

    /** Faults come as unchecked exceptions. */
    static Metadata of(JsonNode json) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (JsonNode table : json.get("tables")) {
            String name = text(table, "name");
            schemas.put(name, Manifest.schema(table.get("schema")));
            if (table.has("key")) {
                keys.put(name, texts(table, "key"));
            }
        }
        List<Relationship> relationships = new ArrayList<>();
        for (JsonNode one : json.get("relationships")) {
            relationships.add(new Relationship(
                    text(one, "parent"), texts(one, "parent-key"), text(one, "child"), texts(one, "foreign-key")));
        }
        List<Sequence> sequences = new ArrayList<>();
        for (JsonNode one : json.get("sequences")) {
            sequences.add(new Sequence(text(one, "table"), texts(one, "entity"), text(one, "order")));
        }
        return new Metadata(schemas, keys, relationships, sequences);
    }

    private static String text(JsonNode json, String name) {
        return json.get(name).stringValue();
    }

    private static List<String> texts(JsonNode json, String name) {
        List<String> out = new ArrayList<>();
        json.get(name).forEach(text -> out.add(text.stringValue()));
        return out;
    }
}
