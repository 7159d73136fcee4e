package org.semblance.trees;

import java.util.Arrays;

/**
 * Puts the labels of a predictor in an order that suits a target, so that a tree may split them like numbers: by the
 * first principal component of the target's class shares given the label, shrunk towards the overall shares where a
 * label is rare. Never 2^L splits.
 *
 * <p>Shapes: L labels x T classes. Cost O(n + L T^2). Source: Coppersmith, Hong and Hosking (1999), Partitioning
 * nominal attributes in decision trees, doi:10.1023/A:1009869804967.
 */
final class LabelOrder {
    private static final double SHRINK = 10;
    private static final int ITERATIONS = 30;

    private LabelOrder() {}

    /**
     * The predictor code of every label and, last, of missing.
     *
     * @param labels [n] codes 0 .. count, where count is missing
     * @param target [n] classes
     */
    static byte[] of(int[] labels, int count, byte[] target, int classes) {
        int[][] table = new int[count + 1][classes];
        int[] mass = new int[count + 1];
        double[] overall = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            int t = target[i] & 0xFF;
            table[labels[i]][t]++;
            mass[labels[i]]++;
            overall[t]++;
        }
        for (int t = 0; t < classes; t++) {
            overall[t] /= Math.max(1, labels.length);
        }
        double[][] centred = new double[count + 1][classes];
        for (int l = 0; l <= count; l++) {
            for (int t = 0; t < classes; t++) {
                centred[l][t] = (table[l][t] - mass[l] * overall[t]) / (mass[l] + SHRINK);
            }
        }
        double[] direction = principal(centred, mass, classes);
        double[] score = new double[count + 1];
        for (int l = 0; l <= count; l++) {
            for (int t = 0; t < classes; t++) {
                score[l] += centred[l][t] * direction[t];
            }
        }
        return codes(score, mass);
    }

    /** The first principal component of the rows weighted by mass, by power iteration. */
    private static double[] principal(double[][] centred, int[] mass, int classes) {
        double[][] covariance = new double[classes][classes];
        for (int l = 0; l < mass.length; l++) {
            for (int a = 0; a < classes && mass[l] > 0; a++) {
                for (int b = 0; b < classes; b++) {
                    covariance[a][b] += mass[l] * centred[l][a] * centred[l][b];
                }
            }
        }
        double[] direction = new double[classes];
        int widest = 0;
        for (int t = 1; t < classes; t++) {
            widest = covariance[t][t] > covariance[widest][widest] ? t : widest;
        }
        direction[widest] = 1;
        for (int step = 0; step < ITERATIONS; step++) {
            double[] next = new double[classes];
            double norm = 0;
            for (int a = 0; a < classes; a++) {
                for (int b = 0; b < classes; b++) {
                    next[a] += covariance[a][b] * direction[b];
                }
                norm += next[a] * next[a];
            }
            if (norm == 0) {
                break;
            }
            for (int a = 0; a < classes; a++) {
                next[a] /= Math.sqrt(norm);
            }
            direction = next;
        }
        return direction;
    }

    private static byte[] codes(double[] score, int[] mass) {
        Integer[] order = new Integer[score.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byScore = Double.compare(score[a], score[b]);
            return byScore != 0 ? byScore : Integer.compare(a, b);
        });
        int[] sortedMass = new int[score.length];
        for (int i = 0; i < order.length; i++) {
            sortedMass[i] = mass[order[i]];
        }
        byte[] groups = new byte[score.length];
        CodeBook.group(sortedMass, CodeBook.COARSE, groups);
        byte[] out = new byte[score.length];
        for (int i = 0; i < order.length; i++) {
            out[order[i]] = groups[i];
        }
        return out;
    }
}
