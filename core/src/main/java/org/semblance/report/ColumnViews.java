package org.semblance.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Score;
import org.semblance.report.ColumnView.Bar;
import org.semblance.report.ColumnView.Shape;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** Every column of the real table beside the same column of the synthetic one, counted on common bars. */
final class ColumnViews {
    /** No number stands for fewer real rows than this. */
    static final int FEWEST = 10;

    /** A score so far behind is a difference, beyond what chance makes of so many rows over their square root. */
    private static final double WITHIN = 0.03;

    private static final double CHANCE = 2;

    private final Comparison tables;
    private final Map<String, Double> scores;
    private final Map<String, Double> fresh;

    private ColumnViews(Comparison tables, Findings findings) {
        this.tables = tables;
        Optional<Finding> columns = findings.find("columns");
        scores = columns.map(found -> found.synthetic().parts()).orElse(Map.of());
        fresh = columns.map(Finding::fresh).map(Score::parts).orElse(Map.of());
    }

    /** In the order of the real table, columns that are not scored included. Cost: one pass over each table. */
    static List<ColumnView> of(Comparison tables, Findings findings, Run run) {
        ColumnViews views = new ColumnViews(tables, findings);
        List<Field> fields = tables.wholeReal().schema().fields();
        ColumnView[] out = new ColumnView[fields.size()];
        run.parallel(out.length, i -> out[i] = views.of(fields.get(i)));
        return Arrays.asList(out);
    }

    private ColumnView of(Field field) {
        Table real = tables.real();
        int at = real.schema().find(field.name());
        if (at < 0) {
            return view(field, Shape.NONE, List.of(), null, "");
        }
        Column a = real.column(at);
        Column b = tables.synthetic().column(at);
        Bar missing = missing(a, b);
        int present = a.size() - a.missingCount();
        if (present < FEWEST || b.size() == b.missingCount()) {
            String why = Words.of(present < FEWEST ? "view.few" : "view.lost");
            return view(field, field.kind().numeric() ? Shape.NUMBERS : Shape.LABELS, List.of(), missing, why);
        }
        BarReading reading = new BarReading(a, b);
        if (a instanceof NumberColumn numbers) {
            NumberBars bars = NumberBars.of(field.kind(), numbers, (NumberColumn) b);
            return view(field, Shape.NUMBERS, bars.bars(), missing, reading.of(bars.bars(), bars::label, missing));
        }
        List<Bar> bars = LabelBars.of(a, b);
        return view(field, Shape.LABELS, bars, missing, reading.of(bars, missing));
    }

    private ColumnView view(Field field, Shape shape, List<Bar> bars, @Nullable Bar missing, String shown) {
        double score = scores.getOrDefault(field.name(), Double.NaN);
        double beside = fresh.getOrDefault(field.name(), Double.NaN);
        int rows = Math.min(tables.real().rows(), tables.synthetic().rows());
        String same = within(score, beside, rows) ? "view.within" : "view.same";
        String reading = shape != Shape.NONE && shown.equals(BarReading.UNSHOWN) ? Words.of(same) : shown;
        return new ColumnView(field.name(), field.kind().word(), score, beside, shape, bars, missing, reading);
    }

    /** Whether a score tells of a difference that is in no single bar or cell: the words must not deny it. */
    static boolean within(double score, double fresh, int rows) {
        double behind = (Double.isNaN(fresh) ? 1 : fresh) - score;
        return behind > WITHIN + CHANCE / Math.sqrt(Math.max(1, rows));
    }

    /** Null where no row of either table lacks a value, or few real rows have one. */
    private static @Nullable Bar missing(Column real, Column synthetic) {
        int lacking = real.missingCount();
        int made = synthetic.missingCount();
        // The share of those that lack a value would tell how few have one.
        if ((lacking == 0 && made == 0) || few(real.size() - lacking)) {
            return null;
        }
        double share = few(lacking) ? Double.NaN : (double) lacking / Math.max(1, real.size());
        return new Bar(Words.of("bar.missing"), "", 1, share, (double) made / Math.max(1, synthetic.size()));
    }

    private static boolean few(int rows) {
        return rows > 0 && rows < FEWEST;
    }

    /**
     * So many real rows without a value are counted with the first bar: where they are few, shares of all others would
     * tell how few.
     */
    static int folded(Column real) {
        return few(real.missingCount()) ? real.missingCount() : 0;
    }

    /** Bars from counts, neighbours joined until each stands for enough real rows. */
    static List<int[]> joined(int[] counts) {
        List<int[]> runs = new ArrayList<>();
        int from = 0;
        int sum = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += counts[k];
            if (sum >= FEWEST) {
                runs.add(new int[] {from, k});
                from = k + 1;
                sum = 0;
            }
        }
        if (from < counts.length && !runs.isEmpty()) {
            runs.get(runs.size() - 1)[1] = counts.length - 1;
        }
        return runs;
    }
}
