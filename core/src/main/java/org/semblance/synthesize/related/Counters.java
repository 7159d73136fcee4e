package org.semblance.synthesize.related;

import java.util.Arrays;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** Finds columns that count the rows of an owner: the line number of an order's lines, part of their key. */
final class Counters {
    private static final double NEARLY_ALL = 0.95;

    private Counters() {}

    /** For each own column the number that the first row of an owner has; NaN where it is no counter. */
    static double[] of(Part part, Drawn rows, Table table) {
        double[] counters = new double[part.own().size()];
        Arrays.fill(counters, Double.NaN);
        for (Distinct distinct : part.distinct()) {
            int[] learnt = distinct.columns().stream()
                    .filter(c -> part.roles().get(c) == Part.Role.LEARNT)
                    .mapToInt(c -> c)
                    .toArray();
            if (distinct.ofOwner() && learnt.length == 1 && table.column(learnt[0]) instanceof NumberColumn numbers) {
                boolean alone = distinct.columns().size()
                        == 1 + part.columns(part.owner()).size();
                counters[part.find(Own.What.VALUES, learnt[0], 0)] = alone
                        ? start(
                                rows.ref(part.owner()),
                                rows.target(part.owner()).rows(),
                                numbers)
                        : Double.NaN;
            }
        }
        return counters;
    }

    private static double start(int[] owner, int owners, NumberColumn numbers) {
        double[] least = new double[owners];
        double[] most = new double[owners];
        int[] count = new int[owners];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < owner.length; i++) {
            double value = numbers.get(i);
            if (owner[i] >= 0 && !Double.isNaN(value)) {
                least[owner[i]] = Math.min(least[owner[i]], value);
                most[owner[i]] = Math.max(most[owner[i]], value);
                count[owner[i]]++;
            }
        }
        double start = Arrays.stream(least).min().orElse(Double.NaN);
        int families = 0;
        int counted = 0;
        for (int o = 0; o < owners; o++) {
            families += count[o] > 0 ? 1 : 0;
            counted += count[o] > 0 && least[o] == start && most[o] - least[o] + 1 == count[o] ? 1 : 0;
        }
        return families > 0 && counted >= NEARLY_ALL * families ? start : Double.NaN;
    }
}
