package org.semblance.bench.fitfor;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.semblance.random.Rng;

/**
 * Exploratory analysis: the ten strongest associations between columns of the synthetic rows and of the judging rows, and
 * the groups whose mean is a quarter of a standard deviation or more off the mean of all. What is counted is the share of
 * these findings that synthetic rows show otherwise (an association: by more than .05 and a quarter of it), less the
 * share that the real rows learnt from show otherwise.
 */
final class Exploring implements Work {
    static final String OTHERWISE = "exploring otherwise";

    private static final int STRONGEST = 10;
    private static final int BARS = 6;
    private static final double NEAR = 0.05;
    private static final double NEARLY = 0.25;
    private static final double NOTICED = 0.25;

    private final Charts charts;
    private final Groups groups;
    private final double[] truth;
    private final double real;

    Exploring(Ground ground) {
        charts = new Charts(ground.whole, BARS);
        groups = new Groups(ground.judge, NOTICED);
        truth = charts.associations(ground.judge);
        real = otherwise(ground.learn);
    }

    @Override
    public void judge(Coded synthetic, Rng rng, Map<String, Double> out) {
        out.put(OTHERWISE, otherwise(synthetic) - real);
    }

    private double otherwise(Coded table) {
        double[] there = charts.associations(table);
        Set<Integer> findings = strongest(truth);
        findings.addAll(strongest(there));
        long wrong = findings.stream()
                .filter(k -> Math.abs(there[k] - truth[k]) > Math.max(NEAR, NEARLY * Math.max(there[k], truth[k])))
                .count();
        double pairs = (double) wrong / findings.size();
        return groups.count() == 0 ? pairs : (pairs + (double) groups.otherwise(table) / groups.count()) / 2;
    }

    private static Set<Integer> strongest(double[] values) {
        return new TreeSet<>(IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -values[k]))
                .limit(STRONGEST)
                .toList());
    }
}
