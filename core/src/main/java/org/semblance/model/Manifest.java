package org.semblance.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.Metadata;
import org.semblance.table.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first page of a model file: format version, who made it from what, what it holds of the real data, and the
 * schema of the table or the schemas of a database. Parts of a format that are plain are left out. Members that this version does not know are ignored: a change
 * that must not be ignored gets a new format version.
 */
record Manifest(
        String synthesizer,
        Provenance provenance,
        List<String> contents,
        Schema schema,
        @Nullable Metadata database) {
    static final String FORMAT = "semblance-model";
    private static final int OF_A_TABLE = 1;
    private static final int OF_A_DATABASE = 2;

    static Manifest of(String synthesizer, Provenance provenance, List<String> contents, Schema schema) {
        return new Manifest(synthesizer, provenance, contents, schema, null);
    }

    static Manifest of(String synthesizer, Provenance provenance, List<String> contents, Metadata database) {
        return new Manifest(synthesizer, provenance, contents, Schema.of(), database);
    }

    ObjectNode json() {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("format", FORMAT).put("version", database == null ? OF_A_TABLE : OF_A_DATABASE);
        out.put("synthesizer", synthesizer);
        out.set("provenance", json(provenance));
        ArrayNode statement = out.putArray("contents");
        contents.forEach(statement::add);
        if (database == null) {
            put(out.putArray("schema"), schema);
        } else {
            out.set("database", MetadataJson.of(database));
        }
        return out;
    }

    /** @throws BadFile if the version is another one; other faults come as unchecked exceptions */
    static Manifest of(ObjectNode json) throws BadFile {
        if (!FORMAT.equals(json.path("format").asString(""))) {
            throw new BadFile("its manifest.json is not that of a model");
        }
        int version = json.get("version").intValue();
        if (version > ModelFile.VERSION) {
            throw new BadFile(
                    "it has format version " + version + ", but this version of Semblance reads format versions up to "
                            + ModelFile.VERSION,
                    "Use a newer version of Semblance, or fit the model again with this one.");
        }
        if (version < 1) {
            throw new BadFile("it has format version " + version + ", which never was");
        }
        List<String> contents = new ArrayList<>();
        json.get("contents").forEach(sentence -> contents.add(sentence.stringValue()));
        JsonNode database = json.get("database");
        return new Manifest(
                json.get("synthesizer").stringValue(),
                provenance(json.get("provenance")),
                List.copyOf(contents),
                database == null ? schema(json.get("schema")) : Schema.of(),
                database == null ? null : MetadataJson.of(database));
    }

    static void put(ArrayNode columns, Schema schema) {
        schema.fields().forEach(field -> columns.add(json(field)));
    }

    static Schema schema(JsonNode columns) {
        List<Field> fields = new ArrayList<>();
        columns.forEach(field -> fields.add(field(field)));
        return new Schema(fields);
    }

    private static ObjectNode json(Provenance from) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("source", from.source()).put("sha256", from.sha256());
        out.put("rows", from.rows()).put("columns", from.columns());
        out.put("synthesizer", from.synthesizer());
        ObjectNode options = out.putObject("options");
        from.options().forEach((name, value) -> options.set(name, json(value)));
        out.put("seed", from.seed());
        ObjectNode versions = out.putObject("versions");
        from.versions().forEach(versions::put);
        return out.put("fitted", from.fitted());
    }

    private static Provenance provenance(JsonNode json) {
        Map<String, Object> options = new LinkedHashMap<>();
        json.get("options").properties().forEach(o -> options.put(o.getKey(), value(o.getValue())));
        Map<String, String> versions = new LinkedHashMap<>();
        json.get("versions")
                .properties()
                .forEach(v -> versions.put(v.getKey(), v.getValue().stringValue()));
        return new Provenance(
                json.get("source").stringValue(),
                json.get("sha256").stringValue(),
                json.get("rows").longValue(),
                json.get("columns").intValue(),
                json.get("synthesizer").stringValue(),
                options,
                json.get("seed").longValue(),
                versions,
                json.get("fitted").stringValue());
    }

    private static JsonNode json(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Long number) {
            return nodes.numberNode(number);
        }
        if (value instanceof Double number) {
            return nodes.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        }
        if (value instanceof List<?> list) {
            ArrayNode out = nodes.arrayNode();
            list.forEach(element -> out.add(json(element)));
            return out;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode out = nodes.objectNode();
            map.forEach((name, of) -> out.set(String.valueOf(name), json(of)));
            return out;
        }
        return nodes.stringNode(String.valueOf(value));
    }

    private static Object value(JsonNode json) {
        if (json.isIntegralNumber()) {
            return json.longValue();
        }
        if (json.isNumber()) {
            return json.doubleValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isArray()) {
            List<Object> out = new ArrayList<>();
            json.forEach(element -> out.add(value(element)));
            return out;
        }
        if (json.isObject()) {
            Map<String, Object> out = new LinkedHashMap<>();
            json.properties().forEach(member -> out.put(member.getKey(), value(member.getValue())));
            return out;
        }
        return json.stringValue();
    }

    private static ObjectNode json(Field field) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("name", field.name()).put("kind", field.kind().word());
        Format format = field.format();
        Format plain = Format.PLAIN;
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        if (format.decimals() != plain.decimals()) {
            parts.put("decimals", format.decimals());
        }
        put(parts, "decimal-sign", text(format.decimalSign()), text(plain.decimalSign()));
        put(parts, "group-sign", text(format.groupSign()), text(plain.groupSign()));
        put(parts, "prefix", format.prefix(), plain.prefix());
        put(parts, "suffix", format.suffix(), plain.suffix());
        put(parts, "pattern", format.pattern(), plain.pattern());
        put(parts, "missing", format.missing(), plain.missing());
        put(parts, "maker", format.maker(), plain.maker());
        if (!parts.isEmpty()) {
            out.set("format", parts);
        }
        put(out, "why", field.why(), "");
        return out;
    }

    private static void put(ObjectNode out, String name, String value, String plain) {
        if (!value.equals(plain)) {
            out.put(name, value);
        }
    }

    private static Field field(JsonNode json) {
        String word = json.get("kind").stringValue();
        Kind kind = Arrays.stream(Kind.values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Corrupt.because("a column is of the kind \"" + word + "\", which is unknown"));
        JsonNode parts = json.get("format");
        Format plain = Format.PLAIN;
        Format format = parts == null
                ? plain
                : new Format(
                        parts.path("decimals").intValue(plain.decimals()),
                        sign(parts, "decimal-sign", plain.decimalSign()),
                        sign(parts, "group-sign", plain.groupSign()),
                        text(parts, "prefix"),
                        text(parts, "suffix"),
                        text(parts, "pattern"),
                        text(parts, "missing"),
                        text(parts, "maker"));
        return new Field(json.get("name").stringValue(), kind, format, text(json, "why"));
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null ? "" : value.stringValue();
    }

    private static char sign(JsonNode json, String name, char plain) {
        @Nullable JsonNode value = json.get(name);
        if (value == null) {
            return plain;
        }
        return value.stringValue().isEmpty() ? '\0' : value.stringValue().charAt(0);
    }

    private static String text(char sign) {
        return sign == '\0' ? "" : String.valueOf(sign);
    }
}
