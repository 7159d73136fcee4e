package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Findings;
import org.semblance.io.Dialect;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Table;

class PipelineTest {
    /** A number, a flag, labels that all differ, labels that are all the same, numbers that are all the same. */
    private static Table table(int rows) {
        List<Object> cells = new ArrayList<>();
        Rng rng = Rng.of(rows);
        for (int i = 0; i < rows; i++) {
            cells.add(rng.nextGaussian());
            cells.add(rng.nextBoolean() ? "yes" : "no");
            cells.add("label " + i);
            cells.add("same");
            cells.add(7);
        }
        return Table.of("size:decimal, flag:flag, many:category, one:category, seven:whole", cells.toArray());
    }

    private static Project project(double holdout, String target) {
        Project.Settings settings = new Project.Settings(
                0, "independent", holdout, target, "guarded", "", List.of(), List.of(), List.of(), true, 1, false, "");
        return Project.of("table.csv").settings(settings);
    }

    @Test
    @DisplayName("five syntheses that are each learnt anew would spend epsilon five times: refused")
    void epsilonIsSpentOnce() {
        Project.Settings settings = new Project.Settings(
                0, "cart", .2, "", "guarded", "", List.of(), List.of(), List.of(), true, 5, false, "");
        Project project = Project.of("table.csv").settings(settings);
        Map<String, Object> methods = Map.of("many", Map.of("method", "ipf", "epsilon", .5));

        Pipeline.check(project.options(Map.of("methods", methods)));
        Pipeline.check(project.options(Map.of("proper", true)));
        assertThatThrownBy(() -> Pipeline.check(project.options(Map.of("methods", methods, "proper", true))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("5 times");
    }

    @Test
    void everyMeasureStandsBesideWhatFreshRowsScore() {
        Table table = table(400).select(new int[] {0, 1});
        Loaded loaded = new Loaded(table, Dialect.STANDARD, 400, List.of(), List.of());
        Findings findings = Pipeline.run(loaded, project(0.2, ""), Run.of(1)).findings();
        assertThat(findings.rows()).isEqualTo(new Findings.Sizes(320, 80, 400));
        assertThat(findings.find("columns").orElseThrow().freshValue()).isBetween(0.5, 1.0);
    }

    @Test
    void aTargetThatCannotBePredictedIsFoundFirst() {
        Table table = table(200);
        assertThat(Pipeline.question(table, project(0.2, "flag")).target()).isEqualTo("flag");
        assertThat(Pipeline.question(table, project(0.2, "size")).target()).isEqualTo("size");
        assertRefused(table, "flog", "there is no column \"flog\"");
        assertRefused(table, "many", "has 200 different labels, and at most 100 can be predicted");
        assertRefused(table, "one", "has the same value in every row");
        assertRefused(table, "seven", "has the same value in every row");
    }

    private static void assertRefused(Table table, String target, String words) {
        assertThatThrownBy(() -> Pipeline.question(table, project(0.2, target)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aNameLikeTargetIsNoTargetWhereItCannotBePredicted() {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            cells.add("kind " + i);
            cells.add(i % 2 == 0 ? "a" : "b");
        }
        Table table = Table.of("label:category, side:category", cells.toArray());
        assertThat(Pipeline.question(table, project(0.2, "")).target()).isEqualTo("side");
    }

    @Test
    void nothingThatIsKeptNamesASingleRow() {
        StringBuilder text = new StringBuilder("admitted,discharged,size\n");
        for (int i = 0; i < 200; i++) {
            String out = i == 123 ? "2023-01-05" : "2024-03-1" + i % 10;
            text.append("2024-02-1").append(i % 10).append(',').append(out);
            text.append(i == 70 ? "\n" : ',' + (i == 50 ? "1,2\n" : i + "\n"));
        }
        Run run = Run.of(1);
        Loaded loaded = TableReader.read(
                Source.of(new java.io.ByteArrayInputStream(text.toString().getBytes()), "table.csv"),
                ReadOptions.DEFAULT,
                run);
        Columns columns = Columns.of(loaded.table(), project(0.2, "").settings().privacy(), run);

        assertThat(loaded.notes()).anyMatch(note -> note.contains("(line 52)"));
        assertThat(loaded.notes()).anyMatch(note -> note.contains("(line 72)"));
        assertThat(loaded.summary())
                .containsExactly(
                        "1 row with more cells than columns left out.",
                        "1 row has fewer cells than the 3 columns; the rest is taken as missing.");
        assertThat(columns.warnings()).containsExactly("1 row has discharged before admitted (row 123)");
        assertThat(columns.summary()).containsExactly("1 row has discharged before admitted");
    }

    @Test
    void fittingShowsNoCountThatStandsStill() {
        List<String> begun = new ArrayList<>();
        Progress progress = (name, total, unit) -> {
            begun.add(name + " " + total + " " + unit);
            return Progress.Stage.SILENT;
        };
        Pipeline.fit(table(60), project(0, ""), new Run(Rng.of(1), 1, progress));
        assertThat(begun).first().isEqualTo("fit 0 columns by independent");
    }

    @Test
    void whatASynthesizerChoseIsASentenceOfItsContents() {
        assertThat(Pipeline.chosen(holding("2 columns", "chosen: leaves of 100 rows or more")))
                .isEqualTo("leaves of 100 rows or more");
        assertThat(Pipeline.chosen(holding("2 columns"))).isEmpty();
    }

    private static Model holding(String... contents) {
        return new Model() {
            @Override
            public Rows sample(long rows, Run run) {
                throw new UnsupportedOperationException();
            }

            @Override
            public org.semblance.table.Schema schema() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Stored store() {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<String> contents() {
                return List.of(contents);
            }
        };
    }
}
