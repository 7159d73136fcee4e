package org.semblance.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Tables that keep one constraint of each form, or none. */
public final class Shop {
    private final List<Field> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final int rows;

    public Shop(int rows) {
        this.rows = rows;
    }

    public Shop number(String name, Kind kind, IntToDoubleFunction value) {
        fields.add(Field.of(name, kind));
        columns.add(NumberColumn.of(IntStream.range(0, rows).mapToDouble(value).toArray()));
        return this;
    }

    public Shop money(String name, IntToDoubleFunction value) {
        fields.add(Field.of(name, Kind.DECIMAL).format(Format.PLAIN.decimals(2)));
        columns.add(NumberColumn.of(IntStream.range(0, rows).mapToDouble(value).toArray()));
        return this;
    }

    public Shop label(String name, Kind kind, IntFunction<@Nullable String> value) {
        fields.add(Field.of(name, kind));
        columns.add(CodeColumn.of(IntStream.range(0, rows).mapToObj(value).toArray(String[]::new)));
        return this;
    }

    public Table table() {
        return Table.of(new Schema(fields), columns);
    }

    private static int[] ints(int rows, int from, int to, Rng rng) {
        return IntStream.range(0, rows)
                .map(i -> from + rng.nextInt(to - from + 1))
                .toArray();
    }

    private static double cents(double value) {
        return Math.rint(value * 100) / 100;
    }

    /** Orders, sums, formulas, dependencies, combinations and all the rest, each for a reason. */
    public static Table orders(int rows, Rng rng) {
        int[] day = ints(rows, 18_000, 19_500, rng.child("day"));
        int[] wait = ints(rows, 0, 6, rng.child("wait"));
        int[] low = ints(rows, 0, 400, rng.child("low"));
        int[] more = ints(rows, 0, 300, rng.child("more"));
        int[] price = ints(rows, 105, 9_995, rng.child("price"));
        int[] pieces = ints(rows, 1, 12, rng.child("pieces"));
        int[] work = ints(rows, 0, 8_000, rng.child("work"));
        int[] parts = ints(rows, 0, 9_000, rng.child("parts"));
        int[] post = ints(rows, 100, 900, rng.child("post"));
        int[] city = ints(rows, 0, 7, rng.child("city"));
        int[] make = ints(rows, 0, 3, rng.child("make"));
        int[] model = ints(rows, 0, 2, rng.child("model"));
        int[] colour = ints(rows, 0, 2, rng.child("colour"));
        int[] kind = ints(rows, 0, 3, rng.child("kind"));
        int[] limit = ints(rows, 4, 80, rng.child("limit"));
        int[] slot = ints(rows, 0, 11, rng.child("slot"));
        int[] back = ints(rows, 0, 3, rng.child("back"));
        return new Shop(rows)
                .label("order", Kind.KEY, i -> "o" + i)
                .label("customer", Kind.IDENTIFIER, i -> "customer-" + i / 6)
                .number("line", Kind.WHOLE, i -> i % 6 + 1)
                .number("ordered", Kind.DATE, i -> day[i])
                .number("sent", Kind.DATE, i -> day[i] + wait[i])
                .number(
                        "month",
                        Kind.WHOLE,
                        i -> java.time.LocalDate.ofEpochDay(day[i]).getMonthValue())
                .number("low", Kind.WHOLE, i -> low[i])
                .number("high", Kind.WHOLE, i -> low[i] + more[i])
                .money("price", i -> price[i] / 100.0)
                .number("pieces", Kind.WHOLE, i -> pieces[i])
                .money("paid", i -> cents(price[i] * pieces[i] / 100.0))
                .money("work", i -> work[i] / 100.0)
                .money("parts", i -> parts[i] / 100.0)
                .money("post", i -> post[i] / 100.0)
                .money("cost", i -> cents((work[i] + parts[i] + post[i]) / 100.0))
                .label("city", Kind.CATEGORY, i -> "city " + city[i])
                .label("state", Kind.CATEGORY, i -> "state " + city[i] / 3)
                .number("kind", Kind.WHOLE, i -> kind[i])
                .label("kind in words", Kind.CATEGORY, i -> "kind " + "abcd".charAt(kind[i]))
                .label("make", Kind.CATEGORY, i -> "make " + make[i])
                .label("model", Kind.CATEGORY, i -> "model " + (make[i] + model[i]) % 5)
                .number("c_red", Kind.WHOLE, i -> colour[i] == 0 ? 1 : 0)
                .number("c_green", Kind.WHOLE, i -> colour[i] == 1 ? 1 : 0)
                .number("c_blue", Kind.WHOLE, i -> colour[i] == 2 ? 1 : 0)
                .label("returned", Kind.FLAG, i -> back[i] == 0 ? "yes" : "no")
                .number("refund", Kind.WHOLE, i -> back[i] == 0 ? more[i] : Double.NaN)
                .number("fee", Kind.WHOLE, i -> make[i] == 0 ? 0 : 1 + post[i])
                .number("limit", Kind.WHOLE, i -> 25 * limit[i])
                .number("slot", Kind.WHOLE, i -> slot[i])
                .table();
    }

    /** The same columns, each in an order of its own. */
    public static Table unrelated(int rows, Rng rng) {
        Table orders = orders(rows, rng);
        List<Column> shuffled = new ArrayList<>();
        for (int c = 0; c < orders.width(); c++) {
            int[] order = IntStream.range(0, rows).toArray();
            rng.child("shuffle").child(c).shuffle(order);
            shuffled.add(orders.column(c).take(order));
        }
        return Table.of(orders.schema(), shuffled);
    }
}
