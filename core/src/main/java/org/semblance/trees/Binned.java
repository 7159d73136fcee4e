package org.semblance.trees;

/**
 * The columns of a table as codes, column by column, as tree growers read them.
 *
 * <p>Code 0 stands for a missing value; the others are bins in ascending order, or labels in no order.
 *
 * @param codes one array per feature, of one code per row
 * @param sizes how many codes each feature has, code 0 included: its codes lie in 0 .. size-1
 * @param labels whether the codes of a feature are labels without an order
 * @param rows how many rows there are
 */
public record Binned(short[][] codes, int[] sizes, boolean[] labels, int rows) {
    public int features() {
        return codes.length;
    }

    /** The codes of some columns, of which {@code bins} says what they mean. */
    public static Binned of(short[][] codes, Bins[] bins, int rows) {
        int[] sizes = new int[bins.length];
        boolean[] labels = new boolean[bins.length];
        for (int f = 0; f < bins.length; f++) {
            sizes[f] = bins[f].size();
            labels[f] = bins[f].labels();
        }
        return new Binned(codes, sizes, labels, rows);
    }
}
