package org.semblance.bench.fitfor;

import java.util.Arrays;

/**
 * Rows as points whose distance is the sum over columns of the difference of ranks (numbers) or 1 where labels differ;
 * ranks are those among the rows of one table. Not the distance of the measures, on purpose. Missing is a value of its
 * own, at least 1 from every other.
 */
final class Neighbours {
    private static final float MISSING = 2;

    private final double[][] sorted;

    Neighbours(Coded base) {
        sorted = new double[base.width()][];
        for (int c = 0; c < sorted.length; c++) {
            sorted[c] = base.label(c) ? new double[0] : base.sorted(c);
        }
    }

    /** The points of a table, one array per row. */
    float[][] points(Coded table) {
        float[][] points = new float[table.rows()][table.width()];
        for (int c = 0; c < table.width(); c++) {
            for (int i = 0; i < points.length; i++) {
                double value = table.values()[c][i];
                points[i][c] = Double.isNaN(value) ? MISSING : table.label(c) ? 10 * (float) value : rank(c, value);
            }
        }
        return points;
    }

    /** The share of the values that are smaller, equal ones counted half. */
    float rank(int column, double value) {
        double[] values = sorted[column];
        int below = first(values, value);
        int upTo = first(values, Math.nextUp(value));
        return values.length == 0 ? 0 : (below + upTo) / 2f / values.length;
    }

    /** How many values are below. */
    private static int first(double[] values, double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The nearest points, nearest first, with their distances. */
    static final class Found {
        final int[] who;
        final float[] distance;

        Found(int count) {
            who = new int[count];
            distance = new float[count];
        }

        float mean() {
            double sum = 0;
            for (float one : distance) {
                sum += one;
            }
            return (float) (sum / distance.length);
        }
    }

    /**
     * The nearest of some points by some columns.
     *
     * @param skip the position of a point that is left out, or -1
     */
    static Found nearest(float[] point, float[][] among, int skip, int[] columns, int count) {
        Found found = new Found(Math.min(count, among.length - (skip >= 0 ? 1 : 0)));
        int last = found.who.length - 1;
        Arrays.fill(found.distance, Float.POSITIVE_INFINITY);
        for (int other = 0; other < among.length && last >= 0; other++) {
            if (other == skip) {
                continue;
            }
            float[] row = among[other];
            float worst = found.distance[last];
            float distance = 0;
            for (int k = 0; k < columns.length && distance < worst; k++) {
                distance += Math.min(1, Math.abs(point[columns[k]] - row[columns[k]]));
            }
            if (distance < worst) {
                int at = last;
                while (at > 0 && found.distance[at - 1] > distance) {
                    found.distance[at] = found.distance[at - 1];
                    found.who[at] = found.who[at - 1];
                    at--;
                }
                found.distance[at] = distance;
                found.who[at] = other;
            }
        }
        return found;
    }
}
