package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.table.Table;

/**
 * Mixed, multinomial and proportional odds models on four imputed sets against R's mice 3.15, mitml, lme4, nnet and MASS:
 * reference/pooling_mixed.R.
 */
class PooledModelsTest {
    private static final List<Table> SETS = sets();

    private static List<Map<String, String>> rows(String file) {
        return ReferenceRows.of("pooling_mixed/" + file);
    }

    private static List<Table> sets() {
        List<Table> out = new ArrayList<>();
        for (int set = 1; set <= 4; set++) {
            List<Object> cells = new ArrayList<>();
            for (Map<String, String> row : rows("long.csv")) {
                if (Integer.parseInt(row.get(".imp")) == set) {
                    for (String number : List.of("g", "x", "z", "y")) {
                        cells.add(Double.parseDouble(row.get(number)));
                    }
                    cells.addAll(List.of(row.get("pass"), row.get("grade"), row.get("kind")));
                }
            }
            out.add(Table.of(
                    "g:whole, x:decimal, z:whole, y:decimal, pass:category, grade:category, kind:category",
                    cells.toArray()));
        }
        return out;
    }

    private static Pooling pool(String model) {
        return switch (model) {
            case "lmer" -> of("y ~ x + z + (1 | g)", "auto");
            case "slopes" -> of("y ~ x + z + (1 + x | g)", "auto");
            case "glmer" -> of("pass ~ x + z + (1 | g)", "auto");
            case "multinom" -> of("kind ~ x + z", "multinomial");
            default -> of("ordered(grade, \"low\", \"mid\", \"high\") ~ x + z", "ordinal");
        };
    }

    private static Pooling of(String text, String family) {
        return Pooling.of(text, family, List.of(), SETS, Pooling.Rule.RUBIN);
    }

    private static void close(String as, double value, String expected, double tolerance) {
        double wanted = Double.parseDouble(expected);
        assertThat(value).as(as).isCloseTo(wanted, within(tolerance * (1e-3 + Math.abs(wanted))));
    }

    /** lme4 ends where its own optimiser does, and takes glmer's second derivatives by differences. */
    @ParameterizedTest
    @CsvSource({"lmer, 1e-5", "slopes, 1e-3", "glmer, 2e-3", "multinom, 1e-4", "polr, 1e-3"})
    void coefficientsAsInR(String model, double tolerance) {
        List<Map<String, String>> expected = rows("terms.csv").stream()
                .filter(row -> row.get("model").equals(model))
                .toList();

        List<Pooling.Term> terms = pool(model).terms();

        assertThat(terms.stream().map(Pooling.Term::name))
                .containsExactlyElementsOf(
                        expected.stream().map(row -> row.get("term")).toList());
        for (int j = 0; j < terms.size(); j++) {
            Pooling.Term term = terms.get(j);
            Map<String, String> row = expected.get(j);
            close(term.name(), term.estimate(), row.get("estimate"), tolerance);
            close(term.name(), term.error(), row.get("error"), tolerance);
            close(term.name(), term.pooled().freedom(), row.get("df"), 10 * tolerance);
            close(term.name(), term.low(), row.get("low"), 10 * tolerance);
            close(term.name(), term.high(), row.get("high"), 10 * tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"lmer, 1e-5", "slopes, 1e-3", "glmer, 2e-3"})
    void variancesAsInR(String model, double tolerance) {
        List<Map<String, String>> expected = rows("variances.csv").stream()
                .filter(row -> row.get("model").equals(model))
                .toList();

        List<Pooling.Variance> found = pool(model).variances();

        assertThat(found).hasSameSizeAs(expected);
        for (int k = 0; k < found.size(); k++) {
            close(found.get(k).name(), found.get(k).estimate(), expected.get(k).get("value"), tolerance);
        }
        assertThat(found.get(0).name()).isEqualTo("variance of (intercept) by g");
    }

    /**
     * One lacking coefficient alone has the degrees of freedom of its t test, where mitml has those of infinitely many
     * rows: these are not compared.
     */
    @ParameterizedTest
    @CsvSource({
        "lmer, y ~ 1 + (1 | g), 1e-4",
        "slopes, y ~ x + (1 + x | g), 1e-3",
        "glmer, pass ~ z + (1 | g), 5e-3",
        "multinom, kind ~ x, 1e-4",
        "polr, 'ordered(grade, \"low\", \"mid\", \"high\") ~ x', 1e-4"
    })
    void testsOfSeveralCoefficientsAsInR(String model, String smaller, double tolerance) {
        Pooling pooling = pool(model);
        for (Map<String, String> row : rows("tests.csv")) {
            if (row.get("model").equals(model)) {
                String test = row.get("test");
                Pooling.Comparison found = switch (test) {
                    case "D1" -> pooling.wald(smaller);
                    case "D2" -> pooling.combined(smaller);
                    default -> pooling.likelihood(smaller);
                };
                assertThat(found.test()).isEqualTo(test);
                assertThat(found.freedom()).isEqualTo(Integer.parseInt(row.get("df1")));
                close(test, found.statistic(), row.get("statistic"), tolerance);
                close(test + " increase", found.increase(), row.get("riv"), tolerance);
                if (!test.equals("D1") || found.freedom() > 1) {
                    close(test + " df", found.rest(), row.get("df2"), 10 * tolerance);
                    close(test + " p", found.p(), row.get("p"), 20 * tolerance);
                }
            }
        }
    }

    @Test
    void theSmallerModelHasTheSameGroups() {
        assertThatThrownBy(() -> pool("lmer").wald("y ~ x")).hasMessageContaining("not this one with fewer terms");
        assertThatThrownBy(() -> pool("slopes").likelihood("y ~ x + (1 | g)"))
                .hasMessageContaining("not this one with fewer terms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y ~ 1 + (x | g) | the group has an effect of x, which is no term of the model",
                "y ~ x + (1 | g) + (1 | z) | effects of more than one kind of group",
                "y ~ x + (1 | g / z) | behind the bar there should be one column",
                "y ~ x : (1 | g) | effects of groups are no part of another term",
                "y ~ x + (1 | q) | there is no column \"q\"",
                "grade ~ x + (1 | g) | effects of groups are for linear and logistic models",
                "y ~ z + (1 + x | g) | the group has an effect of x",
            })
    void whatIsNotModelledIsRefused(String line) {
        int bar = line.lastIndexOf(" | ");
        String text = line.substring(0, bar);
        assertThatThrownBy(() -> of(text, "auto")).hasMessageContaining(line.substring(bar + 3));
    }
}
