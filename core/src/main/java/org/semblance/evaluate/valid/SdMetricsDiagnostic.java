package org.semblance.evaluate.valid;

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
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;

/**
 * The overall score of SDMetrics' Diagnostic Report for one table, to be compared with scores published elsewhere: the
 * mean of its properties Data Validity and Data Structure, which are the parts.
 *
 * <p>Data Validity is the mean over columns of the share of values within the real range or among the real labels
 * ({@link Validity}), and of {@link KeyUniqueness} for keys; identifiers and texts do not count unless they are named as
 * keys, nor does the index of a sequence, for sequences may go on. Data Structure is {@link Structure}: SDMetrics looks at
 * the types pandas found (a whole column with missing values is a decimal one there), we at kinds. Cost: one pass, and
 * a sort of the keys.
 *
 * <p>Same figures as SDMetrics 0.29, and as 0.32 where its metadata has no ranges, regular expressions or date formats:
 * from 0.30 on those are further scores of Data Validity.
 */
public final class SdMetricsDiagnostic implements Metric {
    /** The options. */
    public record Options(
            @Option("Identifiers and texts that are keys as well, besides the columns of kind key.")
            List<String> keys,

            @Option("The column that orders the rows of a sequence, which has no range to keep; empty for none.")
            String sequenceIndex) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "sdmetrics-diagnostic",
            "The overall score of SDMetrics' Diagnostic Report for one table, in its exact form; 1 is all valid.",
            new Options(List.of(), ""),
            SdMetricsDiagnostic::new);

    private final Options options;

    SdMetricsDiagnostic(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The mean of Data Validity (range or label adherence of each column, uniqueness of each key) and Data"
                        + " Structure (columns and kinds in both tables / in either).",
                "SDMetrics 0.29, DiagnosticReport.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Schema real = c.wholeReal().schema();
        options.keys.forEach(real::index);
        if (!options.sequenceIndex.isEmpty()) {
            real.index(options.sequenceIndex);
        }
        Map<String, Double> values = Validity.PLUGIN.make().measure(c, run).parts();
        Map<String, Double> counted = new LinkedHashMap<>();
        for (Field field : real.fields()) {
            String name = field.name();
            int at = c.wholeSynthetic().schema().find(name);
            Double adherence = values.get(name);
            if (adherence != null) {
                if (!(field.kind().numeric() && name.equals(options.sequenceIndex))) {
                    counted.put(name, adherence);
                }
            } else if (at >= 0 && (field.kind() == Kind.KEY || options.keys.contains(name))) {
                counted.put(name, KeyUniqueness.unique(c.wholeSynthetic().column(at), false));
            }
        }
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("Data Validity", Score.mean("", counted).value());
        parts.put("Data Structure", Structure.PLUGIN.make().measure(c, run).value());
        return Score.mean("sdmetrics-diagnostic", parts);
    }
}
