package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
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
    /** Which of the observed a row is. */
    private final int[] place;

    private final List<Feature> features;
    private final double[] numbers;
    private final LeafGrower.Classes classes;

    private TreeFit(Given given, int[] observed) {
        this.given = given;
        this.observed = observed;
        place = new int[given.y().size()];
        for (int i = 0; i < observed.length; i++) {
            place[observed[i]] = i;
        }
        features = given.x().codings().of(given.x().table());
        Column y = given.y();
        if (y instanceof NumberColumn column) {
            numbers = column.toArray();
            classes = new LeafGrower.Classes(new int[0], 0);
        } else {
            numbers = new double[0];
            int[] of = new int[y.size()];
            Classes occurring = Classes.of(given, observed);
            for (int i = 0; i < observed.length; i++) {
                of[observed[i]] = occurring.of()[i];
            }
            classes = new LeafGrower.Classes(of, occurring.count());
        }
    }

    /** One tree on the observed rows. */
    static Conditional.Drawer tree(Given given, LeafTree.Rules rules, boolean self, Run run) {
        int[] observed = given.observed();
        if (observed.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        TreeFit fit = new TreeFit(given, observed);
        return fit.drawer(new LeafDrawer.Leaves[] {fit.grow(new int[0], rules, LeafTree.Rows.ALL, run.rng())}, self);
    }

    /** One tree of conditional inference. */
    static Conditional.Drawer inference(Given given, InferenceGrower.Rules rules, boolean self, Run run) {
        int[] observed = given.observed();
        if (observed.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        TreeFit fit = new TreeFit(given, observed);
        LeafTree.Grown grown = given.y() instanceof NumberColumn
                ? InferenceGrower.numbers(fit.features, observed, fit.numbers, rules)
                : InferenceGrower.labels(fit.features, observed, fit.classes.of(), fit.classes.count(), rules);
        return fit.drawer(new LeafDrawer.Leaves[] {fit.leaves(grown)}, self);
    }

    /** One tree of conditional inference for scores of the observed rows, whose leaves hold the target's numbers. */
    static Conditional.Drawer inference(Given given, double[] scores, InferenceGrower.Rules rules, boolean self) {
        TreeFit fit = new TreeFit(given, given.observed());
        LeafTree.Grown grown = InferenceGrower.numbers(fit.features, fit.observed, scores, rules);
        return fit.drawer(new LeafDrawer.Leaves[] {fit.leaves(grown)}, self);
    }

    /**
     * Trees on rows drawn with replacement, each with its own randomness; donors are all rows.
     *
     * @param wanted makes, for each tree, a reader of the rows that will be drawn for
     */
    static Conditional.Drawer forest(
            Given given, LeafTree.Rules rules, int trees, boolean self, Supplier<LeafTree.Rows> wanted, Run run) {
        int[] observed = given.observed();
        if (observed.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        TreeFit fit = new TreeFit(given, observed);
        LeafDrawer.Leaves[] leaves = new LeafDrawer.Leaves[trees];
        run.parallel(trees, t -> {
            Rng rng = run.rng().child("tree").child(t);
            int[] weights = new int[given.y().size()];
            for (int i = 0; i < observed.length; i++) {
                weights[observed[rng.nextInt(observed.length)]]++;
            }
            leaves[t] = fit.grow(weights, rules, wanted.get(), rng);
        });
        return fit.drawer(leaves, self);
    }

    private LeafDrawer.Leaves grow(int[] weights, LeafTree.Rules rules, LeafTree.Rows wanted, Rng rng) {
        LeafGrower.Grounds on = new LeafGrower.Grounds(features, observed, weights);
        LeafTree.Grown grown = given.y() instanceof NumberColumn
                ? LeafGrower.numbers(on, numbers, rules, wanted, rng)
                : LeafGrower.labels(on, classes, rules, wanted, rng);
        return leaves(grown);
    }

    private LeafDrawer.Leaves leaves(LeafTree.Grown grown) {
        int[] donors = grown.rows();
        for (int i = 0; i < donors.length; i++) {
            donors[i] = place[donors[i]];
        }
        return new LeafDrawer.Leaves(grown.tree(), donors, grown.start());
    }

    private LeafDrawer drawer(LeafDrawer.Leaves[] leaves, boolean self) {
        List<String> labels = List.of();
        double[] values = new double[observed.length];
        if (given.y() instanceof CodeColumn codes) {
            labels = codes.labels();
            Arrays.setAll(values, i -> codes.code(observed[i]));
        } else {
            Arrays.setAll(values, i -> numbers[observed[i]]);
        }
        return new LeafDrawer(List.of(leaves), observed, values, labels, self);
    }
}
