package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.conditional.Predictors;
import org.semblance.evaluate.useful.FormulaTerms;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** Models as formulas, and labels coded as R's model.matrix codes them. */
class FormulasTest {
    private static final Table SMALL = Table.of(
            "y:decimal, x:decimal, sex:category, edu:category",
            1,
            2,
            "f",
            "low",
            2,
            3,
            "m",
            "mid",
            3,
            null,
            "m",
            "high");

    @Test
    void aColumnNamedAloneIsAsItIsAndTheRestAreNumbers() {
        FormulaTerms terms = FormulaTerms.of("y ~ sex * x + log(x)", List.of("y", "x", "sex", "edu"), SMALL);

        Table columns = terms.columns();
        assertThat(columns.schema().names()).containsExactly("sex", "x", "log(x)", "sex m : x");
        assertThat(columns.column(0)).isSameAs(SMALL.column(2));
        assertThat(((NumberColumn) columns.column(3)).toArray()).containsExactly(0, 3, Double.NaN);
        assertThat(((NumberColumn) columns.column(2)).get(0)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void groupsSayWhatPartAColumnHas() {
        FormulaTerms terms = FormulaTerms.of("y ~ x + (x | sex)", List.of("y", "x", "sex"), SMALL);

        assertThat(terms.columns().schema().names()).containsExactly("x", "sex");
        assertThat(terms.random()).containsExactly("x");
        assertThat(terms.group()).isEqualTo("sex");
    }

    /** y = a b + noise, 40 % of y gone: a model without the product halves its slope (0.6), one with it keeps it. */
    @Test
    void anInteractionIsKept() {
        Rng rng = Rng.of(4);
        int n = 600;
        double[] a = new double[n];
        double[] b = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = rng.nextGaussian();
            b[i] = rng.nextGaussian();
            double value = a[i] * b[i] + 0.5 * rng.nextGaussian();
            y[i] = rng.nextDouble() < 0.4 ? Double.NaN : value;
        }
        Table data = Table.of(
                Table.of("y:decimal, a:decimal, b:decimal", 1, 1, 1).schema(),
                List.of(NumberColumn.of(y), NumberColumn.of(a), NumberColumn.of(b)));
        Plan plan = Plan.of(data).method(0, "norm", Map.of()).sets(5).iterations(1);

        assertThat(slope(data, plan)).isCloseTo(0.6, within(0.1));
        assertThat(slope(data, plan.model(data, "y", "a * b"))).isCloseTo(1, within(0.06));
    }

    private static double slope(Table data, Plan plan) {
        Imputed imputed = ChainedEquations.impute(data, plan, Run.of(1));
        List<Table> sets =
                List.of(1, 2, 3, 4, 5).stream().map(imputed::complete).toList();
        return Pooling.of("y ~ a * b", "linear", List.of(), sets, Pooling.Rule.RUBIN)
                .terms()
                .get(3)
                .estimate();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y | x + y | the formula names the column itself",
                "y | x + z | there is no column \"z\"",
                "q | x | there is no column \"q\"",
                "y | x + | a column, a number or a function should stand",
                "y | log(sex) | \"sex\" holds labels",
                "y | x + offset(x) | an offset has no part in imputation",
            })
    void whatDoesNotFitIsToldBeforeAnythingIsDrawn(String column, String model, String words) {
        assertThatThrownBy(() -> ChainedEquations.impute(SMALL, Plan.of(SMALL).model(SMALL, column, model), Run.of(1)))
                .hasMessageContaining(words);
    }

    /** R: contr.treatment(c("a", "b", "c")) and contr.poly(3). */
    @Test
    void dummiesAsInR() {
        Table table = Table.of("kind:category, edu:category, x:whole", "b", "low", 1, "a", "high", 2, "c", "mid", 3);
        CodeColumn edu = CodeColumn.of(new int[] {0, 2, 1}, List.of("low", "mid", "high"));
        Table ordered = Table.of(table.schema(), List.of(table.column(0), edu, table.column(2)));

        Table coded = Dummies.of(Predictors.of(ordered), Set.of("edu")).table();

        assertThat(coded.width()).isEqualTo(5);
        double[][] expected = {
            {1, 0, 0},
            {0, 0, 1},
            {-0.7071067811865475, 0.7071067811865475, 0},
            {0.408248290463863, 0.408248290463863, -0.816496580927726},
            {1, 2, 3}
        };
        for (int c = 0; c < 5; c++) {
            double[] values = ((NumberColumn) coded.column(c)).toArray();
            for (int i = 0; i < 3; i++) {
                assertThat(values[i]).as(c + "," + i).isCloseTo(expected[c][i], within(1e-12));
            }
        }
    }

    @Test
    void dummiesGoThroughEveryMethod() {
        Rng rng = Rng.of(5);
        StringBuilder kinds = new StringBuilder();
        Object[] cells = new Object[3 * 80];
        for (int i = 0; i < 80; i++) {
            String kind = List.of("a", "b", "c").get(rng.nextInt(3));
            kinds.append(kind);
            cells[3 * i] = i % 5 == 0 ? null : (Object) (double) (kind.charAt(0) - 'a' + rng.nextInt(3));
            cells[3 * i + 1] = kind;
            cells[3 * i + 2] = rng.nextInt(10);
        }
        Table data = Table.of("y:decimal, kind:category, x:whole", cells);
        for (String method : List.of("pmm", "norm", "cart", "rf")) {
            Plan plan = Plan.of(data).method(0, method, Map.of()).sets(1).coding(Plan.Coding.DUMMIES);
            assertThat(ChainedEquations.impute(data, plan, Run.of(1))
                            .complete(1)
                            .column(0)
                            .missingCount())
                    .as(method + kinds.length())
                    .isZero();
        }
    }
}
