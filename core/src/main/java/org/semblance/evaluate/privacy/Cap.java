package org.semblance.evaluate.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Correct attribution probability: how often the target of a synthetic row drawn among those with a person's keys is the
 * person's own.
 *
 * <p>With p_d and p_s the shares of a target level within a key class in the real and the synthetic table: baseCAPd =
 * sum of squared real shares of the levels (guessing without keys), CAPd = sum p_d d / Nd (knowing the real table), CAPs =
 * sum p_s s / Ns, DCAP = sum p_s d / Nd, the value: real rows whose keys no synthetic row has count as wrong. Two
 * denominators are in use: "DCAP of matched" divides by the real rows whose keys occur in the synthetic table instead.
 * TCAP looks at classes of one level only: right ones over the real rows whose keys occur in the synthetic table (the
 * code of synthpop 1.9), and "TCAP of told" over those in classes that tell something (Taub and Elliot, and synthpop's
 * text). Cost: rows x keys, a hash each.
 */
public final class Cap implements Metric {
    private static final String NAME = "cap";

    /** The options. */
    public record Options(
            @Option(KeyColumns.DOC) List<String> keys,

            @Option("The column an attacker wants to learn; where empty, the last scored column that is no key.")
            String target,

            @Option(
                    value = "Into how many groups of equally many rows keys that are numbers are cut; 0 for none.",
                    min = 0)
            int keyGroups,

            @Option(value = "The same for a target that is a number.", min = 0)
            int targetGroups) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            NAME,
            "How often a synthetic row of a person's keys has the person's own value of another column (DCAP).",
            new Options(List.of(), "", 0, 0),
            Cap::new);

    private final Options options;

    Cap(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.LOWER,
                "DCAP: the mean over real rows of the share of synthetic rows with the same keys that have the same"
                        + " target; 0 where no synthetic row has the keys.",
                "Taub, Elliot, Pampaka and Smith 2018, doi:10.1007/978-3-319-99771-1_9; names as in synthpop 1.9.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        return KeyTarget.measure(
                NAME,
                new KeyTarget.Asked(options.keys, options.target, options.keyGroups, options.targetGroups),
                c,
                Cap::score);
    }

    private static Score score(KeyTarget found) {
        int levels = found.levels().levels();
        Map<String, Double> parts = parts(found.cells(KeyColumns.SYNTHETIC), levels);
        double value = parts.getOrDefault("DCAP", Double.NaN);
        if (found.holdout()) {
            Map<String, Double> fresh = parts(found.cells(KeyColumns.HOLDOUT), levels);
            parts.put("DCAP of fresh rows", fresh.getOrDefault("DCAP", Double.NaN));
        }
        return new Score(NAME, value, parts).note(found.note());
    }

    static Map<String, Double> parts(Cells cells, int levels) {
        double[] ofLevel = new double[levels + 1];
        double capd = 0;
        double caps = 0;
        double dcap = 0;
        long right = 0;
        long told = 0;
        for (int k = 0; k < cells.size(); k++) {
            double d = cells.d()[k];
            double s = cells.s()[k];
            long dq = cells.dq()[cells.keys()[k]];
            long sq = cells.sq()[cells.keys()[k]];
            ofLevel[cells.targets()[k] + 1] += d;
            capd += dq == 0 ? 0 : d / dq * d;
            caps += sq == 0 ? 0 : s / sq * s;
            dcap += sq == 0 ? 0 : s / sq * d;
            right += cells.tells(k) ? cells.d()[k] : 0;
            told += cells.tells(k) ? dq : 0;
        }
        double real = cells.real();
        double base = 0;
        for (double rows : ofLevel) {
            base += rows / real * (rows / real);
        }
        long matched = 0;
        for (int q = 0; q < cells.dq().length; q++) {
            matched += cells.sq()[q] > 0 ? cells.dq()[q] : 0;
        }
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("baseCAPd", base);
        parts.put("CAPd", capd / real);
        parts.put("CAPs", caps / cells.other());
        parts.put("DCAP", dcap / real);
        parts.put("DCAP of matched", dcap / matched);
        parts.put("TCAP", right / (double) matched);
        parts.put("TCAP of told", right / (double) told);
        return parts;
    }
}
