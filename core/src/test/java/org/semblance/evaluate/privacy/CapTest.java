package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Correct attribution probabilities: the vector of synthpop's definitions, and SDMetrics' own figures. */
class CapTest {
    private static final String HEADER = "q:category, t:category";
    private static final Table REAL =
            Table.of(HEADER, "a", "x", "a", "x", "b", "y", "c", "x", "c", "y", "d", "x", "e", "y", "f", "x");
    private static final Table MADE =
            Table.of(HEADER, "a", "x", "b", "y", "b", "y", "c", "x", "d", "y", "g", "x", "e", "y", "e", "x");

    @Test
    void theVectorOfTheDefinitions() {
        Score score = Cap.PLUGIN
                .make(Map.of("keys", "q", "target", "t"))
                .measure(new Comparison(REAL, MADE, REAL), Run.of(1));
        Map<String, Double> expected =
                Map.of("baseCAPd", 53.125, "CAPd", 87.5, "CAPs", 87.5, "DCAP", 56.25, "TCAP", 57.14285714285714);
        expected.forEach((name, percent) ->
                assertThat(score.parts().get(name)).as(name).isCloseTo(percent / 100, within(1e-12)));
        // The other denominators: 4.5 of 7 matched rows; 4 right of 6 in classes that tell something.
        assertThat(score.parts().get("DCAP of matched")).isCloseTo(4.5 / 7, within(1e-12));
        assertThat(score.parts().get("TCAP of told")).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(score.value()).isEqualTo(score.parts().get("DCAP"));
        assertThat(score.parts())
                .containsEntry("DCAP of fresh rows", score.parts().get("CAPd"));
        assertThat(Cap.PLUGIN
                        .make()
                        .measure(Comparison.of(REAL, MADE), Run.of(1))
                        .note())
                .isEqualTo("no keys were given: as an example, q; target t");
    }

    @Test
    void protectionFromWhoKnowsNothingIsWhole() {
        Table real = Table.of(HEADER, "a", "x", "a", "y", "b", "x", "b", "y");
        Table other = Table.of(HEADER, "a", "z", "b", "z");
        Score score = DisclosureProtection.PLUGIN.make().measure(Comparison.of(real, other), Run.of(1));
        assertThat(score.value()).isEqualTo(1);
        assertThat(score.parts()).containsEntry("baseline protection", 0.5).containsEntry("cap protection", 1.0);
        Score constant = DisclosureProtection.PLUGIN.make().measure(Comparison.of(other, real), Run.of(1));
        assertThat(constant.value()).isNaN();
    }

    /** Tables and figures of SDMetrics 0.32 by reference/disclosure_protection.py. */
    @Test
    void tablesScoredBySdMetrics() {
        Path folder = Path.of("src/test/resources/reference/disclosure");
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("a", Kind.CATEGORY);
        kinds.put("b", Kind.CATEGORY);
        kinds.put("n", Kind.DECIMAL);
        kinds.put("m", Kind.WHOLE);
        kinds.put("f", Kind.FLAG);
        Comparison c = Comparison.of(
                Tables.read(folder.resolve("real.csv"), kinds), Tables.read(folder.resolve("synthetic.csv"), kinds));
        JsonNode cases =
                new ObjectMapper().readTree(folder.resolve("protection.json").toFile());
        assertThat(cases.size()).isEqualTo(12);
        for (JsonNode one : cases) {
            Score score = DisclosureProtection.PLUGIN
                    .make(Map.of(
                            "keys", names(one.path("keys")),
                            "sensitive", names(one.path("sensitive")),
                            "computation", one.path("computation").stringValue(),
                            "bins", one.path("bins").intValue()))
                    .measure(c, Run.of(1));
            String which = one.toString();
            assertThat(score.value()).as(which).isCloseTo(one.path("score").doubleValue(), within(1e-12));
            assertThat(score.parts().get("cap protection"))
                    .as(which)
                    .isCloseTo(one.path("cap_protection").doubleValue(), within(1e-12));
            assertThat(score.parts().get("baseline protection"))
                    .as(which)
                    .isCloseTo(one.path("baseline_protection").doubleValue(), within(1e-12));
        }
    }

    private static List<String> names(JsonNode list) {
        List<String> out = new java.util.ArrayList<>();
        list.forEach(name -> out.add(name.stringValue()));
        return out;
    }

    /** SDMetrics' demo table, and the figures in its golden file. */
    @Test
    void theDemoOfSdMetrics() {
        Optional<Path> data = Tables.shared("sdmetrics_demos/single_table/student_placements_real.csv");
        assumeTrue(data.isPresent(), "SDMetrics' demo tables are not here");
        Map<String, Kind> kinds = new LinkedHashMap<>();
        List.of("gender", "degree_type", "high_spec").forEach(name -> kinds.put(name, Kind.CATEGORY));
        Path folder = data.get().getParent();
        Score score = DisclosureProtection.PLUGIN
                .make(Map.of("keys", "gender,degree_type", "sensitive", "high_spec"))
                .measure(
                        Comparison.of(
                                Tables.read(data.get(), kinds),
                                Tables.read(folder.resolve("student_placements_synthetic.csv"), kinds)),
                        Run.of(1));
        assertThat(score.value()).isCloseTo(0.8171162747408884, within(1e-9));
        assertThat(score.parts().get("cap protection")).isCloseTo(0.5447441831605924, within(1e-9));
        assertThat(score.parts().get("baseline protection")).isCloseTo(2 / 3.0, within(1e-9));
    }
}
