package org.semblance.synthesize;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.expression.Expression;
import org.semblance.expression.Sort;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A rule: rows of which a condition holds are left out of what a column is learnt from, and get a value instead of a
 * draw. As synthpop's {@code rules} and {@code rvalues}.
 *
 * @param column whose values it sets
 * @param when about columns that are drawn before it
 * @param label the value of a column of labels, or null for a missing one
 * @param number the value of a column of numbers; NaN for a missing one
 */
record SequentialRule(int column, Expression when, @Nullable String label, double number) {
    private static final String EXAMPLE = "For example rules: {marital: {\"age < 18\": SINGLE}}";

    /** The rules of all columns as they are written: {@code {marital: {"age < 18": SINGLE}}}. */
    static List<SequentialRule> read(Map<String, Object> written, Table table, List<Problem> problems) {
        List<SequentialRule> out = new ArrayList<>();
        Schema schema = table.schema();
        written.forEach((name, conditions) -> {
            String at = "rules, " + name;
            int column = schema.find(name);
            if (column < 0) {
                problems.add(SequentialPlan.unknown(name, schema).at("rules"));
            } else if (conditions instanceof Map<?, ?> map) {
                map.forEach((when, value) -> {
                    try {
                        out.add(of(column, String.valueOf(when), value, table));
                    } catch (ProblemException e) {
                        e.problems().forEach(problem -> problems.add(problem.at(at + ", \"" + when + "\"")));
                    }
                });
            } else {
                problems.add(Problem.of("the rules of a column are conditions, each with the value it gives.")
                        .at(at)
                        .fix(EXAMPLE));
            }
        });
        return out;
    }

    private static SequentialRule of(int column, String text, Object value, Table table) {
        Expression when = Expression.parse(text, table.schema());
        if (when.sort() != Sort.TRUTH) {
            throw ProblemException.usage(
                    Problem.of("\"" + text + "\" is no condition.").fix(EXAMPLE));
        }
        return of(column, when, value, table.schema().field(column), table.column(column));
    }

    private static SequentialRule of(int column, Expression when, Object value, Field field, Column values) {
        String written = String.valueOf(value);
        boolean missing = written.isEmpty() || written.equals("missing");
        if (values instanceof CodeColumn codes) {
            List<String> labels = codes.compact().labels();
            if (!missing && !labels.contains(written)) {
                throw ProblemException.usage(Problem.of("\"" + written + "\" is no label that the column releases.")
                        .fix(Nearest.hint(written, labels)));
            }
            return new SequentialRule(column, when, missing ? null : written, Double.NaN);
        }
        return new SequentialRule(column, when, null, missing ? Double.NaN : number(written, field));
    }

    private static double number(String written, Field field) {
        try {
            if (field.kind() == Kind.DATE) {
                return LocalDate.parse(written).toEpochDay();
            }
            if (!field.kind().temporal()) {
                return Double.parseDouble(written);
            }
        } catch (NumberFormatException | DateTimeException e) {
            // Told below: what was written is no such value.
        }
        String wanted = field.kind() == Kind.DATE ? "a date like 2024-01-31" : "a number";
        throw ProblemException.usage(Problem.of("\"" + written + "\" is the value of a rule, but the column holds "
                        + field.kind().words() + ".")
                .fix("Give " + wanted + ", or nothing for a missing value."));
    }

    /** The same from what a model file keeps. */
    static SequentialRule read(int column, String text, String label, double number, Schema schema) {
        return new SequentialRule(column, Expression.parse(text, schema), label.isEmpty() ? null : label, number);
    }

    /** Whether both give a row the same. */
    boolean same(SequentialRule other) {
        return Objects.equals(label, other.label) && Double.compare(number, other.number) == 0;
    }

    /** Whether a row has the value already. */
    boolean kept(Column values, int row) {
        if (values instanceof NumberColumn numbers) {
            return Double.compare(numbers.get(row), number) == 0;
        }
        return Objects.equals(((CodeColumn) values).get(row), label);
    }
}
