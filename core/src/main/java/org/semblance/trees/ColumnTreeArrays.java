package org.semblance.trees;

import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link ColumnTree} as named primitive arrays and back, checked so that a bent file cannot make drawing fail. */
final class ColumnTreeArrays {
    private final Map<String, Object> arrays;

    private ColumnTreeArrays(Map<String, Object> arrays) {
        this.arrays = arrays;
    }

    static Map<String, Object> of(
            int target,
            int[] predictors,
            byte[] @Nullable [] orders,
            Cart cart,
            int[] start,
            int[] donors,
            @Nullable LeafLine[] lines) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("target", new int[] {target});
        out.put("predictors", predictors.clone());
        for (int k = 0; k < predictors.length; k++) {
            byte[] order = orders[k];
            if (order != null) {
                out.put("order-" + k, order.clone());
            }
        }
        out.put("nodes", cart.predictors());
        out.put("codes", cart.codes());
        out.put("children", cart.children());
        out.put("start", start.clone());
        out.put("donors", donors.clone());
        lines(lines, out);
        return out;
    }

    /** All lines in five arrays; {@code line-sizes} holds leaf, kept, columns and residuals of each. */
    private static void lines(@Nullable LeafLine[] lines, Map<String, Object> out) {
        Growing<int[]> sizes = new Growing<>(new int[0]);
        Growing<int[]> kept = new Growing<>(new int[0]);
        Growing<int[]> columns = new Growing<>(new int[0]);
        Growing<double[]> terms = new Growing<>(new double[0]);
        Growing<float[]> residuals = new Growing<>(new float[0]);
        for (int leaf = 0; leaf < lines.length; leaf++) {
            LeafLine line = lines[leaf];
            if (line == null) {
                continue;
            }
            sizes.add(new int[] {leaf, line.kept(), line.columns().length, line.residuals().length});
            kept.add(line.keptCodes());
            columns.add(line.columns());
            terms.add(line.terms());
            residuals.add(line.residuals());
        }
        if (sizes.size() > 0) {
            out.put("line-sizes", sizes.trimmed());
            out.put("line-kept", kept.trimmed());
            out.put("line-columns", columns.trimmed());
            out.put("line-terms", terms.trimmed());
            out.put("line-residuals", residuals.trimmed());
        }
    }

    static ColumnTree restore(Map<String, Object> arrays, CodeBook[] books) {
        return new ColumnTreeArrays(arrays).tree(books);
    }

    private ColumnTree tree(CodeBook[] books) {
        int target = get("target", int[].class)[0];
        int[] predictors = get("predictors", int[].class);
        check(target >= 0 && target < books.length, "target");
        byte[] @Nullable [] orders = new byte[predictors.length][];
        for (int k = 0; k < predictors.length; k++) {
            check(predictors[k] >= 0 && predictors[k] < books.length, "predictors");
            if (!books[predictors[k]].numeric()) {
                orders[k] = get("order-" + k, byte[].class);
                check(orders[k].length == books[predictors[k]].size() + 1, "order-" + k);
            }
        }
        Cart cart = Cart.restore(get("nodes", int[].class), get("codes", int[].class), get("children", int[].class));
        for (int node : cart.predictors()) {
            check(node < predictors.length, "nodes");
        }
        int[] start = get("start", int[].class);
        int[] donors = get("donors", int[].class);
        check(start.length == cart.leaves() + 1 && start[0] == 0 && start[cart.leaves()] == donors.length, "start");
        for (int l = 0; l < cart.leaves(); l++) {
            check(start[l] < start[l + 1] || donors.length == 0, "start");
        }
        for (int donor : donors) {
            check(donor >= 0 && donor <= books[target].size(), "donors");
        }
        LeafLine[] lines = lines(cart.leaves(), books, target);
        return new ColumnTree(target, predictors, orders, cart, start, donors, lines);
    }

    private @Nullable LeafLine[] lines(int leaves, CodeBook[] books, int target) {
        LeafLine[] lines = new @Nullable LeafLine[leaves];
        if (!arrays.containsKey("line-sizes")) {
            return lines;
        }
        int[] sizes = get("line-sizes", int[].class);
        int[] kept = get("line-kept", int[].class);
        int[] columns = get("line-columns", int[].class);
        double[] terms = get("line-terms", double[].class);
        float[] residuals = get("line-residuals", float[].class);
        check(books[target].numeric(), "line-sizes");
        int k = 0;
        int c = 0;
        int t = 0;
        int r = 0;
        for (int i = 0; i + 3 < sizes.length; i += 4) {
            check(sizes[i] >= 0 && sizes[i] < leaves && sizes[i + 3] > 0, "line-sizes");
            int[] codes = slice(kept, k, sizes[i + 1]);
            int[] used = slice(columns, c, sizes[i + 2]);
            for (int code : codes) {
                check(code >= 0 && code <= books[target].size(), "line-kept");
            }
            for (int column : used) {
                check(column >= 0 && column < books.length && books[column].numeric(), "line-columns");
            }
            int numbers = 2 + 3 * used.length;
            lines[sizes[i]] =
                    LeafLine.restore(codes, used, slice(terms, t, numbers), slice(residuals, r, sizes[i + 3]));
            k += codes.length;
            c += used.length;
            t += numbers;
            r += sizes[i + 3];
        }
        return lines;
    }

    private <A> A get(String name, Class<A> type) {
        Object array = arrays.get(name);
        if (!type.isInstance(array)) {
            throw new IllegalArgumentException("array " + name + " is missing");
        }
        return type.cast(array);
    }

    /** A part of an array; one that reaches beyond it is refused before room is made for it. */
    private static <A> A slice(A array, int from, int length) {
        check(length >= 0 && length <= Array.getLength(array) - from, "line-sizes");
        @SuppressWarnings("unchecked")
        A part = (A) Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, from, part, 0, length);
        return part;
    }

    private static void check(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException("array " + name + " does not fit the others");
        }
    }

    /** A primitive array that grows. */
    private static final class Growing<A> {
        private A array;
        private int size;

        Growing(A empty) {
            array = empty;
        }

        int size() {
            return size;
        }

        void add(A more) {
            int length = Array.getLength(more);
            if (size + length > Array.getLength(array)) {
                array = resized(Math.max(size + length, 2 * size));
            }
            System.arraycopy(more, 0, array, size, length);
            size += length;
        }

        A trimmed() {
            return resized(size);
        }

        @SuppressWarnings("unchecked")
        private A resized(int length) {
            Object out = Array.newInstance(array.getClass().getComponentType(), length);
            System.arraycopy(array, 0, out, 0, size);
            return (A) out;
        }
    }
}
