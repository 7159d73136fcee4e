package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.conditional.MixedRegression;
import org.semblance.evaluate.useful.FormulaModel;
import org.semblance.math.Basis;
import org.semblance.math.Regression;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Table;

/**
 * A model whose groups have effects of their own: linear by restricted maximum likelihood, or logistic by Laplace's
 * approximation. Degrees of freedom of the complete data are those that R's {@code df.residual} has: rows less
 * coefficients and variances.
 */
record MixedSetModel(FormulaModel model) implements SetModel {
    @Override
    public String family() {
        return (model.linear() ? "linear" : "logistic") + " mixed";
    }

    @Override
    public String asked() {
        return model.asked();
    }

    @Override
    public List<String> terms() {
        return model.terms();
    }

    @Override
    public String groups() {
        return String.join(" + ", model.random()) + " by " + model.group();
    }

    /** The lower triangle of the effects' covariance, and the residuals' variance of a linear model. */
    @Override
    public List<String> beside() {
        List<String> out = new ArrayList<>();
        List<String> random = model.random();
        for (int a = 0; a < random.size(); a++) {
            for (int b = 0; b <= a; b++) {
                out.add(
                        a == b
                                ? "variance of " + random.get(a) + " by " + model.group()
                                : "covariance of " + random.get(b) + " and " + random.get(a));
            }
        }
        if (model.linear()) {
            out.add("variance of residuals");
        }
        return out;
    }

    @Override
    public List<SetFit> fits(List<Table> sets) {
        return IntStream.range(0, sets.size())
                .mapToObj(s -> fit(sets.get(s), s, true))
                .toList();
    }

    @Override
    public List<SetFit> likeliest(List<Table> sets) {
        return IntStream.range(0, sets.size())
                .mapToObj(s -> fit(sets.get(s), s, false))
                .toList();
    }

    private SetFit fit(Table set, int number, boolean restricted) {
        FormulaModel.Grouped all = model.grouped(set);
        int[] kept = Basis.of(all.columns()).kept();
        int[] random = places(kept, all.random());
        long groups = Arrays.stream(all.group()).distinct().count();
        int estimated = kept.length + random.length * (random.length + 1) / 2 + (model.linear() ? 1 : 0);
        String why = IntStream.of(random).anyMatch(j -> j < 0)
                ? "a term with an effect by " + model.group() + " is constant or made up of others."
                : groups <= random.length || groups >= all.y().length
                        ? "there are " + groups + " groups in " + all.y().length
                                + " complete rows: their effects cannot be told from the rest."
                        : all.y().length <= estimated
                                ? "the model has " + estimated + " coefficients and variances, but only "
                                        + all.y().length + " rows are complete."
                                : "";
        if (!why.isEmpty()) {
            throw ProblemException.data(Problem.of(why)
                    .at("set " + (number + 1))
                    .fix("Take fewer terms before the bar, another group, or labels: factor(" + model.group() + ")."));
        }
        MixedRegression.Rows rows = rows(all, kept, random);
        MixedRegression found =
                model.linear() ? MixedRegression.linear(rows, restricted) : MixedRegression.logistic(rows);
        int[] from = places(kept, IntStream.range(0, all.columns().length).toArray());
        Regression spread = new Regression(found.beta(), found.covariance(), 0, 0, true).spread(from);
        return new SetFit(
                spread.coefficients(),
                spread.covariance(),
                all.y().length - estimated,
                all.y().length,
                Double.NaN,
                Double.NaN,
                beside(found));
    }

    private static MixedRegression.Rows rows(FormulaModel.Grouped all, int[] kept, int[] random) {
        double[][] columns = IntStream.of(kept).mapToObj(j -> all.columns()[j]).toArray(double[][]::new);
        return new MixedRegression.Rows(columns, all.y(), all.group(), random);
    }

    /** The place of each among those that are kept; -1 where it is not. */
    private static int[] places(int[] kept, int[] of) {
        return IntStream.of(of)
                .map(j -> Math.max(-1, Arrays.binarySearch(kept, j)))
                .toArray();
    }

    private double[] beside(MixedRegression found) {
        List<Double> out = new ArrayList<>();
        for (int a = 0; a < found.effects().length; a++) {
            for (int b = 0; b <= a; b++) {
                out.add(found.effects()[a][b]);
            }
        }
        if (model.linear()) {
            out.add(found.residual());
        }
        return out.stream().mapToDouble(value -> value).toArray();
    }

    @Override
    public double loss(Table set, double[] coefficients, double[] beside) {
        FormulaModel.Grouped all = model.grouped(set);
        int[] kept = IntStream.range(0, coefficients.length)
                .filter(j -> !Double.isNaN(coefficients[j]))
                .toArray();
        int q = all.random().length;
        double[][] effects = new double[q][q];
        for (int a = 0, at = 0; a < q; a++) {
            for (int b = 0; b <= a; b++, at++) {
                effects[a][b] = beside[at];
                effects[b][a] = beside[at];
            }
        }
        MixedRegression.Rows rows = rows(all, kept, places(kept, all.random()));
        double[] beta = IntStream.of(kept).mapToDouble(j -> coefficients[j]).toArray();
        MixedRegression at = new MixedRegression(
                beta, new double[0][], effects, model.linear() ? beside[beside.length - 1] : Double.NaN);
        return model.linear() ? at.linearDeviance(rows) : at.logisticDeviance(rows);
    }
}
