package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.math.Together;
import org.semblance.plugin.Nearest;
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
 * A column that another one gives: looked up from it, not drawn. As synthpop's {@code collinear}, for numbers whose
 * correlation with a predictor is at least {@value #LEAST} or at most the negative of it, and for columns that have one
 * value for each label of a predictor. A number that five rows have always with the same value is looked up; others lie
 * on the regression line, so that single rows are not kept; a label that fewer have gets none. A column that no predictor
 * gives is refused. No observed value: as {@code sample}. Cost: rows x predictors. Source: Nowok, Raab and Dibben (2016),
 * doi:10.18637/jss.v074.i11.
 */
public final class Collinear implements Conditional {
    /** The options. */
    public record Options(
            @Option(value = "The column that gives it; empty for the first that does", column = true)
            String of) {}

    public static final Plugin<Conditional> PLUGIN =
            Plugin.of("collinear", "Looked up from the column that it depends on.", new Options(""), Collinear::new);

    static final double LEAST = .99999;

    /** Rows that share a pair for it to be kept, as for single values. */
    private static final int COMMON = 5;

    private final Options options;

    Collinear(Options options) {
        this.options = options;
    }

    @Override
    public void check(Given given) {
        if (given.observed().length > 0) {
            found(given);
        }
    }

    @Override
    public Drawer fit(Given given, Run run) {
        return given.observed().length == 0 ? new SampleObserved().fit(given, run) : found(given);
    }

    private Drawer found(Given given) {
        int[] rows = given.observed();
        int width = given.x().table().width();
        int named = options.of.isEmpty() ? -1 : given.x().schema().find(options.of);
        if (named < 0 && !options.of.isEmpty()) {
            throw ProblemException.usage(Problem.of("\"" + options.of + "\" is no predictor.")
                    .at("of")
                    .fix(Nearest.hint(options.of, given.x().schema().names())));
        }
        for (int c = Math.max(0, named); c < (named < 0 ? width : named + 1); c++) {
            Column x = given.x().table().column(c);
            @Nullable
            Drawer found = x instanceof NumberColumn numbers && given.y() instanceof NumberColumn target
                    ? line(c, numbers, target, rows)
                    : x instanceof CodeColumn labels ? byLabel(c, labels, given, rows) : null;
            if (found != null) {
                return found;
            }
        }
        throw ProblemException.data(Problem.of(
                        named < 0
                                ? "no predictor gives the column."
                                : "\"" + options.of + "\" does not give the column.")
                .fix("A correlation of " + LEAST
                        + " is asked, or one value for each label, of five rows or more; take cart, or norm."));
    }

    private static @Nullable Drawer line(int place, NumberColumn from, NumberColumn target, int[] rows) {
        int[] both = Arrays.stream(rows).filter(row -> !from.isMissing(row)).toArray();
        double[] x = Arrays.stream(both).mapToDouble(from::get).toArray();
        double[] y = Arrays.stream(both).mapToDouble(target::get).toArray();
        Together together = Together.of(x, y);
        if (!(Math.abs(together.correlation()) >= LEAST)) {
            return null;
        }
        Map<Double, double[]> seen = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            double own = y[i];
            double[] known = seen.computeIfAbsent(x[i], v -> new double[] {own, 0});
            known[0] = known[0] == own ? own : Double.NaN;
            known[1]++;
        }
        seen.values().removeIf(known -> known[1] < COMMON || Double.isNaN(known[0]));
        double[] known = seen.keySet().stream().mapToDouble(v -> v).toArray();
        double[] values = seen.values().stream().mapToDouble(pair -> pair[0]).toArray();
        // Extremes may have been drawn in: the pairs that rows share tell more of the line.
        return known.length > 1
                ? line(place, known, values, Together.of(known, values), known, values)
                : line(place, x, y, together, known, values);
    }

    private static Line line(int place, double[] x, double[] y, Together together, double[] known, double[] values) {
        double slope = together.products() / together.squaresA();
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        return new Line(place, meanY - slope * meanX, slope, known, values);
    }

    private static @Nullable Drawer byLabel(int place, CodeColumn from, Given given, int[] rows) {
        Column target = given.y();
        double[] values = new double[from.labels().size()];
        int[] counts = new int[values.length];
        for (int row : rows) {
            double own = target instanceof NumberColumn numbers ? numbers.get(row) : ((CodeColumn) target).code(row);
            int label = from.code(row);
            if (label < 0 || counts[label]++ > 0 && values[label] != own) {
                return null;
            }
            values[label] = own;
        }
        if (Arrays.stream(counts).noneMatch(count -> count >= COMMON)) {
            return null;
        }
        for (int label = 0; label < values.length; label++) {
            values[label] = counts[label] < COMMON ? Double.NaN : values[label];
        }
        if (Arrays.stream(counts).anyMatch(count -> count > 0 && count < COMMON)) {
            given.events().say("labels whose value fewer than " + COMMON + " rows have get none: it would be theirs");
        }
        return new ByLabel(place, values, target instanceof CodeColumn codes ? codes.labels() : List.of());
    }

    /**
     * Numbers from a number.
     *
     * @param place of the predictor
     * @param known numbers whose value is looked up, ascending
     * @param values of those
     */
    record Line(int place, double intercept, double slope, double[] known, double[] values) implements Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            double[] out = x.table().numbers(place).toArray();
            for (int i = 0; i < out.length; i++) {
                int at = Arrays.binarySearch(known, out[i]);
                out[i] = at >= 0 ? values[at] : intercept + slope * out[i];
            }
            return NumberColumn.of(out);
        }
    }

    /**
     * Values from labels.
     *
     * @param values of each label of the predictor; NaN where fewer than five rows have it
     * @param labels the target's dictionary, empty for numbers
     */
    record ByLabel(int place, double[] values, List<String> labels) implements Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            int[] codes = x.table().codes(place).toArray();
            double[] out = new double[codes.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = codes[i] < 0 || codes[i] >= values.length ? Double.NaN : values[codes[i]];
            }
            return Labelled.column(out, labels);
        }
    }
}
