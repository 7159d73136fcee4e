package org.semblance.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;

/**
 * Trends between tables: kept by a fresh draw of the same law, lost where foreign keys are shuffled, and each measure
 * sees the trend it is there for and no other. The bounds hold for twenty seeds of twenty with room to spare: scores of a
 * fresh draw went from .937, those of a broken trend within .03 of their middle, so another seed would fail less than once
 * in a hundred times.
 */
class TrendsTest {
    private static Database real;
    private static Database fresh;

    @BeforeAll
    static void draw() {
        real = Clinics.draw(1500, Rng.of(1).child("real"));
        fresh = Clinics.draw(1500, Rng.of(1).child("fresh"));
    }

    private static Database broken(String table, String key) {
        return Clinics.shuffled(fresh, table, key, Rng.of(2));
    }

    @Test
    void aChildLosesItsParent() {
        String reason = "patients.sex x visits.reason";
        assertThat(part(IntertableTrends.PLUGIN, fresh, reason)).isGreaterThan(0.92);
        // Reasons are 8 : 2 by sex; independent of it they are 5 : 5 in each, a distance of .3.
        assertThat(part(IntertableTrends.PLUGIN, broken("visits", "patient"), reason))
                .isCloseTo(0.7, within(0.04));
        // The trend between grandparent and grandchild does not touch that between parent and child.
        assertThat(part(IntertableTrends.PLUGIN, broken("results", "visit"), reason))
                .isGreaterThan(0.92);
        assertThat(value(IntertableTrends.PLUGIN, fresh)).isGreaterThan(0.92);
    }

    @Test
    void aGrandchildLosesItsGrandparent() {
        String age = "patients.age x results.value (through visits by visit and patient)";
        Score kept = measure(GrandparentTrends.PLUGIN, fresh);
        assertThat(kept.parts().get(age)).isGreaterThan(0.97);
        assertThat(kept.value()).isGreaterThan(0.92);
        // The correlation is .87: 1.73 / sqrt(1.73^2 + 1) of ages that are even from 20 to 80.
        assertThat(part(GrandparentTrends.PLUGIN, broken("results", "visit"), age))
                .isCloseTo(1 - 0.8 / 2, within(0.06));
        assertThat(part(GrandparentTrends.PLUGIN, broken("visits", "patient"), age))
                .isCloseTo(1 - 0.8 / 2, within(0.06));
        // What is one step away shows nothing of it: results do not depend on the visit.
        Score oneStep = measure(IntertableTrends.PLUGIN, broken("results", "visit"));
        assertThat(oneStep.parts().get("visits.pain x results.value")).isGreaterThan(0.92);
    }

    @Test
    void siblingsAreNoLongerAlike() {
        String pain = "visits.pain x visits.pain (siblings by patient)";
        Score kept = measure(SiblingTrends.PLUGIN, fresh);
        assertThat(kept.parts().get(pain)).isGreaterThan(0.97);
        assertThat(kept.value()).isGreaterThan(0.92);
        Score lost = measure(SiblingTrends.PLUGIN, broken("visits", "patient"));
        // The level has variance 4; the course 1, of which two of seven visits share .58 on average: an ICC of .92.
        assertThat(lost.parts().get(pain)).isCloseTo(1 - 0.92 / 2, within(0.04));
        assertThat(lost.figures().get(0).rows())
                .filteredOn(row -> row.name().equals(pain))
                .allSatisfy(row -> {
                    assertThat(row.values().get(0)).isCloseTo(0.92, within(0.03));
                    assertThat(row.values().get(1)).isCloseTo(0, within(0.03));
                });
        // Labels: the stage mostly stays what it was.
        String stage = "visits.stage x visits.stage (siblings by patient)";
        assertThat(kept.parts().get(stage)).isGreaterThan(0.92);
        assertThat(lost.parts().get(stage)).isLessThan(0.7);
    }

    @Test
    void cousinsAreNoLongerAlike() {
        String level = "visits.pain x drugs.dose (same patients by patient and patient)";
        assertThat(part(SiblingTrends.PLUGIN, fresh, level)).isGreaterThan(0.92);
        assertThat(part(SiblingTrends.PLUGIN, broken("drugs", "patient"), level))
                .isCloseTo(1 - 0.87 / 2, within(0.06));
        // No parent knows the level: what is one step away shows nothing of it.
        assertThat(part(IntertableTrends.PLUGIN, broken("drugs", "patient"), "patients.age x drugs.dose"))
                .isGreaterThan(0.92);
    }

    @Test
    void parentsOfTheSameRowMeetOthers() {
        String ward = "patients.sex x doctors.ward (through drugs.patient and doctor)";
        assertThat(part(CoparentTrends.PLUGIN, fresh, ward)).isGreaterThan(0.92);
        // 9 : 1 by sex becomes 5 : 5, a distance of .4.
        assertThat(part(CoparentTrends.PLUGIN, broken("drugs", "doctor"), ward)).isCloseTo(0.6, within(0.04));
    }

    @Test
    void whoHasManyChildrenIsForgotten() {
        String age = "patients.age x number of visits by patient";
        assertThat(part(CardinalityTrends.PLUGIN, fresh, age)).isGreaterThan(0.97);
        // Ages of others: the numbers of visits stay as they are.
        Database others = broken("patients", "age");
        assertThat(part(CardinalityTrends.PLUGIN, others, age)).isCloseTo(1 - 0.83 / 2, within(0.06));
        assertThat(value(CardinalityShape.PLUGIN, others)).isEqualTo(value(CardinalityShape.PLUGIN, fresh));
    }

    @Test
    void qualityIsTheMeanOfItsFour() {
        Score quality = SdMetricsQuality.PLUGIN
                .make(RelatedSdMetricsTest.thresholds(0.1, 0.1))
                .measure(RelatedComparison.of(real, broken("visits", "patient")), Run.of(1));
        assertThat(quality.parts())
                .containsOnlyKeys("Column Shapes", "Column Pair Trends", "Cardinality", "Intertable Trends")
                .containsEntry("Column Shapes", value(Pooled.COLUMN_SHAPES, fresh))
                .containsEntry("Cardinality", value(CardinalityShape.PLUGIN, broken("visits", "patient")));
        // Only pairs that are related in the real database count, and those are lost.
        assertThat(quality.parts().get("Intertable Trends")).isLessThan(0.85);
        assertThat(quality.value())
                .isCloseTo(
                        quality.parts().values().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .sum()
                                / 4,
                        within(1e-12));
    }

    @Test
    void ofManyPairsSomeAreDrawn() {
        Score some = GrandparentTrends.PLUGIN
                .make(Map.of("most-pairs", 3))
                .measure(RelatedComparison.of(real, fresh), Run.of(1));
        assertThat(some.parts()).hasSize(3);
        assertThat(some.note()).isEqualTo("on 3 of 6 pairs of columns, drawn at random");
        assertThat(measure(GrandparentTrends.PLUGIN, fresh).parts()).hasSize(6).containsAllEntriesOf(some.parts());
    }

    private static Score measure(Plugin<RelatedMetric> plugin, Database synthetic) {
        return plugin.make().measure(RelatedComparison.of(real, synthetic), Run.of(1));
    }

    private static double value(Plugin<RelatedMetric> plugin, Database synthetic) {
        return measure(plugin, synthetic).value();
    }

    private static double part(Plugin<RelatedMetric> plugin, Database synthetic, String name) {
        assertThat(measure(plugin, synthetic).parts()).containsKey(name);
        return measure(plugin, synthetic).parts().get(name);
    }
}
