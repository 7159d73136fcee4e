package org.semblance.app.cli;

import java.util.List;
import java.util.Map;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The registries as JSON: kind, then plugins with their options. */
final class ListJson {
    private ListJson() {}

    static String text(Map<String, List<Plugin<?>>> plugins) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        plugins.forEach((kind, list) -> {
            ArrayNode array = root.putArray(kind);
            list.forEach(plugin -> {
                ObjectNode node = node(plugin);
                String page = ListCommand.onPage(kind, plugin);
                if (!page.isEmpty()) {
                    node.put("measure", page);
                }
                array.add(node);
            });
        });
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode node(Plugin<?> plugin) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", plugin.name()).put("summary", plugin.summary());
        node.put("maturity", plugin.maturity().name().toLowerCase(java.util.Locale.ROOT));
        ArrayNode options = node.putArray("options");
        for (Options.Description option : Options.describe(plugin.defaults())) {
            ObjectNode one = options.addObject();
            one.put("name", option.name()).put("type", option.type()).put("doc", option.doc());
            one.putPOJO("default", option.standard());
            if (option.min() != Double.NEGATIVE_INFINITY) {
                one.put("min", option.min());
            }
            if (option.max() != Double.POSITIVE_INFINITY) {
                one.put("max", option.max());
            }
            if (!option.choices().isEmpty()) {
                ArrayNode choices = one.putArray("choices");
                option.choices().forEach(choices::add);
            }
        }
        return node;
    }
}
