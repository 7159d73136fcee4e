package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.io.Source;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.Schema;

class ProjectFileTest {
    private static Project read(String text) {
        return ProjectFile.read(
                Source.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "project.yaml"));
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(ProblemException.class, () -> read(text)).problems().stream()
                .map(Problem::line)
                .toList();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Project project = Project.of("../data: # of \"2024\".csv")
                .data("../data: # of \"2024\".csv", "9f2c")
                .seed(-8412370021L)
                .settings(new Project.Settings(
                        12,
                        "cart",
                        0.25,
                        "yes",
                        "max",
                        "y ~ x",
                        List.of("sex"),
                        List.of("age", "sex"),
                        List.of("top-coding:columns=age,at=90", "label"),
                        false,
                        5,
                        true,
                        "mice"))
                .options(Map.of(
                        "min-bucket",
                        50L,
                        "order",
                        List.of("a", "no"),
                        "proper",
                        true,
                        "rules",
                        Map.of("marital", Map.of("age < 18 and sex = 'F'", "SINGLE")),
                        "missing-codes",
                        Map.of("income", List.of(-8L, -9L))));
        assertThat(read(ProjectFile.write(project, Schema.of()))).isEqualTo(project);
    }

    @Test
    void overriddenColumnsAreWrittenOut() {
        String text = "version: 1\ndata: a.csv\ncolumns:\n  id: {kind: identifier, maker: \"pattern:[A-Z]{2}\"}\n";
        Schema schema = Schema.of(
                Field.of("age", Kind.WHOLE),
                new Field("id", Kind.IDENTIFIER, Format.PLAIN.maker("pattern:[A-Z]{2}"), ""));
        String written = ProjectFile.write(read(text), schema);
        assertThat(written).doesNotContain("  age:");
        assertThat(read(written).columns().columns().get("id").maker()).isEqualTo("pattern:[A-Z]{2}");
        assertThat(problems("version: 1\ndata: a.csv\ncolumns:\n  id: {kind: idd}\n"))
                .singleElement()
                .asString()
                .startsWith("project.yaml, line 4");
    }

    @Test
    void aWrongOptionIsAProblemOfItsLine() {
        String text = """
                version: 1
                data: a.csv
                method: cart
                options:
                  order: [a]
                  methdos: {a: norm}
                  min-bucket: -3
                """;
        assertThat(problems(text))
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one)
                                .startsWith("project.yaml, line 6")
                                .contains("\"methods\""),
                        two -> assertThat(two)
                                .startsWith("project.yaml, line 7")
                                .contains("min-bucket"));
    }

    @Test
    void aWrongControlIsAProblemOfItsLine() {
        assertThat(problems("version: 1\ndata: a.csv\ncontrols: [top-codng]\n"))
                .singleElement()
                .asString()
                .startsWith("project.yaml, line 3")
                .contains("top-coding");
    }

    @Test
    void onlyTheDataMustBeSaid() {
        Project project = read("version: 1\ndata: a.csv\n");
        assertThat(project).isEqualTo(Project.of("a.csv"));
        assertThat(project.seed()).isNull();
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirLines() {
        assertThat(problems("version: 2\nmetod: trees\nholdout: 3\nseed: x\nrows: -1\nfidelity: high\noptions: 3\n"))
                .containsExactlyInAnyOrder(
                        "project.yaml, line 2: the key \"metod\" is unknown. Did you mean \"method\"?",
                        "project.yaml, line 1: version is \"2\", but must be 1.",
                        "project.yaml, line 1: data is missing: the path of the table. For example data: ../patients.csv",
                        "project.yaml, line 4: seed is \"x\", but must be a whole number.",
                        "project.yaml, line 5: rows is -1, but must be at least 0.",
                        "project.yaml, line 3: holdout is 3, but must be between 0 and 0.9.",
                        "project.yaml, line 6: fidelity is \"high\", but must be one of guarded, max.",
                        "project.yaml, line 7: options must be names and values. For example options: {min-leaf: 50}");
    }

    @Test
    void somethingElseIsNoProject() {
        assertThat(problems("just words")).singleElement().asString().contains("this is no project");
        assertThat(problems("")).singleElement().asString().contains("this is no project");
        assertThat(problems("a: [1")).singleElement().asString().contains("not YAML");
    }
}
