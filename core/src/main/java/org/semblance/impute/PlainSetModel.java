package org.semblance.impute;

import java.util.List;
import org.semblance.evaluate.useful.FormulaModel;
import org.semblance.math.Regression;
import org.semblance.table.Table;

/** A model whose rows are all of one kind. */
record PlainSetModel(FormulaModel model) implements SetModel {
    @Override
    public String family() {
        return model.family();
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
        return "";
    }

    @Override
    public List<String> beside() {
        return List.of();
    }

    @Override
    public List<SetFit> fits(List<Table> sets) {
        return sets.stream().map(this::fit).toList();
    }

    @Override
    public List<SetFit> likeliest(List<Table> sets) {
        return fits(sets);
    }

    private SetFit fit(Table set) {
        FormulaModel.Fit fit = model.fit(set);
        Regression found = fit.regression();
        return new SetFit(
                found.coefficients(),
                found.covariance(),
                found.freedom(),
                fit.rows(),
                fit.squared(),
                fit.adjusted(),
                new double[] {fit.variance()});
    }

    @Override
    public double loss(Table set, double[] coefficients, double[] beside) {
        return model.loss(set, coefficients, beside[0]);
    }
}
