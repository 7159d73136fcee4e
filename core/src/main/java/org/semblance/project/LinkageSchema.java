package org.semblance.project;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.semblance.linkage.Corruption;
import org.semblance.linkage.Corruptions;
import org.semblance.linkage.Role;
import org.semblance.linkage.registers.Keys;
import org.semblance.plugin.Plugin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a file of parameters for {@code semblance linkage}, from the records and lists that read it. */
public final class LinkageSchema {
    private LinkageSchema() {}

    public static ObjectNode of() {
        ObjectNode properties = node();
        ObjectNode definitions = node();
        for (Keys.Block block : Keys.blocks()) {
            ObjectNode keys = keys(block);
            if (block.name().isEmpty()) {
                properties.setAll(keys);
                continue;
            }
            if (!block.other().isEmpty()) {
                keys.set(Keys.ERRORS, reference(Keys.ERRORS));
            }
            definitions.set(block.name(), JsonSchema.closed("", keys, List.of()));
            ObjectNode either = node().put("description", block.doc());
            ArrayNode forms = either.putArray("anyOf");
            forms.add(reference(block.name()));
            forms.addObject().put("type", "array").set("items", reference(block.name()));
            properties.set(block.name(), either);
            if (!block.other().isEmpty()) {
                properties.set(block.other(), either.deepCopy());
            }
        }
        properties.set(
                Keys.SEED,
                node().put("description", "Same seed, same bytes; drawn where it is left out")
                        .put("type", "integer"));
        properties.set(Keys.ERRORS, reference(Keys.ERRORS));
        definitions.set(Keys.ERRORS, errors());
        definitions.set("column", column());
        ObjectNode out = JsonSchema.document(
                "Semblance linkage parameters", "Two registers of the same people.", properties, List.of());
        out.set("definitions", definitions);
        return out;
    }

    private static ObjectNode reference(String definition) {
        return node().put("$ref", "#/definitions/" + definition);
    }

    private static ObjectNode keys(Keys.Block block) {
        ObjectNode out = node();
        for (Record defaults : block.defaults()) {
            JsonSchema.properties(defaults)
                    .properties()
                    .forEach(property -> out.set(Keys.snake(property.getKey()), property.getValue()));
        }
        legacy(out);
        return out;
    }

    /** What e2elink's files say otherwise. */
    private static void legacy(ObjectNode keys) {
        for (String key : List.copyOf(keys.propertyNames())) {
            List<Object> others = Keys.otherValues(key);
            if (keys.get(key) instanceof ObjectNode property && !others.isEmpty()) {
                property.putArray("type").add("string").add("boolean");
                ArrayNode choices = property.withArray("enum");
                others.forEach(value -> {
                    if (value instanceof Boolean flag) {
                        choices.add(flag);
                    } else {
                        choices.add(String.valueOf(value));
                    }
                });
            }
        }
        new TreeMap<>(Keys.aliases()).forEach((other, key) -> {
            if (keys.get(key) instanceof ObjectNode property) {
                keys.set(other, property.deepCopy().put("description", "Another name of " + key));
            }
        });
        if (keys.has("header_style")) {
            ObjectNode header = keys.putObject("header");
            header.put("description", "header_style and header_synonym in one: standard, random, or [title, 1]");
            ArrayNode forms = header.putArray("anyOf");
            forms.addObject()
                    .putArray("enum")
                    .add("standard")
                    .add("random")
                    .add("Standard")
                    .add("Random");
            ObjectNode two =
                    forms.addObject().put("type", "array").put("minItems", 2).put("maxItems", 2);
            two.putObject("items").putArray("type").add("string").add("integer");
        }
    }

    private static ObjectNode errors() {
        ObjectNode columns = node();
        Arrays.stream(Role.values()).forEach(role -> columns.set(role.word(), reference("column")));
        ObjectNode out = node().put("description", "What goes wrong, by column; or standard, or none");
        ArrayNode forms = out.putArray("anyOf");
        forms.addObject().putArray("enum").add("standard").add("none");
        ObjectNode others = columns.putObject("others");
        others.put("description", "All columns that are not named")
                .putArray("enum")
                .add("standard")
                .add("none");
        ObjectNode open = JsonSchema.closed("", columns, List.of());
        // The columns of a table of the user's own are called as they are there.
        open.set("additionalProperties", reference("column"));
        forms.add(open);
        return out;
    }

    /** The errors of one column: corruptions by name, with a rate or with options too. */
    private static ObjectNode column() {
        ObjectNode named = node();
        for (Plugin<Corruption> plugin : Corruptions.ALL.plugins()) {
            ObjectNode options = node();
            options.putObject("rate").put("type", "number").put("minimum", 0).put("maximum", 1);
            options.set("when", when());
            JsonSchema.properties(plugin.defaults())
                    .properties()
                    .forEach(property -> options.set(Keys.snake(property.getKey()), property.getValue()));
            ObjectNode either = node().put("description", plugin.summary());
            ArrayNode forms = either.putArray("anyOf");
            forms.addObject().put("type", "number").put("minimum", 0).put("maximum", 1);
            forms.add(JsonSchema.closed("", options, List.of("rate")));
            named.set(plugin.name(), either);
        }
        ObjectNode out = node();
        ArrayNode forms = out.putArray("anyOf");
        forms.addObject().put("const", "none");
        forms.addObject().put("type", "array").set("items", JsonSchema.closed("", named, List.of()));
        return out;
    }

    private static ObjectNode when() {
        ObjectNode keys = node();
        keys.putObject("column").put("type", "string");
        keys.putObject("is").putArray("type").add("array").add("string").add("number");
        keys.putObject("from").put("type", "number");
        keys.putObject("below").put("type", "number");
        return JsonSchema.closed("In which rows: by another column of the row", keys, List.of("column"));
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
