package org.semblance.prepare.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Relationship;

/**
 * Primary keys of tables that have none of one column, found with the foreign keys at hand: those of a junction table
 * together (film and actor), a foreign key and a number within it (order and line), or a foreign key that never repeats (a
 * table that adds columns to another).
 */
final class CompositeKeys {
    /** In fewer rows being different may be chance. */
    private static final int ENOUGH_ROWS = 10;

    /** Rows that would be the same by chance, if the parts were independent; with 3, none has probability .05. */
    private static final double ENOUGH_REPEATS = 3;

    private static final Set<String> NUMBERING = Set.of(
            "line",
            "lineno",
            "linenumber",
            "seq",
            "sequence",
            "position",
            "pos",
            "nr",
            "no",
            "number",
            "num",
            "item",
            "step",
            "index",
            "idx",
            "rank",
            "ordinal",
            "row",
            "part",
            "version");

    private CompositeKeys() {}

    /** Adds what is found to the keys. */
    static void add(List<Tabled> tables, List<Relationship> references, Map<String, PrimaryKeys.Key> keys) {
        for (Tabled table : tables) {
            if (!keys.containsKey(table.name())) {
                PrimaryKeys.Key key = find(table, references);
                if (key != null) {
                    keys.put(table.name(), key);
                }
            }
        }
    }

    private static PrimaryKeys.@Nullable Key find(Tabled table, List<Relationship> references) {
        List<Relationship> above = references.stream()
                .filter(reference -> reference.child().equals(table.name()))
                .toList();
        List<Values> foreign = above.stream()
                .filter(reference -> reference.foreignKey().size() == 1)
                .map(reference -> table.get(reference.foreignKey().get(0)))
                .filter(column -> column.missing() == 0)
                .toList();
        PrimaryKeys.Key junction = junction(table, foreign);
        if (junction != null) {
            return junction;
        }
        for (Relationship reference : above) {
            boolean enough = table.rows() >= ENOUGH_ROWS;
            if (enough && RowKeys.of(table, reference.foreignKey()).unique()) {
                return new PrimaryKeys.Key(
                        reference.foreignKey(), "different in every row, one for each of " + reference.parent());
            }
        }
        return numbered(
                table,
                above.stream()
                        .map(Relationship::foreignKey)
                        .map(key -> key.stream().map(table::get).toList())
                        .filter(key -> key.stream().allMatch(column -> column.missing() == 0))
                        .toList());
    }

    private static PrimaryKeys.@Nullable Key junction(Tabled table, List<Values> foreign) {
        for (int i = 0; i < foreign.size(); i++) {
            for (int j = i + 1; j < foreign.size(); j++) {
                if (together(table, List.of(foreign.get(i), foreign.get(j)), foreign.size())) {
                    return key(List.of(foreign.get(i), foreign.get(j)));
                }
            }
        }
        if (foreign.size() == 3 && together(table, foreign, 3)) {
            return key(foreign);
        }
        return null;
    }

    private static boolean together(Tabled table, List<Values> parts, int foreign) {
        if (!RowKeys.of(parts).unique()) {
            return false;
        }
        boolean nothingElse = parts.size() == foreign && table.columns().size() <= parts.size() + 2;
        boolean single = parts.stream().anyMatch(Values::unique);
        double repeats =
                repeats(parts.stream().map(part -> RowKeys.of(List.of(part))).toList());
        return nothingElse || table.rows() >= ENOUGH_ROWS && repeats >= ENOUGH_REPEATS && (!single || repeats >= 10);
    }

    private static PrimaryKeys.@Nullable Key numbered(Tabled table, List<List<Values>> foreign) {
        for (List<Values> key : foreign) {
            for (Values number : table.columns()) {
                boolean fits = !key.contains(number)
                        && number.numbers()
                        && number.missing() == 0
                        && number.words().stream().anyMatch(NUMBERING::contains);
                List<Values> all = new ArrayList<>(key);
                all.add(number);
                if (fits
                        && repeats(List.of(RowKeys.of(key), RowKeys.of(List.of(number)))) >= ENOUGH_REPEATS
                        && RowKeys.of(all).unique()) {
                    return key(all);
                }
            }
        }
        return null;
    }

    private static PrimaryKeys.Key key(List<Values> columns) {
        return new PrimaryKeys.Key(
                columns.stream().map(Values::name).toList(), "different in every row when taken together");
    }

    /** How many pairs of rows would be the same if the parts were independent. */
    private static double repeats(List<RowKeys> parts) {
        double pairs = (double) parts.get(0).rows() * (parts.get(0).rows() - 1) / 2;
        for (RowKeys part : parts) {
            pairs *= same(part);
        }
        return pairs;
    }

    /** The probability that two rows have the same value. */
    private static double same(RowKeys part) {
        int[] counts = part.children(part);
        double rows = part.rows();
        double sum = 0;
        for (int k = 0; k < counts.length - 1; k++) {
            sum += counts[k] / rows * (counts[k] / rows);
        }
        return sum;
    }
}
