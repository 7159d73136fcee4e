package org.semblance.project.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.impute.Plan;
import org.semblance.io.Source;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Table;

class ImputationFileTest {
    private static final Table DATA = Table.of(
            "age:whole, edu:category, income:decimal, school:whole, bmi:decimal",
            30,
            "low",
            10.5,
            1,
            null,
            40,
            "high",
            null,
            1,
            22.0,
            50,
            null,
            30.0,
            2,
            25.0,
            60,
            "mid",
            40.0,
            2,
            null);

    private static final String ALL = """
            version: 1
            data: people.csv
            seed: 7
            sets: 3
            iterations: 2
            numbers: norm
            order: [income, bmi, edu]
            ignore: "age > 55"
            exclude: [school]
            methods:
              edu: polr
              bmi: {method: pmm, donors: 3}
              school: none
            predictors:
              income: [age, edu]
              bmi: {age: fixed, edu: 2, school: cluster}
            ordered: {edu: [low, mid, high]}
            post: {income: "max(income, 0)"}
            """;

    private static Imputation read(String text) {
        return ImputationFile.read(
                Source.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "imputation.yaml"));
    }

    @Test
    void everyKeyIsUsed() {
        Imputation imputation = read(ALL);

        Imputation.Planned planned = imputation.plan(DATA);
        Plan plan = planned.plan();

        assertThat(imputation.seed()).isEqualTo(7);
        assertThat(plan.sets()).isEqualTo(3);
        assertThat(plan.iterations()).isEqualTo(2);
        assertThat(plan.methods()).containsExactly("", "polr", "norm", "", "pmm");
        assertThat(plan.options().get(4)).isEqualTo(Map.of("donors", 3L));
        assertThat(plan.visits()).containsExactly(2, 4, 1);
        assertThat(plan.ignored()).containsExactly(false, false, false, true);
        assertThat(plan.predictors()[1]).containsExactly(1, 0, 1, 0, 1);
        assertThat(plan.predictors()[2]).containsExactly(1, 1, 0, 0, 0);
        assertThat(plan.predictors()[4]).containsExactly(1, 2, 0, -2, 0);
        assertThat(plan.ordered()).containsExactly("edu");
        assertThat(planned.data().codes(1).labels()).containsExactly("low", "mid", "high");
        assertThat(planned.data().cell(1, 1)).isEqualTo("high");
        assertThat(plan.formulas().post()).containsEntry("income", "max(income, 0)");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Imputation imputation = read(ALL);

        Imputation again = read(ImputationFile.write(imputation, DATA.schema()));

        assertThat(again).usingRecursiveComparison().isEqualTo(imputation);
        Imputation plain = Imputation.of("x.csv");
        assertThat(read(ImputationFile.write(plain, DATA.schema())))
                .usingRecursiveComparison()
                .isEqualTo(plain);
    }

    @Test
    void quickPredictors() {
        Imputation quick = read("version: 1\ndata: x.csv\ncorrelation: 1\ninclude: [age]\nexclude: [bmi]\n");

        assertThat(quick.plan(DATA).plan().predictors()[2]).containsExactly(1, 0, 0, 0, 0);
    }

    @Test
    void everythingWrongInTheFileIsToldAtOnceWithItsLine() {
        assertThatThrownBy(() -> read("""
                        version: 1
                        data: x.csv
                        sts: 3
                        where: everywhere
                        methods: {bmi: {donors: 3}}
                        predictors: {bmi: {age: fixd, edu: 9}}
                        ordered: {edu: low}
                        """))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where().replaceFirst(".*, ", ""))
                                .containsExactlyInAnyOrder("line 3", "line 4", "line 5", "line 6", "line 6", "line 7"))
                .hasMessageContaining("\"sets\"")
                .hasMessageContaining("\"fixed\"");
    }

    @Test
    void everythingThatDoesNotFitTheTableIsToldAtOnce() {
        Imputation wrong = read("""
                version: 1
                data: x.csv
                labels: polyrg
                order: [agee]
                ignore: "ag > 3"
                include: [who]
                methods: {income: {method: pmm, donrs: 3}}
                predictors: {bmi: [heigth]}
                ordered: {edu: [low, high], age: [a, b]}
                passive: {bmi: income / hight}
                """);

        assertThatThrownBy(() -> wrong.plan(DATA))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .hasSize(9)
                                .extracting(problem -> problem.line())
                                .anyMatch(line -> line.contains("polyreg"))
                                .anyMatch(line -> line.contains("donors"))
                                .anyMatch(line -> line.contains("1 of its 3 labels have no place")));
    }

    @Test
    void aListIsNotNeededForOneOrder() {
        assertThat(read("version: 1\ndata: x.csv\norder: monotone\n").settings().order())
                .isEqualTo(List.of("monotone"));
    }

    @Test
    void blocksStandForTheirColumns() {
        Imputation blocks = read("""
                version: 1
                data: x.csv
                blocks: {money: [income, bmi]}
                order: [edu, money]
                coding: dummies
                methods: {money: norm, bmi: pmm}
                predictors: {money: [age]}
                """);

        Plan plan = blocks.plan(DATA).plan();

        assertThat(plan.methods()).containsExactly("", "polyreg", "norm", "", "pmm");
        assertThat(plan.predictors()[2]).containsExactly(1, 0, 0, 0, 1);
        assertThat(plan.predictors()[4]).containsExactly(1, 0, 1, 0, 0);
        assertThat(plan.visits()).containsExactly(1, 2, 4);
        assertThat(plan.coding()).isEqualTo(Plan.Coding.DUMMIES);
        assertThat(read(ImputationFile.write(blocks, DATA.schema())))
                .usingRecursiveComparison()
                .isEqualTo(blocks);
    }

    @Test
    void aFormulaOfABlockHasItsOtherColumnsToo() {
        Plan plan = read("""
                        version: 1
                        data: x.csv
                        blocks: {money: [income, bmi]}
                        formulas: {money: age * edu, edu: "edu ~ age + school"}
                        """).plan(DATA).plan();

        assertThat(plan.formulas().models())
                .containsEntry("income", "age * edu + `bmi`")
                .containsEntry("bmi", "age * edu + `income`");
        assertThat(plan.predictors()[2]).containsExactly(1, 1, 0, 0, 1);
        assertThat(plan.predictors()[1]).containsExactly(1, 0, 0, 1, 0);
    }

    @Test
    void everythingWrongWithBlocksIsToldAtOnce() {
        Imputation wrong = read("""
                version: 1
                data: x.csv
                blocks: {a: [income, bmy], b: [income, edu], age: [bmi]}
                predictors: {bmi: [age]}
                formulas: {bmi: age + incom, edu: edu + age}
                """);

        assertThatThrownBy(() -> wrong.plan(DATA))
                .hasMessageContaining("there is no column \"bmy\"")
                .hasMessageContaining("stands in it and in block \"a\"")
                .hasMessageContaining("a column has the same name")
                .hasMessageContaining("the column has predictors and a formula")
                .hasMessageContaining("there is no column \"incom\"")
                .hasMessageContaining("names the column itself");
    }
}
