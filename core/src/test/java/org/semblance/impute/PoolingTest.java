package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.math.Pooled;
import org.semblance.table.Table;

/** Regressions on five imputed sets against R's mice 3.15 and mitml 0.4-4: reference/pooling.R. */
class PoolingTest {
    private static final List<Table> SETS = sets();

    private static List<Map<String, String>> rows(String file) {
        return ReferenceRows.of("pooling/" + file);
    }

    private static List<Table> sets() {
        List<Table> out = new ArrayList<>();
        for (int set = 1; set <= 5; set++) {
            List<Object> cells = new ArrayList<>();
            for (Map<String, String> row : rows("long.csv")) {
                if (Integer.parseInt(row.get(".imp")) == set) {
                    double chl = Double.parseDouble(row.get("chl"));
                    cells.addAll(List.of(
                            row.get("age"),
                            Double.parseDouble(row.get("bmi")),
                            row.get("hyp"),
                            chl,
                            Math.rint(chl / 20)));
                }
            }
            out.add(Table.of("age:category, bmi:decimal, hyp:category, chl:whole, events:whole", cells.toArray()));
        }
        return out;
    }

    private static final Map<String, String> MODELS = Map.of(
            "linear", "chl ~ factor(age) + bmi",
            "logistic", "hyp ~ bmi",
            "poisson", "events ~ factor(age) + bmi");

    private static Pooling pool(String model, Pooling.Rule rule) {
        return Pooling.of(MODELS.get(model), model, List.of(), SETS, rule);
    }

    @Test
    @DisplayName("POOL: coefficients, errors, degrees of freedom, intervals and missing information as mice has them")
    void coefficients() {
        Map<String, List<Map<String, String>>> byModel = new LinkedHashMap<>();
        rows("terms.csv")
                .forEach(row -> byModel.computeIfAbsent(
                                row.get("model") + " " + row.get("rule"), key -> new ArrayList<>())
                        .add(row));
        assertThat(byModel).hasSize(4);
        byModel.forEach((key, expected) -> {
            Pooling.Rule rule = key.endsWith("reiter2003") ? Pooling.Rule.REITER : Pooling.Rule.RUBIN;
            List<Pooling.Term> terms = pool(key.split(" ")[0], rule).terms();
            assertThat(terms).hasSameSizeAs(expected);
            for (int j = 0; j < terms.size(); j++) {
                Pooling.Term term = terms.get(j);
                Map<String, String> row = expected.get(j);
                String as = key + " " + term.name();
                close(as, term.estimate(), row.get("estimate"));
                close(as, term.error(), row.get("error"));
                close(as, term.statistic(), row.get("statistic"));
                close(as, term.pooled().freedom(), row.get("df"));
                close(as, term.p(), row.get("p"));
                close(as, term.low(), row.get("low"));
                close(as, term.high(), row.get("high"));
                close(as, term.pooled().within(), row.get("ubar"));
                close(as, term.pooled().between(), row.get("b"));
                close(as, term.pooled().variance(), row.get("t"));
                close(as, term.increase(), row.get("riv"));
                close(as, term.lambda(), row.get("lambda"));
                close(as, term.missing(), row.get("fmi"));
            }
        });
    }

    private static void close(String as, double value, String expected) {
        if (expected.equals("NA")) {
            assertThat(value).as(as).isNaN();
        } else {
            double wanted = Double.parseDouble(expected);
            assertThat(value).as(as).isCloseTo(wanted, within(2e-6 * Math.max(1, Math.abs(wanted))));
        }
    }

    /**
     * mitml gives the test of one coefficient 4 degrees of freedom (1 / (t - 4) with t = 4): there ours are those of the t
     * test, and p is that of the coefficient.
     */
    @ParameterizedTest
    @CsvSource({
        "linear,chl ~ factor(age),linear,D1",
        "linear,chl ~ bmi,linear-age,D1",
        "linear,chl ~ bmi,linear-age,D2",
        "linear,chl ~ bmi,linear-age,D3",
        "linear,chl ~ factor(age),linear,D2",
        "linear,chl ~ factor(age),linear,D3",
        "logistic,hyp ~ 1,logistic,D1",
        "logistic,hyp ~ 1,logistic,D2",
    })
    @DisplayName("D1, D2, D3: tests of several coefficients")
    void comparisons(String model, String smaller, String key, String test) {
        Pooling pooling = pool(model, Pooling.Rule.RUBIN);
        Map<String, String> row = rows("tests.csv").stream()
                .filter(one -> one.get("model").equals(key) && one.get("test").equals(test))
                .findFirst()
                .orElseThrow();

        Pooling.Comparison found = switch (test) {
            case "D1" -> pooling.wald(smaller);
            case "D2" -> pooling.combined(smaller);
            default -> pooling.likelihood(smaller);
        };

        close(test, found.statistic(), row.get("statistic"));
        assertThat(found.freedom()).isEqualTo(Integer.parseInt(row.get("df1")));
        close(test, found.increase(), row.get("riv"));
        if (test.equals("D1") && found.freedom() == 1) {
            Pooling.Term term = pooling.terms().get(pooling.terms().size() - 1);
            assertThat(found.p()).isCloseTo(term.p(), within(1e-9));
        } else {
            close(test, found.rest(), row.get("df2"));
            close(test, found.p(), row.get("p"));
        }
    }

    /** mice's own D3 gives NA or a negative number for a glm, and its tests are skipped: POOL-004, D3-003 to D3-006. */
    @Test
    @DisplayName("D3 of a logistic regression is a number, near that of D2")
    void likelihoodOfLogistic() {
        Pooling pooling = pool("logistic", Pooling.Rule.RUBIN);
        Pooling.Comparison found = pooling.likelihood("hyp ~ 1");

        assertThat(found.statistic())
                .isPositive()
                .isCloseTo(pooling.combined("hyp ~ 1").statistic(), within(.5));
        assertThat(found.p()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"squared,false", "adjusted,true"})
    @DisplayName("pool.r.squared")
    void squared(String key, boolean adjusted) {
        Map<String, String> row = rows("tests.csv").stream()
                .filter(one -> one.get("test").equals(key))
                .findFirst()
                .orElseThrow();

        Pooling.Squared found = pool("linear", Pooling.Rule.RUBIN).squared(adjusted);

        close("estimate", found.estimate(), row.get("statistic"));
        close("low", found.low(), row.get("df1"));
        close("high", found.high(), row.get("df2"));
        close("fmi", found.missing(), row.get("p"));
    }

    @Test
    @DisplayName("BARNARD-RUBIN-001..005 and the scalars of the help page")
    void scalars() {
        double[] q = {-1.5457, -1.428};
        double[] u = {0.9723 * 0.9723, 1.041 * 1.041};
        Pooled pooled = Pooled.rubin(q, u, 23);
        assertThat(pooled.within()).isCloseTo(1.014524, within(1e-6));
        assertThat(pooled.between()).isCloseTo(0.006926645, within(1e-9));
        assertThat(pooled.variance()).isCloseTo(1.024914, within(1e-6));
        assertThat(pooled.freedom()).isCloseTo(20.97025, within(1e-5));
        assertThat(1.5 * pooled.between() / pooled.within())
                .as("r, the increase by what is missing")
                .isCloseTo(0.01024122, within(1e-8));
        assertThat(pooled.missingInformation(2)).isCloseTo(0.09272831, within(1e-8));
        assertThat(Pooled.rubin(new double[] {1, 1}, new double[] {2, 2}, 100).freedom())
                .isCloseTo(100 * 101 / 103.0, within(1e-9));
        Pooled reiter =
                Pooled.reiter(new double[] {0.12182, 0.13209}, new double[] {0.02121 * 0.02121, 0.02516 * 0.02516});
        assertThat(reiter.variance()).isCloseTo(5.678131e-4, within(1e-9));
        assertThat(reiter.freedom()).isCloseTo(463.7127, within(1e-3));
    }

    @Test
    void modelsThatAreNotNestedAndOneSetAloneAreRefused() {
        Pooling pooling = pool("linear", Pooling.Rule.RUBIN);
        assertThatThrownBy(() -> pooling.wald("chl ~ hyp")).hasMessageContaining("not this one with fewer terms");
        assertThatThrownBy(() -> Pooling.of("chl ~ bmi", "auto", List.of(), SETS.subList(0, 1), Pooling.Rule.RUBIN))
                .hasMessageContaining("nothing can be pooled");
        assertThatThrownBy(() -> pool("linear", Pooling.Rule.REITER).combined("chl ~ bmi"))
                .hasMessageContaining("for imputed sets");
        assertThat(IntStream.range(0, 5).mapToObj(SETS::get)).hasSize(5);
    }
}
