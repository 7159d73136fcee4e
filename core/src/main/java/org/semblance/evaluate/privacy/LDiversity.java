package org.semblance.evaluate.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * The share of synthetic rows in key classes that hold fewer than l different values of a sensitive column: whoever is
 * known to be of such a class, the value is as good as known. Entropy l-diversity counts values by exp of the entropy of
 * their shares instead, so that one rare value more does not make a class diverse. Missing is a value like others.
 * Beside it the same of the real rows. Cost: rows x keys.
 */
public final class LDiversity implements Metric {
    private static final String NAME = "l-diversity";

    /** The options. */
    public record Options(
            @Option(KeyColumns.DOC) List<String> keys,

            @Option("The sensitive column; where empty, the last scored column that is no key.")
            String target,

            @Option(value = "Classes of fewer values than this are not diverse.", min = 2)
            int l,

            @Option(value = "Into how many groups of equally many rows a sensitive number is cut; 0 for none.", min = 0)
            int targetGroups) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            NAME,
            "The share of synthetic rows whose key class has fewer than l values of a sensitive column.",
            new Options(List.of(), "", 2, 0),
            LDiversity::new);

    private final Options options;

    LDiversity(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.LOWER,
                "The share of synthetic rows in key classes of fewer than l = " + options.l
                        + " different values of the sensitive column.",
                "Machanavajjhala, Kifer, Gehrke and Venkitasubramaniam 2007, doi:10.1145/1217299.1217302.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        return KeyTarget.measure(
                NAME, new KeyTarget.Asked(options.keys, options.target, 0, options.targetGroups), c, this::score);
    }

    private Score score(KeyTarget found) {
        Cells cells = found.cells(KeyColumns.SYNTHETIC);
        double[] real = diversity(cells, cells.d(), cells.dq());
        double[] made = diversity(cells, cells.s(), cells.sq());
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("real rows", real[0]);
        parts.put("by entropy", made[1]);
        parts.put("real rows by entropy", real[1]);
        parts.put("fewest values in a class", made[2]);
        parts.put("fewest values in a class of real rows", real[2]);
        return new Score(NAME, made[0], parts)
                .interval(Interval.ofShare(made[0], cells.other()))
                .note(found.note());
    }

    /** Shares of rows below l by number and by entropy, and the fewest values of a class. */
    private double[] diversity(Cells cells, long[] rows, long[] ofClass) {
        int[] values = new int[ofClass.length];
        double[] entropy = new double[ofClass.length];
        for (int k = 0; k < rows.length; k++) {
            if (rows[k] > 0) {
                int q = cells.keys()[k];
                double share = rows[k] / (double) ofClass[q];
                values[q]++;
                entropy[q] -= share * Math.log(share);
            }
        }
        double all = 0;
        double few = 0;
        double narrow = 0;
        double fewest = Double.NaN;
        for (int q = 0; q < ofClass.length; q++) {
            all += ofClass[q];
            few += values[q] < options.l ? ofClass[q] : 0;
            // exp(log 2) is a little off 2: equal shares of two values are two.
            narrow += Math.exp(entropy[q]) < options.l - 1e-9 ? ofClass[q] : 0;
            if (ofClass[q] > 0) {
                fewest = Double.isNaN(fewest) ? values[q] : Math.min(fewest, values[q]);
            }
        }
        return new double[] {few / all, narrow / all, fewest};
    }
}
