package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.Option;
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
