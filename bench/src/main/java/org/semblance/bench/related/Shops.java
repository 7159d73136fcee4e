package org.semblance.bench.related;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.distribution.Poisson;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * The generator on which SDV's HMA was measured: customers (segment, income, age), and their orders, a Poisson number of
 * them each, with columns half of numbers and half of labels that depend on the segment. With a second parent, products
 * (group, price), every order also names a product of a group that suits the customer's segment, and the first number of
 * an order is near the product's price.
 */
public record Shops(int customers, double ordersEach, int columns, int products) {
    private static final int SEGMENTS = 3;
    private static final int LABELS = 4;
    private static final double SUITS = 0.7;

    /** As {@code shops:CUSTOMERS:ORDERS:COLUMNS[:PRODUCTS]}. */
    static Shops of(String name) {
        String[] words = name.split(":");
        return new Shops(
                Integer.parseInt(words[1]),
                Double.parseDouble(words[2]),
                Integer.parseInt(words[3]),
                words.length > 4 ? Integer.parseInt(words[4]) : 0);
    }

    /** One draw: rows depend on the seed, the law does not. */
    public Database draw(Rng rng) {
        double[] segment = new double[customers];
        double[] income = new double[customers];
        double[] age = new double[customers];
        int[] counts = new int[customers];
        int orders = 0;
        for (int i = 0; i < customers; i++) {
            int s = rng.nextInt(10) < 5 ? 0 : rng.nextInt(10) < 6 ? 1 : 2;
            segment[i] = s;
            income[i] = Math.rint(StrictMath.exp(10 + 0.5 * s + 0.3 * rng.nextGaussian()));
            age[i] = Math.rint(Math.max(18, 35 + 10 * s + 8 * rng.nextGaussian()));
            counts[i] = (int) new Poisson(ordersEach).sample(rng);
            orders += counts[i];
        }
        int[] owner = new int[orders];
        int at = 0;
        for (int i = 0; i < customers; i++) {
            for (int k = 0; k < counts[i]; k++) {
                owner[at++] = i;
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        List<Relationship> relationships = new ArrayList<>();
        tables.put("customers", customers(segment, income, age));
        relationships.add(Relationship.of("customers", "customer_id", "orders", "customer_id"));
        double[] price = prices(rng.child("products"));
        if (products > 0) {
            tables.put("products", products(price));
            relationships.add(Relationship.of("products", "product_id", "orders", "product_id"));
        }
        tables.put("orders", orders(owner, segment, price, rng.child("orders")));
        Map<String, List<String>> keys = new LinkedHashMap<>();
        tables.forEach(
                (name, table) -> keys.put(name, List.of(table.schema().field(0).name())));
        return Database.of(tables, keys, relationships, List.of());
    }

    private static Table customers(double[] segment, double[] income, double[] age) {
        Schema schema = Schema.of(
                Field.of("customer_id", Kind.KEY),
                Field.of("segment", Kind.CATEGORY),
                Field.of("income", Kind.WHOLE),
                Field.of("age", Kind.WHOLE));
        int[] codes = new int[segment.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (int) segment[i];
        }
        return Table.of(
                schema,
                List.of(
                        ids("C", segment.length),
                        CodeColumn.of(codes, List.of("basic", "plus", "premium")),
                        NumberColumn.of(income),
                        NumberColumn.of(age)));
    }

    /** Prices by product; the group of product p is p modulo the number of segments. */
    private double[] prices(Rng rng) {
        double[] price = new double[products];
        for (int p = 0; p < products; p++) {
            price[p] = Math.rint(100 * StrictMath.exp(2 + p % SEGMENTS + 0.4 * rng.nextGaussian())) / 100;
        }
        return price;
    }

    private static Table products(double[] price) {
        Schema schema = Schema.of(
                Field.of("product_id", Kind.KEY), Field.of("group", Kind.CATEGORY), Field.of("price", Kind.DECIMAL));
        int[] codes = new int[price.length];
        for (int p = 0; p < codes.length; p++) {
            codes[p] = p % SEGMENTS;
        }
        return Table.of(
                schema,
                List.of(
                        ids("A", price.length),
                        CodeColumn.of(codes, List.of("food", "home", "garden")),
                        NumberColumn.of(price)));
    }

    private Table orders(int[] owner, double[] segment, double[] price, Rng rng) {
        List<Field> fields =
                new ArrayList<>(List.of(Field.of("order_id", Kind.KEY), Field.of("customer_id", Kind.IDENTIFIER)));
        List<Column> values = new ArrayList<>(List.of(ids("O", owner.length), named("C", owner, segment.length)));
        int[] product = new int[owner.length];
        if (products > 0) {
            Rng own = rng.child("product");
            for (int i = 0; i < product.length; i++) {
                int s = (int) segment[owner[i]];
                int group = own.nextDouble() < SUITS ? s : own.nextInt(SEGMENTS);
                int some = (products - group + SEGMENTS - 1) / SEGMENTS;
                product[i] = some <= 0 ? 0 : group + SEGMENTS * own.nextInt(some);
            }
            fields.add(Field.of("product_id", Kind.IDENTIFIER));
            values.add(named("A", product, products));
        }
        for (int c = 0; c < columns; c++) {
            Rng own = rng.child(c);
            boolean number = c % 2 == 0;
            fields.add(Field.of((number ? "amount_" : "kind_") + c, number ? Kind.DECIMAL : Kind.CATEGORY));
            values.add(number ? numbers(c, owner, segment, product, price, own) : labels(c, owner, segment, own));
        }
        return Table.of(new Schema(fields), values);
    }

    /** Around a mean that grows with the segment. */
    private NumberColumn numbers(int c, int[] owner, double[] segment, int[] product, double[] price, Rng rng) {
        double[] out = new double[owner.length];
        double[] mean = {10 + c, 20 + 1.5 * c, 40 + c};
        for (int i = 0; i < out.length; i++) {
            boolean priced = c == 0 && products > 0;
            double centre = priced ? price[product[i]] : mean[(int) segment[owner[i]]];
            out[i] = Math.rint(100 * (centre + (priced ? 0.2 * centre : 8) * rng.nextGaussian())) / 100;
        }
        return NumberColumn.of(out);
    }

    /** One label is likely in each segment, another one for every column. */
    private static CodeColumn labels(int c, int[] owner, double[] segment, Rng rng) {
        int[] out = new int[owner.length];
        for (int i = 0; i < out.length; i++) {
            int likely = ((int) segment[owner[i]] + c / 2) % LABELS;
            out[i] = rng.nextInt(10) < 6 ? likely : rng.nextInt(LABELS);
        }
        return CodeColumn.of(out, List.of("north", "east", "south", "west"));
    }

    private static CodeColumn ids(String prefix, int count) {
        int[] each = new int[count];
        for (int i = 0; i < count; i++) {
            each[i] = i;
        }
        return named(prefix, each, count);
    }

    private static CodeColumn named(String prefix, int[] rows, int count) {
        String[] labels = new String[count];
        for (int i = 0; i < count; i++) {
            labels[i] = prefix + (100_001 + i);
        }
        return CodeColumn.of(rows, List.of(labels));
    }
}
