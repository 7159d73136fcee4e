package org.semblance.trees;

/**
 * What a tree of conditional inference is grown for: whether a feature and the values of a node's rows are independent,
 * by the quadratic form of their covariance over the permutations of the rows.
 *
 * <p>That form has a closed expression where both are numbers or labels, in Strasser and Weber's notation (1999): (n - 1)
 * r^2 for two numbers, (n - 1) / n times Pearson's chi-squared for labels, one-way sums of squares for one of each.
 */
abstract class InferenceTarget extends NodeTarget {
    /** The statistic of the last test, chi-squared on {@link #freedom} degrees where they are independent. */
    double statistic;

    int freedom;

    /** Tests numbers, given as the number of every code, about any origin. */
    abstract void testNumbers(int[] codes, double[] numbers, int[] rows, int from, int to);

    /** Tests labels, one run each. */
    abstract void testLabels(Runs runs);

    /** The logarithm of the chance that a statistic is larger where both are independent; 0 where either is constant. */
    final double logP() {
        return freedom < 1 || !(statistic > 0) ? 0 : ChiSquareTail.log(statistic, freedom);
    }

    /** Looks for the best way of parting runs in the order of their codes, or for labels in the best order. */
    abstract void search(Runs runs, boolean labels, int minLeaf);
}
