package org.semblance.evaluate.useful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.evaluate.Tables;
import org.semblance.math.Regression;
import org.semblance.math.formula.Formula;
import org.semblance.table.Kind;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Formulas, contrasts and the four regressions are R's, to 1e-6; the script is {@code reference/regression.R}. */
class DesignTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference/regression");

    static Table table() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("x", Kind.DECIMAL);
        kinds.put("z", Kind.DECIMAL);
        kinds.put("k", Kind.WHOLE);
        kinds.put("g", Kind.CATEGORY);
        kinds.put("h", Kind.FLAG);
        kinds.put("y", Kind.DECIMAL);
        kinds.put("b", Kind.FLAG);
        kinds.put("c", Kind.WHOLE);
        kinds.put("o", Kind.CATEGORY);
        return Tables.read(FOLDER.resolve("table.csv"), kinds);
    }

    static Stream<JsonNode> fits() {
        return new ObjectMapper()
                .readTree(FOLDER.resolve("fits.json").toFile())
                .path("fits")
                .valueStream();
    }

    @ParameterizedTest
    @MethodSource("fits")
    void isAsInR(JsonNode fit) {
        Table table = table();
        String text = fit.path("formula").asString();
        Formula formula = Formula.parse(text, table.schema().names());
        Design design = Design.of(formula, fit.path("family").asString(), List.of(), table);
        Design.Rows rows = design.rows(table);
        assertThat(rows.count()).isEqualTo(fit.path("rows").intValue());
        Regression found =
                design.family().fit(rows, design.response().variable().levels().size());
        assertThat(found.converged()).isTrue();
        assertThat(design.names()).hasSize(fit.path("coefficients").size());
        assertThat(found.coefficients()).hasSize(fit.path("coefficients").size());
        for (int j = 0; j < found.coefficients().length; j++) {
            String name = design.names().get(j);
            if (fit.path("coefficients").get(j).isNull()) {
                assertThat(found.coefficients()[j]).as(name).isNaN();
                assertThat(found.error(j)).as(name).isNaN();
                continue;
            }
            double coefficient = fit.path("coefficients").get(j).doubleValue();
            double error = fit.path("errors").get(j).doubleValue();
            assertThat(found.coefficients()[j]).as(name).isCloseTo(coefficient, within(1e-6 * error));
            assertThat(found.error(j)).as(name).isCloseTo(error, within(1e-6 * error));
        }
        double deviance = fit.path("deviance").doubleValue();
        assertThat(found.deviance()).isCloseTo(deviance, within(1e-7 * deviance));
    }

    @Test
    void coefficientsAreNamedByColumnAndLabel() {
        assertThat(names("y ~ x*g - 1")).containsExactly("x", "g A", "g B", "g C", "x : g B", "x : g C");
        assertThat(names("y ~ poly(z, 2) + factor(k):log(z)"))
                .containsExactly(
                        "(intercept)",
                        "poly(z, 2) 1",
                        "poly(z, 2) 2",
                        "factor(k) 1 : log(z)",
                        "factor(k) 2 : log(z)",
                        "factor(k) 3 : log(z)",
                        "factor(k) 4 : log(z)");
        assertThat(names("o ~ x")).containsExactly("x", "1 low | 2 mid", "2 mid | 3 high", "3 high | 4 top");
        assertThat(names("y ~ ordered(g, \"C\", \"B\", \"A\")")).containsExactly("(intercept)", "g B", "g A");
    }

    private static List<String> names(String formula) {
        Table table = table();
        return Design.of(Formula.parse(formula, table.schema().names()), "auto", List.of(), table)
                .names();
    }

    @ParameterizedTest
    @CsvSource({
        "y ~ x, LINEAR",
        "b ~ x, LOGISTIC",
        "I(y > 1) ~ x, LOGISTIC",
        "g == 'B' ~ x, LOGISTIC",
        "o ~ x, ORDINAL",
        "c ~ x, LINEAR"
    })
    void familyFollowsFromTheOutcome(String formula, Family family) {
        Table table = table();
        Formula parsed =
                Formula.parse(formula.replace('\'', '"'), table.schema().names());
        assertThat(Design.of(parsed, "auto", List.of(), table).family()).isEqualTo(family);
    }

    @Test
    void orderOfLevelsIsTheGivenOneElseByNumberElseByText() {
        Table table = Table.of(
                "y:category, z:category, x:whole",
                "10+",
                "low",
                1,
                "5-9",
                "mid",
                2,
                "<5",
                "high",
                3,
                "10+",
                "low",
                4,
                "<5",
                "mid",
                5);
        assertThat(levels(table, "y ~ x", List.of())).containsExactly("<5", "5-9", "10+");
        assertThat(levels(table, "z ~ x", List.of())).containsExactly("high", "low", "mid");
        assertThat(levels(table, "z ~ x", List.of("low", "mid", "high"))).containsExactly("low", "mid", "high");
        assertThat(levels(table, "ordered(z, \"low\", \"mid\", \"high\") ~ x", List.of()))
                .containsExactly("low", "mid", "high");
    }

    private static List<String> levels(Table table, String formula, List<String> order) {
        Formula parsed = Formula.parse(formula, table.schema().names());
        return Design.of(parsed, "auto", order, table).response().variable().levels();
    }

    @Test
    void labelsThatOnlyTheOtherTableHasAreLeftOut() {
        Table real = Table.of("y:decimal, g:category", 1, "a", 2, "b", 3, "a");
        Table other = Table.of("y:decimal, g:category", 1, "c", 2, "b", 3, "a", null, "a");
        Design design = Design.of(Formula.parse("y ~ g", List.of("y", "g")), "auto", List.of(), real);
        Design.Rows rows = design.rows(other);
        assertThat(rows.left()).isEqualTo(2);
        assertThat(rows.columns()[1]).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y ~ log(g)          | auto     | character 9: \"g\" holds labels    | g == \"",
                "y ~ I(g == \"D\")   | auto     | \"g\" has no label \"D\"            | Did you mean",
                "g ~ x               | linear   | holds labels, and a linear          | logistic, ordinal or multinomial",
                "g ~ x               | logistic | more than two values                | family",
                "y ~ x               | poisson  | is no count                         | linear",
                "I(k + 20*c) ~ y     | ordinal  | levels, and a proportional odds     | join some",
                "y ~ factor(x)       | auto     | levels, and at most 200             | Leave it out",
                "y ~ poly(x, z)      | auto     | whole degree                        | degree",
                "o ~ x + offset(z)   | auto     | no offset                           | offset",
                "y ~ I(g + 1)        | auto     | holds labels                        | Compare",
            })
    void whatCannotBeModelledIsSaid(String formula, String family, String said, String also) {
        Table table = table();
        Formula parsed = Formula.parse(formula, table.schema().names());
        assertThatThrownBy(() -> Design.of(parsed, family, List.of(), table))
                .hasMessageContaining(said)
                .hasMessageContaining(also);
    }
}
