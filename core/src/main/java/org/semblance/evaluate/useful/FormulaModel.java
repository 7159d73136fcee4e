package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.math.Regression;
import org.semblance.math.formula.Formula;
import org.semblance.table.Table;

/**
 * A regression as R writes it, {@code chl ~ age + bmi}, that is fitted to one table after another: linear, logistic,
 * Poisson or proportional odds, with treatment contrasts whose levels are those of all tables together.
 */
public final class FormulaModel {
    private final Design design;

    private FormulaModel(Design design) {
        this.design = design;
    }

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
     * @param family auto, linear, logistic, poisson or ordinal
     * @param order the levels of an ordered outcome from low to high, or empty
     * @param tables of one schema
     * @throws org.semblance.plugin.ProblemException with the place of what cannot be read or does not fit
     */
    public static FormulaModel of(String text, String family, List<String> order, List<Table> tables) {
        Table all = Table.join(tables.get(0).schema(), tables);
        Formula formula = Formula.parse(text, all.schema().names());
        return new FormulaModel(Design.of(formula, family, order, all));
    }

    /** The names of the coefficients; thresholds of an ordered outcome come last. */
    public List<String> terms() {
        return design.names();
    }

    public String family() {
        return design.family().word();
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
     * alone. NaN for ordered outcomes.
     *
     * @param variance about a linear model; of no use for others
     */
    public double loss(Table table, double[] coefficients, double variance) {
        Design.Rows rows = design.rows(table);
        double sum = 0;
        for (int i = 0; i < rows.count(); i++) {
            double eta = rows.offset()[i];
            for (int j = 0; j < rows.columns().length; j++) {
                eta += Double.isNaN(coefficients[j]) ? 0 : coefficients[j] * rows.columns()[j][i];
            }
            double y = rows.y()[i];
            sum += switch (design.family()) {
                case LINEAR -> Math.log(variance) + (y - eta) * (y - eta) / variance;
                case LOGISTIC -> 2 * (Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))) - y * eta);
                case POISSON -> 2 * (Math.exp(eta) - y * eta);
                case ORDINAL -> Double.NaN;
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
