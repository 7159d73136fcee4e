package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.math.formula.Expression;
import org.semblance.math.formula.Formula;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * What stands right of the {@code ~} of a formula, as columns to draw from: a column named alone as it is, everything else
 * (interactions, functions, powers) as columns of numbers with treatment contrasts. Cost: rows x columns.
 *
 * @param columns n rows; where something that a cell is made of is missing, the cell is
 * @param random the names of those with an effect by group
 * @param group the name of the column among them that says the group, or empty
 */
public record FormulaTerms(Table columns, List<String> random, String group) {
    public FormulaTerms {
        random = List.copyOf(random);
    }

    /**
     * @param text {@code ~ age * sex}; a column left of the {@code ~} says nothing here
     * @param names the columns that it may use
     */
    public static FormulaTerms of(String text, List<String> names, Table table) {
        Formula asked = Formula.parse(text, names);
        Formula formula = new Formula(
                text,
                new Expression.Number(0, 0),
                asked.variables(),
                asked.terms(),
                asked.intercept(),
                List.of(),
                List.of());
        String problem = !asked.offsets().isEmpty()
                ? "an offset has no part in imputation"
                : asked.effects().size() > 1 ? "there is more than one kind of group" : "";
        if (!problem.isEmpty()) {
            throw refuse(text, problem, "Leave it out.");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, Column> columns = new LinkedHashMap<>();
        Design.of(formula, "linear", List.of(), table).each(table, (name, alone, values) -> {
            String key = alone.isEmpty() ? name : alone;
            int at = table.schema().find(alone);
            fields.put(
                    key, at < 0 ? Field.of(name, Kind.DECIMAL) : table.schema().field(at));
            columns.put(key, at < 0 ? NumberColumn.of(values) : table.column(at));
        });
        List<String> random = List.of();
        String group = "";
        if (!asked.effects().isEmpty()) {
            Formula.Effects effects = asked.effects().get(0);
            group = effects.group().name();
            random = effects.terms().terms().stream().map(effects.terms()::name).toList();
            List<String> unknown =
                    random.stream().filter(name -> !columns.containsKey(name)).toList();
            if (!unknown.isEmpty()) {
                throw refuse(
                        text,
                        "the group has an effect of " + String.join(", ", unknown) + ", which is no term beside it",
                        "Add it.");
            }
            fields.put(group, table.schema().field(table.schema().find(group)));
            columns.put(group, table.column(group));
        }
        if (columns.isEmpty()) {
            return new FormulaTerms(Table.empty(table.rows()), random, group);
        }
        return new FormulaTerms(
                Table.of(new Schema(List.copyOf(fields.values())), new ArrayList<>(columns.values())), random, group);
    }

    /** The columns of the table that a formula's right side is made of. */
    public static List<String> used(String text, List<String> names) {
        Formula asked = Formula.parse(text, names);
        List<String> out = new ArrayList<>();
        asked.variables().forEach(variable -> variable.names(name -> out.add(name.name())));
        return out.stream().distinct().toList();
    }

    /** The column that says the group, or empty. */
    public static String group(String text, List<String> names) {
        Formula asked = Formula.parse(text, names);
        return asked.effects().isEmpty() ? "" : asked.effects().get(0).group().name();
    }

    private static ProblemException refuse(String text, String what, String fix) {
        return ProblemException.usage(
                Problem.of(what + ".").at("model \"" + text + "\"").fix(fix));
    }

    /** Takes a column of a design. */
    interface Each {
        /** @param alone the column of the table that it is made of alone, or empty */
        void take(String name, String alone, double[] values);
    }
}
