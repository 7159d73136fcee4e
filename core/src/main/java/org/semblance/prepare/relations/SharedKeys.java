package org.semblance.prepare.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;

/**
 * Foreign keys of several columns: columns of the same names in two tables whose values, taken together, name one row of
 * one table (nearly always) and are found there for the rows of the other, while none of them names a row alone. The date,
 * home and away team of a match; student and course of an enrolment.
 */
final class SharedKeys {
    /** Rows of the parent that another row's key may repeat. */
    private static final double REPEATED = 0.005;

    private static final double ORPHANS = 0.02;
    private static final int FEWEST = 10;
    private static final int MOST_COLUMNS = 5;

    private final List<Tabled> tables;
    private final Map<String, PrimaryKeys.Key> keys;
    private final List<References.Found> known;

    SharedKeys(List<Tabled> tables, Map<String, PrimaryKeys.Key> keys, List<References.Found> known) {
        this.tables = tables;
        this.keys = keys;
        this.known = known;
    }

    /** All of them, by child. */
    List<References.Found> find() {
        List<References.Found> all = new ArrayList<>();
        for (Tabled child : tables) {
            for (Tabled parent : tables) {
                References.Found found = child.is(parent) || related(child, parent) ? null : between(child, parent);
                if (found != null) {
                    all.add(found);
                }
            }
        }
        return all;
    }

    private boolean related(Tabled child, Tabled parent) {
        return known.stream()
                .map(References.Found::relationship)
                .anyMatch(r -> r.child().equals(child.name()) && r.parent().equals(parent.name()));
    }

    private References.@Nullable Found between(Tabled child, Tabled parent) {
        List<String> shared = shared(child, parent);
        if (shared.size() < 2 || shared.size() > MOST_COLUMNS) {
            return null;
        }
        RowKeys key = RowKeys.of(parent, shared);
        boolean names = key.rows() - key.distinct() <= REPEATED * key.rows() && key.distinct() >= FEWEST;
        boolean alone = shared.stream().map(parent::get).anyMatch(Values::unique);
        if (!names || alone) {
            return null;
        }
        RowKeys rows = RowKeys.of(child, shared);
        Counted counted = Counted.of(key, rows);
        int present = counted.rows() - counted.missing();
        if (rows.distinct() < FEWEST || counted.orphans() > ORPHANS * present || present < child.rows() / 2) {
            return null;
        }
        Relationship relationship = new Relationship(parent.name(), shared, child.name(), shared);
        double covered = 1 - (double) counted.childless() / counted.parents();
        String why = shared.size() + " columns of the same names, that together name a row of " + parent.name();
        return new References.Found(relationship, 0.95, 0.95, counted.orphans(), covered, why);
    }

    /** The columns of the parent's key of several columns, where the child has them all; else all of the same names. */
    private List<String> shared(Tabled child, Tabled parent) {
        PrimaryKeys.Key key = keys.get(parent.name());
        if (key != null) {
            boolean all = key.columns().stream().allMatch(name -> child.find(name) != null);
            return key.columns().size() > 1 && all ? key.columns() : List.of();
        }
        return parent.columns().stream()
                .filter(column -> fits(column, child.find(column.name())))
                .map(Values::name)
                .toList();
    }

    private static boolean fits(Values key, @Nullable Values column) {
        return column != null
                && part(key)
                && part(column)
                && key.field().kind().numeric() == column.field().kind().numeric()
                && ValueMatch.likely(column, key, 1 - ORPHANS);
    }

    private static boolean part(Values column) {
        Kind kind = column.field().kind();
        return column.missing() == 0
                && (kind == Kind.DATE
                        || kind == Kind.DATETIME
                        || kind == Kind.WHOLE && column.naming()
                        || column.nameable() && kind != Kind.WHOLE);
    }

    /**
     * Those foreign keys that another says too: where lines point at an order's item by order and item, that they point
     * at the order goes without saying.
     */
    static List<References.Found> withoutImplied(List<References.Found> all) {
        return all.stream().filter(found -> !implied(found.relationship(), all)).toList();
    }

    private static boolean implied(Relationship one, List<References.Found> all) {
        for (References.Found other : all) {
            Relationship through = other.relationship();
            boolean wider = through.child().equals(one.child())
                    && through.foreignKey().size() > one.foreignKey().size()
                    && through.foreignKey().containsAll(one.foreignKey());
            if (!wider) {
                continue;
            }
            List<String> upper = one.foreignKey().stream()
                    .map(column -> through.parentKey().get(through.foreignKey().indexOf(column)))
                    .toList();
            if (all.stream()
                    .map(References.Found::relationship)
                    .anyMatch(r -> r.child().equals(through.parent())
                            && r.parent().equals(one.parent())
                            && r.foreignKey().equals(upper)
                            && r.parentKey().equals(one.parentKey()))) {
                return true;
            }
        }
        return false;
    }
}
