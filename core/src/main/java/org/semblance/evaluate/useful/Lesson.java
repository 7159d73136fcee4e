package org.semblance.evaluate.useful;

import java.util.Arrays;
import org.semblance.evaluate.Predictors;
import org.semblance.table.Table;
import org.semblance.trees.Binned;

/**
 * What is to be learnt and then predicted: rows of one table, rows of another with the same columns, and the column in
 * question. Rows where it is missing are left out.
 */
public final class Lesson {
    private final Table learnt;
    private final Table test;
    private final Outcome outcome;
    private final double[] truth;

    /** @param outcome holds the labels of both tables */
    public Lesson(Table learnt, Table test, Outcome outcome) {
        this.learnt = outcome.known(learnt);
        this.test = outcome.known(test);
        this.outcome = outcome;
        truth = outcome.values(this.test);
    }

    public Table learnt() {
        return learnt;
    }

    public Table test() {
        return test;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The outcome of the rows to be predicted. */
    public double[] truth() {
        return truth;
    }

    /** Whether there is anything to learn from and to predict. */
    public boolean possible() {
        return learnt.rows() >= 2 && test.rows() >= 2 && learnt.width() >= 2;
    }

    /** The predictors of the rows to learn from and, below, of those to predict, as codes. */
    Binned binned() {
        return Predictors.of(learnt, test, outcome.predictors(learnt));
    }

    /** The outcome of the rows to learn from. */
    double[] learntValues() {
        return outcome.values(learnt);
    }

    /** Of the rows to learn from: the mean of a number and its deviation, 1 where it is constant. */
    double[] meanAndDeviation() {
        double[] values = learntValues();
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        return new double[] {mean, variance > 0 ? Math.sqrt(variance) : 1};
    }

    /** The positions of the rows to predict among the {@link #binned} ones. */
    int[] testRows() {
        int[] rows = new int[test.rows()];
        Arrays.setAll(rows, i -> learnt.rows() + i);
        return rows;
    }
}
