package org.semblance.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Texts, numbers, flags, lists and maps of these as JSON, and back. */
final class Plain {
    private Plain() {}

    static JsonNode json(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode out = nodes.objectNode();
            map.forEach((key, member) -> out.set(String.valueOf(key), json(member)));
            return out;
        }
        if (value instanceof List<?> list) {
            ArrayNode out = nodes.arrayNode();
            list.forEach(element -> out.add(json(element)));
            return out;
        }
        if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        }
        if (value instanceof Number number) {
            double given = number.doubleValue();
            return given == Math.rint(given) && Math.abs(given) < 1e15
                    ? nodes.numberNode((long) given)
                    : nodes.numberNode(given);
        }
        return nodes.stringNode(String.valueOf(value));
    }

    static Object of(JsonNode json) {
        if (json.isObject()) {
            Map<String, Object> out = new LinkedHashMap<>();
            json.properties().forEach(member -> out.put(member.getKey(), of(member.getValue())));
            return out;
        }
        if (json.isArray()) {
            List<Object> out = new ArrayList<>();
            json.forEach(element -> out.add(of(element)));
            return out;
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isIntegralNumber()) {
            return json.longValue();
        }
        return json.isNumber() ? (Object) json.doubleValue() : json.asString("");
    }
}
