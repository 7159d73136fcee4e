package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.math.Together;
import org.semblance.model.Model;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What can be said of single columns of a sequential synthesis. */
class SequentialOptionsTest {
    private static final int AGE = 0;
    private static final int SEX = 1;
    private static final int MARITAL = 3;
    private static final int INCOME = 4;
    private static final int HOURS = 5;

    /** A survey: nobody under 18 is married, an income is -8 (refused) for some, hours are 0 for those without work. */
    private static Table survey(int n) {
        Rng rng = Rng.of(9);
        double[] age = new double[n];
        double[] income = new double[n];
        double[] hours = new double[n];
        int[] sex = new int[n];
        int[] education = new int[n];
        int[] marital = new int[n];
        for (int i = 0; i < n; i++) {
            age[i] = 14 + rng.nextInt(70);
            sex[i] = rng.nextInt(2);
            education[i] = age[i] < 18 ? 0 : rng.nextInt(4);
            marital[i] = age[i] < 18 ? 0 : rng.nextDouble() < .3 ? 0 : rng.nextDouble() < .8 ? 1 : 2;
            hours[i] = rng.nextDouble() < (sex[i] == 0 ? .2 : .5) ? 0 : Math.rint(38 + 6 * rng.nextGaussian());
            income[i] = rng.nextDouble() < (sex[i] == 0 ? .25 : .05)
                    ? -8
                    : rng.nextDouble() < .1
                            ? Double.NaN
                            : Math.rint(800 * (education[i] + 1) * Math.exp(rng.nextGaussian() / 3));
        }
        return Table.of(
                Schema.of(
                        Field.of("age", Kind.WHOLE),
                        Field.of("sex", Kind.CATEGORY),
                        Field.of("education", Kind.CATEGORY),
                        Field.of("marital", Kind.CATEGORY),
                        Field.of("income", Kind.WHOLE),
                        Field.of("hours", Kind.WHOLE)),
                List.of(
                        NumberColumn.of(age),
                        CodeColumn.of(sex, List.of("F", "M")),
                        CodeColumn.of(education, List.of("primary", "vocational", "secondary", "higher")),
                        CodeColumn.of(marital, List.of("SINGLE", "MARRIED", "WIDOWED")),
                        NumberColumn.of(income),
                        NumberColumn.of(hours)));
    }

    private static Model fit(Table table, String method, Map<String, ?> options) {
        return Synthesis.fit(table, Synthesizers.ALL.find(method), options, Privacy.DEFAULT, Run.of(1));
    }

    private static Table draw(Model model, int rows) {
        return model.sample(rows, Run.of(2)).toTable(Run.of(2));
    }

    private static List<String> problems(Table table, Map<String, ?> options) {
        return catchThrowableOfType(ProblemException.class, () -> fit(table, "cart", options)).problems().stream()
                .map(Problem::line)
                .toList();
    }

    private static double share(Table table, int column, double value, String sex) {
        int of = 0;
        int count = 0;
        for (int i = 0; i < table.rows(); i++) {
            if (sex.equals(table.cell(i, SEX))) {
                of++;
                count += table.numbers(column).get(i) == value ? 1 : 0;
            }
        }
        return count / (double) of;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "parametric"})
    @DisplayName("missing codes and piled-up values are drawn apart from numbers, and numbers never come near them")
    void codesAreDrawnApart(String method) {
        Table real = survey(3000);
        Model model = fit(
                real,
                method,
                Map.of("missing-codes", Map.of("income", -8L), "semicontinuous", Map.of("hours", List.of(0L))));
        Table drawn = draw(model, 20_000);

        for (String sex : List.of("F", "M")) {
            // Shares of 1,500 rows are off by .011, those of 10,000 by .004: .05 is four deviations.
            assertThat(share(drawn, INCOME, -8, sex)).isCloseTo(share(real, INCOME, -8, sex), within(.05));
            assertThat(share(drawn, HOURS, 0, sex)).isCloseTo(share(real, HOURS, 0, sex), within(.055));
        }
        double least = Arrays.stream(real.numbers(INCOME).toArray())
                .filter(v -> v > 0)
                .min()
                .orElseThrow();
        assertThat(Arrays.stream(drawn.numbers(INCOME).toArray())
                        .filter(v -> v != -8 && !Double.isNaN(v))
                        .min()
                        .orElseThrow())
                .isGreaterThanOrEqualTo(least);
        assertThat(drawn.column(INCOME).missingCount() / 20_000.0)
                .isCloseTo(real.column(INCOME).missingCount() / 3000.0, within(.03));
    }

    @Test
    @DisplayName("codes that no row has are told, and so is a table smaller than synthpop advises (100 + 10 x columns)")
    void whatIsAmissIsTold() {
        Map<String, ?> options =
                Map.of("missing-codes", Map.of("income", List.of(-8L, -9L)), "semicontinuous", Map.of("hours", 0.5));
        assertThat(fit(survey(160), "cart", options).contents())
                .contains(
                        "warning: income: no row that is learnt from has -9, which missing-codes names",
                        "warning: hours: no row that is learnt from has 0.5, which semicontinuous names")
                .noneMatch(line -> line.contains("are few"));
        Model small = fit(survey(159), "cart", Map.of());
        assertThat(small.contents())
                .contains("warning: 159 rows are few for 6 columns: 160 rows (100 + 10 x columns) or more are advised");
        assertThat(reloaded(small, survey(159), "cart").contents()).isEqualTo(small.contents());
        assertThat(fit(survey(300), "cart", Map.of("strata", List.of("sex"))).contents())
                .contains(
                        "warning: 2 of 2 strata have few rows for 6 columns: 160 (100 + 10 x columns) or more are advised");
    }

    @Test
    @DisplayName("what a rule gives is not learnt from, and every row that satisfies it gets its value")
    void rulesGiveValues() {
        Table real = survey(2000);
        Map<String, ?> options = Map.of(
                "rules",
                Map.of(
                        "marital", Map.of("age < 18", "SINGLE", "age > 75 and sex = 'F'", "WIDOWED"),
                        "income", Map.of("age < 18", ""),
                        "hours", Map.of("age < 18", 7L)));
        Model model = fit(real, "cart", options);
        Table drawn = draw(model, 3000);

        int young = 0;
        for (int i = 0; i < drawn.rows(); i++) {
            double age = drawn.numbers(AGE).get(i);
            if (age < 18) {
                young++;
                assertThat(drawn.cell(i, MARITAL)).isEqualTo("SINGLE");
                assertThat(drawn.cell(i, INCOME)).isNull();
                assertThat(drawn.cell(i, HOURS)).isEqualTo(7.0);
            } else if (age > 75 && "F".equals(drawn.cell(i, SEX))) {
                assertThat(drawn.cell(i, MARITAL)).isEqualTo("WIDOWED");
            }
        }
        assertThat(young).isGreaterThan(100);
        // 7 hours are not among what is learnt: no one else has them but by chance.
        assertThat(IntStream.range(0, drawn.rows())
                        .filter(i -> drawn.numbers(HOURS).get(i) == 7)
                        .count())
                .isEqualTo(young);
        assertThat(String.join("; ", model.contents()))
                .contains("marital is given where age < 18")
                .contains("real rows of which \"age > 75 and sex = 'F'\" holds have another value");
        assertThat(rows(reloaded(model, real, "cart"))).isEqualTo(rows(model));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "parametric"})
    @DisplayName(
            "later columns are drawn from what a rule makes missing, not from the last label of a column without holes")
    void whatARuleMakesMissingPredicts(String method) {
        int n = 3000;
        Rng rng = Rng.of(4);
        int[] young = new int[n];
        int[] work = new int[n];
        int[] pays = new int[n];
        for (int i = 0; i < n; i++) {
            young[i] = rng.nextInt(2);
            work[i] = rng.nextInt(2);
            // Whoever has the last label pays, but for the young.
            pays[i] = young[i] == 0 && work[i] == 1 ? 1 : 0;
        }
        Table real = Table.of(
                Schema.of(
                        Field.of("young", Kind.CATEGORY), Field.of("work", Kind.CATEGORY), Field.of("pays", Kind.FLAG)),
                List.of(
                        CodeColumn.of(young, List.of("no", "yes")),
                        CodeColumn.of(work, List.of("idle", "works")),
                        CodeColumn.of(pays, List.of("no", "yes"))));
        Model model = fit(
                real,
                method,
                Map.of(
                        "rules",
                        Map.of("work", Map.of("young = 'yes'", "")),
                        // Of what the rule gives alone: nothing else tells the young apart.
                        "from",
                        Map.of("pays", List.of("work"))));
        Table drawn = draw(model, 4000);
        for (int i = 0; i < drawn.rows(); i++) {
            if ("yes".equals(drawn.cell(i, 0))) {
                assertThat(drawn.cell(i, 1)).isNull();
                assertThat(drawn.cell(i, 2)).isEqualTo("no");
            }
        }
        assertThat(rows(reloaded(model, real, method))).isEqualTo(rows(model));
    }

    @Test
    @DisplayName("groups that no real row has are counted and told, in the model file too")
    void strangeGroupsAreTold() {
        Table real = survey(300);
        Model model = fit(real, "cart", Map.of("methods", Map.of("hours", "satcat")));
        assertThat(model.contents())
                .anyMatch(words -> words.matches(
                        "warning: hours.*: [0-9,]+ of 300 rows drawn for trial have a group that no real row has: method satcat"
                                + " gives them any value of the column"));
        assertThat(reloaded(model, real, "cart").contents()).isEqualTo(model.contents());
        Model seen = fit(
                real, "cart", Map.of("methods", Map.of("marital", Map.of("method", "nested", "within", "education"))));
        assertThat(seen.contents()).noneMatch(words -> words.contains("drawn for trial"));
    }

    @Test
    @DisplayName("that the rules of a column hold of every row of a stratum is told")
    void nothingLeftToLearn() {
        Table real = survey(1000);
        Model model =
                fit(real, "cart", Map.of("strata", "sex", "rules", Map.of("marital", Map.of("sex = 'F'", "WIDOWED"))));
        assertThat(model.contents()).anyMatch(words -> words.contains("marital: its rules hold of every row"));
        Table drawn = draw(model, 500);
        assertThat(drawn.column(MARITAL).missingCount()).isZero();
    }

    private static Model reloaded(Model model, Table real, String method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Provenance from = new Provenance(
                "t.csv",
                "",
                real.rows(),
                real.width(),
                method,
                Map.of("rules", Map.of("a", Map.of("b", 1L))),
                1,
                Map.of(),
                "");
        ModelFile.write(out, model, method, from);
        return ModelFile.read(new ByteArrayInputStream(out.toByteArray()), "a model", Synthesis::loader)
                .model();
    }

    private static List<List<Object>> rows(Model model) {
        Table table = draw(model, 200);
        return IntStream.range(0, table.rows())
                .mapToObj(i -> IntStream.range(0, table.width())
                        .mapToObj(c -> (Object) String.valueOf(table.cell(i, c)))
                        .toList())
                .toList();
    }

    @Test
    @DisplayName("everything that is wrong with the options is told at once, before anything is learnt")
    void everyProblemAtOnce() {
        Map<String, Object> rules = new HashMap<>();
        rules.put(
                "marital",
                Map.of(
                        "age < 18", "SINGEL",
                        "age > 200", "MARRIED",
                        "income > 0", "MARRIED",
                        "age <", "WIDOWED",
                        "sex = 'F' and age > 30", "MARRIED",
                        "age > 60", "WIDOWED"));
        rules.put("age", Map.of("age > 60", 60L));
        List<String> problems = problems(
                survey(500),
                Map.of(
                        "methods",
                        Map.of(
                                "incme", "cart",
                                "sex", "crt",
                                "age", "polyreg",
                                "education", "logreg",
                                "hours", Map.of("method", "cart", "min-buket", 3L),
                                "marital", "2l.norm"),
                        "rules",
                        rules,
                        "missing-codes",
                        Map.of("sex", 3L, "income", "x"),
                        "ordered",
                        Map.of("education", List.of("primary", "higher"), "age", List.of("1")),
                        "from",
                        Map.of("income", List.of("agee"), "age", List.of("age")),
                        "keep",
                        List.of("nobody"),
                        "strata",
                        List.of("regoin")));

        assertThat(problems)
                .anyMatch(p -> p.contains("\"incme\"") && p.contains("\"income\""))
                .anyMatch(p -> p.contains("\"crt\""))
                .anyMatch(p -> p.contains("\"polyreg\" does not draw numbers"))
                .anyMatch(p -> p.contains("\"logreg\" is for two labels"))
                .anyMatch(p -> p.contains("\"min-buket\""))
                .anyMatch(p -> p.contains("\"2l.norm\" is a method for imputation"))
                .anyMatch(p -> p.contains("\"SINGEL\"") && p.contains("\"SINGLE\""))
                .anyMatch(p -> p.contains("no row satisfies \"age > 200\""))
                .anyMatch(p -> p.contains("income, which is drawn later"))
                .anyMatch(p -> p.contains("asks for the column itself"))
                .anyMatch(p -> p.startsWith("rules, marital, \"age <\""))
                .anyMatch(p -> p.contains("hold of the same rows, but give them different values"))
                .anyMatch(p -> p.contains("\"sex\" holds labels"))
                .anyMatch(p -> p.contains("codes of column \"income\" must be numbers"))
                .anyMatch(p -> p.contains("2 of the 4 labels of column \"education\""))
                .anyMatch(p -> p.contains("\"age\" holds numbers, which have an order"))
                .anyMatch(p -> p.contains("\"agee\""))
                .anyMatch(p -> p.contains("\"age\" is to be drawn from itself"))
                .anyMatch(p -> p.contains("\"nobody\""))
                .anyMatch(p -> p.contains("\"regoin\""));
    }

    @Test
    @DisplayName("a predictor that is drawn later is left out, with a note; a column without any is sampled")
    void predictorsOfColumns() {
        Model model = fit(
                survey(800),
                "parametric",
                Map.of("from", Map.of("income", List.of("education", "hours"), "marital", List.of())));

        assertThat(model.contents())
                .anyMatch(words -> words.contains("\"hours\" is left out of what it is drawn from"));
        assertThat(model.store().json().toString())
                .contains("\"draws\":\"marital\",\"part\":\"LABELS\",\"method\":\"sample\"");
    }

    @Test
    @DisplayName("labels in an order that was named are drawn by polr, others by polyreg")
    void orderedLabels() {
        Map<String, ?> options =
                Map.of("ordered", Map.of("education", List.of("primary", "vocational", "secondary", "higher")));

        assertThat(String.join("; ", fit(survey(800), "parametric", options).contents()))
                .contains("polr 1", "polyreg 1");
    }

    @Test
    @DisplayName("columns of few different numbers are drawn as labels: no number between them")
    void fewNumbersAreLabels() {
        Table real = survey(900);
        double[] few = Arrays.stream(real.numbers(HOURS).toArray())
                .map(hours -> hours == 0 ? 0 : hours < 38 ? 2 : 40)
                .toArray();
        Table table = Table.of(
                real.schema().select(new int[] {AGE, SEX, HOURS}),
                List.of(real.column(AGE), real.column(SEX), NumberColumn.of(few)));

        Model model = fit(table, "parametric", Map.of("min-levels", 5));

        assertThat(String.join("; ", model.contents())).contains("polyreg 1");
        assertThat(Arrays.stream(draw(model, 500).numbers(2).toArray()).distinct())
                .containsExactlyInAnyOrder(0.0, 2.0, 40.0);
    }

    @Test
    @DisplayName("columns that are kept have the real values row by row, for as many rows only, with a warning")
    void keptColumns() {
        Table real = survey(700);
        Model model = fit(real, "cart", Map.of("keep", List.of("sex", "hours")));

        assertThat(model.fixedRows()).hasValue(700);
        Table drawn = draw(reloaded(model, real, "cart"), 700);
        for (int i = 0; i < 700; i++) {
            assertThat(drawn.cell(i, SEX)).isEqualTo(real.cell(i, SEX));
        }
        assertThat(model.contents())
                .anyMatch(words -> words.startsWith("warning: the real values of sex, hours, row by row"))
                .doesNotContain("no rows");
        assertThat(catchThrowableOfType(ProblemException.class, () -> draw(model, 100))
                        .getMessage())
                .contains("there are 700 rows to keep");
        double real5 = Together.of(
                        real.numbers(HOURS).toArray(), drawn.numbers(HOURS).toArray())
                .correlation();
        assertThat(real5).isGreaterThan(.99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drawn", "kept"})
    @DisplayName("strata are learnt apart; their rows are drawn, or in the real proportion")
    void strata(String rows) {
        Table real = survey(2000);
        Model model = fit(real, "cart", Map.of("strata", List.of("sex"), "strata-rows", rows));
        Table drawn = draw(reloaded(model, real, "cart"), 4000);

        long women = IntStream.range(0, 4000)
                .filter(i -> "F".equals(drawn.cell(i, SEX)))
                .count();
        long realWomen = IntStream.range(0, 2000)
                .filter(i -> "F".equals(real.cell(i, SEX)))
                .count();
        // Counts of 4,000 rows are off by 32; 130 is four deviations.
        assertThat(women)
                .isBetween(
                        2 * realWomen - (rows.equals("kept") ? 0 : 130),
                        2 * realWomen + (rows.equals("kept") ? 0 : 130));
        assertThat(share(drawn, HOURS, 0, "M")).isCloseTo(share(real, HOURS, 0, "M"), within(.06));
        assertThat(model.contents()).anyMatch(words -> words.startsWith("2 strata of "));
    }

    @Test
    @DisplayName("a code that a stratum lacks is told only where all rows lack it, and once")
    void codesOfOneStratum() {
        Table real = survey(2000);
        double[] income = real.numbers(INCOME).toArray();
        for (int i = 0; i < income.length; i++) {
            income[i] = "F".equals(real.cell(i, SEX)) || income[i] != -8 ? income[i] : 1000;
        }
        List<Column> columns = new ArrayList<>();
        IntStream.range(0, real.width())
                .forEach(c -> columns.add(c == INCOME ? NumberColumn.of(income) : real.column(c)));
        Table women = Table.of(real.schema(), columns);
        Model model = fit(
                women, "cart", Map.of("strata", List.of("sex"), "missing-codes", Map.of("income", List.of(-8L, -9L))));

        assertThat(model.contents().stream().filter(words -> words.contains("no row that is learnt from")))
                .containsExactly("warning: income: no row that is learnt from has -9, which missing-codes names");
    }

    @Test
    @DisplayName("a stratum of fewer than 10 + 10 p rows is refused, without naming it")
    void smallStrataAreRefused() {
        assertThat(problems(survey(200), Map.of("strata", List.of("age"))))
                .singleElement()
                .asString()
                .contains("fewer than the 70 rows that 6 columns need");
    }
}
