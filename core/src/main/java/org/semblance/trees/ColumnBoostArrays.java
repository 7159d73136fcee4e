package org.semblance.trees;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link ColumnBoost} as named primitive arrays and back, checked so that a bent file cannot make drawing fail. */
final class ColumnBoostArrays {
    private final Map<String, Object> arrays;

    private ColumnBoostArrays(Map<String, Object> arrays) {
        this.arrays = arrays;
    }

    static Map<String, Object> of(
            int target,
            int[] predictors,
            ColumnBoost.Node[][] levels,
            List<ColumnBoost.Question> questions,
            int[] classStart,
            int[] donors) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("boosted", new int[] {questions.size()});
        out.put("target", new int[] {target});
        out.put("predictors", predictors.clone());
        out.put("classes", classStart.clone());
        out.put("donors", donors.clone());
        for (int level = 0; level < levels.length; level++) {
            int[] nodes = new int[3 * levels[level].length];
            for (int k = 0; k < levels[level].length; k++) {
                ColumnBoost.Node node = levels[level][k];
                nodes[3 * k] = node.from();
                nodes[3 * k + 1] = node.middle();
                nodes[3 * k + 2] = node.to();
            }
            out.put("level-" + level, nodes);
        }
        for (int q = 0; q < questions.size(); q++) {
            ColumnBoost.Question question = questions.get(q);
            Ensemble trees = question.trees();
            String name = "question-" + q + "-";
            out.put(name + "nodes", new int[] {question.level(), question.firstNode(), question.nodes()});
            out.put(name + "base", trees.base());
            out.put(name + "roots", trees.roots());
            out.put(name + "feature", trees.feature());
            out.put(name + "split", trees.split());
            out.put(name + "route", trees.route());
            out.put(name + "left", trees.left());
            out.put(name + "value", trees.value());
            out.put(name + "sets", trees.sets());
        }
        return out;
    }

    static ColumnBoost restore(Map<String, Object> arrays, CodeBook[] books) {
        return new ColumnBoostArrays(arrays).column(books);
    }

    private ColumnBoost column(CodeBook[] books) {
        int target = get("target", int[].class)[0];
        int[] predictors = get("predictors", int[].class);
        check(target >= 0 && target < books.length, "target");
        for (int predictor : predictors) {
            check(predictor >= 0 && predictor < books.length, "predictors");
        }
        int[] classStart = get("classes", int[].class);
        int[] donors = get("donors", int[].class);
        for (int c = 0; c + 1 < classStart.length; c++) {
            check(classStart[c] >= 0 && classStart[c] <= classStart[c + 1], "classes");
        }
        check(classStart.length > 0 && classStart[classStart.length - 1] == donors.length, "classes");
        for (int donor : donors) {
            check(donor >= 0 && donor <= books[target].size(), "donors");
        }
        List<ColumnBoost.Node[]> levels = new ArrayList<>();
        while (arrays.containsKey("level-" + levels.size())) {
            levels.add(nodes("level-" + levels.size(), classStart.length - 1));
        }
        List<ColumnBoost.Question> questions = new ArrayList<>();
        int count = get("boosted", int[].class)[0];
        for (int q = 0; q < count; q++) {
            questions.add(question(q, levels, predictors, books));
        }
        return new ColumnBoost(
                target, predictors, levels.toArray(new ColumnBoost.Node[0][]), questions, classStart, donors);
    }

    private ColumnBoost.Node[] nodes(String name, int classes) {
        int[] numbers = get(name, int[].class);
        ColumnBoost.Node[] nodes = new ColumnBoost.Node[numbers.length / 3];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = new ColumnBoost.Node(numbers[3 * k], numbers[3 * k + 1], numbers[3 * k + 2]);
            check(
                    nodes[k].from() >= 0
                            && nodes[k].from() < nodes[k].middle()
                            && nodes[k].middle() < nodes[k].to()
                            && nodes[k].to() <= classes,
                    name);
        }
        return nodes;
    }

    private ColumnBoost.Question question(int q, List<ColumnBoost.Node[]> levels, int[] predictors, CodeBook[] books) {
        String name = "question-" + q + "-";
        int[] place = get(name + "nodes", int[].class);
        check(
                place.length == 3
                        && place[0] >= 0
                        && place[0] < levels.size()
                        && place[1] >= 0
                        && place[2] > 0
                        && place[1] + place[2] <= levels.get(place[0]).length,
                name + "nodes");
        Ensemble trees = new Ensemble(
                get(name + "base", float[].class),
                get(name + "roots", int[].class),
                get(name + "feature", int[].class),
                get(name + "split", int[].class),
                get(name + "route", byte[].class),
                get(name + "left", int[].class),
                get(name + "value", float[].class),
                get(name + "sets", int[].class));
        int[] sizes = new int[predictors.length + 1];
        for (int k = 0; k < predictors.length; k++) {
            sizes[k] = ColumnBoost.codes(books[predictors[k]]);
        }
        sizes[predictors.length] = place[2] + 1;
        check(trees, sizes, name);
        return new ColumnBoost.Question(place[0], place[1], place[2], trees);
    }

    private static void check(Ensemble trees, int[] sizes, String name) {
        int nodes = trees.feature().length;
        check(trees.base().length == 1 && trees.split().length == nodes, name + "split");
        check(trees.route().length == nodes, name + "route");
        check(trees.left().length == nodes && trees.value().length == nodes, name + "left");
        for (int root : trees.roots()) {
            check(root >= 0 && root < nodes, name + "roots");
        }
        for (int i = 0; i < nodes; i++) {
            int feature = trees.feature()[i];
            check(feature < sizes.length, name + "feature");
            if (feature >= 0) {
                check(trees.left()[i] > i && trees.left()[i] < nodes - 1, name + "left");
                int route = trees.route()[i];
                check(route == Ensemble.MISSING_LEFT || route == Ensemble.MISSING_RIGHT || route == Ensemble.SET, name);
                int lastWord = sizes[feature] - 1 >>> 5;
                int split = trees.split()[i];
                check(route != Ensemble.SET || (split >= 0 && split < trees.sets().length - lastWord), name + "sets");
            }
        }
    }

    private <A> A get(String name, Class<A> type) {
        Object array = arrays.get(name);
        if (!type.isInstance(array)) {
            throw new IllegalArgumentException("array " + name + " is missing");
        }
        return type.cast(array);
    }

    private static void check(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException("array " + name + " does not fit the others");
        }
    }
}
