package org.semblance.constraint.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Keys;
import org.semblance.constraint.Unique;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * What no two rows below one other row share: each item comes once in an invoice. Looked for is each learnt column of which
 * no value is missing; it is told where siblings would share values at least 20 times by chance, and none do: where they owe
 * each other nothing, that happens once in 500 million. Only where rows name one other row and are no steps: these are
 * drawn again as a whole, elsewhere a value moved to another row would leave what goes with it. Cost: one hash a cell.
 */
final class Siblings {
    private static final double LEAST_PAIRS = 20;

    private Siblings() {}

    static List<Constraints.Found> find(Database real, String name, Joined joined) {
        List<Constraints.Found> out = new ArrayList<>();
        List<Relationship> above =
                real.metadata().above(name).stream().filter(r -> !r.toItself()).toList();
        boolean steps =
                real.sequences().stream().anyMatch(sequence -> sequence.table().equals(name));
        if (above.size() != 1 || steps) {
            return out;
        }
        Table table = real.table(name);
        Relationship r = above.get(0);
        int[] parents = joined.parents(r);
        double pairs = pairs(parents, real.table(r.parent()).rows());
        for (Field field : RelatedRules.own(real.metadata(), name).fields()) {
            List<String> columns = new ArrayList<>(r.foreignKey());
            columns.add(field.name());
            if (pairs >= LEAST_PAIRS
                    && field.kind() != Kind.TEXT
                    && !known(real, name, columns)
                    && apart(parents, table.column(field.name()), pairs)) {
                Constraint unique = Unique.of(columns);
                out.add(new Constraints.Found(unique, 0, table.rows()));
            }
        }
        return out;
    }

    /** Whether a key says as much already. */
    private static boolean known(Database real, String name, List<String> columns) {
        return real.uniques(name).stream().anyMatch(columns::containsAll);
    }

    /** How many pairs of rows name the same row. */
    private static double pairs(int[] parents, int count) {
        long[] children = new long[count];
        for (int parent : parents) {
            if (parent >= 0) {
                children[parent]++;
            }
        }
        return Arrays.stream(children).mapToDouble(n -> 0.5 * n * (n - 1)).sum();
    }

    private static boolean apart(int[] parents, Column column, double pairs) {
        @Nullable String[] values = Keys.of(List.of(column));
        Map<String, Integer> times = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value == null || parents[i] >= 0 && !seen.add(parents[i] + " " + value)) {
                return false;
            }
            times.merge(value, 1, Integer::sum);
        }
        double same = 0;
        for (int n : times.values()) {
            same += n / (double) values.length * ((n - 1) / Math.max(1.0, values.length - 1.0));
        }
        return pairs * same >= LEAST_PAIRS;
    }
}
