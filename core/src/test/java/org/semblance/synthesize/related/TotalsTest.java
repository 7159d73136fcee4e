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
import org.semblance.constraint.related.RelatedRules;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Size;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * Orders whose total is the sum of their lines and of which the lines are counted; customers who spent what their orders
 * sum up to; products of which so many were sold, in lines that other tables own.
 */
class TotalsTest {
    private static final Database REAL = real();

    private static Database real() {
        Rng rng = Rng.of(11);
        List<Object> customers = new ArrayList<>();
        List<Object> orders = new ArrayList<>();
        List<Object> lines = new ArrayList<>();
        int[] sold = new int[30];
        int order = 0;
        for (int c = 0; c < 250; c++) {
            int spent = 0;
            int since = 10_000 + rng.nextInt(3000);
            for (int k = rng.nextInt(4); k > 0; k--) {
                int total = 0;
                int some = 1 + rng.nextInt(4);
                for (int l = 0; l < some; l++) {
                    int product = rng.nextInt(30);
                    int price = 3 + product;
                    int pieces = 1 + rng.nextInt(5);
                    total += price * pieces;
                    sold[product] += pieces;
                    lines.addAll(List.of("O" + order, "P" + product, price, pieces));
                }
                int day = since + rng.nextInt(400);
                int shipping = rng.nextInt(9);
                orders.addAll(List.of("O" + order, "C" + c, day, total, shipping, total - shipping, some));
                spent += total;
                order++;
            }
            customers.addAll(List.of("C" + c, since, spent));
        }
        List<Object> products = new ArrayList<>();
        for (int p = 0; p < sold.length; p++) {
            products.addAll(List.of("P" + p, sold[p]));
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("customers", Table.of("id:key, since:date, spent:whole", customers.toArray()));
        tables.put("products", Table.of("id:key, sold:whole", products.toArray()));
        tables.put(
                "orders",
                Table.of(
                        "id:key, customer:identifier, day:date, total:whole, shipping:whole, goods:whole, lines:whole",
                        orders.toArray()));
        tables.put(
                "lines", Table.of("order:identifier, product:identifier, price:whole, pieces:whole", lines.toArray()));
        return Database.of(
                tables,
                List.of(
                        Relationship.of("customers", "id", "orders", "customer"),
                        Relationship.of("orders", "id", "lines", "order"),
                        Relationship.of("products", "id", "lines", "product")));
    }

    private static Map<String, List<Constraint>> found() {
        Map<String, List<Constraint>> out = new LinkedHashMap<>();
        RelatedRules.find(REAL, Run.of(1)).forEach((table, found) -> out.put(table, Constraints.kept(found)));
        return out;
    }

    private static List<String> words(List<Constraint> rules) {
        return rules.stream().map(Constraint::words).toList();
    }

    @Test
    void totalsAreFound() {
        Map<String, List<Constraint>> rules = found();

        assertThat(words(rules.get("customers"))).contains("spent = `sum(orders.total)`");
        assertThat(words(rules.get("products"))).contains("sold = `sum(lines.pieces)`");
        assertThat(words(rules.get("orders")))
                .contains(
                        "lines = `count(lines)`",
                        "total = `sum(lines.price * lines.pieces)`",
                        "customers.since <= day");
        // The total follows from the lines: what is beside it follows from the total.
        assertThat(words(rules.get("orders"))).anyMatch(words -> words.matches("`?(shipping|goods)`? = `total` - .*"));
    }

    @Test
    void newRowsKeepThem() {
        RelatedModel model = RelatedSynthesizer.PLUGIN.make().fit(REAL, found(), Privacy.DEFAULT, Run.of(1));
        List<String> told = new ArrayList<>();
        Database drawn = model.sample(Size.scale(3), Run.of(2)).toDatabase(Run.of(2), told::add);
        DatabaseModel loaded = RelatedSynthesizer.PLUGIN.make().load(model.store(), REAL.metadata());

        Consistent.check(drawn, REAL);
        assertThat(told).isEmpty();
        Same.check(
                drawn,
                loaded.sample(Size.scale(3), Run.of(2)).toDatabase(Run.of(2).threads(2)));
        List<RelatedRules.Learnt> rules = RelatedRules.learn(REAL, Run.of(1));
        int[] counts = new int[rules.size()];
        RelatedRules.broken(rules, drawn, counts);
        assertThat(counts).containsOnly(0);
        assertThat(rules.size()).isGreaterThan(5);
    }

    /** The total is calculated after the rows that satisfy the condition are chosen: it would not hold any more. */
    @Test
    void aTotalCannotBeAskedFor() {
        RelatedModel model = RelatedSynthesizer.PLUGIN.make().fit(REAL, found(), Privacy.DEFAULT, Run.of(1));

        assertThatThrownBy(() -> model.sample(Size.scale(1), List.of("orders.total > 20"), Run.of(2)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"orders.total\" follows from the rows below");
        // Also what follows from the total in turn, and before anything is learnt.
        String turned = found().get("orders").stream()
                .filter(rule -> rule.words().contains("`total` - "))
                .map(rule -> rule.columns().get(0))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> RelatedSynthesizer.check(
                        REAL.metadata(), List.of(), List.of("orders." + turned + " > 2"), found()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"orders." + turned + "\" follows from the rows below");
        assertThat(model.sample(Size.scale(1), List.of("lines.price > 2"), Run.of(2))
                        .toDatabase(Run.of(2))
                        .table("lines")
                        .rows())
                .isPositive();
    }

    @Test
    void aRuleThatCannotBeKeptIsTold() {
        Listed listed = new Listed(
                "test",
                List.of(
                        new Listed.Line("condition", "price > 10", 1),
                        new Listed.Line("condition", "price < 5 or pieces > 2", 2)));
        List<Constraint> impossible = RelatedRules.read(listed, "lines", REAL.metadata());
        Listed never = new Listed("test", List.of(new Listed.Line("condition", "price > 100", 1)));
        List<Constraint> all = new ArrayList<>(impossible);
        all.addAll(RelatedRules.read(never, "lines", REAL.metadata()));
        RelatedModel model =
                RelatedSynthesizer.PLUGIN.make().fit(REAL, Map.of("lines", all), Privacy.DEFAULT, Run.of(1));
        List<String> told = new ArrayList<>();
        Database drawn = model.sample(Size.scale(1), Run.of(2)).toDatabase(Run.of(2), told::add);

        int rows = drawn.table("lines").rows();
        assertThat(told)
                .anySatisfy(words -> assertThat(words).matches("lines: ([0-9,]+) of \\1 rows break \"price > 100\".*"));
        assertThat(told).anyMatch(words -> words.contains("rows broke a rule as they came"));
        assertThat(rows).isGreaterThan(500);
    }

    @Test
    void whatIsGatheredIsReadInAnyRule() {
        Listed listed = new Listed(
                "test",
                List.of(
                        new Listed.Line("formula", "total = sum(lines.price * lines.pieces)", 1),
                        new Listed.Line("order", List.of("shipping", "max(lines.price)"), 2)));
        List<Constraint> rules = RelatedRules.read(listed, "orders", REAL.metadata());

        assertThat(rules.get(0).columns()).containsExactly("total", "sum(lines.price * lines.pieces)");
        assertThat(rules.get(1).columns()).containsExactly("shipping", "max(lines.price)");
    }
}
