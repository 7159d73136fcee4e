package org.semblance.prepare.relations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;

/**
 * Foreign keys of one column, by name and by inclusion of values: {@code 1 - (1 - name) (1 - values)} must reach
 * {@link #ENOUGH}. Either alone may do (a column {@code patient_id} with the numbers 1 to 9, a column {@code ref} with
 * UUIDs that are all found), but whole numbers found in a key that counts rows say nothing without a name. Each column
 * points at one table: where several fit, the best name, then the fewest orphans, then the fullest use of the key.
 */
final class References {
    /** What name and values must come to. */
    static final double ENOUGH = 0.75;

    /** Rows that may point nowhere where the name is not certain. */
    private static final double FEW_ORPHANS = 0.02;

    /** Rows that may point nowhere in any case. */
    private static final double MANY_ORPHANS = 0.5;

    /**
     * A foreign key that was found.
     *
     * @param score 0 to 1
     * @param name how much of it is the name
     * @param covered the share of the parent's keys that are pointed at
     */
    record Found(Relationship relationship, double score, double name, int orphans, double covered, String why) {
        boolean better(@Nullable Found other) {
            if (other == null) {
                return true;
            }
            if (name != other.name) {
                return name > other.name;
            }
            return orphans != other.orphans ? orphans < other.orphans : covered > other.covered;
        }
    }

    private final List<Tabled> tables;
    private final Map<String, PrimaryKeys.Key> keys;

    References(List<Tabled> tables, Map<String, PrimaryKeys.Key> keys) {
        this.tables = tables;
        this.keys = keys;
    }

    /** All of them, by child in the order of the tables and columns. */
    List<Found> find(Run run) {
        List<List<Found>> each = new ArrayList<>();
        tables.forEach(table -> each.add(new ArrayList<>()));
        run.parallel(tables.size(), t -> {
            for (Values column : tables.get(t).columns()) {
                Found best = best(tables.get(t), column);
                if (best != null) {
                    each.get(t).add(best);
                }
            }
        });
        List<Found> all = each.stream().flatMap(List::stream).toList();
        return all.stream().filter(found -> !mirrored(found, all)).toList();
    }

    private @Nullable Found best(Tabled child, Values column) {
        if (!column.nameable() || column.distinct().length == 0) {
            return null;
        }
        Found best = null;
        for (Tabled parent : tables) {
            PrimaryKeys.Key primary = keys.get(parent.name());
            for (Values key : parent.columns()) {
                boolean declared = primary != null && primary.columns().equals(List.of(key.name()));
                if (!(parent.is(child) && key.name().equals(column.name())) && (declared || alternate(key))) {
                    Found found = match(child, column, parent, key, declared);
                    best = found != null && found.better(best) ? found : best;
                }
            }
        }
        return best;
    }

    /** A key beside the primary key, such as the code of a country. */
    private static boolean alternate(Values key) {
        return key.unique() && (key.field().kind() == Kind.KEY || key.field().kind() == Kind.CATEGORY);
    }

    private @Nullable Found match(Tabled child, Values column, Tabled parent, Values key, boolean declared) {
        NameMatch name = NameMatch.of(child, column, parent, key);
        boolean own = own(child, column);
        if (own && (name.score() < NameMatch.STRONG || counters(column, parent, key))
                || !declared && !certain(column, parent, key)) {
            return null;
        }
        ValueMatch values = ValueMatch.of(column, key, 1 - MANY_ORPHANS);
        boolean itself = child.is(parent);
        double chance = itself && key.numbers() ? 0 : values.score();
        double score = 1 - (1 - name.score()) * (1 - chance);
        double lost = 1 - values.found();
        boolean enough = score >= ENOUGH
                && (lost <= FEW_ORPHANS || name.score() >= NameMatch.STRONG && lost <= MANY_ORPHANS)
                && (!declared || !itself || name.score() > 0 || !key.numbers());
        if (!enough || itself && circles(column, key)) {
            return null;
        }
        String why = (name.why().isEmpty() ? "" : name.why() + "; ") + values.why();
        double covered = (double) column.sharedWith(key) / key.distinct().length;
        Relationship relationship = Relationship.of(parent.name(), key.name(), child.name(), column.name());
        return new Found(relationship, score, name.score(), values.orphans(), covered, why);
    }

    /**
     * Whether both only count the rows of their own tables, each up to its own end, and the name does not say which table
     * it points at: every shorter table's numbers are then found in every longer one's.
     */
    private static boolean counters(Values column, Tabled parent, Values key) {
        boolean both = column.numbers() && key.numbers() && column.unique() && key.unique();
        String name = Names.joined(column.words());
        return both
                && column.density() == 1
                && key.density() == 1
                && column.least() <= 1
                && column.least() == key.least()
                && column.most() != key.most()
                && parent.forms().stream().map(Names::joined).noneMatch(name::startsWith);
    }

    /** Whether it is the key of its own table, alone. */
    private boolean own(Tabled child, Values column) {
        PrimaryKeys.Key key = keys.get(child.name());
        return key != null && key.columns().equals(List.of(column.name()));
    }

    /** Whether the name says table and column ({@code country_code} for countries.code), or the same rare name. */
    private static boolean certain(Values column, Tabled parent, Values key) {
        String all = Names.joined(column.words());
        boolean both = parent.forms().stream()
                .anyMatch(form -> all.equals(Names.joined(form) + Names.joined(key.words()))
                        && form.size() + key.words().size() == column.words().size());
        return both && !Names.joined(key.words()).equals(all);
    }

    /** Rows that name themselves, or rows that name each other in a circle, are no hierarchy. */
    private static boolean circles(Values column, Values key) {
        int n = column.rows();
        Map<Long, Integer> rows = new HashMap<>();
        for (int row = 0; row < n; row++) {
            rows.put(key.hash(row), row);
        }
        int[] above = new int[n];
        for (int row = 0; row < n; row++) {
            above[row] = column.column().isMissing(row) ? -1 : rows.getOrDefault(column.hash(row), -1);
            if (above[row] == row) {
                above[row] = -1;
            }
        }
        // Each row is walked upwards from until a row is met that was met before: in this walk, it is a circle.
        int[] walk = new int[n];
        int circled = 0;
        for (int from = 0; from < n; from++) {
            int row = from;
            while (row >= 0 && walk[row] == 0) {
                walk[row] = from + 1;
                row = above[row];
            }
            circled += row >= 0 && walk[row] == from + 1 ? 1 : 0;
        }
        return circled > 0.01 * n;
    }

    /** Of two keys that point at each other (patients and their details) the better match stands, else the first. */
    private static boolean mirrored(Found found, List<Found> all) {
        Relationship r = found.relationship();
        for (Found other : all) {
            Relationship o = other.relationship();
            boolean mirror = o.parent().equals(r.child())
                    && o.child().equals(r.parent())
                    && o.parentKey().equals(r.foreignKey())
                    && o.foreignKey().equals(r.parentKey());
            if (mirror && (other.better(found) || !found.better(other) && all.indexOf(other) < all.indexOf(found))) {
                return true;
            }
        }
        return false;
    }
}
