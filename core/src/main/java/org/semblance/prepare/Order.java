package org.semblance.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Pairs of dates that come in one order nearly always ("admission before discharge"): in at least 99 % of the rows that
 * have both. Where a few rows break it, they are named, for they are usually mistakes.
 */
final class Order {
    private static final double NEARLY_ALWAYS = 0.99;
    private static final int ENOUGH = 50;
    private static final int MOST_COLUMNS = 40;
    private static final int NAMED = 3;

    private Order() {}

    static List<Warning> broken(Table table) {
        List<Warning> out = new ArrayList<>();
        for (Kind kind : List.of(Kind.DATE, Kind.DATETIME)) {
            int[] columns = IntStream.range(0, table.width())
                    .filter(c -> table.schema().field(c).kind() == kind)
                    .limit(MOST_COLUMNS)
                    .toArray();
            for (int i = 0; i < columns.length; i++) {
                for (int j = i + 1; j < columns.length; j++) {
                    compare(table, columns[i], columns[j], out);
                }
            }
        }
        return out;
    }

    private static void compare(Table table, int a, int b, List<Warning> out) {
        NumberColumn x = table.numbers(a);
        NumberColumn y = table.numbers(b);
        int before = 0;
        int after = 0;
        int both = 0;
        for (int i = 0; i < x.size(); i++) {
            double difference = y.get(i) - x.get(i);
            both += Double.isNaN(difference) ? 0 : 1;
            before += difference > 0 ? 1 : 0;
            after += difference < 0 ? 1 : 0;
        }
        int exceptions = Math.min(before, after);
        if (both < ENOUGH || exceptions == 0 || exceptions > (1 - NEARLY_ALWAYS) * both || before + after < both / 2) {
            return;
        }
        int early = before > after ? a : b;
        int late = before > after ? b : a;
        out.add(new Warning(
                "",
                exceptions + (exceptions == 1 ? " row has " : " rows have ")
                        + table.schema().field(late).name() + " before "
                        + table.schema().field(early).name(),
                where(table.numbers(early), table.numbers(late), exceptions)));
    }

    /** The numbers of the first rows that break the order, counted from 1. */
    private static String where(NumberColumn early, NumberColumn late, int exceptions) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < early.size() && rows.size() < NAMED; i++) {
            if (late.get(i) < early.get(i)) {
                rows.add(String.valueOf(i + 1));
            }
        }
        return (exceptions == 1 ? "row " : "rows ") + String.join(", ", rows) + (exceptions > NAMED ? ", ..." : "");
    }
}
