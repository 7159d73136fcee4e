package org.semblance.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.expression.Expression;
import org.semblance.expression.Sort;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Field;
import org.semblance.table.Schema;

/**
 * What a file says of one constraint: a text, a number, a flag, a list or a map of these, and where it says so.
 *
 * @param place of the line, for problems
 * @param problems all that is wrong, which readers add to
 */
public record Given(String form, Object value, String place, List<Problem> problems) {
    void problem(String what, String fix) {
        problems.add(Problem.of(form + ": " + what).at(place).fix(fix));
    }

    /** A list of texts; one text is a list too. */
    @Nullable
    List<String> texts(Object from) {
        if (from instanceof List<?> list && list.stream().allMatch(Given::plain)) {
            return list.stream().map(String::valueOf).toList();
        }
        return plain(from) && !from.equals("") ? List.of(String.valueOf(from)) : null;
    }

    private static boolean plain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** The value as named things of which some are known; null where it is not. */
    @Nullable
    Map<String, Object> map(Set<String> known) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> out = new java.util.LinkedHashMap<>();
        map.forEach((key, member) -> out.put(String.valueOf(key), member));
        for (String key : out.keySet()) {
            if (!known.isEmpty() && !known.contains(key)) {
                String hint = Nearest.hint(key, known);
                problem("there is no key \"" + key + "\".", hint.isEmpty() ? "Known: " + words(known) + "." : hint);
            }
        }
        return out;
    }

    private static String words(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    /** The columns of that names, all of which must be there; null where one is not. */
    @Nullable
    List<Field> columns(@Nullable List<String> names, Schema schema, int least) {
        if (names == null || names.size() < least) {
            problem("it takes the names of " + (least == 1 ? "a column." : least + " or more columns."), "");
            return null;
        }
        List<Field> out = new ArrayList<>();
        for (String name : names) {
            int at = schema.find(name);
            if (at < 0) {
                problem("there is no column \"" + name + "\".", Nearest.hint(name, schema.names()));
            } else {
                out.add(schema.field(at));
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            problem("it names a column twice.", "Name each once.");
            return null;
        }
        return out.size() == names.size() ? out : null;
    }

    /** The same, and they must hold numbers, dates or times. */
    @Nullable
    List<Field> numbers(@Nullable List<String> names, Schema schema, int least) {
        List<Field> fields = columns(names, schema, least);
        if (fields == null) {
            return null;
        }
        boolean all = true;
        for (Field field : fields) {
            if (!field.kind().numeric()) {
                problem(
                        "\"" + field.name() + "\" is a " + field.kind().word() + ", but a number or date is wanted.",
                        "");
                all = false;
            }
        }
        return all ? fields : null;
    }

    /** A condition; null where it is none. */
    @Nullable
    Expression condition(Object text, Schema schema) {
        Expression expression = expression(String.valueOf(text), schema);
        if (expression != null && expression.sort() != Sort.TRUTH) {
            problem("\"" + text + "\" is no condition.", "Such as  age >= 18.");
            return null;
        }
        return expression;
    }

    /** An expression; null where it is none. */
    @Nullable
    Expression expression(String text, Schema schema) {
        try {
            return Expression.parse(text, schema);
        } catch (ProblemException e) {
            for (Problem problem : e.problems()) {
                problem(problem.where() + ": " + problem.what(), problem.fix());
            }
            return null;
        }
    }
}
