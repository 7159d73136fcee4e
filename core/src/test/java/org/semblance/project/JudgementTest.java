package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.Tables;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Two tables that are there already. */
class JudgementTest {
    private static final Table REAL = Tables.law(600, Rng.of(1).child("real"));
    private static final Table OTHER = Tables.law(600, Rng.of(1).child("other"));

    private static final Table OTHER_HELD = Tables.law(300, Rng.of(1).child("held"));

    @Test
    void aHoldoutThatIsOneOfTheTablesIsRefused() {
        for (Table held : List.of(REAL, OTHER.take(backwards()))) {
            assertThatThrownBy(() -> Judgement.of(REAL, List.of(OTHER), held, Question.NONE, Run.of(1)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("the same rows");
        }
    }

    private static int[] backwards() {
        return IntStream.range(0, OTHER.rows()).map(i -> OTHER.rows() - 1 - i).toArray();
    }

    @Test
    void judgesWithoutAHoldoutAndSaysWhatItCouldNot() {
        Judgement judged = Judgement.of(REAL, List.of(OTHER), null, Question.NONE, Run.of(1));
        assertThat(judged.findings().list()).extracting(Finding::name).contains("columns", "pairs", "detection");
        assertThat(judged.findings().notMeasured()).anyMatch(left -> left.contains("held back"));
        assertThat(judged.findings().question().target()).isEqualTo("y");
    }

    @Test
    void aMissingColumnIsLeftOutAndSaid() {
        Table less = OTHER.select(new int[] {0, 2, 3, 4});
        Judgement judged = Judgement.of(REAL, List.of(less), OTHER_HELD, Question.NONE, Run.of(1));
        assertThat(judged.findings().notes()).anyMatch(note -> note.contains("\"y\""));
        assertThat(judged.findings().find("columns").orElseThrow().synthetic().parts())
                .containsOnlyKeys("x", "z", "k", "f");
        assertThat(judged.findings().notMeasured()).anyMatch(left -> left.startsWith("prediction: a column"));
    }

    @Test
    void aHoldoutWithoutSomeColumnsIsRefused() {
        Table less = OTHER_HELD.select(new int[] {0, 2});
        assertThatThrownBy(() -> Judgement.of(REAL, List.of(OTHER), less, Question.NONE, Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the holdout lacks 3 columns")
                .hasMessageContaining("\"y\", \"k\", \"f\"");
        assertThatThrownBy(() -> Evaluation.of(REAL, OTHER).holdout(less).measure(Run.of(1)))
                .isInstanceOf(ProblemException.class);
        // What the synthetic table has not either is not compared anyway.
        Table both = OTHER.select(new int[] {0, 2});
        assertThat(Judgement.of(REAL, List.of(both), less, Question.NONE, Run.of(1))
                        .findings()
                        .list())
                .isNotEmpty();
    }

    @Test
    void nothingSharedIsRefused() {
        Table none = Table.of("other:whole", 1, 2);
        assertThatThrownBy(() -> Judgement.of(REAL, List.of(none), null, Question.NONE, Run.of(1)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void unknownColumnsAreNamedTogether() {
        Question question = Question.NONE.target("ff").sensitive(List.of("kk")).keys(List.of("x", "zz"));
        assertThatThrownBy(() -> Judgement.of(REAL, List.of(OTHER), null, question, Run.of(1)))
                .hasMessageContaining("ff")
                .hasMessageContaining("kk")
                .hasMessageContaining("zz");
    }

    @Test
    void theSameSeedFindsTheSame() {
        Question question = Question.NONE;
        assertThat(Judgement.of(
                                REAL,
                                List.of(OTHER),
                                OTHER_HELD,
                                question,
                                Run.of(3).threads(3))
                        .findings())
                .isEqualTo(Judgement.of(REAL, List.of(OTHER), OTHER_HELD, question, Run.of(3))
                        .findings());
    }
}
