package org.semblance.prepare.relations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;

/**
 * Foreign keys of several columns by inclusion of values: columns of any names whose values, taken together, are found
 * among the keys of several columns of another table (who and no of a line among person and number of the invoices).
 *
 * <p>Columns that each fit alone are no evidence: numbers of invoices are small, and so are numbers of pieces. So rows are
 * counted whose values would be found if the columns had nothing to do with each other (each taken from another row): were
 * that so, all would be found with probability below {@value #CHANCE}. Cost: for each pair of tables one lookup of some
 * values of each pair of columns, and of all rows for what is left.
 */
final class IncludedKeys {
    private static final double ORPHANS = 0.02;
    private static final double CHANCE = 1e-6;
    private static final int FEWEST = 10;
    private static final int MOST_COLUMNS = 4;

    /** More ways than this to put columns beside those of a key say that values tell nothing. */
    private static final int MOST_WAYS = 200;

    private final List<Tabled> tables;
    private final Map<String, PrimaryKeys.Key> keys;
    private final List<References.Found> known;

    IncludedKeys(List<Tabled> tables, Map<String, PrimaryKeys.Key> keys, List<References.Found> known) {
        this.tables = tables;
        this.keys = keys;
        this.known = new ArrayList<>(known);
    }

    /** All of them, by parent. */
    List<References.Found> find() {
        List<References.Found> all = new ArrayList<>();
        for (Tabled parent : tables) {
            PrimaryKeys.Key key = keys.get(parent.name());
            int parts = key == null ? 0 : key.columns().size();
            if (key == null || parts < 2 || parts > MOST_COLUMNS) {
                continue;
            }
            List<Values> columns = key.columns().stream().map(parent::get).toList();
            RowKeys rows = RowKeys.of(columns);
            for (Tabled child : tables) {
                References.Found found =
                        child.is(parent) || related(child, parent) ? null : best(child, parent, columns, rows);
                if (found != null) {
                    all.add(found);
                    known.add(found);
                }
            }
        }
        return all;
    }

    /** Whether one of them names the other already. */
    private boolean related(Tabled child, Tabled parent) {
        List<String> both = List.of(child.name(), parent.name());
        return known.stream()
                .map(References.Found::relationship)
                .anyMatch(r -> both.containsAll(List.of(r.child(), r.parent())) && !r.toItself());
    }

    private References.@Nullable Found best(Tabled child, Tabled parent, List<Values> key, RowKeys rows) {
        List<List<Values>> ways = new ArrayList<>(List.of(List.of()));
        for (Values part : key) {
            List<Values> fits = child.columns().stream()
                    .filter(column -> fits(column, part))
                    .toList();
            ways = ways.stream()
                    .flatMap(way -> fits.stream()
                            .filter(column -> !way.contains(column))
                            .map(column -> with(way, column)))
                    .toList();
            if (ways.isEmpty() || ways.size() > MOST_WAYS) {
                return null;
            }
        }
        References.Found best = null;
        for (List<Values> way : ways) {
            References.Found found = found(child, parent, key, way, rows);
            best = found != null && found.better(best) ? found : best;
        }
        return best;
    }

    private static List<Values> with(List<Values> way, Values column) {
        List<Values> out = new ArrayList<>(way);
        out.add(column);
        return out;
    }

    private static boolean fits(Values column, Values key) {
        Kind kind = column.field().kind();
        boolean names = column.nameable() || kind == Kind.DATE || kind == Kind.DATETIME;
        return names
                && column.distinct().length > 1
                && key.numbers() == column.numbers()
                && (key.field().kind() == kind || key.nameable() && column.nameable())
                && ValueMatch.likely(column, key, 1 - ORPHANS)
                && column.sharedWith(key) >= (1 - ORPHANS) * column.distinct().length;
    }

    private static References.@Nullable Found found(
            Tabled child, Tabled parent, List<Values> key, List<Values> way, RowKeys rows) {
        RowKeys own = RowKeys.of(way);
        Counted counted = Counted.of(rows, own);
        int present = counted.rows() - counted.missing();
        if (own.distinct() < FEWEST || counted.orphans() > ORPHANS * present || present < child.rows() / 2) {
            return null;
        }
        double share = byChance(way, rows);
        if (own.distinct() * Math.log(Math.max(1e-9, share)) > Math.log(CHANCE)) {
            return null;
        }
        List<String> names = way.stream().map(Values::name).toList();
        List<String> theirs = key.stream().map(Values::name).toList();
        long alike = IntStream.range(0, names.size())
                .filter(k ->
                        !Collections.disjoint(way.get(k).words(), key.get(k).words()))
                .count();
        String all = counted.orphans() == 0 ? "all values of " : "nearly all values of ";
        String why = all + names.size() + " columns, taken together, are found there; by chance "
                + Math.round(100 * share) + " of 100 would be";
        double covered = 1 - (double) counted.childless() / counted.parents();
        Relationship relationship = new Relationship(parent.name(), theirs, child.name(), names);
        double name = (double) alike / names.size();
        return new References.Found(relationship, 0.9, name, counted.orphans(), covered, why);
    }

    /** The share of rows whose values would be found if each column's came from another row. */
    private static double byChance(List<Values> way, RowKeys rows) {
        int n = way.get(0).rows();
        int found = 0;
        int all = 0;
        for (int row = 0; row < n; row++) {
            long hash = 0;
            boolean missing = false;
            for (int k = 0; k < way.size(); k++) {
                // Far apart in the table, so that rows of one owner are not put together.
                int other = (int) ((row + (long) k * n / way.size() + k) % n);
                missing |= way.get(k).column().isMissing(other);
                hash = missing ? 0 : Values.mix(hash * 31 + way.get(k).hash(other));
            }
            all += missing ? 0 : 1;
            found += !missing && rows.has(hash) ? 1 : 0;
        }
        return all == 0 ? 1 : (double) found / all;
    }
}
