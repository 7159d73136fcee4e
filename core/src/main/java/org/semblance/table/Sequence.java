package org.semblance.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table whose rows are steps of sequences: the visits of a patient, the readings of a sensor.
 *
 * @param table its name
 * @param entity the columns that say whose step a row is; none where the whole table is one sequence
 * @param order the column that puts the steps in order, or empty where the rows stand in order
 */
public record Sequence(String table, List<String> entity, String order) {
    public Sequence {
        entity = List.copyOf(entity);
    }

    /**
     * Where each row of the table stands in the order: numbers as they are; keys of digits as numbers, so that 10 follows 9;
     * other labels by their rank in the alphabet; missing ones last, at infinity. All at 0 where there is no order.
     */
    public double[] places(Table rows) {
        if (order.isEmpty()) {
            return new double[rows.rows()];
        }
        Column column = rows.column(order);
        double[] places = column instanceof NumberColumn numbers ? numbers.toArray() : places((CodeColumn) column);
        Arrays.setAll(places, i -> Double.isNaN(places[i]) ? Double.POSITIVE_INFINITY : places[i]);
        return places;
    }

    private static double[] places(CodeColumn codes) {
        List<String> labels = codes.labels();
        double[] rank = new double[labels.size()];
        if (labels.stream().allMatch(label -> label.matches("[0-9]{1,15}"))) {
            Arrays.setAll(rank, k -> Double.parseDouble(labels.get(k)));
        } else {
            int[] sorted = IntStream.range(0, rank.length)
                    .boxed()
                    .sorted(Comparator.comparing(labels::get))
                    .mapToInt(k -> k)
                    .toArray();
            for (int r = 0; r < rank.length; r++) {
                rank[sorted[r]] = r;
            }
        }
        return Arrays.stream(codes.toArray())
                .mapToDouble(code -> code < 0 ? Double.NaN : rank[code])
                .toArray();
    }

    /** Of one entity column. */
    public static Sequence of(String table, String entity, String order) {
        return new Sequence(table, List.of(entity), order);
    }
}
