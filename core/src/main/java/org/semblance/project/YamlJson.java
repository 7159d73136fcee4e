package org.semblance.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.io.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML tree as JSON and back: what is kept in a model file is what was written. */
final class YamlJson {
    private YamlJson() {}

    static ObjectNode json(Yaml.Members members) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        members.nodes().forEach((name, node) -> out.set(name, json(node)));
        return out;
    }

    private static JsonNode json(Yaml.Node node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node instanceof Yaml.Members members) {
            return json(members);
        }
        if (node instanceof Yaml.Items items) {
            ArrayNode out = nodes.arrayNode();
            items.nodes().forEach(item -> out.add(json(item)));
            return out;
        }
        Yaml.Scalar scalar = (Yaml.Scalar) node;
        if (scalar.isNull()) {
            return nodes.nullNode();
        }
        Object value = scalar.value();
        if (!String.valueOf(value).equals(scalar.text())) {
            // 007 and 1.50 are numbers, but as labels they are more: they stay as they were written.
            return nodes.stringNode(scalar.text());
        }
        if (value instanceof Long whole) {
            return nodes.numberNode(whole);
        }
        if (value instanceof Double number) {
            return nodes.numberNode(number);
        }
        return value instanceof Boolean flag ? nodes.booleanNode(flag) : nodes.stringNode(scalar.text());
    }

    static Yaml.Node yaml(JsonNode json) {
        if (json.isObject()) {
            Map<String, Yaml.Node> nodes = new LinkedHashMap<>();
            json.properties().forEach(member -> nodes.put(member.getKey(), yaml(member.getValue())));
            return new Yaml.Members(nodes, new LinkedHashMap<>(), 0);
        }
        if (json.isArray()) {
            List<Yaml.Node> nodes = new ArrayList<>();
            json.forEach(element -> nodes.add(yaml(element)));
            return new Yaml.Items(nodes, 0);
        }
        return json.isNull() ? new Yaml.Scalar("", false, 0) : new Yaml.Scalar(json.asString(), json.isString(), 0);
    }
}
