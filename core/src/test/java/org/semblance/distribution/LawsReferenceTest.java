package org.semblance.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.semblance.plugin.Plugin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every law against scipy, by reference/laws.py; a law without reference values fails. */
class LawsReferenceTest {
    private static final JsonNode REFERENCE = read();

    private static JsonNode read() {
        InputStream in = LawsReferenceTest.class.getResourceAsStream("/reference/laws.json");
        return JsonMapper.shared().readTree(in);
    }

    @TestFactory
    Stream<DynamicTest> agreesWithScipy() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Plugin<Law> plugin : Laws.ALL.plugins()) {
            JsonNode cases = REFERENCE.get("laws").get(plugin.name());
            tests.add(DynamicTest.dynamicTest(
                    plugin.name() + " has reference values",
                    () -> assertThat(cases)
                            .as("add %s to reference/laws.py", plugin.name())
                            .isNotNull()));
            if (cases != null) {
                cases.forEach(one -> tests.add(
                        DynamicTest.dynamicTest(plugin.name() + " " + one.get("options"), () -> check(plugin, one))));
            }
        }
        return tests.stream();
    }

    private static void check(Plugin<Law> plugin, JsonNode one) {
        Map<String, Object> options = new LinkedHashMap<>();
        one.get("options")
                .properties()
                .forEach(o -> options.put(o.getKey(), o.getValue().numberValue()));
        Law law = plugin.make(options);
        Checked checked = new Checked(new SoftAssertions(), one.get("tolerance").doubleValue());
        near(checked, "mean", law.mean(), one.get("mean"));
        for (JsonNode point : one.get("points")) {
            double x = point.get("x").doubleValue();
            near(checked, "cdf(" + x + ")", law.cdf(x), point.get("cdf"));
            near(checked, "logDensity(" + x + ")", law.logDensity(x), point.get("log-density"));
        }
        for (JsonNode point : one.get("quantiles")) {
            double p = point.get("p").doubleValue();
            near(checked, "quantile(" + p + ")", law.quantile(p), point.get("x"));
        }
        checked.softly.assertAll();
    }

    private record Checked(SoftAssertions softly, double tolerance) {}

    private static void near(Checked checked, String what, double actual, JsonNode expected) {
        double value = expected.isNumber()
                ? expected.doubleValue()
                : switch (expected.stringValue()) {
                    case "inf" -> Double.POSITIVE_INFINITY;
                    case "-inf" -> Double.NEGATIVE_INFINITY;
                    default -> Double.NaN;
                };
        double slack = checked.tolerance * Math.max(Math.abs(value), 0.01);
        boolean same = Double.compare(actual, value) == 0 || Math.abs(actual - value) <= slack;
        checked.softly
                .assertThat(same)
                .as("%s is %s, but scipy says %s", what, actual, value)
                .isTrue();
    }
}
