package org.semblance.impute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.conditional.Predictors;
import org.semblance.evaluate.useful.FormulaTerms;
import org.semblance.expression.Expression;
import org.semblance.expression.Sort;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Field;
import org.semblance.table.Schema;

/**
 * What is calculated instead of drawn, or of what was drawn, as {@link Expression}s, and what columns are drawn from as
 * formulas of models: mice's passive imputation, its post-processing, and its formulas.
 *
 * @param passive by column, what its chosen cells follow of the other columns as they stand: {@code bmi: weight /
 *     (height / 100) ^ 2}
 * @param post by column, what becomes of a draw, in which the column's own name is what was drawn: {@code chl: max(chl,
 *     100)}
 * @param models by column, what stands right of the {@code ~} of its model: {@code chl: age * bmi + log(weight)}. It takes
 *     the place of the predictors
 */
public record Formulas(Map<String, String> passive, Map<String, String> post, Map<String, String> models) {
    public static final Formulas NONE = new Formulas(Map.of(), Map.of(), Map.of());

    public Formulas {
        passive = new LinkedHashMap<>(passive);
        post = new LinkedHashMap<>(post);
        models = new LinkedHashMap<>(models);
    }

    /** Everything that does not fit the columns. */
    public List<Problem> problems(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        passive.forEach((column, text) -> check("passive", column, text, schema, problems));
        post.forEach((column, text) -> check("post", column, text, schema, problems));
        passive.keySet().stream()
                .filter(post::containsKey)
                .forEach(column -> problems.add(Problem.of("column \"" + column + "\" is passive and has post, too.")
                        .at("post")
                        .fix("Calculate both in the passive formula.")));
        models.forEach((column, text) -> model(column, text, schema, problems));
        return problems;
    }

    /** The formula of a column's model, whole; the columns that it may use are the others that are modelled. */
    static String whole(String column, String model) {
        return "`" + column + "` ~ " + model.substring(model.indexOf('~') + 1).strip();
    }

    /** What part each column of a model has. */
    static List<Predictors.Role> roles(FormulaTerms terms) {
        return terms.columns().schema().names().stream()
                .map(one -> one.equals(terms.group())
                        ? Predictors.Role.CLUSTER
                        : terms.random().contains(one) ? Predictors.Role.RANDOM : Predictors.Role.FIXED)
                .toList();
    }

    static List<String> usable(Schema schema) {
        return schema.fields().stream()
                .filter(field -> field.kind().modelled())
                .map(Field::name)
                .toList();
    }

    private void model(String column, String text, Schema schema, List<Problem> problems) {
        String at = "formula of column \"" + column + "\"";
        if (schema.find(column) < 0) {
            problems.add(Problem.of("there is no column \"" + column + "\".")
                    .at("formulas")
                    .fix(Nearest.hint(column, schema.names())));
            return;
        }
        if (passive.containsKey(column)) {
            problems.add(Problem.of("the column is passive: it is calculated and not drawn.")
                    .at(at)
                    .fix("Leave one of the two out."));
        }
        try {
            if (FormulaTerms.used(whole(column, text), usable(schema)).contains(column)) {
                problems.add(Problem.of("the formula names the column itself right of the ~.")
                        .at(at)
                        .fix("Name the columns that it is drawn from."));
            }
        } catch (ProblemException e) {
            e.problems().forEach(problem -> problems.add(problem.at(at + ", " + problem.where())));
        }
    }

    private static void check(String part, String column, String text, Schema schema, List<Problem> problems) {
        String at = part + " of column \"" + column + "\"";
        int place = schema.find(column);
        if (place < 0) {
            problems.add(Problem.of("there is no column \"" + column + "\".")
                    .at(part)
                    .fix(Nearest.hint(column, schema.names())));
            return;
        }
        try {
            Expression expression = Expression.parse(text, schema);
            Sort wanted = Sort.of(schema.field(place).kind());
            if (expression.sort() != wanted && expression.sort() != Sort.ANY) {
                problems.add(Problem.of("the formula yields another sort of value than the column holds.")
                        .at(at)
                        .fix("Its values must be of the kind "
                                + schema.field(place).kind().word() + "."));
            }
            if (part.equals("passive") && expression.columns().contains(column)) {
                problems.add(Problem.of("the formula names the column itself.")
                        .at(at)
                        .fix("What becomes of a draw stands in post."));
            }
        } catch (ProblemException e) {
            e.problems().forEach(problem -> problems.add(problem.within(at)));
        }
    }
}
