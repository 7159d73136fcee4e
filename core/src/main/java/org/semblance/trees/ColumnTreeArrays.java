package org.semblance.trees;

import static org.semblance.trees.ArrayParts.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link ColumnTree} as named primitive arrays and back, checked so that a bent file cannot make drawing fail. */
final class ColumnTreeArrays {
    private static final List<String> ORDER = List.of("codes");
    private static final List<String> LINE = List.of("leaf", "kept", "columns", "terms", "residuals");

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
        out.put("nodes", cart.predictors());
        out.put("codes", cart.codes());
        out.put("children", cart.children());
        out.put("start", start.clone());
        out.put("donors", donors.clone());
        List<Map<String, Object>> ordered = new ArrayList<>();
        for (byte[] order : orders) {
            if (order != null) {
                ordered.add(Map.of("codes", order));
            }
        }
        ArrayParts.join("order", ordered, out);
        List<Map<String, Object>> straight = new ArrayList<>();
        for (int leaf = 0; leaf < lines.length; leaf++) {
            LeafLine line = lines[leaf];
            if (line != null) {
                Map<String, Object> part = new LinkedHashMap<>();
                part.put("leaf", new int[] {leaf});
                part.put("kept", line.keptCodes());
                part.put("columns", line.columns());
                part.put("terms", line.terms());
                part.put("residuals", line.residuals());
                straight.add(part);
            }
        }
        ArrayParts.join("line", straight, out);
        return out;
    }

    static ColumnTree restore(Map<String, Object> arrays, CodeBook[] books) {
        return new ColumnTreeArrays(arrays).tree(books);
    }

    private ColumnTree tree(CodeBook[] books) {
        int[] targets = get("target", int[].class);
        int[] predictors = get("predictors", int[].class);
        check(targets.length == 1 && targets[0] >= 0 && targets[0] < books.length, "target");
        int target = targets[0];
        byte[] @Nullable [] orders = orders(predictors, books);
        Cart cart = Cart.restore(get("nodes", int[].class), get("codes", int[].class), get("children", int[].class));
        for (int node : cart.predictors()) {
            check(node < predictors.length, "nodes");
        }
        int[] start = get("start", int[].class);
        int[] donors = get("donors", int[].class);
        check(start.length == cart.leaves() + 1 && start[0] == 0 && start[cart.leaves()] == donors.length, "start");
        for (int l = 0; l < cart.leaves(); l++) {
            check(start[l] < start[l + 1], "start");
        }
        for (int donor : donors) {
            check(donor >= 0 && donor <= books[target].size(), "donors");
        }
        return new ColumnTree(target, predictors, orders, cart, start, donors, lines(start, books, target));
    }

    private byte[] @Nullable [] orders(int[] predictors, CodeBook[] books) {
        List<Map<String, Object>> ordered = ArrayParts.split("order", ORDER, arrays);
        byte[] @Nullable [] orders = new byte[predictors.length][];
        int next = 0;
        for (int k = 0; k < predictors.length; k++) {
            check(predictors[k] >= 0 && predictors[k] < books.length, "predictors");
            if (!books[predictors[k]].numeric()) {
                check(next < ordered.size(), "order-sizes");
                byte[] order = ArrayParts.get(ordered.get(next++), "codes", byte[].class);
                check(order.length == books[predictors[k]].size() + 1, "order-codes");
                orders[k] = order;
            }
        }
        return orders;
    }

    private @Nullable LeafLine[] lines(int[] start, CodeBook[] books, int target) {
        int leaves = start.length - 1;
        LeafLine[] lines = new @Nullable LeafLine[leaves];
        for (Map<String, Object> part : ArrayParts.split("line", LINE, arrays)) {
            int[] leaf = ArrayParts.get(part, "leaf", int[].class);
            int[] kept = ArrayParts.get(part, "kept", int[].class);
            int[] columns = ArrayParts.get(part, "columns", int[].class);
            double[] terms = ArrayParts.get(part, "terms", double[].class);
            float[] residuals = ArrayParts.get(part, "residuals", float[].class);
            check(books[target].numeric() && leaf.length == 1 && leaf[0] >= 0 && leaf[0] < leaves, "line-leaf");
            int donors = start[leaf[0] + 1] - start[leaf[0]];
            check(residuals.length > 0 && kept.length + residuals.length == donors, "line-residuals");
            check(terms.length == 2 + 3 * columns.length, "line-terms");
            for (int code : kept) {
                check(code >= 0 && code <= books[target].size(), "line-kept");
            }
            for (int column : columns) {
                check(column >= 0 && column < books.length && books[column].numeric(), "line-columns");
            }
            lines[leaf[0]] = LeafLine.restore(kept, columns, terms, residuals);
        }
        return lines;
    }

    private <A> A get(String name, Class<A> type) {
        return ArrayParts.get(arrays, name, type);
    }
}
