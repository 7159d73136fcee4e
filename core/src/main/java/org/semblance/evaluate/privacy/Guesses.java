package org.semblance.evaluate.privacy;

import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Labels;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** A secret column of some tables, and whether one row's value is a right guess of another's. */
final class Guesses {
    /** How far a number may be off, as a share of the guess, as in Anonymeter. */
    static final double TOLERANCE = 0.05;

    private final @Nullable Labels labels;
    private final NumberColumn[] numbers;
    /** How far a date or time may be off; NaN for plain numbers. */
    private final double fixed;

    private Guesses(@Nullable Labels labels, NumberColumn[] numbers, double fixed) {
        this.labels = labels;
        this.numbers = numbers;
        this.fixed = fixed;
    }

    /** @param whole the table whose range counts for dates and times */
    static Guesses of(int column, Table whole, Table... tables) {
        if (!(whole.column(column) instanceof NumberColumn range)) {
            org.semblance.table.Column[] columns = new org.semblance.table.Column[tables.length];
            for (int t = 0; t < tables.length; t++) {
                columns[t] = tables[t].column(column);
            }
            return new Guesses(Labels.of(columns), new NumberColumn[0], Double.NaN);
        }
        NumberColumn[] numbers = new NumberColumn[tables.length];
        for (int t = 0; t < tables.length; t++) {
            numbers[t] = tables[t].numbers(column);
        }
        Kind kind = whole.schema().field(column).kind();
        boolean relative = kind == Kind.WHOLE || kind == Kind.DECIMAL;
        return new Guesses(null, numbers, relative ? Double.NaN : TOLERANCE * range(range));
    }

    private static double range(NumberColumn column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                low = Math.min(low, column.get(i));
                high = Math.max(high, column.get(i));
            }
        }
        return low <= high ? high - low : 0;
    }

    /** How many of some rows of a table are guessed right by the given rows of another. */
    int count(int table, int[] rows, int from, int[] guesses) {
        int right = 0;
        for (int i = 0; i < rows.length; i++) {
            right += right(table, rows[i], from, guesses[i]) ? 1 : 0;
        }
        return right;
    }

    private boolean right(int table, int row, int from, int guessed) {
        Labels codes = labels;
        if (codes != null) {
            return codes.codes()[table][row] == codes.codes()[from][guessed];
        }
        double truth = numbers[table].get(row);
        double guess = numbers[from].get(guessed);
        if (Double.isNaN(truth) || Double.isNaN(guess)) {
            return Double.isNaN(truth) && Double.isNaN(guess);
        }
        return Math.abs(guess - truth) <= (Double.isNaN(fixed) ? TOLERANCE * Math.abs(guess) : fixed);
    }
}
