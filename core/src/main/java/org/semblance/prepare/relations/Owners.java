package org.semblance.prepare.relations;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;

/**
 * Whose the rows of a table may be, where they are steps: the parents of a foreign key that names one in every row, or in
 * nearly every row where no foreign key of the table does better. Of several, people come before things, and a part of
 * somebody (the animals of an owner) before the whole. Rows of a list of words (branches, districts) own no steps: what
 * hangs on them are customers, accounts.
 */
final class Owners {
    /** Rows whose foreign key is missing or points nowhere, where no other key is complete: faults of the data. */
    private static final double FAULTS = 0.01;

    /** Rows that a list of words has at the most. */
    private static final int LIST = 100;

    /** Rows on each of a list of words, on average, at the least. */
    private static final int MANY = 10;

    /** Steps forward, or backward, of all within one, where rows stand in an order; half of them are where there is none. */
    private static final double ORDERED = 0.75;

    private static final Set<String> PEOPLE = Set.of("first-name", "last-name", "person-name", "email", "phone");

    private final List<Tabled> tables;
    private final List<Relationship> references;

    Owners(List<Tabled> tables, List<Relationship> references) {
        this.tables = tables;
        this.references = references;
    }

    /** The foreign keys of a table whose parents may own its rows. */
    List<Relationship> of(Tabled table) {
        List<Relationship> above = above(table.name());
        List<Relationship> complete = above.stream().filter(r -> faults(r) == 0).toList();
        return complete.isEmpty()
                ? above.stream().filter(r -> faults(r) <= FAULTS * table.rows()).toList()
                : complete;
    }

    private List<Relationship> above(String table) {
        return references.stream()
                .filter(r -> r.child().equals(table) && !r.toItself())
                .toList();
    }

    /** Rows that name nobody. */
    private int faults(Relationship r) {
        Tabled parent = table(r.parent());
        Tabled child = table(r.child());
        if (parent == null || child == null) {
            return Integer.MAX_VALUE;
        }
        Counted counted = Counted.of(RowKeys.of(parent, r.parentKey()), RowKeys.of(child, r.foreignKey()));
        return counted.missing() + counted.orphans();
    }

    private @Nullable Tabled table(String name) {
        Optional<Tabled> found =
                tables.stream().filter(table -> table.name().equals(name)).findFirst();
        return found.orElse(null);
    }

    /** Whether the first parent is rather the owner than the second. */
    boolean rather(Relationship first, Relationship second) {
        boolean one = peoples(first.parent());
        return one == peoples(second.parent())
                ? below(first.parent(), second.parent()) && !below(second.parent(), first.parent())
                : one;
    }

    /** Whether a table is about people, or each of its rows a part of one of them: their key is a part of its own. */
    private boolean peoples(String table) {
        return people(table)
                || references.stream()
                        .filter(r -> r.parent().equals(table))
                        .map(r -> Set.copyOf(r.parentKey()))
                        .anyMatch(key -> above(table).stream()
                                .anyMatch(r -> key.size() > r.foreignKey().size()
                                        && key.containsAll(r.foreignKey())
                                        && people(r.parent())));
    }

    /** Whether a table is about people: it has names of them, or ways to reach them. */
    private boolean people(String name) {
        Tabled table = table(name);
        return table != null
                && table.columns().stream()
                        .anyMatch(column ->
                                PEOPLE.contains(column.field().format().maker()));
    }

    private boolean below(String table, String above) {
        Set<String> seen = new HashSet<>(Set.of(table));
        List<String> at = List.of(table);
        while (!at.isEmpty()) {
            at = at.stream()
                    .flatMap(one -> above(one).stream())
                    .map(Relationship::parent)
                    .filter(seen::add)
                    .toList();
        }
        return !table.equals(above) && seen.contains(above);
    }

    /**
     * Whether the parents are a list of words, and the rows no steps of theirs: they are people, or others point at them
     * and they stand in no order of time within one of the list.
     */
    boolean list(Tabled table, Relationship r, Values order) {
        RowKeys keys = RowKeys.of(table, r.foreignKey());
        if (peoples(r.parent()) || keys.distinct() > LIST) {
            return false;
        }
        boolean named = references.stream().anyMatch(other -> other.parent().equals(table.name()));
        return people(table.name()) || named && table.rows() >= MANY * keys.distinct() && !ordered(keys, order);
    }

    private static boolean ordered(RowKeys keys, Values order) {
        if (!(order.column() instanceof NumberColumn time)) {
            return true;
        }
        double[] last = new double[keys.distinct()];
        Arrays.fill(last, Double.NaN);
        int up = 0;
        int down = 0;
        for (int row = 0; row < keys.rows(); row++) {
            int whose = keys.position(row);
            double now = time.get(row);
            if (whose >= 0 && !Double.isNaN(now)) {
                up += now > last[whose] ? 1 : 0;
                down += now < last[whose] ? 1 : 0;
                last[whose] = now;
            }
        }
        return Math.max(up, down) >= ORDERED * (up + down);
    }
}
