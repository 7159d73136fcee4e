package org.semblance.report.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything of a diagram stands: boxes and passing lines of one column below each other without overlap, each as
 * near to the mean height of its neighbours as the others let it.
 */
final class Placing {
    /** Between boxes of a column. */
    static final double GAP = 22;

    static final double MARGIN = 20;

    /** Between columns: room for the curves and for what is written at their ends. */
    private static final double BETWEEN = 92;

    private static final int ROUNDS = 40;

    final double[] left;
    final double[] width;
    final double height;
    final double total;
    private final Map<Box, Layers.Node> places = new HashMap<>();

    Placing(Layers layers) {
        List<List<Layers.Node>> columns = layers.columns();
        left = new double[columns.size()];
        width = new double[columns.size()];
        double x = MARGIN;
        for (int k = 0; k < left.length; k++) {
            left[k] = x;
            width[k] = columns.get(k).stream()
                    .mapToDouble(node -> node.box == null ? 0 : node.box.width())
                    .max()
                    .orElse(0);
            x += width[k] + BETWEEN;
            stack(columns.get(k));
        }
        total = Math.max(0, x - BETWEEN) + MARGIN + BETWEEN / 3;
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < left.length; k++) {
                settle(columns.get(round % 2 == 0 ? k : left.length - 1 - k));
            }
        }
        height = level(columns);
        columns.forEach(column -> column.forEach(node -> {
            if (node.box != null) {
                places.put(node.box, node);
            }
        }));
    }

    /** Where a box stands. */
    Layers.Node of(Box box) {
        return java.util.Objects.requireNonNull(places.get(box));
    }

    private static void stack(List<Layers.Node> column) {
        double y = 0;
        for (Layers.Node node : column) {
            node.y = y;
            y += node.height() + GAP;
        }
    }

    /** Moves each to where its neighbours are, and those that then overlap apart. */
    private static void settle(List<Layers.Node> column) {
        int n = column.size();
        double[] wanted = new double[n];
        for (int i = 0; i < n; i++) {
            Layers.Node node = column.get(i);
            double sum = 0;
            int count = node.left.size() + node.right.size();
            for (Layers.Node other : node.left) {
                sum += other.y + other.height() / 2;
            }
            for (Layers.Node other : node.right) {
                sum += other.y + other.height() / 2;
            }
            wanted[i] = count == 0 ? node.y : sum / count - node.height() / 2;
        }
        // Blocks of those that touch take the mean of what they want (pool adjacent violators).
        double[] start = new double[n];
        double[] weight = new double[n];
        int[] first = new int[n + 1];
        int blocks = 0;
        double[] offset = new double[n];
        for (int i = 1; i < n; i++) {
            offset[i] = offset[i - 1] + column.get(i - 1).height() + GAP;
        }
        for (int i = 0; i < n; i++) {
            start[blocks] = wanted[i] - offset[i];
            weight[blocks] = 1;
            first[blocks] = i;
            while (blocks > 0 && start[blocks] < start[blocks - 1]) {
                double both = weight[blocks - 1] + weight[blocks];
                start[blocks - 1] = (start[blocks - 1] * weight[blocks - 1] + start[blocks] * weight[blocks]) / both;
                weight[blocks - 1] = both;
                blocks--;
            }
            blocks++;
        }
        first[blocks] = n;
        for (int b = 0; b < blocks; b++) {
            for (int i = first[b]; i < first[b + 1]; i++) {
                column.get(i).y = start[b] + offset[i];
            }
        }
    }

    /** Moves everything down to the margin; how high the diagram then is. */
    private static double level(List<List<Layers.Node>> columns) {
        double top = Double.POSITIVE_INFINITY;
        double bottom = 0;
        for (List<Layers.Node> column : columns) {
            for (Layers.Node node : column) {
                top = Math.min(top, node.y);
            }
        }
        for (List<Layers.Node> column : columns) {
            for (Layers.Node node : column) {
                node.y += MARGIN - top;
                bottom = Math.max(bottom, node.y + node.height());
            }
        }
        return bottom + MARGIN;
    }
}
