package org.semblance.synthesize.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Listed;
import org.semblance.constraint.related.RelatedRules;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** Lines of invoices, of which each has an item once. */
class SiblingsTest {
    private static final Database REAL = real();

    private static Database real() {
        Rng rng = Rng.of(5);
        List<Object> invoices = new ArrayList<>();
        List<Object> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            invoices.addAll(List.of("N" + i, rng.nextInt(1000)));
            int[] items = {0, 1, 2, 3, 4, 5};
            rng.shuffle(items);
            int count = 1 + rng.nextInt(4);
            for (int k = 0; k < count; k++) {
                lines.addAll(List.of("N" + i, "item " + items[k], 10 * items[k] + rng.nextInt(3), 1 + rng.nextInt(3)));
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("invoices", Table.of("id:key, days:whole", invoices.toArray()));
        tables.put("lines", Table.of("invoice:identifier, item:category, price:whole, pieces:whole", lines.toArray()));
        return Database.of(tables, List.of(Relationship.of("invoices", "id", "lines", "invoice")));
    }

    private static String text(Table table, int column, int row) {
        return table.codes(column).labels().get(table.codes(column).code(row));
    }

    private static int repeats(Database data) {
        Table lines = data.table("lines");
        Set<String> seen = new HashSet<>();
        int repeats = 0;
        for (int i = 0; i < lines.rows(); i++) {
            repeats += seen.add(text(lines, 0, i) + " " + text(lines, 1, i)) ? 0 : 1;
        }
        return repeats;
    }

    @Test
    void whatSiblingsNeverShareIsFoundAndKept() {
        Map<String, List<Constraint>> rules = new LinkedHashMap<>();
        RelatedRules.find(REAL, Run.of(1)).forEach((table, found) -> rules.put(table, Constraints.kept(found)));
        assertThat(rules.get("lines"))
                .extracting(Constraint::words)
                .contains("invoice and item are different in every row")
                .doesNotContain("invoice and pieces are different in every row");
        RelatedSynthesizer synthesizer = RelatedSynthesizer.PLUGIN.make();
        DatabaseModel model = synthesizer.fit(REAL, rules, Privacy.DEFAULT, Run.of(1));
        DatabaseModel loaded = synthesizer.load(model.store(), REAL.metadata());
        DatabaseModel free = synthesizer.fit(REAL, Privacy.DEFAULT, Run.of(1));

        Database drawn = model.sample(Size.scale(3), Run.of(2)).toDatabase(Run.of(2));
        assertThat(repeats(REAL)).isZero();
        assertThat(repeats(free.sample(Size.scale(1), Run.of(2)).toDatabase(Run.of(2))))
                .isGreaterThan(50);
        assertThat(repeats(drawn)).isZero();
        Same.check(drawn, loaded.sample(Size.scale(3), Run.of(2)).toDatabase(Run.of(2)));
        // None had to be left out, and what goes with an item still does.
        assertThat(drawn.table("lines").rows())
                .isEqualTo(free.sample(Size.scale(3), Run.of(2))
                        .toDatabase(Run.of(2))
                        .table("lines")
                        .rows());
        int near = 0;
        for (int i = 0; i < drawn.table("lines").rows(); i++) {
            String item = text(drawn.table("lines"), 1, i);
            double price = drawn.table("lines").numbers(2).get(i);
            near += Math.floor(price / 10) == Integer.parseInt(item.substring(5)) ? 1 : 0;
        }
        assertThat(near).isGreaterThan((int) (0.95 * drawn.table("lines").rows()));
    }

    @Test
    void itMayBeListed() {
        Listed listed = new Listed("s.yaml", List.of(new Listed.Line("unique", List.of("invoice", "item"), 1)));
        List<Constraint> rules = RelatedRules.read(listed, "lines", REAL.metadata());
        Database drawn = RelatedSynthesizer.PLUGIN
                .make()
                .fit(REAL, Map.of("lines", rules), Privacy.DEFAULT, Run.of(1))
                .sample(Size.scale(1), Run.of(3))
                .toDatabase(Run.of(3));
        assertThat(repeats(drawn)).isZero();
        int[] counts = new int[1];
        RelatedRules.broken(RelatedRules.learn(REAL, Map.of("lines", rules)), drawn, counts);
        assertThat(counts).containsExactly(0);
    }
}
