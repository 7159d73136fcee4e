package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

class YamlTest {
    private static Object value(String text) {
        return ((Yaml.Scalar) Yaml.parse(text, "f.yaml")).value();
    }

    @Test
    void remembersLines() {
        Yaml.Members root = (Yaml.Members) Yaml.parse("# c\nversion: 1\n\na:\n  - x\n  - {b: 2}\n", "f.yaml");
        assertThat(root.line("version")).isEqualTo(2);
        assertThat(root.line("a")).isEqualTo(4);
        List<Yaml.Node> items = ((Yaml.Items) root.nodes().get("a")).nodes();
        assertThat(items.get(0)).isEqualTo(new Yaml.Scalar("x", false, 5));
        assertThat(((Yaml.Members) items.get(1)).line("b")).isEqualTo(6);
    }

    @Test
    void tellsNumbersFlagsAndTexts() {
        assertThat(value("12")).isEqualTo(12L);
        assertThat(value("-3.5e2")).isEqualTo(-350.0);
        assertThat(value("99999999999999999999")).isEqualTo(1e20);
        assertThat(value("true")).isEqualTo(true);
        assertThat(value("no")).isEqualTo("no");
        assertThat(value("'12'")).isEqualTo("12");
        assertThat(value("!!str 12")).isEqualTo("12");
        assertThat(value("2024-01-01")).isEqualTo("2024-01-01");
        assertThat(value("0x1p3")).isEqualTo("0x1p3");
        assertThat(value("")).isEqualTo("");
        assertThat(value("~")).isEqualTo("");
    }

    @Test
    void readsJson() {
        Yaml.Members root = (Yaml.Members) Yaml.parse("{\n\t\"a\": [1, \"x\", null, {\"b\": false}]\n}", "f.json");
        assertThat(((Yaml.Items) root.nodes().get("a")).nodes()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1\nb: [1, 2\nc: 3' | line 3",
                "'a: 1\na: 2' | line 2: \"a\" stands here a second time",
                "'a: &x 1\nb: *x' | line 2: anchors",
                "'a: 1\n---\nb: 2' | line 2: a second document",
                "'[1]: 2' | a name is expected",
                "'a: \"b' | not YAML",
                "'a:\n\t- b' | line 2",
            })
    void saysWhereItIsNotYaml(String text, String message) {
        assertThat(catchThrowable(() -> Yaml.parse(text, "f.yaml")))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("f.yaml, line")
                .hasMessageContaining(message);
    }

    @Test
    void hostileTextsAreProblems() {
        for (String text :
                List.of("[".repeat(200_000), "{a: ".repeat(100_000), "- ".repeat(100_000), "a\u0000b", "\ud800")) {
            assertThat(catchThrowable(() -> Yaml.parse(text, "f.yaml"))).isInstanceOf(ProblemException.class);
        }
    }

    /** Random texts of the characters that YAML cares about: a tree or a problem, nothing else. */
    @Test
    void neverAnythingElse() {
        String letters = "ab1: -\n\t[]{},&*!|>'\"%@#?\\\u00e5\u0007\ufeff";
        Rng rng = Rng.of(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = rng.nextInt(30); n >= 0; n--) {
                text.append(letters.charAt(rng.nextInt(letters.length())));
            }
            Throwable thrown = catchThrowable(() -> Yaml.parse(text.toString(), "f.yaml"));
            assertThat(thrown == null || thrown instanceof ProblemException)
                    .as("%s on <%s>", thrown, text)
                    .isTrue();
        }
    }
}
