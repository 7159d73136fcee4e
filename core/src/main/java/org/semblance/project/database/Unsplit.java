package org.semblance.project.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;

/** Why nothing was held back of the related tables of a database, and which of them can be learnt with some held back. */
final class Unsplit {
    private static final int ENOUGH = 2 * DatabaseSplit.LEAST;

    private final Database database;
    private final Set<String> apart;

    private Unsplit(Database database, Set<String> apart) {
        this.database = database;
        this.apart = apart;
    }

    /** In words; empty where something was held back, or there are no related tables. */
    static String why(Database database, DatabaseProject project, DatabaseSplit split) {
        if (DatabasePipeline.sequences(database.metadata())) {
            boolean asked = project.settings().holdout() > 0;
            String few = "there are fewer than " + 2 * DatabaseSplit.FEW_SEQUENCES + " sequences";
            return split.holdout() != null ? "" : asked ? few : "none were asked for";
        }
        Set<String> apart = new TreeSet<>(project.settings().keep());
        DatabasePipeline.alone(database.metadata(), project).stream()
                .map(Sequence::table)
                .forEach(apart::add);
        boolean entities = !split.entity().isEmpty()
                && !apart.containsAll(List.of(split.entity().split(", ")));
        if (entities || apart.containsAll(database.tables().keySet())) {
            return "";
        }
        if (project.settings().holdout() == 0) {
            return "none were asked for";
        }
        Unsplit unsplit = new Unsplit(database, apart);
        return unsplit.why() + unsplit.instead();
    }

    private String why() {
        List<String> roots = database.tables().keySet().stream()
                .filter(table -> DatabaseSplit.root(database, table) && !apart.contains(table))
                .toList();
        Optional<String> all = roots.stream()
                .filter(table -> others(table).isEmpty() && rows(table) > 0)
                .max(Comparator.comparingLong(this::rows));
        if (all.isPresent()) {
            String one = all.get();
            return "that would be rows of " + one + ", on which all hang that point at any, and it has " + rows(one)
                    + " where it takes " + ENOUGH;
        }
        Optional<String> nearest = roots.stream()
                .filter(table -> rows(table) >= ENOUGH)
                .min(Comparator.comparingInt((String table) -> others(table).size())
                        .thenComparing(Comparator.comparingLong(this::below).reversed()));
        String start = "there is no table of " + ENOUGH
                + " rows or more that points at no other and on which hang all that point at any";
        return nearest.map(table -> start + "; " + String.join(", ", others(table))
                        + (others(table).size() == 1 ? " does" : " do") + " not hang on " + table)
                .orElse(start);
    }

    private int rows(String table) {
        return database.table(table).rows();
    }

    /** Rows that would be held back with those of a table, or learnt from. */
    private long below(String table) {
        return rows(table)
                + DatabaseSplit.below(database, table).stream()
                        .mapToLong(this::rows)
                        .sum();
    }

    /** Tables that point at others, and do not hang on this one. */
    private List<String> others(String table) {
        List<String> hanging = DatabaseSplit.below(database, table);
        return database.tables().keySet().stream()
                .filter(other -> !DatabaseSplit.root(database, other)
                        && !apart.contains(other)
                        && !hanging.contains(other)
                        && !other.equals(table))
                .toList();
    }

    /** What to learn so that something can be held back, as many tables as can be; empty where there is no such choice. */
    private String instead() {
        List<String> most = List.of();
        String entity = "";
        for (String table : database.tables().keySet()) {
            List<String> left = rows(table) < ENOUGH || apart.contains(table) ? List.of() : without(table);
            boolean more = left.size() > most.size()
                    || left.size() == most.size() && !entity.isEmpty() && below(table) > below(entity);
            if (more && DatabaseSplit.below(database, table).stream().allMatch(left::contains)) {
                most = left;
                entity = table;
            }
        }
        return entity.isEmpty()
                ? ""
                : "; to hold back some of " + entity + ", learn without what stands above or beside them: --tables "
                        + String.join(",", most);
    }

    /** The tables that can stay where the rows of this one are the entities: what it hangs on goes, and what hangs on that alone. */
    private List<String> without(String table) {
        Set<String> above = new TreeSet<>(Set.of(table));
        List<String> open = new ArrayList<>(above);
        for (int i = 0; i < open.size(); i++) {
            database.above(open.get(i)).stream()
                    .map(Relationship::parent)
                    .filter(above::add)
                    .forEach(open::add);
        }
        above.remove(table);
        List<String> hanging = DatabaseSplit.below(database, table);
        return database.tables().keySet().stream()
                .filter(other -> !above.contains(other))
                .filter(other -> other.equals(table)
                        || hanging.contains(other)
                        || apart.contains(other)
                        || database.above(other).stream().allMatch(r -> r.toItself() || above.contains(r.parent())))
                .toList();
    }
}
