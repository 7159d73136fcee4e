package org.semblance.table;

/**
 * The values of one column, immutable. A missing value is {@code NaN} in a {@link NumberColumn} and code -1 in a
 * {@link CodeColumn}; ask {@link #isMissing}. Not-a-number and infinities never occur as values.
 */
public sealed interface Column permits NumberColumn, CodeColumn {
    int size();

    boolean isMissing(int row);

    /** The rows at the given positions, in that order; positions may repeat. */
    Column take(int[] rows);

    default int missingCount() {
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (isMissing(i)) {
                count++;
            }
        }
        return count;
    }
}
