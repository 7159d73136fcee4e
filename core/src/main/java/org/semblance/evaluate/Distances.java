package org.semblance.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Distances between the rows of some tables: the sum over columns of |a - b| / (the column's range) for numbers and of
 * a constant for labels that differ. A missing label is one more label; missing against missing is 0 for numbers,
 * missing against a number 1, the whole range; where the column is constant, other values are 1 off.
 *
 * <p>{@link #of}: labels are 2 apart, which is L1 on one-hot codes. {@link #gower}: labels are 1 apart (Gower 1971,
 * doi:10.2307/2528823, without his division by the number of columns). Numbers lie widest spread first, so that most
 * rows are given up after a few steps.
 */
public final class Distances {
    public static final int REAL = 0;
    public static final int HOLDOUT = 1;
    public static final int SYNTHETIC = 2;

    private final Packed[] tables;
    private final int[] features;

    private Distances(Packed[] tables, int[] features) {
        this.tables = tables;
        this.features = features;
    }

    /** @param whole the table whose ranges are the scale; the others have the same columns */
    public static Distances of(Table whole, Table real, Table holdout, Table synthetic) {
        return scaled(2, List.of(whole), real, holdout, synthetic);
    }

    /** Of tables with the same columns, numbers scaled by the range over all of them, labels 1 apart. */
    public static Distances gower(Table... tables) {
        return scaled(1, List.of(tables), tables);
    }

    /**
     * Of any tables with the same columns.
     *
     * @param apart what labels add that differ
     * @param scale the tables over which the range of numbers is taken
     * @param tables those whose rows are compared, numbered from 0
     */
    public static Distances scaled(float apart, List<Table> scale, Table... tables) {
        int width = tables[0].width();
        List<Numbers> numbers = new ArrayList<>();
        List<Codes> narrow = new ArrayList<>();
        List<Codes> wide = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            if (tables[0].column(c) instanceof NumberColumn) {
                numbers.add(Numbers.of(c, scale, tables));
            } else {
                Codes codes = Codes.of(c, tables);
                (codes.labels.levels() < 256 ? narrow : wide).add(codes);
            }
        }
        numbers.sort(Comparator.comparingDouble(column -> -column.spread()));
        Packed.Layout layout = new Packed.Layout(numbers.size(), narrow.size(), wide.size(), apart);
        narrow.addAll(wide);
        Packed[] packed = new Packed[tables.length];
        for (int t = 0; t < tables.length; t++) {
            packed[t] = new Packed(layout, tables[t].rows());
            for (int i = 0; i < tables[t].rows(); i++) {
                for (int k = 0; k < numbers.size(); k++) {
                    packed[t].number(i, k, numbers.get(k).values[t][i]);
                }
                for (int k = 0; k < narrow.size(); k++) {
                    packed[t].label(i, numbers.size() + k, narrow.get(k).labels.codes()[t][i]);
                }
            }
        }
        int[] features = new int[width];
        for (int k = 0; k < width; k++) {
            features[k < numbers.size() ? numbers.get(k).column : narrow.get(k - numbers.size()).column] = k;
        }
        return new Distances(packed, features);
    }

    /** One column of labels. */
    private record Codes(int column, Labels labels) {
        static Codes of(int column, Table[] tables) {
            org.semblance.table.Column[] columns = new org.semblance.table.Column[tables.length];
            for (int t = 0; t < tables.length; t++) {
                columns[t] = tables[t].column(column);
            }
            return new Codes(column, Labels.of(columns));
        }
    }

    /** One column of numbers, scaled. */
    private record Numbers(int column, float[][] values) {
        static Numbers of(int column, List<Table> scale, Table[] tables) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Table table : scale) {
                NumberColumn whole = table.numbers(column);
                for (int i = 0; i < whole.size(); i++) {
                    if (!whole.isMissing(i)) {
                        low = Math.min(low, whole.get(i));
                        high = Math.max(high, whole.get(i));
                    }
                }
            }
            double from = low <= high ? low : 0;
            double range = high > low ? high - low : 0;
            float[][] out = new float[tables.length][];
            for (int t = 0; t < tables.length; t++) {
                NumberColumn values = tables[t].numbers(column);
                out[t] = new float[values.size()];
                for (int i = 0; i < out[t].length; i++) {
                    double off = values.get(i) - from;
                    out[t][i] = (float) (range > 0 ? off / range : Math.signum(off));
                }
            }
            return new Numbers(column, out);
        }

        /** The variance in the first table. */
        double spread() {
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (float value : values[0]) {
                if (!Float.isNaN(value)) {
                    sum += value;
                    squares += (double) value * value;
                    n++;
                }
            }
            return n == 0 ? 0 : squares / n - sum / n * (sum / n);
        }
    }

    /** How many rows a table has. */
    public int rows(int table) {
        return tables[table].rows;
    }

    Packed table(int table) {
        return tables[table];
    }

    /** What one column adds to the distance of two rows. */
    public float gap(int column, int fromTable, int row, int toTable, int other) {
        return tables[fromTable].gap(features[column], row, tables[toTable], other);
    }

    /** The distance of a row of one table to the nearest row of another, by a loop; infinite where that has no rows. */
    public float nearest(int fromTable, int row, int toTable) {
        Packed to = tables[toTable];
        Packed.Point point = tables[fromTable].point(row);
        float best = Float.POSITIVE_INFINITY;
        for (int other = 0; other < to.rows && best > 0; other++) {
            best = Math.min(best, to.distance(point, other, best));
        }
        return best;
    }

    /** An index of one table's rows, for many searches. */
    public Neighbours neighbours(int table) {
        return new Neighbours(this, table);
    }
}
