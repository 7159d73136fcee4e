package org.semblance.synthesize.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.related.Link;
import org.semblance.model.DatabaseModel;
import org.semblance.model.KeptDatabase;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.model.Size;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.table.CodeColumn;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** Patients, visits and results: what a synthesis keeps of the law that they were drawn by. */
class RelatedSynthesizerTest {
    private static final Database REAL = Hospital.draw(2000, Rng.of(7));
    private static RelatedModel model;

    @BeforeAll
    static void fit() {
        model = RelatedSynthesizer.PLUGIN.make().fit(REAL, Privacy.DEFAULT, Run.of(1));
    }

    private static Database draw(DatabaseModel from, double scale, int threads) {
        Run run = Run.of(2).threads(threads);
        return from.sample(Size.scale(scale), run).toDatabase(run);
    }

    @Test
    void keysAreDifferentAndForeignKeysNameRows() {
        Consistent.check(draw(model, 1, 1), REAL);
        Consistent.check(draw(model, 0.01, 1), REAL);
        Consistent.check(draw(model, 15, 2), REAL);
    }

    @Test
    void keysAreWrittenLikeTheRealOnes() {
        Database drawn = draw(model, 1, 1);
        assertThat(((CodeColumn) drawn.table("patients").column("id")).labels()).allMatch(id -> id.matches("P\\d{5}"));
        assertThat(((CodeColumn) drawn.table("results").column("id")).labels()).allMatch(id -> id.matches("R-\\d+"));
        assertThat(drawn.table("visits").cell(0, 0)).isEqualTo(1.0);
    }

    @Test
    void threadsMakeNoDifference() {
        Same.check(draw(model, 15, 1), draw(model, 15, 2));
    }

    @Test
    void whatIsStoredDrawsTheSame() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelFile.write(file, model, "related", Provenance.NONE);
        KeptDatabase kept = (KeptDatabase) ModelFile.open(
                new ByteArrayInputStream(file.toByteArray()),
                "model",
                new ModelFile.Loaders(Synthesis::loader, name -> RelatedSynthesizer.PLUGIN.make()));

        Same.check(draw(model, 1, 1), draw(kept.model(), 1, 1));
        assertThat(kept.contents()).isEqualTo(model.contents());
        assertThat(kept.model().metadata()).isEqualTo(REAL.metadata());
    }

    @Test
    void childrenFollowTheGroupOfTheirParent() {
        Database drawn = draw(model, 10, 2);
        Table patients = drawn.table("patients");
        int[] counts = children(drawn, 1);
        int none = 0;
        int groupA = 0;
        int wrong = 0;
        for (int p = 0; p < patients.rows(); p++) {
            boolean a = "a".equals(patients.cell(p, 1));
            groupA += a ? 1 : 0;
            none += a && counts[p] == 0 ? 1 : 0;
            wrong += a == counts[p] > 3 ? 1 : 0;
        }
        assertThat(patients.rows()).isEqualTo(20_000);
        // What 1,330 real patients of the group estimate is off by .055 with probability 6e-5.
        assertThat(none / (double) groupA).isBetween(0.445, 0.555);
        assertThat(wrong / 20_000.0).isLessThan(0.01);
    }

    @Test
    void valuesFollowParentsAndGrandparents() {
        Database drawn = draw(model, 5, 2);
        // The real correlations are .865 and .97; of 5,000 rows in 1,300 families they are off by .03 with chance 1e-6.
        assertThat(correlation(drawn, 1, "level", "pain")).isBetween(0.82, 0.90);
        assertThat(correlation(drawn, 0, "pain", "value")).isBetween(0.93, 0.99);
    }

    private static int[] children(Database database, int relationship) {
        Relationship r = database.relationships().get(relationship);
        return Link.of(database.table(r.parent()), database.table(r.child()), r).children();
    }

    private static double correlation(Database database, int relationship, String above, String below) {
        Relationship r = database.relationships().get(relationship);
        Table parent = database.table(r.parent());
        Table child = database.table(r.child());
        Link link = Link.of(parent, child, r);
        double[] x = new double[child.rows()];
        double[] y = new double[child.rows()];
        for (int i = 0; i < x.length; i++) {
            x[i] = parent.numbers(parent.schema().index(above)).get(link.parent(i));
            y[i] = child.numbers(child.schema().index(below)).get(i);
        }
        return new org.hipparchus.stat.correlation.PearsonsCorrelation().correlation(x, y);
    }

    @Test
    void rowsOfARootCanBeAsked() {
        Size size = new Size(1, Map.of("patients", 7L));
        Database drawn = model.sample(size, Run.of(3)).toDatabase(Run.of(3));
        assertThat(drawn.table("patients").rows()).isEqualTo(7);
        assertThat(drawn.table("visits").rows()).isLessThanOrEqualTo(42);
        assertThat(List.copyOf(drawn.tables().keySet()))
                .isEqualTo(List.copyOf(REAL.tables().keySet()));
    }

    @Test
    void allRowsSatisfyConditions() {
        List<String> conditions = List.of("patients.group = 'b' and patients.age >= 40", "visits.kind = 'x'");
        Database drawn = model.sample(Size.scale(0.2), conditions, Run.of(3)).toDatabase(Run.of(3));
        Table patients = drawn.table("patients");
        assertThat(patients.rows()).isEqualTo(400);
        for (int i = 0; i < patients.rows(); i++) {
            assertThat(patients.cell(i, 1)).isEqualTo("b");
            assertThat(patients.numbers(3).get(i)).isGreaterThanOrEqualTo(40);
        }
        Table visits = drawn.table("visits");
        assertThat(visits.rows()).isGreaterThan(1500);
        for (int i = 0; i < visits.rows(); i++) {
            assertThat(visits.cell(i, 3)).isEqualTo("x");
        }
        Consistent.check(drawn, REAL);
    }

    @Test
    void conditionsThatCannotBeMetOrReadAreProblems() {
        assertThatThrownBy(() -> model.sample(Size.scale(0.1), List.of("patients.age > 400"), Run.of(3))
                        .toDatabase(Run.of(3)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no rows of patients with age > 400");
        assertThatThrownBy(() -> model.sample(Size.scale(1), List.of("patient.age > 4"), Run.of(3)))
                .hasMessageContaining("patients");
    }
}
