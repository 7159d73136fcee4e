package org.semblance.synthesize.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.related.Link;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Size;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** Wards on floors, kept, and stays of which the long ones are on the first floor. */
class KeepTest {
    private static final Database REAL = real();

    private static Database real() {
        Rng rng = Rng.of(3);
        List<Object> stays = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            int ward = rng.nextInt(6);
            stays.addAll(List.of("S" + i, "W" + ward, (ward < 3 ? 10 : 2) + rng.nextInt(3)));
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("stays", Table.of("id:key, ward:identifier, days:whole", stays.toArray()));
        List<Object> wards = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            wards.addAll(List.of("W" + w, "ward number " + w, w < 3 ? "F1" : "F2"));
        }
        tables.put("wards", Table.of("id:key, name:text, floor:identifier", wards.toArray()));
        tables.put("floors", Table.of("id:key, height:decimal", "F1", 3.5, "F2", 7.0));
        return Database.of(
                tables,
                List.of(
                        Relationship.of("wards", "id", "stays", "ward"),
                        Relationship.of("floors", "id", "wards", "floor")));
    }

    private static RelatedModel fit(String keep) {
        return RelatedSynthesizer.PLUGIN.make(Map.of("keep", keep)).fit(REAL, Privacy.DEFAULT, Run.of(1));
    }

    @Test
    void keptTablesAreAsTheyAreAndTheOthersNameTheirRows() {
        RelatedModel model = fit("wards,floors");
        DatabaseModel loaded = RelatedSynthesizer.PLUGIN.make().load(model.store(), REAL.metadata());
        for (DatabaseModel each : List.of(model, loaded)) {
            Database drawn = each.sample(Size.scale(3), Run.of(2)).toDatabase(Run.of(2));

            Same.check(
                    REAL.with(Map.of(
                            "wards",
                            drawn.table("wards"),
                            "floors",
                            drawn.table("floors"),
                            "stays",
                            REAL.table("stays"))),
                    REAL);
            assertThat(drawn.table("stays").rows()).isEqualTo(2700);
            Consistent.check(drawn, REAL);
            Link link = Link.of(
                    drawn.table("wards"),
                    drawn.table("stays"),
                    REAL.relationships().get(0));
            for (int count : link.children()) {
                // Each ward has about 150 real stays; places go round three times.
                assertThat(count).isBetween(300, 600);
            }
        }
        assertThat(model.contents()).anyMatch(words -> words.contains("all 6 rows of wards as they are"));
    }

    /** Sales of shops, of which the last two have too few for their numbers to be told. */
    private static Database sales(int[] counts) {
        List<Object> sales = new ArrayList<>();
        List<Object> shops = new ArrayList<>();
        for (int s = 0; s < counts.length; s++) {
            shops.addAll(List.of("P" + s, s % 2 == 0 ? "north" : "south"));
            for (int i = 0; i < counts[s]; i++) {
                sales.addAll(List.of(1000 * s + i, "P" + s));
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("shops", Table.of("id:key, side:category", shops.toArray()));
        tables.put("sales", Table.of("amount:whole, shop:identifier", sales.toArray()));
        return Database.of(tables, List.of(Relationship.of("shops", "id", "sales", "shop")));
    }

    private static int[] children(Database drawn) {
        return Link.of(
                        drawn.table("shops"),
                        drawn.table("sales"),
                        drawn.relationships().get(0))
                .children();
    }

    @Test
    void keptRowsAreNamedAsOftenAsTheRealOnesButForChance() {
        int[] real = {300, 150, 60, 30, 15, 4, 2};
        double[] told = {300, 150, 60, 30, 15, 3, 3};
        Database data = sales(real);
        DatabaseModel model =
                RelatedSynthesizer.PLUGIN.make(Map.of("keep", "shops")).fit(data, Privacy.DEFAULT, Run.of(1));
        DatabaseModel loaded = RelatedSynthesizer.PLUGIN.make().load(model.store(), data.metadata());
        int exact = 0;
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            int[] children = children((seed % 2 == 0 ? model : loaded)
                    .sample(Size.scale(4), Run.of(seed))
                    .toDatabase(Run.of(seed)));
            for (int s = 0; s < told.length; s++) {
                double expected = 4 * told[s];
                sum += (children[s] - expected) * (children[s] - expected) / expected;
                exact += children[s] == expected ? 1 : 0;
            }
        }
        // Chi-squared of 20 * 6 degrees: outside of this once in 10,000 on each side, were the shares the real ones.
        assertThat(sum).isBetween(70.6, 186.4);
        assertThat(exact).isLessThan(40);
    }

    @Test
    void rowsOfAListThatIsDrawnAnewAreNamedAsUnevenlyAsTheRealOnes() {
        int[] real = {300, 150, 60, 30, 15};
        DatabaseModel model = RelatedSynthesizer.PLUGIN.make().fit(sales(real), Privacy.DEFAULT, Run.of(1));
        int[] children = children(model.sample(Size.scale(1), Run.of(2)).toDatabase(Run.of(2)));
        Arrays.sort(children);
        // As many shops, and each number of children is of a real shop, in whatever order.
        assertThat(children[4]).isBetween(200, 400);
        assertThat(children[0]).isLessThan(40);
    }

    @Test
    void whatKeptRowsNameMustBeKeptToo() {
        assertThatThrownBy(() -> fit("wards"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Keep \"floors\" too");
        assertThatThrownBy(() -> fit("ward")).hasMessageContaining("wards");
    }
}
