package org.semblance.evaluate;

import java.util.List;
import org.semblance.math.formula.Formula;
import org.semblance.plugin.ProblemException;

/**
 * What the user wants to know beyond the tables themselves.
 *
 * @param target the column that usefulness is measured by predicting, or empty
 * @param model the user's own model, as {@code "income ~ age + sex"}, or empty
 * @param sensitive columns whose groups fairness looks at
 * @param keys columns that an attacker may know of a person
 * @param exact whether nearest neighbours are looked for among all rows, however many
 */
public record Question(String target, String model, List<String> sensitive, List<String> keys, boolean exact) {
    public static final Question NONE = new Question("", "", List.of(), List.of(), false);

    public Question {
        sensitive = List.copyOf(sensitive);
        keys = List.copyOf(keys);
    }

    /** What can be asked of tables that share only these columns. */
    Question within(List<String> columns) {
        return new Question(
                columns.contains(target) ? target : "",
                understood(model, columns) ? model : "",
                sensitive.stream().filter(columns::contains).toList(),
                keys.stream().filter(columns::contains).toList(),
                exact);
    }

    private static boolean understood(String model, List<String> columns) {
        try {
            return model.isBlank() || Formula.parse(model, columns) != null;
        } catch (ProblemException e) {
            return false;
        }
    }

    public Question target(String column) {
        return new Question(column, model, sensitive, keys, exact);
    }

    public Question model(String formula) {
        return new Question(target, formula, sensitive, keys, exact);
    }

    public Question sensitive(List<String> columns) {
        return new Question(target, model, columns, keys, exact);
    }

    public Question keys(List<String> columns) {
        return new Question(target, model, sensitive, columns, exact);
    }

    public Question exact(boolean all) {
        return new Question(target, model, sensitive, keys, all);
    }
}
