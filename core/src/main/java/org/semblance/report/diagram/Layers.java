package org.semblance.report.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which column each box of a diagram stands, in which order they stand there, and which places between them lines go
 * through. Lines of one key to several columns share their places: one trunk, not many threads.
 *
 * <p>Columns by longest paths; order by sweeps that put each box at the mean place of its neighbours, of which the one with
 * the fewest crossings is kept. Source: Sugiyama, Tagawa and Toda (1981), Methods for visual understanding of hierarchical
 * system structures, IEEE Trans. SMC 11(2), 109-125, doi:10.1109/TSMC.1981.4308636; Eades and Wormald (1994).
 */
final class Layers {
    private static final int SWEEPS = 24;

    /** A box, or a place where a line passes a column. */
    static final class Node {
        final @Nullable Box box;
        final int layer;
        final List<Node> left = new ArrayList<>();
        final List<Node> right = new ArrayList<>();
        int place;
        double y;

        Node(@Nullable Box box, int layer) {
            this.box = box;
            this.layer = layer;
        }

        double height() {
            return box == null ? 8 : box.height();
        }
    }

    private final Diagram diagram;
    private final int[] layer;
    private final Node[] nodes;
    private final List<List<Node>> columns = new ArrayList<>();
    private final Map<Diagram.Arrow, List<Node>> paths = new LinkedHashMap<>();

    Layers(Diagram diagram) {
        this.diagram = diagram;
        layer = layer();
        int count = Arrays.stream(layer).max().orElse(0) + 1;
        for (int k = 0; k < count; k++) {
            columns.add(new ArrayList<>());
        }
        nodes = new Node[layer.length];
        for (int b = 0; b < nodes.length; b++) {
            nodes[b] = new Node(diagram.boxes().get(b), layer[b]);
            columns.get(layer[b]).add(nodes[b]);
        }
        route();
        order();
    }

    List<List<Node>> columns() {
        return columns;
    }

    /** The nodes that a line goes through, from left to right, with those at its ends. */
    List<Node> path(Diagram.Arrow arrow) {
        return paths.getOrDefault(arrow, List.of());
    }

    private int[] layer() {
        int n = diagram.boxes().size();
        int[] order = topological(n);
        int[] layers = new int[n];
        int[] sequence = new int[n];
        for (int b = 0; b < n; b++) {
            sequence[order[b]] = b;
        }
        for (int b : sequence) {
            for (Diagram.Arrow arrow : diagram.arrows()) {
                // The later of two stands right of the other, also where a circle makes that the parent.
                int other = arrow.child() == b ? arrow.parent() : arrow.parent() == b ? arrow.child() : b;
                if (order[other] < order[b]) {
                    layers[b] = Math.max(layers[b], layers[other] + 1);
                }
            }
        }
        // Tables that nobody owns stand beside the first that point at them.
        for (int b = 0; b < n; b++) {
            int box = b;
            boolean owned = diagram.arrows().stream().anyMatch(a -> a.child() == box && !a.toItself());
            int first = diagram.arrows().stream()
                    .filter(a -> a.parent() == box && !a.toItself())
                    .mapToInt(a -> layers[a.child()])
                    .min()
                    .orElse(0);
            if (!owned && first > 0) {
                layers[b] = first - 1;
            }
        }
        alone(layers);
        return layers;
    }

    /** Tables without any relationship are spread over the columns, where there is room. */
    private void alone(int[] layers) {
        int count = Arrays.stream(layers).max().orElse(0) + 1;
        double[] heights = new double[count];
        List<Integer> alone = new ArrayList<>();
        for (int b = 0; b < layers.length; b++) {
            int box = b;
            if (diagram.arrows().stream().noneMatch(a -> a.child() == box || a.parent() == box)) {
                alone.add(b);
            } else {
                heights[layers[b]] += diagram.boxes().get(b).height() + Placing.GAP;
            }
        }
        int columns = Math.max(count, (int) Math.ceil(Math.sqrt(alone.size())));
        heights = Arrays.copyOf(heights, columns);
        for (int b : alone) {
            int best = 0;
            for (int k = 1; k < columns; k++) {
                best = heights[k] < heights[best] ? k : best;
            }
            layers[b] = best;
            heights[best] += diagram.boxes().get(b).height() + Placing.GAP;
        }
    }

    /** A position for each box so that parents come before children, as far as there are no circles. */
    private int[] topological(int n) {
        int[] order = new int[n];
        boolean[] placed = new boolean[n];
        for (int at = 0; at < n; at++) {
            int best = -1;
            long fewest = Long.MAX_VALUE;
            for (int b = 0; b < n; b++) {
                int box = b;
                long waiting = diagram.arrows().stream()
                        .filter(a -> a.child() == box && !a.toItself() && !placed[a.parent()])
                        .count();
                if (!placed[b] && waiting < fewest) {
                    best = b;
                    fewest = waiting;
                }
            }
            placed[best] = true;
            order[best] = at;
        }
        return order;
    }

    /** Gives every line a place in each column that it passes. */
    private void route() {
        Map<List<Object>, Node> trunks = new LinkedHashMap<>();
        for (Diagram.Arrow arrow : diagram.arrows()) {
            if (arrow.toItself()) {
                continue;
            }
            boolean forward = layer[arrow.parent()] < layer[arrow.child()];
            Node from = nodes[forward ? arrow.parent() : arrow.child()];
            Node to = nodes[forward ? arrow.child() : arrow.parent()];
            List<Node> path = new ArrayList<>(List.of(from));
            for (int k = from.layer + 1; k < to.layer; k++) {
                int column = k;
                Object trunk = forward ? arrow.relationship().parentKey() : arrow.relationship();
                Node passing = trunks.computeIfAbsent(List.of(from, trunk, k), key -> {
                    Node made = new Node(null, column);
                    columns.get(column).add(made);
                    return made;
                });
                path.add(passing);
            }
            path.add(to);
            for (int i = 1; i < path.size(); i++) {
                if (!path.get(i).left.contains(path.get(i - 1))) {
                    path.get(i).left.add(path.get(i - 1));
                    path.get(i - 1).right.add(path.get(i));
                }
            }
            paths.put(arrow, path);
        }
    }

    private void order() {
        columns.forEach(Layers::number);
        List<List<Node>> best = copy();
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int k = 0; k < columns.size(); k++) {
                sort(columns.get(rightwards ? k : columns.size() - 1 - k), rightwards);
            }
            long crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        for (int k = 0; k < columns.size(); k++) {
            columns.set(k, best.get(k));
            number(columns.get(k));
        }
    }

    private List<List<Node>> copy() {
        List<List<Node>> out = new ArrayList<>();
        columns.forEach(column -> out.add(new ArrayList<>(column)));
        return out;
    }

    private static void number(List<Node> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).place = i;
        }
    }

    private static void sort(List<Node> column, boolean byLeft) {
        Map<Node, Double> means = new java.util.IdentityHashMap<>();
        for (Node node : column) {
            List<Node> others = byLeft ? node.left : node.right;
            means.put(
                    node,
                    others.stream().mapToInt(other -> other.place).average().orElse(node.place));
        }
        column.sort(java.util.Comparator.comparingDouble(node -> means.getOrDefault(node, 0.0)));
        number(column);
    }

    private long crossings() {
        long count = 0;
        for (List<Node> column : columns) {
            List<int[]> ends = new ArrayList<>();
            for (Node node : column) {
                node.left.forEach(other -> ends.add(new int[] {other.place, node.place}));
            }
            for (int i = 0; i < ends.size(); i++) {
                for (int j = i + 1; j < ends.size(); j++) {
                    count += (ends.get(i)[0] - ends.get(j)[0]) * (ends.get(i)[1] - ends.get(j)[1]) < 0 ? 1 : 0;
                }
            }
        }
        return count;
    }
}
