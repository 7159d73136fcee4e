package org.semblance.trees;

import static org.semblance.trees.ArrayParts.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link ColumnBoost} as named primitive arrays and back, checked so that a bent file cannot make drawing fail. */
final class ColumnBoostArrays {
    private static final List<String> QUESTION =
            List.of("nodes", "base", "roots", "feature", "split", "route", "left", "value", "sets");

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
        List<Map<String, Object>> nodesOf = new ArrayList<>();
        for (int level = 0; level < levels.length; level++) {
            int[] nodes = new int[3 * levels[level].length];
            for (int k = 0; k < levels[level].length; k++) {
                ColumnBoost.Node node = levels[level][k];
                nodes[3 * k] = node.from();
                nodes[3 * k + 1] = node.middle();
                nodes[3 * k + 2] = node.to();
            }
            nodesOf.add(Map.of("nodes", nodes));
        }
        ArrayParts.join("level", nodesOf, out);
        List<Map<String, Object>> asked = new ArrayList<>();
        for (int q = 0; q < questions.size(); q++) {
            ColumnBoost.Question question = questions.get(q);
            Ensemble trees = question.trees();
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("nodes", new int[] {question.level(), question.firstNode(), question.nodes()});
            part.put("base", trees.base());
            part.put("roots", trees.roots());
            part.put("feature", trees.feature());
            part.put("split", trees.split());
            part.put("route", trees.route());
            part.put("left", trees.left());
            part.put("value", trees.value());
            part.put("sets", trees.sets());
            asked.add(part);
        }
        ArrayParts.join("question", asked, out);
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
            check(classStart[c] >= 0 && classStart[c] < classStart[c + 1], "classes");
        }
        check(classStart.length > 0 && classStart[classStart.length - 1] == donors.length, "classes");
        for (int donor : donors) {
            check(donor >= 0 && donor <= books[target].size(), "donors");
        }
        List<ColumnBoost.Node[]> levels = new ArrayList<>();
        for (Map<String, Object> part : ArrayParts.split("level", List.of("nodes"), arrays)) {
            levels.add(nodes(ArrayParts.get(part, "nodes", int[].class), classStart.length - 1));
        }
        List<ColumnBoost.Question> questions = new ArrayList<>();
        for (Map<String, Object> part : ArrayParts.split("question", QUESTION, arrays)) {
            questions.add(question(part, levels, predictors, books));
        }
        return new ColumnBoost(
                target, predictors, levels.toArray(new ColumnBoost.Node[0][]), questions, classStart, donors);
    }

    private static ColumnBoost.Node[] nodes(int[] numbers, int classes) {
        ColumnBoost.Node[] nodes = new ColumnBoost.Node[numbers.length / 3];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = new ColumnBoost.Node(numbers[3 * k], numbers[3 * k + 1], numbers[3 * k + 2]);
            check(
                    nodes[k].from() >= 0
                            && nodes[k].from() < nodes[k].middle()
                            && nodes[k].middle() < nodes[k].to()
                            && nodes[k].to() <= classes,
                    "level-nodes");
        }
        return nodes;
    }

    private static ColumnBoost.Question question(
            Map<String, Object> part, List<ColumnBoost.Node[]> levels, int[] predictors, CodeBook[] books) {
        String name = "question-";
        int[] place = ArrayParts.get(part, "nodes", int[].class);
        check(
                place.length == 3
                        && place[0] >= 0
                        && place[0] < levels.size()
                        && place[1] >= 0
                        && place[2] > 0
                        && place[1] + place[2] <= levels.get(place[0]).length,
                name + "nodes");
        Ensemble trees = new Ensemble(
                ArrayParts.get(part, "base", float[].class),
                ArrayParts.get(part, "roots", int[].class),
                ArrayParts.get(part, "feature", int[].class),
                ArrayParts.get(part, "split", int[].class),
                ArrayParts.get(part, "route", byte[].class),
                ArrayParts.get(part, "left", int[].class),
                ArrayParts.get(part, "value", float[].class),
                ArrayParts.get(part, "sets", int[].class));
        int[] sizes = new int[predictors.length + 1];
        for (int k = 0; k < predictors.length; k++) {
            sizes[k] = ColumnBoost.codes(books[predictors[k]]);
        }
        sizes[predictors.length] = place[2] + 1;
        fits(trees, sizes, name);
        return new ColumnBoost.Question(place[0], place[1], place[2], trees);
    }

    private static void fits(Ensemble trees, int[] sizes, String name) {
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
        return ArrayParts.get(arrays, name, type);
    }
}
