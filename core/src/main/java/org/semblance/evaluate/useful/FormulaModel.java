package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.math.MultinomialLogit;
import org.semblance.math.ProportionalOdds;
import org.semblance.math.Regression;
import org.semblance.math.formula.Formula;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Table;

/**
 * A regression as R writes it, {@code chl ~ age + bmi}, that is fitted to one table after another: linear, logistic,
 * Poisson, proportional odds or multinomial, with treatment contrasts whose levels are those of all tables together. What
 * differs by group, {@code (1 + x | school)}, is only read here.
 */
public final class FormulaModel {
    private final Design design;
    private final String group;
    private final int[] random;

    private FormulaModel(Design design, String group, int[] random) {
        this.design = design;
        this.group = group;
        this.random = random;
    }

    /**
     * The rows of a model whose groups have effects of their own.
     *
     * @param columns p columns of n numbers
     * @param y n outcomes
     * @param group n numbers or codes that say the group
     * @param random which columns have effects by group
     */
    public record Grouped(double[][] columns, double[] y, double[] group, int[] random) {}

    /**
     * What one table gives.
     *
     * @param regression coefficients in the order of {@link #terms}
     * @param rows complete rows
     * @param squared the share of the variance that is explained; NaN where the model is not linear
     */
    public record Fit(Regression regression, int rows, double squared) {
        /** The likeliest variance about a linear model. */
        public double variance() {
            return regression.deviance() / rows;
        }

        /** The same for a model of that many coefficients on another sample. */
        public double adjusted() {
            double freedom = regression.freedom();
            return 1 - (1 - squared) * (rows - 1) / freedom;
        }
    }

    /**
     * @param family auto, linear, logistic, poisson, ordinal or multinomial
     * @param order the levels of an ordered outcome from low to high, or empty
     * @param tables of one schema
     * @throws org.semblance.plugin.ProblemException with the place of what cannot be read or does not fit
     */
    public static FormulaModel of(String text, String family, List<String> order, List<Table> tables) {
        Table all = Table.join(tables.get(0).schema(), tables);
        Formula formula = Formula.parse(text, all.schema().names());
        Design design = Design.of(formula, family, order, all);
        if (formula.effects().isEmpty()) {
            return new FormulaModel(design, "", new int[0]);
        }
        Formula.Effects effects = formula.effects().get(0);
        if (formula.effects().size() > 1 || !formula.offsets().isEmpty()) {
            throw refuse(
                    text,
                    "effects of more than one kind of group, or of groups beside an offset, are not modelled",
                    "Leave one bracket with a bar, as (1 + x | "
                            + effects.group().name() + ").");
        }
        if (design.family() != Family.LINEAR && design.family() != Family.LOGISTIC) {
            throw refuse(
                    text,
                    "effects of groups are for linear and logistic models, and this one is "
                            + design.family().word(),
                    "Leave the bracket with the bar out, or choose another family.");
        }
        List<String> names = design.names();
        List<String> own =
                Design.of(effects.terms(), design.family().asked(), order, all).names();
        List<String> beside = own.stream().filter(name -> !names.contains(name)).toList();
        if (own.isEmpty() || !beside.isEmpty()) {
            throw refuse(
                    text,
                    own.isEmpty()
                            ? "before the bar stands nothing"
                            : "the group has an effect of " + String.join(", ", beside)
                                    + ", which is no term of the model",
                    own.isEmpty() ? "Write (1 | school)." : "Add it: its mean is what the groups differ from.");
        }
        int[] random = own.stream().mapToInt(names::indexOf).toArray();
        return new FormulaModel(design, effects.group().name(), random);
    }

    private static ProblemException refuse(String text, String what, String fix) {
        return ProblemException.usage(
                Problem.of(what + ".").at("model \"" + text + "\"").fix(fix));
    }

    /** The column that says the group, or empty where nothing differs by group. */
    public String group() {
        return group;
    }

    /** The names of the terms with effects by group. */
    public List<String> random() {
        return IntStream.of(random).mapToObj(j -> terms().get(j)).toList();
    }

    public Grouped grouped(Table table) {
        Design.Rows rows = design.rows(table);
        return new Grouped(rows.columns(), rows.y(), rows.group(), random);
    }

    public boolean linear() {
        return design.family() == Family.LINEAR;
    }

    /** The names of the coefficients; thresholds of an ordered outcome come last, other levels have each their own. */
    public List<String> terms() {
        return design.names();
    }

    public String family() {
        return design.family().word();
    }

    /** The family as it is asked for. */
    public String asked() {
        return design.family().asked();
    }

    public Fit fit(Table table) {
        Design.Rows rows = design.rows(table);
        Fitted fitted = Fitted.of(design, table);
        return new Fit(
                fitted.fit(),
                rows.count(),
                design.family() == Family.LINEAR ? squared(rows, fitted.fit()) : Double.NaN);
    }

    private static double squared(Design.Rows rows, Regression fit) {
        double mean = Arrays.stream(rows.y()).average().orElse(Double.NaN);
        double all = Arrays.stream(rows.y()).map(y -> (y - mean) * (y - mean)).sum();
        return 1 - fit.deviance() / all;
    }

    /** Where a model has the terms of a smaller one: for each of the smaller's, which of these; -1 where it is none. */
    public int[] places(FormulaModel smaller) {
        List<String> names = terms();
        return smaller.terms().stream().mapToInt(names::indexOf).toArray();
    }

    /**
     * Minus twice the log-likelihood of a table at given coefficients, without a constant that depends on the outcome
     * alone.
     *
     * @param variance about a linear model; of no use for others
     */
    public double loss(Table table, double[] coefficients, double variance) {
        Design.Rows rows = design.rows(table);
        int width = rows.columns().length;
        boolean byLevel = design.family() == Family.MULTINOMIAL;
        double[][] etas = new double[byLevel ? coefficients.length / width : 1][];
        for (int k = 0; k < etas.length; k++) {
            etas[k] = rows.offset().clone();
            for (int j = 0; j < width; j++) {
                double coefficient = coefficients[k * width + j];
                for (int i = 0; i < rows.count() && !Double.isNaN(coefficient); i++) {
                    etas[k][i] += coefficient * rows.columns()[j][i];
                }
            }
        }
        double[] thresholds =
                Arrays.copyOfRange(coefficients, Math.min(width, coefficients.length), coefficients.length);
        double sum = 0;
        for (int i = 0; i < rows.count(); i++) {
            double eta = etas[0][i];
            double y = rows.y()[i];
            sum += switch (design.family()) {
                case LINEAR -> Math.log(variance) + (y - eta) * (y - eta) / variance;
                case LOGISTIC -> 2 * (Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))) - y * eta);
                case POISSON -> 2 * (Math.exp(eta) - y * eta);
                case ORDINAL -> 2 * ProportionalOdds.minusLog(thresholds, eta, (int) y);
                case MULTINOMIAL -> 2 * MultinomialLogit.minusLog(etas, i, (int) y);
            };
        }
        return sum;
    }

    /** All fits of some tables. */
    public List<Fit> fits(List<Table> tables) {
        List<Fit> out = new ArrayList<>();
        tables.forEach(table -> out.add(fit(table)));
        return out;
    }
}
