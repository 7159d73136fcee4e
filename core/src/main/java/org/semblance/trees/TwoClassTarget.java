package org.semblance.trees;

/** Two classes as the numbers 0 and 1: the fall of their sum of squares is half that of the Gini impurity. */
final class TwoClassTarget extends NumberTarget {
    private final boolean byError;

    TwoClassTarget(double[] values, int[] weights, int most, int heaviest, boolean byError) {
        super(values, weights, most, heaviest);
        this.byError = byError;
    }

    private TwoClassTarget(TwoClassTarget whole, int most) {
        super(whole, most);
        byError = whole.byError;
    }

    @Override
    RiskTarget few(int most) {
        return new TwoClassTarget(this, most);
    }

    @Override
    double risk() {
        return byError ? Math.min(sum, total - sum) : 2 * sum * (total - sum) / Math.max(1, total);
    }

    @Override
    boolean pure() {
        return sum == 0 || sum == total;
    }
}
