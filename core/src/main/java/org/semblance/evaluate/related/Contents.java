package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.RowHashes;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * Rows of a database as hashes of 64 bits of what they mean, whatever their keys: a row alone (its scored columns, and
 * those of the rows it points at), and a row with all that hangs on it, down to the last grandchild, in no order.
 * Relationships that close a circle are not followed down. Cost: one hash per row and relationship.
 */
final class Contents {
    private final RelatedComparison c;
    private final Linked database;
    private final Function<Comparison, Table> side;
    private final Set<Relationship> followed;
    private final Map<String, long[]> own = new HashMap<>();
    private final Map<String, long[]> whole = new HashMap<>();
    private final Map<String, long[]> below = new HashMap<>();

    private Contents(RelatedComparison c, Linked database, Function<Comparison, Table> side) {
        this.c = c;
        this.database = database;
        this.side = side;
        this.followed = downwards(c.real().database());
    }

    static Contents real(RelatedComparison c) {
        return new Contents(c, c.real(), Comparison::real);
    }

    static Contents synthetic(RelatedComparison c) {
        return new Contents(c, c.synthetic(), Comparison::synthetic);
    }

    /** The relationships of a database without those that close a circle; from the tables that have no parents down. */
    static Set<Relationship> downwards(Database database) {
        List<String> order = new ArrayList<>(database.tables().keySet());
        order.sort(Comparator.comparing(table -> !database.above(table).stream().allMatch(Relationship::toItself)));
        Set<Relationship> followed = new LinkedHashSet<>();
        Set<String> done = new HashSet<>();
        for (String table : order) {
            visit(database, table, new HashSet<>(), done, followed);
        }
        return followed;
    }

    private static void visit(
            Database database, String table, Set<String> path, Set<String> done, Set<Relationship> followed) {
        if (!done.contains(table)) {
            path.add(table);
            for (Relationship relationship : database.below(table)) {
                if (!path.contains(relationship.child())) {
                    followed.add(relationship);
                    visit(database, relationship.child(), path, done, followed);
                }
            }
            path.remove(table);
            done.add(table);
        }
    }

    /** The scored columns of each row. */
    private long[] own(String table) {
        return own.computeIfAbsent(
                table,
                name -> RowHashes.of(side.apply(c.table(name)), c.table(name).real()));
    }

    /** Each row alone; what it points at by the foreign key {@code entity} does not count. */
    long[] rows(String table, List<String> entity) {
        long[] hashes = own(table).clone();
        for (Relationship relationship : c.real().database().above(table)) {
            if (relationship.foreignKey().equals(entity)) {
                continue;
            }
            Link link = database.link(relationship);
            long[] parents = own(relationship.parent());
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = RowHashes.mix(hashes[i], link.parent(i) < 0 ? -1 : parents[link.parent(i)]);
            }
        }
        return hashes;
    }

    /** Each row with all that hangs on it. */
    long[] whole(String table) {
        long[] known = whole.get(table);
        if (known != null) {
            return known;
        }
        long[] hashes = rows(table, List.of());
        for (Relationship relationship : followed) {
            if (relationship.parent().equals(table)) {
                long[] children = whole(relationship.child());
                long[] sums = new long[hashes.length];
                Link link = database.link(relationship);
                for (int i = 0; i < children.length; i++) {
                    if (link.parent(i) >= 0) {
                        // A sum does not know in which order the children came.
                        sums[link.parent(i)] += RowHashes.mix(1, children[i]);
                    }
                }
                for (int i = 0; i < hashes.length; i++) {
                    hashes[i] = RowHashes.mix(hashes[i], sums[i]);
                }
            }
        }
        whole.put(table, hashes);
        return hashes;
    }

    /** The tables on whose rows others hang, in the order of the database. */
    List<String> parents() {
        return c.tables().keySet().stream()
                .filter(table -> followed.stream().anyMatch(r -> r.parent().equals(table)))
                .toList();
    }

    /** How many rows hang on each row, down to the last grandchild. */
    long[] below(String table) {
        long[] known = below.get(table);
        if (known != null) {
            return known;
        }
        long[] counts = new long[database.table(table).rows()];
        for (Relationship relationship : followed) {
            if (relationship.parent().equals(table)) {
                long[] children = below(relationship.child());
                Link link = database.link(relationship);
                for (int i = 0; i < children.length; i++) {
                    if (link.parent(i) >= 0) {
                        counts[link.parent(i)] += 1 + children[i];
                    }
                }
            }
        }
        below.put(table, counts);
        return counts;
    }

    /** Each sequence: its steps in order, each alone. */
    long[] sequences(Sequence sequence) {
        long[] rows = rows(sequence.table(), sequence.entity());
        Groups steps = database.steps(sequence);
        long[] hashes = new long[steps.count()];
        for (int g = 0; g < hashes.length; g++) {
            for (int i = steps.starts()[g]; i < steps.starts()[g + 1]; i++) {
                hashes[g] = RowHashes.mix(hashes[g], rows[steps.rows()[i]]);
            }
        }
        return hashes;
    }
}
