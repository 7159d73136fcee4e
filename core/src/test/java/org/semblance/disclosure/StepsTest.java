package org.semblance.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.io.Source;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Steps as words and as a file, and one after another. */
class StepsTest {
    private static Steps file(String text) {
        return ControlsFile.read(
                Source.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "controls.yaml"));
    }

    @Test
    void aStepAsAWord() {
        Step step = Step.parse("top-coding:columns=age+weight,quantile=0.99");
        assertThat(step.plugin().name()).isEqualTo("top-coding");
        assertThat(step.options()).isEqualTo(Map.of("columns", List.of("age", "weight"), "quantile", "0.99"));
        assertThat(Step.parse("label").options()).isEmpty();
        assertThat(Step.parse("recode:columns=k,map=a->b+c->").options()).containsEntry("map", List.of("a->b", "c->"));
        assertThatThrownBy(() -> Step.parse("top-codng:at=1")).hasMessageContaining("Did you mean \"top-coding\"?");
        assertThatThrownBy(() -> Step.parse("top-coding:column=age,at=1"))
                .hasMessageContaining("there is no option \"column\" for top-coding. Did you mean \"columns\"?");
        assertThatThrownBy(() -> Step.parse("top-coding:columns=age,90"))
                .hasMessageContaining("\"90\" in \"top-coding:columns=age,90\" must be an option and its value");
        assertThatThrownBy(() -> Step.parse("label:column=a,column=b")).hasMessageContaining("given twice");
    }

    @Test
    void keysGoToThoseThatTakeThem() {
        List<String> keys = List.of("age");
        assertThat(Step.parse("remove-replicated-uniques").keys(keys).options()).containsEntry("keys", keys);
        assertThat(Step.parse("remove-replicated-uniques:keys=sex").keys(keys).options())
                .containsEntry("keys", List.of("sex"));
        assertThat(Step.parse("label").keys(keys).options()).isEmpty();
    }

    @Test
    void aFileOfControls() {
        Steps steps = file("""
                version: 1
                keys: [age, sex]
                controls:
                  - remove-replicated-uniques
                  - top-coding: {columns: [age], at: 90}
                  - micro-aggregation:
                      columns: [age, "a+b"]
                      size: 4
                  - label:
                """);
        assertThat(steps.list())
                .extracting(step -> step.plugin().name())
                .containsExactly("remove-replicated-uniques", "top-coding", "micro-aggregation", "label");
        assertThat(steps.list().get(0).options()).containsEntry("keys", List.of("age", "sex"));
        assertThat(steps.list().get(2).options()).containsEntry("columns", List.of("age", "a+b"));
        assertThat(String.valueOf(steps.needsReal())).contains("remove-replicated-uniques");
    }

    @Test
    void everythingWrongWithAFileIsToldAtOnce() {
        assertThatThrownBy(() -> file("""
                        version: 2
                        kyes: [age]
                        controls:
                          - top-codin
                          - pram: {keep: 3, colums: [a]}
                          - {a: 1, b: 2}
                          - label: 5
                        """))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where())
                                .contains(
                                        "controls.yaml, line 1",
                                        "controls.yaml, line 2",
                                        "controls.yaml, line 4",
                                        "controls.yaml, line 5",
                                        "controls.yaml, line 6",
                                        "controls.yaml, line 7"))
                .hasMessageContaining("Did you mean \"keys\"?")
                .hasMessageContaining("Did you mean \"top-coding\"?")
                .hasMessageContaining("keep is 3, but must be between 0 and 1.")
                .hasMessageContaining("Did you mean \"columns\"?");
        assertThatThrownBy(() -> file("version: 1\n")).hasMessageContaining("controls is missing");
        assertThatThrownBy(() -> file("- label\n")).hasMessageContaining("this says no controls");
    }

    @Test
    void eachStepWorksOnWhatTheOneBeforeLeft() {
        Table table = Table.of("age:whole", 20, 95, 130);
        Steps steps = new Steps(List.of(
                Step.parse("top-coding:columns=age,at=90"),
                Step.parse("classes:columns=age,width=10"),
                Step.parse("label")));
        Steps.Outcome done = steps.apply(table, null, Run.of(1));
        assertThat(done.table().cell(2, 1)).isEqualTo("90 to 99");
        assertThat(done.changes()).extracting(Change::control).containsExactly("top-coding", "classes", "label");
        assertThat(done.changes()).extracting(Change::cells).containsExactly(2L, 3L, 3L);
        assertThatThrownBy(() -> new Steps(List.of()).apply(table, null, Run.of(1)))
                .hasMessageContaining("there is no control to apply");
    }

    /** What one step draws does not hang on whether another stands before it drawing more or less. */
    @Test
    void aStepsDrawsDependOnItsPlaceOnly() {
        Table table = ControlsTest.table(200, 1);
        Step noise = Step.parse("additive-noise:columns=income");
        Table one = new Steps(List.of(Step.parse("rank-swapping:columns=age"), noise))
                .apply(table, null, Run.of(3))
                .table();
        Table two = new Steps(List.of(Step.parse("pram:columns=region"), noise))
                .apply(table, null, Run.of(3))
                .table();
        assertThat(one.numbers(1).toArray()).isEqualTo(two.numbers(1).toArray());
    }
}
