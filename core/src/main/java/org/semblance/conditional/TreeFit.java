package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.trees.Feature;
import org.semblance.trees.InferenceGrower;
import org.semblance.trees.LeafGrower;
import org.semblance.trees.LeafTree;

/** Trees of a target given its predictors, and the donors of their leaves. */
final class TreeFit {
    private final Given given;
    private final int[] observed;
    private final List<Feature> features;
    private final double[] numbers;
    private final int[] classes;
    private final int count;

    private TreeFit(Given given) {
        this.given = given;
        observed = given.observed();
        features = given.x().codings().of(given.x().table());
        Column y = given.y();
        if (y instanceof NumberColumn column) {
            numbers = column.toArray();
            classes = new int[0];
            count = 0;
        } else {
            numbers = new double[0];
            classes = new int[y.size()];
            Classes occurring = Classes.of(given, observed);
            for (int i = 0; i < observed.length; i++) {
                classes[observed[i]] = occurring.of()[i];
            }
            count = occurring.count();
        }
    }

    /** One tree on the observed rows. */
    static Conditional.Drawer tree(Given given, LeafTree.Rules rules, boolean self, Run run) {
        TreeFit fit = new TreeFit(given);
        if (fit.observed.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        LeafTree.Grown grown = fit.grow(fit.observed, rules, run.rng());
        return fit.drawer(List.of(fit.leaves(grown.tree(), grown.rows(), grown.start())), self);
    }

    /** One tree of conditional inference. */
    static Conditional.Drawer inference(Given given, InferenceGrower.Rules rules, boolean self, Run run) {
        TreeFit fit = new TreeFit(given);
        if (fit.observed.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        LeafTree.Grown grown = given.y() instanceof NumberColumn
                ? InferenceGrower.numbers(fit.features, fit.observed, fit.numbers, rules)
                : InferenceGrower.labels(fit.features, fit.observed, fit.classes, fit.count, rules);
        return fit.drawer(List.of(fit.leaves(grown.tree(), grown.rows(), grown.start())), self);
    }

    /** One tree of conditional inference for scores of the observed rows, whose leaves hold the target's numbers. */
    static Conditional.Drawer inference(Given given, double[] scores, InferenceGrower.Rules rules, boolean self) {
        TreeFit fit = new TreeFit(given);
        LeafTree.Grown grown = InferenceGrower.numbers(fit.features, fit.observed, scores, rules);
        return fit.drawer(List.of(fit.leaves(grown.tree(), grown.rows(), grown.start())), self);
    }

    /** Trees on rows drawn with replacement, one after another so that each has its own randomness; donors are all rows. */
    static Conditional.Drawer forest(Given given, LeafTree.Rules rules, int trees, boolean self, Run run) {
        TreeFit fit = new TreeFit(given);
        if (fit.observed.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        LeafDrawer.Leaves[] leaves = new LeafDrawer.Leaves[trees];
        run.parallel(trees, t -> {
            Rng rng = run.rng().child("tree").child(t);
            int[] rows = Bootstrap.of(fit.observed, rng);
            leaves[t] = fit.filled(fit.grow(rows, rules, rng).tree());
        });
        return fit.drawer(List.of(leaves), self);
    }

    private LeafTree.Grown grow(int[] rows, LeafTree.Rules rules, Rng rng) {
        return given.y() instanceof NumberColumn
                ? LeafGrower.numbers(features, rows, numbers, rules, rng)
                : LeafGrower.labels(features, rows, classes, count, rules, rng);
    }

    /** All observed rows sent down a tree. */
    private LeafDrawer.Leaves filled(LeafTree tree) {
        LeafDrawer.Cells cells = new LeafDrawer.Cells(given.x());
        int[] leaf = new int[observed.length];
        int[] start = new int[tree.leaves() + 1];
        for (int i = 0; i < leaf.length; i++) {
            cells.row = observed[i];
            leaf[i] = tree.leaf(cells);
            start[leaf[i] + 1]++;
        }
        for (int l = 0; l < tree.leaves(); l++) {
            start[l + 1] += start[l];
        }
        int[] next = start.clone();
        int[] donors = new int[leaf.length];
        for (int i = 0; i < leaf.length; i++) {
            donors[next[leaf[i]]++] = i;
        }
        return new LeafDrawer.Leaves(tree, donors, start);
    }

    private LeafDrawer.Leaves leaves(LeafTree tree, int[] rows, int[] start) {
        int[] places = new int[rows.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = Arrays.binarySearch(observed, rows[i]);
        }
        return new LeafDrawer.Leaves(tree, places, start);
    }

    private LeafDrawer drawer(List<LeafDrawer.Leaves> leaves, boolean self) {
        List<String> labels = List.of();
        double[] values = new double[observed.length];
        if (given.y() instanceof CodeColumn codes) {
            labels = codes.labels();
            Arrays.setAll(values, i -> codes.code(observed[i]));
        } else {
            Arrays.setAll(values, i -> numbers[observed[i]]);
        }
        return new LeafDrawer(new ArrayList<>(leaves), observed, values, labels, self);
    }
}
