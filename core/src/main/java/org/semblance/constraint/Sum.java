package org.semblance.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.SumRules;
import org.semblance.expression.Expression;
import org.semblance.plugin.Plugin;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A column is the sum of others: {@code - sum: {total: [food, drinks, tip]}}, up to the rounding of each. Found are sums of
 * two columns ({@link SumRules}) and of neighbouring columns. A difference is a sum seen from the other side.
 */
public final class Sum implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "sum",
            "A column is the sum of others: {total: [food, drinks, tip]}.",
            new Plugin.NoOptions(),
            options -> new Sum());

    @Override
    public List<Constraint> find(Seen seen) {
        List<Constraint> out = new ArrayList<>();
        for (SumRules.Sum rule : seen.rules(SumRules.Sum.class)) {
            if (!rule.product()) {
                out.add(of(
                        seen.name(rule.c()),
                        List.of(seen.name(rule.a()), seen.name(rule.b())),
                        seen.table().schema()));
            }
        }
        for (LongSums.Found sum : LongSums.find(seen)) {
            out.add(of(
                    seen.name(sum.total()),
                    sum.parts().stream().map(seen::name).toList(),
                    seen.table().schema()));
        }
        return out;
    }

    /** Whether a part that is never above its sum follows from the sum: where no part is negative. */
    static boolean implies(Constraint sum, Order.Ordered order, Table real) {
        List<String> pair = order.columns();
        return sum.form().equals("sum")
                && pair.size() == 2
                && !order.strict()
                && sum.columns().get(0).equals(pair.get(1))
                && sum.columns().indexOf(pair.get(0)) > 0
                && sum.columns().stream()
                        .skip(1)
                        .filter(part -> !part.equals(pair.get(0)))
                        .allMatch(part -> real.column(part) instanceof NumberColumn numbers
                                && java.util.Arrays.stream(numbers.toArray()).noneMatch(value -> !(value >= 0)));
    }

    private static Formula.Calculated of(String total, List<String> parts, Schema schema) {
        String text = parts.stream().map(Formula::quoted).collect(Collectors.joining(" + "));
        return new Formula.Calculated(
                "sum", Map.of(total, parts), total, Expression.parse(text, schema), parts.size() + 1);
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        Map<String, Object> map = given.map(Set.of());
        if (map == null || map.size() != 1) {
            given.problem("it takes one column and those that it is the sum of.", "Such as  {total: [food, drinks]}.");
            return null;
        }
        String total = map.keySet().iterator().next();
        List<Field> result = given.numbers(List.of(total), schema, 1);
        List<Field> parts = given.numbers(given.texts(map.getOrDefault(total, "")), schema, 1);
        if (result == null || parts == null) {
            return null;
        }
        return Formula.checked(given, of(total, parts.stream().map(Field::name).toList(), schema), result.get(0));
    }
}
