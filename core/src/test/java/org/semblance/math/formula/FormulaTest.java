package org.semblance.math.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

class FormulaTest {
    private static final List<String> COLUMNS =
            List.of("age", "sex", "income", "hours-per-week", "hours", "capital gain", "log", "x1", "x", "7");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "income ~ age + sex                | age; sex",
                "income ~ age*sex                  | age; sex; age : sex",
                "income ~ age:sex + age            | age; age : sex",
                "income ~ (age + sex + x)^2        | age; sex; x; age : sex; age : x; sex : x",
                "income ~ (age + sex)^2 - age      | sex; age : sex",
                "income ~ age/sex                  | age; age : sex",
                "income ~ hours-per-week - hours   | hours-per-week",
                "income ~ hours-per-week:sex       | hours-per-week : sex",
                "income ~ `hours` + `capital gain` | hours; capital gain",
                "income ~ capital gain+x1          | capital gain; x1",
                "income ~ log(log) + log           | log(log); log",
                "income ~ I(age^2) + I( age ^ 2 )  | I(age^2)",
                "income ~ I(-age + 2*x)            | I(-age + 2 * x)",
                "income ~ I((age+1) / 2e1)         | I((age + 1) / 20)",
                "income ~ age + age + age*age      | age",
                "income ~ 1                        | ",
                "income ~ `7`                      | 7",
                "income ~ poly(age, 2):sex         | poly(age, 2) : sex",
                "income ~ .                        | age; sex; hours-per-week; hours; capital gain; log; x1; x; 7",
                "income ~ . - hours-per-week       | age; sex; hours; capital gain; log; x1; x; 7",
            })
    void termsAreThoseOfR(String text, String terms) {
        Formula formula = Formula.parse(text, COLUMNS);
        assertThat(String.join("; ", formula.terms().stream().map(formula::name).toList()))
                .isEqualTo(terms == null ? "" : terms);
    }

    @ParameterizedTest
    @CsvSource({
        "income ~ age, true",
        "income ~ age - 1, false",
        "income ~ 0 + age, false",
        "income ~ age + 0 + 1, true",
        "income ~ -1 + age, false",
        "income ~ age - 0, true"
    })
    void interceptIsThereUnlessTakenAway(String text, boolean intercept) {
        assertThat(Formula.parse(text, COLUMNS).intercept()).isEqualTo(intercept);
    }

    @Test
    void offsetIsNoTerm() {
        Formula formula = Formula.parse("income ~ offset(log(age)) + x", COLUMNS);
        assertThat(formula.terms()).hasSize(1);
        assertThat(formula.offsets()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "income ~ age + sx            | character 16: there is no column \"sx\". Did you mean \"sex\"?",
                "income ~ hours-per-wek       | character 10: there is no column \"hours-per-wek\". Did you mean \"hours-per-week\"?",
                "incme ~ age                  | character 1: there is no column \"incme\". Did you mean \"income\"?",
                "income ~ age +               | the end: a column, a number or a function should stand",
                "income ~ age sex             | character 14: the formula should end, but \"sex\" stands here.",
                "income                       | the end: there should be a \"~\"",
                "income ~ lg(age)             | character 10: there is no function \"lg\". Did you mean \"log\"?",
                "income ~ (age + sex          | the end: a bracket should be closed",
                "income ~ age + 3             | character 16: the number 3 is no term. Write arithmetic inside I().",
                "income ~ age ~ sex           | character 14: the formula should end",
                "income ~ age & x             | character 14: \"&\" is no part of a formula.",
                "income ~ `age                | character 10: a quoted name or label has no closing `.",
                "income ~ age^sex             | character 13: terms are raised to a whole number",
                "income ~ poly(age)           | character 10: poly takes 2 arguments, not 1.",
                "income ~ age == 3            | character 14: a comparison is no term. Write it inside I().",
                "1 ~ age                      | character 1: left of ~ there should be a column.",
                "income ~ log(age             | the end: the bracket of log should be closed",
                "income ~ 'a'                 | character 10: a label is no term.",
                "income ~ 1.2.3               | character 10: \"1.2.3\" is no number.",
            })
    void mistakesAreShownWhereTheyStand(String text, String said) {
        assertThatThrownBy(() -> Formula.parse(text, COLUMNS))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("model \"" + text + "\", " + said);
    }

    @Test
    void whateverIsWrittenIsReadOrRefused() {
        String[] pieces = {
            "age",
            "sex",
            "income",
            "nothing",
            "~",
            "+",
            "-",
            "*",
            ":",
            "/",
            "^",
            "(",
            ")",
            "2",
            "0",
            "1",
            "1e",
            ".5",
            ".",
            " ",
            ",",
            "log",
            "poly",
            "factor",
            "offset",
            "ordered",
            "I",
            "`",
            "\"",
            "'a'",
            "==",
            ">",
            "<=",
            "!=",
            "hours-per-week",
            "%",
            "7",
            "x1",
            "\u00e5"
        };
        Rng rng = Rng.of(1);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(rng.nextInt(3) == 0 ? "" : "income ~ ");
            for (int k = rng.nextInt(8); k >= 0; k--) {
                text.append(pieces[rng.nextInt(pieces.length)]);
            }
            try {
                Formula.parse(text.toString(), COLUMNS);
                read++;
            } catch (ProblemException refused) {
                assertThat(refused).hasMessageContaining(text.toString());
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void columnsThatCannotBeModelledAreSaid() {
        assertThatThrownBy(() -> Formula.parse("income ~ age + id", COLUMNS, List.of("income", "id")))
                .hasMessageStartingWith(
                        "model \"income ~ age + id\", character 16: the column \"id\" cannot be modelled. Keys,");
        assertThat(Formula.parse("x ~ .", List.of("x", "y"), List.of("x", "y", "id"))
                        .variables())
                .hasSize(1);
    }

    @Test
    void allUnknownColumnsAreNamedAtOnce() {
        assertThatThrownBy(() -> Formula.parse("incme ~ aeg + sex + nothing", COLUMNS))
                .satisfies(thrown ->
                        assertThat(((ProblemException) thrown).problems()).hasSize(3));
    }
}
