package org.semblance.conditional;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;

/**
 * Predictive mean matching: an observed value of one of the rows whose linear prediction is nearest. As mice's
 * {@code pmm}, its default for numbers; proper with match type 1. Keeps the values that occur, skewness, zeros and
 * bounds; cannot go beyond what is observed. A row is never its own donor, unless {@code self} is set. No observed value:
 * as {@code sample}; where {@code exclude} and {@code trim} leave none, that is refused.
 *
 * <p>Labels are matched by a score for each ({@link LabelScores}). Cost: rows x predictors^2 + rows log rows. Source:
 * Little (1988), doi:10.1080/07350015.1988.10509663; van Buuren (2018), algorithm 3.3.
 */
public final class PredictiveMeanMatching implements Conditional {
    /** The options, with mice's defaults. */
    public record Options(
            @Option(value = "How many of the nearest rows are drawn from", min = 1, max = 1e6)
            int donors,

            @Option(
                    value = "Whose coefficients are drawn: 0 nobody's, 1 the row's that is filled, 2 both's",
                    min = 0,
                    max = 2)
            int matchType,

            @Option("Whether the ridge of 1e-5 is always there, not only where predictors depend on each other")
            boolean ridge,

            @Option("Whether labels are scored by what predicts them, not by their order")
            boolean quantify,

            @Option(value = "Labels seen in fewer rows are no donors", min = 1, max = 1e9)
            int trim,

            @Option("Values that are no donors, as text") List<String> exclude,

            @Option("Whether a row may be its own donor, as in mice")
            boolean self,

            @Option(
                    value = Smoothed.DOC,
                    choices = {Smoothed.NONE, Smoothed.SPLINE, Smoothed.MEAN, Smoothed.DENSITY})
            String smoothing) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "pmm",
            "Predictive mean matching: the value of one of the rows with the nearest prediction.",
            new Options(5, 1, false, true, 1, List.of(), false, Smoothed.NONE),
            PredictiveMeanMatching::new);

    private final Options options;

    PredictiveMeanMatching(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = donors(given);
        if (rows.length == 0) {
            if (given.observed().length > 0) {
                throw ProblemException.usage(Problem.of("no observed value is left to be given away.")
                        .at("trim, exclude")
                        .fix("Exclude fewer values, or take a smaller trim."));
            }
            return new SampleObserved().fit(given, run);
        }
        double[] values = new double[rows.length];
        List<String> labels = List.of();
        double[] scores;
        if (given.y() instanceof NumberColumn numbers) {
            Arrays.setAll(values, i -> numbers.get(rows[i]));
            scores = values;
        } else {
            CodeColumn codes = (CodeColumn) given.y();
            labels = codes.labels();
            Arrays.setAll(values, i -> codes.code(rows[i]));
            scores = scores(given, rows, codes);
        }
        LeastSquares fit = LeastSquares.fit(Moments.screened(given, rows, scores), options.ridge, given.events());
        double deviation = fit.drawDeviation(run.rng().child("deviation"));
        double[] drawn = fit.drawBeta(deviation, run.rng().child("beta"));
        double[] predicted = fit.design().times(given.x().take(rows), options.matchType == 2 ? drawn : fit.beta());
        Drawer drawer = new DonorDrawer(
                fit.design(),
                options.matchType == 0 ? fit.beta() : drawn,
                Donors.of(predicted, run.rng().child("ties")),
                rows,
                values,
                labels,
                options.donors,
                options.self);
        return Smoothed.of(options.smoothing, drawer, given);
    }

    private double[] scores(Given given, int[] rows, CodeColumn codes) {
        int[] of = Arrays.stream(rows).map(codes::code).toArray();
        if (!options.quantify) {
            return Arrays.stream(of).mapToDouble(code -> code).toArray();
        }
        Design design = Design.of(given.x(), rows);
        Moments moments = Moments.of(design, given.x(), rows, new double[rows.length], new double[0]);
        double[] byLabel = LabelScores.of(moments, of, codes.labels().size());
        return Arrays.stream(of).mapToDouble(code -> byLabel[code]).toArray();
    }

    /** The observed rows whose value may be given away. */
    private int[] donors(Given given) {
        int[] rows = given.observed();
        if (options.trim == 1 && options.exclude.isEmpty()) {
            return rows;
        }
        Set<String> excluded = new HashSet<>(options.exclude);
        if (given.y() instanceof CodeColumn codes) {
            int[] counts = new int[codes.labels().size()];
            Arrays.stream(rows).forEach(row -> counts[codes.code(row)]++);
            return Arrays.stream(rows)
                    .filter(row -> counts[codes.code(row)] >= options.trim
                            && !excluded.contains(codes.labels().get(codes.code(row))))
                    .toArray();
        }
        Set<Double> numbers = new HashSet<>();
        excluded.forEach(text -> numbers.add(number(text)));
        return Arrays.stream(rows)
                .filter(row -> !numbers.contains(((NumberColumn) given.y()).get(row)))
                .toArray();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw ProblemException.usage(Problem.of("\"" + text + "\" is no number, but the column holds numbers.")
                    .at("exclude")
                    .fix("Name values as they are in the column."));
        }
    }
}
