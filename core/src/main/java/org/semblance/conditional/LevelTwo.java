package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * A column that is the same in all rows of a cluster, drawn once for each: from the clusters' means of the predictors by
 * {@code norm} or {@code pmm} ({@code 2lonly.norm}, {@code 2lonly.pmm}), or taken from the cluster's other rows
 * ({@code 2lonly.mean}: their mean, or the middle one of their labels; missing where there are none). As mice's.
 *
 * <p>{@code 2lonly.norm} and {@code 2lonly.pmm} refuse clusters of which only some rows are missing: those are to be
 * filled by {@code 2lonly.mean} first. Where nothing is missing at all, {@code 2lonly.mean} would give every cluster its
 * own value back: {@code 2lonly.pmm} takes its place, which is said. A cluster is never its own donor. Source: van Buuren
 * (2018), Flexible Imputation of Missing Data, section 7.9. Cost: rows, and what the method costs on clusters.
 */
public final class LevelTwo implements Conditional {
    /** The options. */
    public record Options(
            @Option(
                    value = "How the value of a cluster comes about",
                    choices = {"mean", "norm", "pmm"})
            String by) {}

    public static final Plugin<Conditional> MEAN =
            Plugin.of("2lonly.mean", "The mean of the cluster's other rows.", new Options("mean"), LevelTwo::new);

    public static final Plugin<Conditional> NORM = Plugin.of(
            "2lonly.norm",
            "Bayesian linear regression of clusters on their means: one number for all rows of a cluster.",
            new Options("norm"),
            LevelTwo::new);

    public static final Plugin<Conditional> PMM = Plugin.of(
            "2lonly.pmm",
            "Predictive mean matching of clusters by their means: one value for all rows of a cluster.",
            new Options("pmm"),
            LevelTwo::new);

    private final Options options;

    LevelTwo(Options options) {
        this.options = options;
    }

    @Override
    public void check(Given given) {
        if (!options.by.equals("mean")) {
            refusePartly(given.y(), ClusterRows.of(given.x()));
        }
    }

    @Override
    public Drawer fit(Given given, Run run) {
        ClusterRows clusters = ClusterRows.of(given.x());
        Column y = clusters.target(given.y());
        boolean complete = given.y().missingCount() == 0;
        if (options.by.equals("mean")
                && y instanceof CodeColumn codes
                && codes.labels().isEmpty()) {
            return new SampleObserved().fit(given, run);
        }
        if (options.by.equals("mean") && !complete) {
            return mean(given, clusters, y);
        }
        if (options.by.equals("mean")) {
            given.events().say("no value is missing: as 2lonly.pmm");
        } else {
            refusePartly(given.y(), clusters);
        }
        int[] all = IntStream.range(0, clusters.keys().length).toArray();
        Predictors x = new Predictors(clusters.x().table(), clusters.x().roles(), all);
        Given above = new Given(x, given.field(), y, given.ordered(), given.events());
        Plugin<Conditional> method = options.by.equals("norm") ? Norm.PLUGIN : PredictiveMeanMatching.PLUGIN;
        return new ByCluster(
                above.observed().length == 0
                        ? new SampleObserved().fit(above, run)
                        : method.make().fit(above, run),
                clusters.keys(),
                given.x().self().length > 0);
    }

    private static Drawer mean(Given given, ClusterRows clusters, Column y) {
        if (y.missingCount() > 0) {
            given.events().say("clusters without any value stay missing");
        }
        return y instanceof NumberColumn numbers
                ? new Known(clusters.keys(), numbers.toArray(), List.of())
                : new Known(
                        clusters.keys(),
                        Arrays.stream(((CodeColumn) y).toArray())
                                .asDoubleStream()
                                .toArray(),
                        ((CodeColumn) y).labels());
    }

    private static void refusePartly(Column y, ClusterRows clusters) {
        int[] there = new int[clusters.keys().length];
        int[] sizes = new int[there.length];
        for (int row = 0; row < y.size(); row++) {
            sizes[clusters.of()[row]]++;
            there[clusters.of()[row]] += y.isMissing(row) ? 0 : 1;
        }
        long partly = IntStream.range(0, there.length)
                .filter(k -> there[k] > 0 && there[k] < sizes[k])
                .count();
        if (partly > 0) {
            throw ProblemException.data(Problem.of("in " + partly + (partly == 1 ? " cluster" : " clusters")
                            + " some rows have a value and others have none, but this method takes a cluster as one.")
                    .fix("Fill those by method 2lonly.mean first."));
        }
    }

    /** A value for each cluster, given to all of its rows. */
    record ByCluster(Drawer drawer, double[] keys, boolean knows) implements Drawer {
        @Override
        public Drawer forgetful() {
            return new ByCluster(drawer.forgetful(), keys, knows);
        }

        @Override
        public Column draw(Predictors x, Rng rng) {
            ClusterRows clusters = ClusterRows.of(x);
            int[] self = Arrays.stream(clusters.keys())
                    .mapToInt(key -> knows ? Math.max(-1, Arrays.binarySearch(keys, key)) : -1)
                    .toArray();
            Predictors above = new Predictors(clusters.x().table(), clusters.x().roles(), self);
            return drawer.draw(above, rng).take(clusters.of());
        }
    }

    /**
     * What is known of clusters.
     *
     * @param values [clusters] NaN, or for labels -1, where nothing is known
     */
    record Known(double[] keys, double[] values, List<String> labels) implements Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            ClusterRows clusters = ClusterRows.of(x);
            double[] out = new double[x.rows()];
            for (int row = 0; row < out.length; row++) {
                int at = Arrays.binarySearch(keys, clusters.keys()[clusters.of()[row]]);
                out[row] = at < 0 ? Double.NaN : values[at];
            }
            return labels.isEmpty()
                    ? NumberColumn.of(out)
                    : CodeColumn.of(
                            Arrays.stream(out)
                                    .mapToInt(v -> Double.isNaN(v) ? -1 : (int) v)
                                    .toArray(),
                            labels);
        }
    }
}
