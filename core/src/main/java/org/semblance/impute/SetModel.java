package org.semblance.impute;

import java.util.List;
import org.semblance.evaluate.useful.FormulaModel;
import org.semblance.table.Table;

/** A model that is fitted to one set after another, all with the same coefficients. */
interface SetModel {
    /** @param family auto, linear, logistic, poisson, ordinal or multinomial */
    static SetModel of(String text, String family, List<String> order, List<Table> sets) {
        FormulaModel model = FormulaModel.of(text, family, order, sets);
        return model.group().isEmpty() ? new PlainSetModel(model) : new MixedSetModel(model);
    }

    /** What kind it is, in words. */
    String family();

    /** The family as it is asked for. */
    String asked();

    /** The names of the coefficients. */
    List<String> terms();

    /** What differs by group, in words that are the same for the same; empty where nothing does. */
    String groups();

    /** The names of what is estimated beside the coefficients and shown; may be empty. */
    List<String> beside();

    List<SetFit> fits(List<Table> sets);

    /** Fits whose likelihoods can be compared with those of smaller models. */
    List<SetFit> likeliest(List<Table> sets);

    /** Minus twice the log-likelihood of a set, but for what depends on the outcome alone. */
    double loss(Table set, double[] coefficients, double[] beside);
}
