package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Predictors as columns of numbers: a one, each number in standard deviations from its mean, and for labels a 0/1 column
 * for each but the first that occurs (treatment contrasts).
 *
 * <p>A row has one entry per predictor, whatever the number of labels, so that a factor of 1,000 levels costs a row no
 * more than a number does. Columns that {@link Screen} leaves out have no place.
 *
 * @param terms what each predictor gives
 * @param width columns, the one among them
 */
record Design(List<Term> terms, int width) {
    /**
     * A predictor.
     *
     * @param name of the predictor
     * @param place the column of a number; -1 for labels, and for what is left out
     * @param mean of the rows it was learnt from
     * @param deviation of the rows it was learnt from, 1 where that is 0
     * @param places [labels] the column of each label; -1 for the first and for what is left out; empty for numbers
     */
    record Term(String name, int place, double mean, double deviation, int[] places) {
        boolean numeric() {
            return places.length == 0;
        }
    }

    Design {
        terms = List.copyOf(terms);
    }

    /** Of all predictors, standardised over the given rows. */
    static Design of(Predictors x, int[] rows) {
        List<Term> terms = new ArrayList<>();
        int width = 1;
        for (int c = 0; c < x.table().width(); c++) {
            String name = x.schema().field(c).name();
            if (x.table().column(c) instanceof NumberColumn numbers) {
                double mean =
                        Arrays.stream(rows).mapToDouble(numbers::get).average().orElse(0);
                double squares = Arrays.stream(rows)
                        .mapToDouble(row -> (numbers.get(row) - mean) * (numbers.get(row) - mean))
                        .sum();
                double deviation = Math.sqrt(squares / Math.max(1, rows.length - 1));
                boolean varies = deviation > 1e-12 * Math.abs(mean);
                terms.add(new Term(name, varies ? width++ : -1, mean, varies ? deviation : 1, new int[0]));
                continue;
            }
            CodeColumn codes = (CodeColumn) x.table().column(c);
            boolean[] seen = new boolean[codes.labels().size()];
            for (int row : rows) {
                seen[codes.code(row)] = true;
            }
            int[] places = new int[Math.max(1, seen.length)];
            Arrays.fill(places, -1);
            boolean first = true;
            for (int k = 0; k < seen.length; k++) {
                if (seen[k]) {
                    places[k] = first ? -1 : width++;
                    first = false;
                }
            }
            terms.add(new Term(name, -1, 0, 1, places));
        }
        return new Design(terms, width);
    }

    /** The same without the columns that are marked. */
    Design without(boolean[] gone) {
        int[] place = new int[width];
        int next = 0;
        for (int j = 0; j < width; j++) {
            place[j] = gone[j] ? -1 : next++;
        }
        List<Term> left = terms.stream()
                .map(term -> new Term(
                        term.name,
                        term.place < 0 ? -1 : place[term.place],
                        term.mean,
                        term.deviation,
                        Arrays.stream(term.places)
                                .map(at -> at < 0 ? -1 : place[at])
                                .toArray()))
                .toList();
        return new Design(left, next);
    }

    /** What a column is called: a number's name, or a name and a label. */
    String name(int column, Table table) {
        for (int c = 0; c < terms.size(); c++) {
            Term term = terms.get(c);
            if (term.place == column) {
                return term.name;
            }
            for (int k = 0; k < term.places.length; k++) {
                if (term.places[k] == column) {
                    return term.name + " = "
                            + ((CodeColumn) table.column(c)).labels().get(k);
                }
            }
        }
        return "intercept";
    }

    /** The entries of rows, one predictor at a time; a label that was not there when learning counts as the first. */
    final class Entries {
        private final Column[] columns;
        private final int[] at;
        private final double[] value;
        private int count;

        Entries(Predictors x) {
            columns = new Column[terms.size()];
            for (int c = 0; c < columns.length; c++) {
                columns[c] = x.table().column(c);
            }
            at = new int[Math.max(terms.size() + 1, width)];
            value = new double[at.length];
            value[0] = 1;
        }

        /** Takes a row of the design as it is, one number a column, the one first. */
        void dense(double[] row) {
            for (int j = 0; j < row.length; j++) {
                at[j] = j;
                value[j] = row[j];
            }
            count = row.length;
        }

        /** Moves to a row: {@link #count} entries at columns {@link #at}, the one first. */
        void row(int row) {
            at[0] = 0;
            value[0] = 1;
            count = 1;
            for (int c = 0; c < columns.length; c++) {
                Term term = terms.get(c);
                if (columns[c] instanceof NumberColumn numbers) {
                    if (term.place >= 0) {
                        at[count] = term.place;
                        value[count++] = (numbers.get(row) - term.mean) / term.deviation;
                    }
                } else {
                    int code = ((CodeColumn) columns[c]).code(row);
                    int place = code < term.places.length && code >= 0 ? term.places[code] : -1;
                    if (place >= 0) {
                        at[count] = place;
                        value[count++] = 1;
                    }
                }
            }
        }

        int count() {
            return count;
        }

        /** Of the values: NaN where one of them is missing. */
        double sum() {
            double sum = 0;
            for (int e = 0; e < count; e++) {
                sum += value[e];
            }
            return sum;
        }

        int at(int entry) {
            return at[entry];
        }

        double value(int entry) {
            return value[entry];
        }

        double dot(double[] beta) {
            double sum = 0;
            for (int e = 0; e < count; e++) {
                sum += beta[at[e]] * value[e];
            }
            return sum;
        }
    }

    Entries entries(Predictors x) {
        return new Entries(x);
    }

    /** X b for every row. */
    double[] times(Predictors x, double[] beta) {
        Entries entries = entries(x);
        double[] out = new double[x.rows()];
        for (int row = 0; row < out.length; row++) {
            entries.row(row);
            out[row] = entries.dot(beta);
        }
        return out;
    }

    /** X'WX of some rows; without weights where they are empty. Cost: rows x predictors^2 / 2. */
    double[][] cross(Predictors x, int[] rows, double[] weights) {
        double[][] out = new double[width][width];
        Entries entries = entries(x);
        for (int i = 0; i < rows.length; i++) {
            entries.row(rows[i]);
            double weight = weights.length == 0 ? 1 : weights[i];
            for (int a = 0; a < entries.count; a++) {
                double[] line = out[entries.at[a]];
                double scaled = weight * entries.value[a];
                for (int b = 0; b < entries.count; b++) {
                    line[entries.at[b]] += scaled * entries.value[b];
                }
            }
        }
        return out;
    }

    /** X'v of some rows, v in their order. */
    double[] cross(Predictors x, int[] rows, double[] weights, double[] v) {
        double[] out = new double[width];
        Entries entries = entries(x);
        for (int i = 0; i < rows.length; i++) {
            entries.row(rows[i]);
            double scaled = v[i] * (weights.length == 0 ? 1 : weights[i]);
            for (int e = 0; e < entries.count; e++) {
                out[entries.at[e]] += scaled * entries.value[e];
            }
        }
        return out;
    }

    /** Coefficients as of the predictors in their own units, the intercept first. */
    double[] inUnits(double[] beta) {
        double[] out = beta.clone();
        for (Term term : terms) {
            if (term.place >= 0) {
                out[term.place] = beta[term.place] / term.deviation;
                out[0] -= out[term.place] * term.mean;
            }
        }
        return out;
    }
}
