package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.useful.Inference.Estimate;
import org.semblance.math.Symmetric;

/**
 * The coefficients of one model on the real rows and on the synthetic ones.
 *
 * @param list those that are compared
 * @param noise the variance of a correct synthesis' estimates as a multiple of the real ones': n / (k m)
 * @param lackOfFit the differences against the real covariance: chi square where nothing but that noise is in them
 * @param freedom its degrees of freedom
 * @param leftOut how many rows were not complete, as a sentence
 * @param warnings what else must be known, a sentence each
 */
record Coefficients(
        List<One> list, double noise, double lackOfFit, int freedom, String leftOut, List<String> warnings) {
    /** Of the largest coefficient: far below every standard error that is not rounding. */
    private static final double ROUNDING = 1e-9;

    /**
     * One coefficient.
     *
     * @param error the standard error in the real rows
     * @param synthetic NaN where a synthetic table does not determine it
     */
    record One(String name, double real, double error, Estimate synthetic) {
        /** The difference in real standard errors. */
        double z() {
            return (synthetic.value() - real) / error;
        }

        /** The overlap of the intervals; NaN where there is no synthetic one. */
        double overlap() {
            return Inference.overlap(real, Inference.WIDE * error, synthetic.value(), synthetic.half());
        }
    }

    /** @param fits that of the real table first */
    static Coefficients of(Design design, Fitted[] fits, Inference inference) {
        Fitted real = fits[0];
        Fitted[] made = Arrays.copyOfRange(fits, 1, fits.length);
        double k = Arrays.stream(made).mapToInt(Fitted::rows).average().orElse(Double.NaN);
        double n = real.rows();
        List<One> list = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        List<String> names = design.names();
        double rounding = rounding(real);
        int few = 0;
        int undetermined = 0;
        int lost = 0;
        for (int j = 0; j < names.size(); j++) {
            double error = real.fit().error(j);
            if (!(error > 0) || real.separated()[j]) {
                undetermined++;
                continue;
            }
            if (real.few()[j]) {
                few++;
                continue;
            }
            Estimate synthetic = synthetic(made, j, inference, k, n);
            lost += Double.isNaN(synthetic.value()) ? 1 : 0;
            Estimate rounded = new Estimate(synthetic.value(), Math.max(synthetic.half(), Inference.WIDE * rounding));
            list.add(new One(names.get(j), real.fit().coefficients()[j], Math.max(error, rounding), rounded));
            at.add(j);
        }
        List<String> warnings = new ArrayList<>();
        warn(warnings, few, "Coefficients of fewer than 10 real rows, which are not shown");
        warn(
                warnings,
                undetermined,
                "Coefficients that the real rows do not determine (sums of others, or outcomes told apart without a mistake)");
        warn(warnings, lost, "Coefficients that the synthetic rows do not determine, which count 0");
        if (inference == Inference.REITER && made.length < 2) {
            warnings.add("Reiter's intervals need at least two synthetic tables; with one they are the table's own.");
        }
        if (Arrays.stream(fits).anyMatch(fit -> !fit.fit().converged())) {
            warnings.add("A fit did not come to an end.");
        }
        double noise = n / (k * made.length);
        List<Integer> both = IntStream.range(0, list.size())
                .filter(i -> !Double.isNaN(list.get(i).synthetic.value()))
                .boxed()
                .toList();
        double lack = lack(real, list, both, at) / noise;
        return new Coefficients(list, noise, lack, both.size(), leftOut(fits), warnings);
    }

    /** Where the model holds exactly (a total is the sum of its parts), errors are rounding and say nothing. */
    private static double rounding(Fitted fit) {
        double largest = Arrays.stream(fit.fit().coefficients())
                .filter(coefficient -> !Double.isNaN(coefficient))
                .map(Math::abs)
                .max()
                .orElse(0);
        return ROUNDING * largest;
    }

    private static void warn(List<String> warnings, int count, String words) {
        if (count > 0) {
            warnings.add(words + ": " + count + ".");
        }
    }

    private static Estimate synthetic(Fitted[] made, int j, Inference inference, double k, double n) {
        double[] estimates = Arrays.stream(made)
                .mapToDouble(fit -> fit.separated()[j] ? Double.NaN : fit.fit().coefficients()[j])
                .toArray();
        double[] variances = Arrays.stream(made)
                .mapToDouble(fit -> fit.fit().covariance()[j][j])
                .toArray();
        boolean known = Arrays.stream(estimates).noneMatch(Double::isNaN)
                && Arrays.stream(variances).allMatch(v -> v > 0);
        return known ? inference.of(estimates, variances, k, n) : new Estimate(Double.NaN, Double.NaN);
    }

    /** d' V^-1 d over the coefficients that both have; NaN where V has no inverse. */
    private static double lack(Fitted real, List<One> list, List<Integer> both, List<Integer> at) {
        double[] d = new double[both.size()];
        double[][] v = new double[d.length][d.length];
        for (int a = 0; a < d.length; a++) {
            One one = list.get(both.get(a));
            d[a] = (one.synthetic.value() - one.real) / one.error;
            for (int b = 0; b < d.length; b++) {
                double errors = one.error * list.get(both.get(b)).error;
                v[a][b] = real.fit().covariance()[at.get(both.get(a))][at.get(both.get(b))] / errors;
            }
        }
        double[][] inverse = Symmetric.inverse(v);
        return d.length == 0 || inverse == null ? Double.NaN : Symmetric.form(inverse, d);
    }

    private static String leftOut(Fitted[] fits) {
        int made = Arrays.stream(fits).skip(1).mapToInt(Fitted::left).sum();
        if (fits[0].left() + made == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%,d of %,d real rows and %,d of %,d synthetic ones were left out: something is missing or not defined.",
                fits[0].left(),
                fits[0].left() + fits[0].rows(),
                made,
                made + Arrays.stream(fits).skip(1).mapToInt(Fitted::rows).sum());
    }

    /** The mean overlap, where nothing is worse than 0. */
    double value() {
        return Arrays.stream(overlaps()).average().orElse(Double.NaN);
    }

    /** Of the mean, by how much the coefficients differ. */
    Interval interval() {
        double[] overlaps = overlaps();
        double mean = value();
        double squares =
                Arrays.stream(overlaps).map(one -> (one - mean) * (one - mean)).sum();
        return overlaps.length < 2
                ? Interval.NONE
                : Interval.around(mean, Math.sqrt(squares / (overlaps.length - 1) / overlaps.length));
    }

    private double[] overlaps() {
        return list.stream()
                .mapToDouble(one -> Double.isNaN(one.overlap()) ? 0 : Math.max(0, one.overlap()))
                .toArray();
    }

    double meanOverlap() {
        return list.stream()
                .mapToDouble(One::overlap)
                .filter(overlap -> !Double.isNaN(overlap))
                .average()
                .orElse(Double.NaN);
    }

    /** Of the coefficient whose intervals overlap least. */
    double worstOverlap() {
        return list.stream()
                .mapToDouble(One::overlap)
                .filter(overlap -> !Double.isNaN(overlap))
                .min()
                .orElse(Double.NaN);
    }

    double meanDifference() {
        return list.stream()
                .mapToDouble(one -> Math.abs(one.z()))
                .filter(z -> !Double.isNaN(z))
                .average()
                .orElse(Double.NaN);
    }

    /** The chance of so large a lack of fit where only the noise of synthesis is in the differences. */
    double p() {
        return freedom == 0 || Double.isNaN(lackOfFit)
                ? Double.NaN
                : 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(lackOfFit);
    }

    Figures figures(String title) {
        Figures.Builder rows = Figures.of(
                title,
                "real",
                "real low",
                "real high",
                "synthetic",
                "synthetic low",
                "synthetic high",
                "difference in standard errors",
                "overlap");
        for (One one : list) {
            double half = Inference.WIDE * one.error;
            double made = one.synthetic.value();
            rows.row(
                    one.name,
                    one.real,
                    one.real - half,
                    one.real + half,
                    made,
                    made - one.synthetic.half(),
                    made + one.synthetic.half(),
                    one.z(),
                    one.overlap());
        }
        return rows.build();
    }
}
