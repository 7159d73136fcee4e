package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.Each;
import org.semblance.plugin.Option;
import org.semblance.synthesize.Sequential;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonSchemaTest {
    record Some(
            @Option(value = "How many", min = 1, max = 9) int count,

            @Option(
                    value = "Which",
                    choices = {"a", "b"})
            String which,

            @Option("On") boolean on,
            @Option("Share") double share,
            @Option("Names") List<String> names) {}

    @Test
    void saysWhatTheOptionsSay() {
        JsonNode schema = JsonSchema.options(new Some(3, "a", true, Double.POSITIVE_INFINITY, List.of("x")));
        String expected = """
                {"type":"object","additionalProperties":false,"properties":{
                 "count":{"description":"How many","type":"integer","minimum":1,"maximum":9,"default":3},
                 "which":{"description":"Which","type":"string","enum":["a","b"],"default":"a"},
                 "on":{"description":"On","type":"boolean","default":true},
                 "share":{"description":"Share","type":"number"},
                 "names":{"description":"Names","type":"array","items":{"type":["string","number","boolean"]},
                  "default":["x"]}}}
                """;
        // Compared as texts: a node of a long differs from one of an int.
        assertThat(schema).hasToString(JsonMapper.shared().readTree(expected).toString());
    }

    record Named(
            @Option("Plain") Map<String, Object> plain,

            @Option(value = "Columns", each = Each.TEXTS) Map<String, Object> columns,

            @Option(value = "Codes", each = Each.NUMBERS) Map<String, Object> codes,

            @Option(value = "Rules", each = Each.VALUES) Map<String, Object> rules) {}

    @Test
    void saysWhatNamesHold() {
        JsonNode schema = JsonSchema.options(new Named(Map.of(), Map.of(), Map.of(), Map.of()));
        String number =
                "{\"type\":[\"number\",\"string\"],\"pattern\":\"^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?$\"}";
        String value = "{\"type\":[\"string\",\"number\",\"boolean\"]}";
        assertThat(schema.at("/properties/plain/additionalProperties")).hasToString(value);
        assertThat(schema.at("/properties/columns/additionalProperties"))
                .hasToString("{\"anyOf\":[{\"type\":\"array\",\"items\":" + value + "}," + value + "]}");
        assertThat(schema.at("/properties/codes/additionalProperties"))
                .hasToString("{\"anyOf\":[{\"type\":\"array\",\"items\":" + number + "}," + number + "]}");
        assertThat(schema.at("/properties/rules/additionalProperties"))
                .hasToString("{\"type\":\"object\",\"additionalProperties\":" + value + "}");
    }

    @Test
    void methodsOfColumnsAreNamedWithTheirOptions() {
        JsonNode method =
                JsonSchema.options(Sequential.CART.defaults()).at("/properties/methods/additionalProperties/anyOf");
        assertThat(method.path(0).path("enum").valueStream().map(JsonNode::asString))
                .contains("cart", "normrank", "survctree")
                .doesNotContain("2l.norm");
        assertThat(method.valueStream()
                        .map(one -> one.at("/properties/method/const").asString()))
                .contains("passive", "nested");
    }

    @Test
    void theModelSchemaKnowsEveryMake() {
        JsonNode schema = JsonSchema.model();
        assertThat(schema.get("$schema").stringValue()).contains("draft-07");
        assertThat(schema.get("properties").propertyNames()).containsExactly("version", "seed", "tables");
        JsonNode column = schema.at("/properties/tables/additionalProperties/properties/columns/additionalProperties");
        Set<String> makes = new HashSet<>();
        for (JsonNode choice : column.get("anyOf")) {
            String make = choice.at("/properties/make/const").stringValue();
            makes.add(make);
            assertThat(choice.get("properties").has("missing")).isTrue();
            assertThat(choice.get("properties").has("round")).isEqualTo(Makes.isLaw(make));
            assertThat(choice.get("description").stringValue()).isNotEmpty();
        }
        assertThat(makes).containsAll(Makes.names());
    }

    /** Names of makes are one vocabulary, though they come from three lists. */
    @Test
    void noTwoMakesShareAName() {
        assertThat(Makes.names()).doesNotHaveDuplicates();
    }
}
