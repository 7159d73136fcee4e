package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * One column determines another ({@link Determines}), or whether it is missing; where two determine each other they go
 * together.
 *
 * <p>Left out is what would hold of unrelated columns too: paired at random, rows of one value would have to differ in
 * the other at least 20 times, and drawn rows differ in at most a twentieth of that. Left out too is what follows from
 * other such rules. Cost: for each pair of columns, rows until they differ too often, mostly few; two passes over all
 * rows for what is left.
 */
public final class DependencyRules {
    private static final int LEAST_REPEATS = 50;
    private static final double LEAST_BROKEN = 20;
    private static final double MAY_DIFFER = 0.05;

    /** Every row that breaks a rule makes two neighbours differ; some room on top, for all rows are asked later. */
    private static final double ALLOWED = 4 * Learning.RARELY;

    /**
     * What may be determined.
     *
     * @param few null for numbers, which are looked at as they are
     * @param node its place among columns, and, behind these, among columns that may be missing
     * @param values of the drawn rows; NaN is missing
     * @param same the chance that two drawn rows agree
     */
    private record Target(int column, @Nullable FewValues few, int node, double[] values, double same) {}

    private record Edge(int from, Target to) {}

    private final Drawn drawn;
    private final List<Target> targets = new ArrayList<>();
    private final boolean[][] found;

    /** Drawn rows shuffled: neighbours in time agree, whatever else determines them. */
    private final int[] order;

    /** By node the few values, and the target, or -1: there is at most one of each. */
    private final int[] fewOf;

    private final int[] targetOf;

    private DependencyRules(Drawn drawn, Run run) {
        this.drawn = drawn;
        int width = drawn.all().width();
        @Nullable Target[] made = new @Nullable Target[2 * width];
        for (int c : drawn.numeric()) {
            made[c] = new Target(c, null, c, drawn.numbers()[c], 0);
        }
        for (int k = 0; k < drawn.few().size(); k++) {
            FewValues few = drawn.few().get(k);
            if (few.sort() != FewValues.Sort.NUMBERS) {
                int node = drawn.node(few);
                made[node] = new Target(few.column(), few, node, values(drawn.codes()[k]), 0);
            }
        }
        run.parallel(made.length, i -> {
            Target target = made[i];
            if (target != null) {
                made[i] = new Target(target.column, target.few, i, target.values, same(target));
            }
        });
        fewOf = new int[made.length];
        targetOf = new int[made.length];
        Arrays.fill(fewOf, -1);
        Arrays.fill(targetOf, -1);
        for (int k = 0; k < drawn.few().size(); k++) {
            fewOf[drawn.node(drawn.few().get(k))] = k;
        }
        for (Target target : made) {
            if (target != null) {
                targetOf[target.node] = targets.size();
                targets.add(target);
            }
        }
        order = IntStream.range(0, drawn.sample().rows()).toArray();
        run.rng().child("order of rows").shuffle(order);
        found = new boolean[drawn.few().size()][targets.size()];
        run.parallel(found.length, k -> look(k));
    }

    private static double[] values(int[] codes) {
        double[] out = new double[codes.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = codes[i] < 0 ? Double.NaN : codes[i];
        }
        return out;
    }

    /** The chance that two of the values are equal. */
    private static double same(Target target) {
        FewValues few = target.few;
        if (few == null) {
            return same(target.values);
        }
        double[] counts = new double[few.levels()];
        double all = 0;
        for (double value : target.values) {
            if (!Double.isNaN(value)) {
                counts[(int) value]++;
                all++;
            }
        }
        double squares = 0;
        for (double count : counts) {
            squares += count * count;
        }
        return all == 0 ? 1 : squares / all / all;
    }

    private static double same(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double squares = 0;
        int n = 0;
        for (int i = 0; i < sorted.length && !Double.isNaN(sorted[i]); ) {
            int first = i;
            for (double at = sorted[first]; i < sorted.length && sorted[i] == at; i++) {}
            squares += (double) (i - first) * (i - first);
            n = i;
        }
        return n == 0 ? 1 : squares / n / n;
    }

    private void look(int k) {
        FewValues from = drawn.few().get(k);
        double[] last = new double[from.levels()];
        for (int t = 0; t < targets.size(); t++) {
            if (targets.get(t).column != from.column()) {
                Arrays.fill(last, Double.NaN);
                found[k][t] = determines(drawn.codes()[k], targets.get(t), last);
            }
        }
    }

    private boolean determines(int[] from, Target to, double[] last) {
        double allowed = 3 + ALLOWED * from.length;
        int repeats = 0;
        int differing = 0;
        for (int i : order) {
            double value = to.values[i];
            if (from[i] >= 0 && !Double.isNaN(value)) {
                double before = last[from[i]];
                repeats += Double.isNaN(before) ? 0 : 1;
                differing += !Double.isNaN(before) && before != value ? 1 : 0;
                if (differing > allowed) {
                    return false;
                }
                last[from[i]] = value;
            }
        }
        double byChance = repeats * (1 - to.same);
        return repeats >= LEAST_REPEATS && byChance >= LEAST_BROKEN && differing <= MAY_DIFFER * byChance;
    }

    /** @param known is told what follows from what, by place: columns, then whether they are missing */
    static List<Rule> find(Drawn drawn, Reachable known, Run run) {
        DependencyRules finder = new DependencyRules(drawn, run);
        List<Edge> both = new ArrayList<>();
        List<Edge> single = new ArrayList<>();
        for (int k = 0; k < finder.found.length; k++) {
            for (int t = 0; t < finder.targets.size(); t++) {
                if (finder.found[k][t]) {
                    (finder.back(k, finder.targets.get(t)) >= 0 ? both : single)
                            .add(new Edge(k, finder.targets.get(t)));
                }
            }
        }
        List<Edge> chosen = finder.needed(both, single, known);
        Rule[] rules = new Rule[chosen.size()];
        run.parallel(rules.length, i -> rules[i] = finder.rule(chosen.get(i)));
        return List.of(rules);
    }

    /** The few values of a target, if they determine the other column as well; else -1. */
    private int back(int from, Target to) {
        int k = fewOf[to.node];
        int t = targetOf[drawn.node(drawn.few().get(from))];
        return k >= 0 && t >= 0 && found[k][t] ? k : -1;
    }

    /** Columns of like numbers of values first, so that what holds across follows. */
    private List<Edge> needed(List<Edge> both, List<Edge> single, Reachable known) {
        List<Edge> chosen = new ArrayList<>();
        for (Edge edge : both) {
            int from = drawn.node(drawn.few().get(edge.from));
            if (!known.follows(from, edge.to.node)) {
                known.add(from, edge.to.node);
                known.add(edge.to.node, from);
                chosen.add(edge);
            }
        }
        // The chance that two rows agree falls with the number of values, and never rises along an arrow backwards.
        single.sort(Comparator.comparingDouble((Edge edge) -> edge.to.same)
                .thenComparingInt(edge -> drawn.few().get(edge.from).levels())
                .thenComparingInt(edge -> edge.to.node)
                .thenComparingInt(edge -> edge.from));
        for (Edge edge : single) {
            int from = drawn.node(drawn.few().get(edge.from));
            if (!known.follows(from, edge.to.node)) {
                known.add(from, edge.to.node);
                chosen.add(edge);
            }
        }
        return chosen;
    }

    private Rule rule(Edge edge) {
        Table real = drawn.all();
        FewValues from = drawn.few().get(edge.from);
        Determines one = Determines.learn(from, edge.to.column, edge.to.few, real);
        int back = back(edge.from, edge.to);
        if (back < 0) {
            return one;
        }
        FewValues few = from.sort() == FewValues.Sort.NUMBERS ? null : from;
        return Determines.together(one, Determines.learn(drawn.few().get(back), from.column(), few, real), real);
    }
}
