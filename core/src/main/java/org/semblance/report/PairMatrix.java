package org.semblance.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Score;

/**
 * By how much each pair of the scored columns falls behind fresh real rows, as a matrix of differences. Memory: 8 bytes
 * a pair.
 */
public final class PairMatrix {
    private final List<String> names;
    private final double[] behind;
    private final boolean fresh;

    private PairMatrix(List<String> names, double[] behind, boolean fresh) {
        this.names = names;
        this.behind = behind;
        this.fresh = fresh;
    }

    /** Of no columns. */
    static PairMatrix none() {
        return new PairMatrix(List.of(), new double[0], false);
    }

    /** From the measure called "pairs"; all of it NaN where there is none. */
    static PairMatrix of(Comparison tables, Findings findings) {
        List<String> names = tables.real().schema().names();
        Optional<Finding> pairs = findings.find("pairs");
        Map<String, Double> synthetic =
                pairs.map(found -> found.synthetic().parts()).orElse(Map.of());
        Map<String, Double> fresh = pairs.map(Finding::fresh).map(Score::parts).orElse(Map.of());
        double[] behind = new double[names.size() * names.size()];
        Arrays.fill(behind, Double.NaN);
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                String name = Comparison.together(names.get(a), names.get(b));
                double score = synthetic.getOrDefault(name, Double.NaN);
                double gap = fresh.getOrDefault(name, 1.0) - score;
                behind[a * names.size() + b] = gap;
                behind[b * names.size() + a] = gap;
            }
        }
        return new PairMatrix(names, behind, !fresh.isEmpty());
    }

    /** The scored columns, in their order. */
    public List<String> names() {
        return names;
    }

    /** How far a pair falls behind fresh rows (or behind 1), or NaN. */
    public double behind(int a, int b) {
        return behind[a * names.size() + b];
    }

    /** Whether it is measured against fresh rows; else against a perfect score, which chance alone keeps away. */
    public boolean besideFresh() {
        return fresh;
    }

    /** Whether any pair was scored. */
    public boolean known() {
        return Arrays.stream(behind).anyMatch(one -> !Double.isNaN(one));
    }

    /** The pairs that fall behind most, worst first, each as the two positions. */
    List<int[]> worst(int most) {
        int width = names.size();
        return java.util.stream.IntStream.range(0, behind.length)
                .filter(k -> k / width < k % width && !Double.isNaN(behind[k]))
                .boxed()
                .sorted(java.util.Comparator.comparingDouble((Integer k) -> -behind[k]))
                .limit(most)
                .map(k -> new int[] {k / width, k % width})
                .toList();
    }
}
