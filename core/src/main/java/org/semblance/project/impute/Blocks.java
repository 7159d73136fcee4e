package org.semblance.project.impute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Predictors;
import org.semblance.impute.Formulas;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.table.Schema;

/**
 * Names for several columns that are drawn alike, one after the other: by one method, from the same predictors and the
 * other columns of the block. As mice's blocks with univariate methods.
 */
record Blocks(Map<String, List<String>> columns) {
    /** The imputation with every block's columns in its place; what names a column itself is stronger. */
    Imputation spread(Imputation asked, Schema schema, List<Problem> problems) {
        check(schema, problems);
        Map<String, Imputation.Method> methods = new LinkedHashMap<>();
        Map<String, Map<String, Integer>> predictors = new LinkedHashMap<>();
        Map<String, String> models = new LinkedHashMap<>();
        columns.forEach((block, names) -> {
            for (String column : names) {
                List<String> others =
                        names.stream().filter(name -> !name.equals(column)).toList();
                put(methods, column, asked.methods().get(block));
                Map<String, Integer> codes = asked.predictors().get(block);
                if (codes != null) {
                    Map<String, Integer> own = new LinkedHashMap<>(codes);
                    own.remove(column);
                    others.forEach(other -> own.putIfAbsent(other, Predictors.Role.FIXED.code()));
                    predictors.put(column, own);
                }
                String model = asked.formulas().models().get(block);
                if (model != null) {
                    models.put(
                            column,
                            model.substring(model.indexOf('~') + 1)
                                    + others.stream()
                                            .map(other -> " + `" + other + "`")
                                            .collect(Collectors.joining()));
                }
            }
        });
        asked.methods().forEach((name, method) -> put(methods, name, columns.containsKey(name) ? null : method));
        asked.predictors().forEach((name, codes) -> {
            if (!columns.containsKey(name)) {
                predictors.put(name, codes);
            }
        });
        asked.formulas().models().forEach((name, model) -> {
            if (!columns.containsKey(name)) {
                models.put(name, model);
            }
        });
        List<String> order = asked.settings().order().stream()
                .flatMap(name -> columns.getOrDefault(name, List.of(name)).stream())
                .toList();
        return new Imputation(
                asked.data(),
                asked.sha256(),
                asked.seed(),
                Options.bind(asked.settings(), Map.of("order", order), "order"),
                Map.of(),
                methods,
                predictors,
                asked.ordered(),
                new Formulas(asked.formulas().passive(), asked.formulas().post(), models),
                asked.columns());
    }

    private static void put(Map<String, Imputation.Method> into, String column, Imputation.@Nullable Method method) {
        if (method != null) {
            into.put(column, method);
        }
    }

    private void check(Schema schema, List<Problem> problems) {
        Map<String, String> taken = new HashMap<>();
        columns.forEach((block, names) -> {
            String at = "block \"" + block + "\"";
            if (schema.find(block) >= 0) {
                problems.add(Problem.of("a column has the same name.").at(at).fix("Give the block another name."));
            }
            for (String column : new ArrayList<>(names)) {
                if (schema.find(column) < 0) {
                    problems.add(Problem.of("there is no column \"" + column + "\".")
                            .at(at)
                            .fix(Nearest.hint(column, schema.names())));
                }
                String other = taken.put(column, block);
                if (other != null) {
                    problems.add(Problem.of("column \"" + column + "\" stands in it and in block \"" + other + "\".")
                            .at(at)
                            .fix("A column is of one block."));
                }
            }
        });
    }
}
