package org.semblance.project;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.Conditionals;
import org.semblance.plugin.Each;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.synthesize.Sequential;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema draft-07 from option records: types, documentation, defaults, ranges and choices come from the same
 * {@code @Option} as the checks, so that an editor completes and explains exactly what a reader accepts.
 */
public final class JsonSchema {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    /** A number as text; what the readers of options take, but for spaces around it. */
    private static final String NUMBER = "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?$";

    private JsonSchema() {}

    /** A document: an object of the given properties and nothing else. */
    public static ObjectNode document(String title, String description, ObjectNode properties, List<String> required) {
        ObjectNode out = node().put("$schema", DRAFT).put("title", title);
        out.setAll(closed(description, properties, required));
        return out;
    }

    /** An object of the given properties and nothing else. */
    public static ObjectNode closed(String description, ObjectNode properties, List<String> required) {
        ObjectNode out = node();
        if (!description.isEmpty()) {
            out.put("description", description);
        }
        out.put("type", "object").put("additionalProperties", false);
        if (!required.isEmpty()) {
            ArrayNode names = out.putArray("required");
            required.forEach(names::add);
        }
        out.set("properties", properties);
        return out;
    }

    /** An object whose names are free and whose values follow one schema. */
    public static ObjectNode named(String description, ObjectNode value) {
        ObjectNode out = node().put("description", description).put("type", "object");
        out.set("additionalProperties", value);
        return out;
    }

    /** The options of a record as an object, none of them required. */
    public static ObjectNode options(Record defaults) {
        return closed("", properties(defaults), List.of());
    }

    /** A schema for each option of a record. */
    public static ObjectNode properties(Record defaults) {
        ObjectNode out = node();
        Options.describe(defaults).forEach(option -> out.set(option.name(), property(option)));
        return out;
    }

    private static ObjectNode property(Options.Description option) {
        ObjectNode out = node().put("description", option.doc());
        switch (option.type()) {
            case "whole" -> out.put("type", "integer");
            case "number" -> out.put("type", "number");
            case "flag" -> out.put("type", "boolean");
            case "list" -> out.put("type", "array").set("items", value());
            case "names" -> out.put("type", "object").set("additionalProperties", each(option.each()));
            default -> out.put("type", "string");
        }
        number(out, "minimum", option.min());
        number(out, "maximum", option.max());
        if (!option.choices().isEmpty()) {
            ArrayNode choices = out.putArray("enum");
            option.choices().forEach(choices::add);
        }
        JsonNode standard = standard(option.standard());
        if (standard != null) {
            out.set("default", standard);
        }
        return out;
    }

    private static ObjectNode value() {
        ObjectNode out = node();
        ArrayNode types = out.putArray("type");
        List.of("string", "number", "boolean").forEach(types::add);
        return out;
    }

    /** A number, or a text of one: YAML's quotes do not keep it from being read. */
    private static ObjectNode number() {
        ObjectNode out = node();
        out.putArray("type").add("number").add("string");
        return out.put("pattern", NUMBER); // Of texts alone.
    }

    private static ObjectNode each(Each each) {
        return switch (each) {
            case VALUE -> value();
            case VALUES -> (ObjectNode) node().put("type", "object").set("additionalProperties", value());
            case TEXTS -> oneOrMore(value());
            case NUMBERS -> oneOrMore(number());
            case METHOD -> methods(Sequential.methods());
        };
    }

    private static ObjectNode oneOrMore(ObjectNode item) {
        ObjectNode out = node();
        ArrayNode ways = out.putArray("anyOf");
        ways.addObject().put("type", "array").set("items", item);
        ways.add(item);
        return out;
    }

    /** A method that draws a column: its name, or its options with the name under {@code method}. */
    public static ObjectNode methods(List<String> names) {
        ObjectNode out = node();
        ArrayNode ways = out.putArray("anyOf");
        ArrayNode alone = ways.addObject().putArray("enum");
        names.forEach(alone::add);
        for (Plugin<Conditional> plugin : Conditionals.ALL.plugins()) {
            if (names.contains(plugin.name())) {
                ObjectNode options = properties(plugin.defaults());
                options.putObject("method").put("description", plugin.summary()).put("const", plugin.name());
                ways.add(closed("", options, List.of("method")));
            }
        }
        return out;
    }

    private static void number(ObjectNode out, String name, double value) {
        if (Double.isInfinite(value)) {
            return;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.put(name, (long) value);
        } else {
            out.put(name, value);
        }
    }

    private static @Nullable JsonNode standard(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Double number) {
            return Double.isFinite(number) ? nodes.numberNode(number) : null;
        }
        if (value instanceof Number number) {
            return nodes.numberNode(number.longValue());
        }
        if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        }
        if (value instanceof List<?> list) {
            ArrayNode out = nodes.arrayNode();
            list.forEach(element -> out.add(String.valueOf(element)));
            return out;
        }
        if (value instanceof Map<?, ?>) {
            return nodes.objectNode();
        }
        return nodes.stringNode(String.valueOf(value));
    }

    /**
     * An object that names a plugin under {@code key} and has that plugin's options beside it, and {@code common}
     * properties whatever the plugin.
     */
    public static ObjectNode anyOf(List<? extends Plugin<?>> plugins, String key, ObjectNode common) {
        ObjectNode out = node();
        ArrayNode choices = out.putArray("anyOf");
        for (Plugin<?> plugin : plugins) {
            choices.add(one(plugin, key, common));
        }
        return out;
    }

    /** The choice of one plugin, as {@link #anyOf} holds it. */
    public static ObjectNode one(Plugin<?> plugin, String key, ObjectNode common) {
        ObjectNode properties = node();
        properties.putObject(key).put("description", plugin.summary()).put("const", plugin.name());
        properties.setAll(properties(plugin.defaults()));
        common.properties().forEach(member -> {
            if (!properties.has(member.getKey())) {
                properties.set(member.getKey(), member.getValue());
            }
        });
        return closed(plugin.summary(), properties, List.of(key));
    }

    /** The names of plugins, as a text with choices. */
    public static ObjectNode names(List<? extends Plugin<?>> plugins, String description) {
        ObjectNode out = node().put("description", description).put("type", "string");
        ArrayNode choices = out.putArray("enum");
        plugins.forEach(plugin -> choices.add(plugin.name()));
        return out;
    }

    /** The schema of a model written by hand. */
    public static ObjectNode model() {
        ObjectNode common = properties(ColumnParser.COMMON);
        common.remove("make");
        ObjectNode numbers = common.deepCopy();
        numbers.setAll(properties(Numbers.PLAIN));
        ObjectNode column = node();
        ArrayNode choices = column.putArray("anyOf");
        for (Plugin<?> plugin : Makes.plugins()) {
            choices.add(one(plugin, "make", Makes.isLaw(plugin.name()) ? numbers : common));
        }
        labels(choices);
        ObjectNode columns = named("The columns, in their order", column).put("minProperties", 1);
        ObjectNode keys = properties(HandParser.TABLE);
        keys.set("columns", columns);
        ObjectNode tables = named("The table", closed("", keys, List.of("columns")))
                .put("minProperties", 1)
                .put("maxProperties", 1);
        ObjectNode root = properties(HandParser.ROOT);
        root.set("tables", tables);
        return document(
                "Semblance model",
                "A model written by hand: one table of independent columns.",
                root,
                List.of("version", "tables"));
    }

    /** Labels may also be written with their weights: {@code {F: 0.51, M: 0.49}}. */
    private static void labels(ArrayNode choices) {
        for (JsonNode choice : choices) {
            ObjectNode properties = (ObjectNode) choice.get("properties");
            if (properties.path("make").path("const").asString("").equals("category")) {
                ObjectNode values = (ObjectNode) properties.get("values");
                ObjectNode list = values.deepCopy();
                list.remove("description");
                list.remove("default");
                ObjectNode weighted = node().put("type", "object");
                weighted.putObject("additionalProperties").put("type", "number").put("minimum", 0);
                ObjectNode either =
                        node().put("description", values.get("description").stringValue());
                either.putArray("anyOf").add(list).add(weighted);
                properties.set("values", either);
                ((ObjectNode) properties.get("weights").get("items")).put("type", "number");
            }
        }
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
