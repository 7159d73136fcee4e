package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * SDMetrics' DCRBaselineProtection: min(1, median distance of synthetic rows to the closest real row, over that of
 * random rows); 1 is as far off as random rows, 0 is copies. Distance: {@link Gower}.
 *
 * <p>Random rows: numbers and dates uniform between the real extremes (whole ones where no value is missing), labels
 * uniform over those that occur, missing at the real rate. Good data scores low by nature, since it is where real data
 * is and random rows are not: it says how far, not how safe, and is here to compare with figures of SDMetrics. Cost: all
 * pairs of rows, twice.
 */
public final class DcrBaseline implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most rows of each table; 0 is all.", min = 0)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "dcr-baseline",
            "SDMetrics' DCRBaselineProtection: the median distance to the closest real row, over that of random rows.",
            new Options(10_000),
            DcrBaseline::new);

    private final Options options;

    DcrBaseline(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.FRESH,
                "min(1, median distance of synthetic rows to the closest real row, over that of uniformly random rows). A"
                        + " copy check only: data that is like the real data is close to it.",
                "SDMetrics 0.29, DCRBaselineProtection.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table synthetic = Searches.some(c.synthetic(), options.rows, run.rng().child("synthetic"));
        Table real = Searches.some(c.real(), options.rows, run.rng().child("real"));
        if (real.rows() == 0 || synthetic.rows() == 0 || synthetic.width() == 0) {
            return Score.none("dcr-baseline", "There are too few rows.");
        }
        Table random = random(c.real(), synthetic.rows(), run.rng().child("random"));
        double near = Gower.median(Gower.closest(synthetic, real, run));
        double far = Gower.median(Gower.closest(random, real, run));
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("median distance", near);
        parts.put("median distance of random rows", far);
        String note = Searches.among(real.rows(), c.real().rows(), "real");
        // SDMetrics has no score where random rows are copies too; that leaves nothing to protect.
        return new Score("dcr-baseline", far == 0 ? 0 : Math.min(1, near / far), parts)
                .note(far > 0 ? note : (note + " Random rows are real rows too.").trim());
    }

    private static Table random(Table real, int rows, Rng rng) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < real.width(); c++) {
            Rng own = rng.child(c);
            double missing = real.rows() == 0 ? 0 : (double) real.column(c).missingCount() / real.rows();
            boolean whole = real.schema().field(c).kind() == Kind.WHOLE && missing == 0;
            columns.add(
                    real.column(c) instanceof NumberColumn numbers
                            ? numbers(numbers, rows, missing, whole, own)
                            : labels(real.codes(c).compact(), rows, missing, own));
        }
        return Table.of(real.schema(), columns);
    }

    private static Column numbers(NumberColumn real, int rows, double missing, boolean whole, Rng rng) {
        double[] values =
                Arrays.stream(real.toArray()).filter(x -> !Double.isNaN(x)).toArray();
        double low = Arrays.stream(values).min().orElse(Double.NaN);
        double high = Arrays.stream(values).max().orElse(Double.NaN);
        double[] out = new double[rows];
        for (int i = 0; i < rows; i++) {
            double value = whole
                    ? Math.min(high, low + Math.floor(rng.nextDouble() * (high - low + 1)))
                    : low + rng.nextDouble() * (high - low);
            out[i] = rng.nextDouble() < missing ? Double.NaN : value;
        }
        return NumberColumn.of(out);
    }

    private static Column labels(CodeColumn real, int rows, double missing, Rng rng) {
        // By name, so that the order of the dictionary does not matter.
        List<String> labels = real.labels().stream().sorted().toList();
        int[] codes = new int[rows];
        for (int i = 0; i < rows; i++) {
            int code = labels.isEmpty() ? -1 : rng.nextInt(labels.size());
            codes[i] = rng.nextDouble() < missing ? -1 : code;
        }
        return CodeColumn.of(codes, labels);
    }
}
