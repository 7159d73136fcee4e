package org.semblance.synthesize.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Listed;
import org.semblance.evaluate.related.Link;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Size;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** Visits after birth, whose total is the sum of two columns, for patients of whom some are born late. */
class RulesTest {
    private static final Database REAL = real();

    private static Database real() {
        Rng rng = Rng.of(5);
        List<Object> patients = new ArrayList<>();
        List<Object> visits = new ArrayList<>();
        for (int p = 0; p < 400; p++) {
            int birth = rng.nextInt(20_000);
            patients.addAll(List.of("P" + p, birth));
            for (int k = rng.nextInt(4); k > 0; k--) {
                int day = birth + 1 + (int) ((20_400 - birth) * rng.nextDouble());
                int a = rng.nextInt(50);
                int b = rng.nextInt(50);
                visits.addAll(List.of("P" + p, day, a, b, a + b));
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("patients", Table.of("id:key, birth:date", patients.toArray()));
        tables.put("visits", Table.of("patient:identifier, day:date, a:whole, b:whole, total:whole", visits.toArray()));
        return Database.of(tables, List.of(Relationship.of("patients", "id", "visits", "patient")));
    }

    private static List<Constraint> rules(String form, Object value) {
        return Constraints.read(
                new Listed("test", List.of(new Listed.Line(form, value, 1))),
                RelatedSynthesizer.columns(REAL.metadata(), "visits"));
    }

    @Test
    void rowsKeepRulesOfTheirTableAndOfTheRowsAbove() {
        List<Constraint> all = new ArrayList<>(rules("order", List.of("patients.birth", "day")));
        all.addAll(rules("formula", "total = a + b"));
        RelatedModel model =
                RelatedSynthesizer.PLUGIN.make().fit(REAL, Map.of("visits", all), Privacy.DEFAULT, Run.of(1));
        DatabaseModel loaded = RelatedSynthesizer.PLUGIN.make().load(model.store(), REAL.metadata());
        Database drawn = model.sample(Size.scale(4), Run.of(2)).toDatabase(Run.of(2));

        Same.check(drawn, loaded.sample(Size.scale(4), Run.of(2)).toDatabase(Run.of(2)));
        Consistent.check(drawn, REAL);
        Table visits = drawn.table("visits");
        NumberColumn birth = drawn.table("patients").numbers(1);
        Link link =
                Link.of(drawn.table("patients"), visits, REAL.relationships().get(0));
        assertThat(visits.rows()).isGreaterThan(1500);
        int broken = 0;
        for (int i = 0; i < visits.rows(); i++) {
            double sum = visits.numbers(2).get(i) + visits.numbers(3).get(i);
            broken += sum != visits.numbers(4).get(i) ? 1 : 0;
            broken += birth.get(link.parent(i)) > visits.numbers(1).get(i) ? 1 : 0;
        }
        assertThat(broken).isZero();
        assertThat(model.rules("visits")).hasSize(2);
        assertThat(model.rules("patients")).isEmpty();
    }

    @Test
    void aRuleOfAColumnThatIsNowhereAboveIsAProblem() {
        List<Constraint> rules = rules("order", List.of("patients.birth", "day"));
        assertThatThrownBy(() -> RelatedSynthesizer.PLUGIN
                        .make()
                        .fit(REAL, Map.of("patients", rules), Privacy.DEFAULT, Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no learnt column");
    }
}
