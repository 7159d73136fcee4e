package org.semblance.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class ExpressionTest {
    private static final double MICROS = 86_400e6;
    private static final double DAY = LocalDate.of(2024, 2, 29).toEpochDay();

    /** One row with a value everywhere but in "gone" and "none". */
    private static final Table ROW = Table.of(
            "age:whole, price:decimal, hours-per-week:whole, sex:category, city:category, born:date, seen:datetime,"
                    + " clock:time, gone:decimal, none:category, patients.id:key",
            34,
            2.5,
            40,
            "F",
            "Umea",
            DAY,
            (DAY + 366) * MICROS + 13.75 * 3600e6,
            8.5 * 3600e6,
            null,
            null,
            "p1");

    private static Object value(String text) {
        Expression expression = Expression.parse(text, ROW.schema());
        Column column = expression.column(ROW);
        Schema schema = Schema.of(Field.of("x", expression.sort().kind()));
        return String.valueOf(Table.of(schema, List.of(column)).cell(0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 + 2 * 3                            | 7.0",
                "-2^2 + 2^-1^2                        | -3.5",
                "2^3^2 / 2                            | 256.0",
                "(age - 4) / 3 - -1                   | 11.0",
                "hours-per-week-age                   | 6.0",
                "`hours-per-week` + 1e2               | 140.0",
                "age / 0                              | null",
                "log(-1)                              | null",
                "round(2.5) + round(-2.5) * 10        | -27.0",
                "round(1.005, 2)                      | 1.01",
                "round(1234.5, -2)                    | 1200.0",
                "round(price * 0.3, 2)                | 0.75",
                "min(age, price, 7) + max(1, 2)       | 4.5",
                "abs(-3) + floor(-1.5) + ceil(1.2)    | 3.0",
                "mod(-1, 7)                           | 6.0",
                "sqrt(exp(log(1)) * 16)               | 4.0",
                "0.1 + 0.2 = 0.3                      | 1.0",
                "0.1 + 0.2 <= 0.3 and 0.1 + 0.2 > 0.3 | 0.0",
                "age = 34 AND sex = 'F'               | 1.0",
                "sex == \"M\" or city != 'Umea'       | 0.0",
                "not sex = 'M' and age <> 3           | 1.0",
                "sex in ('M', 'F') and age not in (1) | 1.0",
                "gone + 1                             | null",
                "gone > 1                             | null",
                "gone > 1 and age < 1                 | 0.0",
                "gone > 1 or age > 1                  | 1.0",
                "not gone > 1                         | null",
                "gone is missing and none is missing  | 1.0",
                "sex is not missing                   | 1.0",
                "missing(gone) and not missing(age)   | 1.0",
                "first(gone, price)                   | 2.5",
                "first(none, 'a')                     | a",
                "if(age > 30, 'old', 'young')         | old",
                "if(gone > 30, 1, 2)                  | null",
                "if(sex = 'M', missing, age)          | 34.0",
                "if(sex = 'F', missing, city)         | null",
                "patients.id = 'p1'                   | 1.0",
                "year(born) * 10000 + month(born) * 100 + day(born) | 2.0240229E7",
                "weekday(born)                        | 4.0",
                "weekday('2026-11-22')                | 7.0",
                "years(born, seen)                    | 1.0",
                "years(born, '2025-02-28')            | 0.0",
                "months('2024-01-31', '2024-02-29')   | 0.0",
                "months('2024-03-31', '2024-01-31')   | -2.0",
                "days(born, date(2024, 3, 1))         | 1.0",
                "date(2023, 14, 29) = born            | 1.0",
                "hour(seen) * 100 + minute(seen)      | 1345.0",
                "hour(clock)                          | 8.0",
                "hours(born, '2024-03-01 12:00')      | 36.0",
                "seen - born                          | 366.5729166666667",
                "date(seen) - born                    | 366.0",
                "born + 1 = '2024-03-01'              | 1.0",
                "born < '2024-03-01' and born < seen  | 1.0",
                "born >= '2024-02-29 00:00:01'        | 0.0",
                "seen > '2025-03-01T13:44:59'         | 1.0",
                "clock <= '08:30'                     | 1.0",
                "max(born, '2025-01-01') - born       | 307.0",
            })
    void calculates(String text, String value) {
        assertThat(value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "agee > 3         | character 1: there is no column \"agee\". Did you mean \"age\"?",
                "sex = F          | character 7: there is no column \"F\". Labels stand in quotes: 'F'.",
                "sex > 'F'        | character 1: labels have no order. Compare them with = or !=, or with in ('a', 'b').",
                "sex + 1          | character 1: \"sex\" is a label, but a number is wanted here.",
                "age = '34'       | character 7: this is a label, but a number is wanted here. Write numbers without quotes.",
                "sex and age = 1  | character 1: \"sex\" is a label, but a condition is wanted here. Compare it with something, such as  = 'yes'.",
                "age or age = 1   | character 1: \"age\" is a number, but a condition is wanted here. Compare it with something, such as  = 1.",
                "born > '1.2.2020'| character 8: '1.2.2020' is not a date. Write dates as '2024-12-31'.",
                "age >            | the end: a column, a number, a label or a function should stand here.",
                "age > 3 sex      | character 9: the expression should end, but \"sex\" stands here.",
                "(age > 3         | the end: a bracket should be closed here.",
                "age is 3         | character 8: after \"is\" stands \"missing\" or \"not missing\", but \"3\" stands here. Values are compared with =.",
                "roud(age)        | character 1: there is no function \"roud\". Did you mean \"round\"?",
                "min(age)         | character 1: min takes 2 or more values in its brackets, not 1.",
                "age # 3          | character 5: \"#\" is no part of a formula.",
                "sex = 'F         | character 7: a quoted name or label has no closing '.",
                "5 - born         | character 5: a date cannot be taken from a number.",
            })
    void saysWhatIsWrongAndWhere(String text, String problem) {
        assertThatThrownBy(() -> Expression.parse(text.strip(), ROW.schema()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("expression \"" + text.strip() + "\", " + problem);
    }

    @Test
    void saysAllThatDoesNotFitAtOnce() {
        assertThatThrownBy(() -> Expression.parse("agee > 3 and sx = 'F' and born > 'x'", ROW.schema()))
                .satisfies(thrown ->
                        assertThat(((ProblemException) thrown).problems()).hasSize(3));
    }

    @Test
    void deepBracketsAreRefused() {
        assertThatThrownBy(() -> Expression.parse("(".repeat(10_000) + "1" + ")".repeat(10_000), ROW.schema()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("brackets");
    }

    @Test
    void aColumnMayBeCalledLikeAWord() {
        Table table = Table.of("missing:whole, in:whole, min:whole", 1, 2, 3);

        assertThat(Expression.parse("missing is not missing and min(`in`, min) = 2", table.schema())
                        .holds(table))
                .containsExactly(true);
    }

    @Test
    void knowsItsColumnsLabelsAndParts() {
        Expression expression =
                Expression.parse("sex = 'F' and (age > 3 or city in ('A', 'B')) and age < 9", ROW.schema());

        assertThat(expression.sort()).isEqualTo(Sort.TRUTH);
        assertThat(expression.columns()).containsExactly("sex", "age", "city");
        assertThat(expression.told())
                .containsExactly(
                        new Expression.Told("sex", "F"),
                        new Expression.Told("city", "A"),
                        new Expression.Told("city", "B"));
        assertThat(expression.parts(ROW.schema()).stream().map(Expression::text))
                .containsExactly("sex = 'F'", "(age > 3 or city in ('A', 'B'))", "age < 9");
        assertThat(Expression.parse("age = 1 or age = 2 and sex = 'F'", ROW.schema())
                        .parts(ROW.schema()))
                .hasSize(1);
    }

    @Test
    void everyRowHasItsOwnValueAcrossWindows() {
        Rng rng = Rng.of(1);
        double[] a = new double[5000];
        double[] b = new double[5000];
        Arrays.setAll(a, i -> rng.nextDouble() < 0.1 ? Double.NaN : rng.nextInt(100));
        Arrays.setAll(b, i -> rng.nextInt(100));
        Schema schema = Schema.of(Field.of("a", Kind.WHOLE), Field.of("b", Kind.WHOLE));
        Table table = Table.of(schema, List.of(NumberColumn.of(a), NumberColumn.of(b)));

        double[] sums = Expression.parse("a * 2 + b", schema).values(table);
        boolean[] holds = Expression.parse("a > b", schema).holds(table);

        for (int i = 0; i < a.length; i++) {
            assertThat(sums[i]).isEqualTo(Double.valueOf(a[i] * 2 + b[i]));
            assertThat(holds[i]).isEqualTo(a[i] > b[i]);
        }
    }

    @Test
    void theCalendarIsThatOfJavaTime() {
        Rng rng = Rng.of(2);
        for (int i = 0; i < 20_000; i++) {
            long from = rng.nextInt(1_500_000) - 800_000;
            long to = rng.nextInt(1_500_000) - 800_000;
            LocalDate a = LocalDate.ofEpochDay(from);
            LocalDate b = LocalDate.ofEpochDay(to);
            assertThat(Calendar.year(from)).isEqualTo(a.getYear());
            assertThat(Calendar.month(from)).isEqualTo(a.getMonthValue());
            assertThat(Calendar.day(from)).isEqualTo(a.getDayOfMonth());
            assertThat(Calendar.weekday(from)).isEqualTo(a.getDayOfWeek().getValue());
            assertThat(Calendar.days(a.getYear(), a.getMonthValue(), a.getDayOfMonth()))
                    .isEqualTo(from);
            assertThat(Calendar.months(from, to)).isEqualTo(ChronoUnit.MONTHS.between(a, b));
            assertThat(Calendar.years(from, to)).isEqualTo(ChronoUnit.YEARS.between(a, b));
        }
    }
}
