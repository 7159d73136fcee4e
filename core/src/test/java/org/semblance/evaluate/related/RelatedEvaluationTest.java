package org.semblance.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Measure;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Table;

class RelatedEvaluationTest {
    @Test
    void everyMeasureIsOnTheListAndFreshEntitiesStandBeside() {
        Database real = Clinics.draw(200, Rng.of(1).child("real"));
        Database made = Clinics.shuffled(Clinics.draw(200, Rng.of(1).child("made")), "visits", "patient", Rng.of(2));
        Database holdout = Clinics.draw(200, Rng.of(1).child("holdout"));
        Findings findings = RelatedEvaluation.of(real, made)
                .holdout(holdout)
                .measure(Run.of(1).threads(2));
        assertThat(findings.notMeasured()).isEmpty();
        assertThat(findings.list())
                .extracting(Finding::name)
                .containsExactlyElementsOf(
                        RelatedMeasures.DEFAULT.stream().map(Measure::name).toList())
                .doesNotHaveDuplicates();
        assertThat(findings.rows().real())
                .isEqualTo(
                        real.tables().values().stream().mapToLong(Table::rows).sum());
        Finding siblings = findings.find("siblings").orElseThrow();
        assertThat(siblings.freshValue()).isGreaterThan(siblings.synthetic().value() + 0.03);
        // Beside them stands the real database itself.
        assertThat(findings.find("references").orElseThrow().freshValue()).isEqualTo(1);
        assertThat(findings.find("keys").orElseThrow().fresh()).isNull();
        assertThat(findings.find("entity-copies").orElseThrow().freshValue()).isZero();
    }

    @Test
    void whatADatabaseDoesNotHaveIsNotMeasured() {
        Database one = Database.of(Map.of("t", Table.of("a:whole, b:category", 1, "x", 2, "y")), List.of());
        Findings findings = RelatedEvaluation.of(one, one).measure(Run.of(1));
        assertThat(findings.list())
                .extracting(Finding::name)
                .containsExactly("structure", "values", "rules", "columns", "pairs");
        assertThat(findings.notMeasured())
                .hasSize(RelatedMeasures.DEFAULT.size() - 5)
                .contains("siblings: the database has nothing of the kind");
    }
}
