package org.semblance.project.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.related.Link;
import org.semblance.random.Rng;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * A database in two: entities to learn from with all that belongs to them, and entities held back. Entities are the rows of
 * the table that points at no other and on which all tables hang that point at any; lists that others point at are whole in
 * both, and so are tables that are kept. Without such a table nothing is held back. Entities that name each other go
 * together ({@link Kin}). A foreign key that names a row of the other part ({@link Crossing}) names one of its own instead: there would be orphans that the real database has not.
 *
 * @param entity the table of entities, or empty where none is held back
 */
public record DatabaseSplit(Database training, @Nullable Database holdout, String entity) {
    static final int LEAST = 50;

    /** As sequences have many rows, fewer of them tell something. */
    static final int FEW_SEQUENCES = 10;

    /**
     * Tables that are no part of what hangs together.
     *
     * @param keep tables that are kept as they are
     * @param sequences tables of sequences that are learnt by themselves: whole sequences of them are held back
     */
    public record Apart(List<String> keep, List<String> sequences) {
        boolean has(String table) {
            return keep.contains(table) || sequences.contains(table);
        }
    }

    public static DatabaseSplit of(Database database, double share, List<String> keep, Rng rng) {
        return of(database, share, new Apart(keep, List.of()), rng);
    }

    /** The same where tables of sequences stand beside those that are related. */
    public static DatabaseSplit of(Database database, double share, Apart apart, Rng rng) {
        if (DatabasePipeline.sequences(database.metadata())) {
            Sequence only = database.sequences().get(0);
            boolean[] side = sequences(database, only, share, rng);
            return side == null
                    ? new DatabaseSplit(database, null, "")
                    : split(database, Map.of(only.table(), side), only.table());
        }
        Map<String, boolean[]> alone = new LinkedHashMap<>();
        for (Sequence sequence : database.sequences()) {
            boolean[] side = apart.sequences().contains(sequence.table())
                    ? sequences(database, sequence, share, rng.child("alone").child(sequence.table()))
                    : null;
            if (side != null) {
                alone.put(sequence.table(), side);
            }
        }
        Map<Relationship, Link> links = new HashMap<>();
        for (Relationship r : database.relationships()) {
            links.put(r, Link.of(database.table(r.parent()), database.table(r.child()), r));
        }
        String entity = "";
        long most = 0;
        for (Map.Entry<String, Table> table : database.tables().entrySet()) {
            boolean root = root(database, table.getKey()) && !apart.has(table.getKey());
            List<String> hanging = below(database, table.getKey());
            long below = table.getValue().rows();
            for (String other : hanging) {
                below += database.table(other).rows();
            }
            // Tables with children of their own that are whole in both parts would be no fresh data, but the same.
            boolean all = database.tables().keySet().stream()
                    .allMatch(other -> root(database, other) || apart.has(other) || hanging.contains(other));
            if (root && all && table.getValue().rows() >= 2 * LEAST && below > most) {
                entity = table.getKey();
                most = below;
            }
        }
        if (share == 0 || entity.isEmpty()) {
            String names = String.join(", ", alone.keySet());
            return alone.isEmpty() ? new DatabaseSplit(database, null, "") : split(database, alone, names);
        }
        int rows = database.table(entity).rows();
        int held = Math.max(LEAST, (int) Math.rint(share * rows));
        Map<String, boolean[]> sides = new LinkedHashMap<>();
        List<Link> kin = database.above(entity).stream()
                .filter(Relationship::toItself)
                .map(links::get)
                .toList();
        sides.put(entity, Kin.held(rows, held, kin, rng));
        for (String table : below(database, entity)) {
            sides.put(
                    table,
                    side(
                            database,
                            table,
                            links,
                            sides,
                            new Alone(share, rng.child("alone").child(table))));
        }
        Database closed = Crossing.closed(database, links, sides, rng.child("crossing"));
        sides.putAll(alone);
        List<String> names = new ArrayList<>(List.of(entity));
        names.addAll(alone.keySet());
        return split(closed, sides, String.join(", ", names));
    }

    private static DatabaseSplit split(Database database, Map<String, boolean[]> sides, String entity) {
        return new DatabaseSplit(part(database, sides, false), part(database, sides, true), entity);
    }

    /** Of a table of sequences: whether rows are held back, whole sequences of them; null where there are too few. */
    private static boolean @Nullable [] sequences(Database database, Sequence sequence, double share, Rng rng) {
        Table table = database.table(sequence.table());
        Map<List<Object>, List<Integer>> rows = new LinkedHashMap<>();
        int[] key = sequence.entity().stream().mapToInt(table.schema()::index).toArray();
        for (int row = 0; row < table.rows(); row++) {
            List<Object> entity = new ArrayList<>();
            for (int c : key) {
                entity.add(String.valueOf(table.cell(row, c)));
            }
            rows.computeIfAbsent(entity, e -> new ArrayList<>()).add(row);
        }
        if (share == 0 || rows.size() < 2 * FEW_SEQUENCES) {
            return null;
        }
        int held = Math.max(FEW_SEQUENCES, (int) Math.rint(share * rows.size()));
        int[] order = IntStream.range(0, rows.size()).toArray();
        rng.shuffle(order);
        List<List<Integer>> all = List.copyOf(rows.values());
        boolean[] side = new boolean[table.rows()];
        Arrays.stream(order).limit(held).forEach(i -> all.get(i).forEach(row -> side[row] = true));
        return side;
    }

    static boolean root(Database database, String table) {
        return database.above(table).stream().allMatch(Relationship::toItself);
    }

    /** Tables that hang on one, each after a table that it hangs on. */
    static List<String> below(Database database, String table) {
        List<String> found = new ArrayList<>(List.of(table));
        for (int i = 0; i < found.size(); i++) {
            for (Relationship r : database.below(found.get(i))) {
                if (!found.contains(r.child())) {
                    found.add(r.child());
                }
            }
        }
        return found.subList(1, found.size());
    }

    /** Rows that hang on nobody are held back one by one: all of them on one side would be too many there. */
    private record Alone(double share, Rng rng) {
        boolean next() {
            return rng.nextDouble() < share;
        }
    }

    /** Whether each row is held back: as the first row it points at that hangs on an entity. */
    private static boolean[] side(
            Database database, String table, Map<Relationship, Link> links, Map<String, boolean[]> sides, Alone alone) {
        boolean[] held = new boolean[database.table(table).rows()];
        for (int row = 0; row < held.length; row++) {
            held[row] = alone.next();
            for (Relationship r : database.above(table)) {
                boolean[] above = r.toItself() ? null : sides.get(r.parent());
                Link link = links.get(r);
                if (above != null && link != null && link.parent(row) >= 0) {
                    held[row] = above[link.parent(row)];
                    break;
                }
            }
        }
        return held;
    }

    private static Database part(Database database, Map<String, boolean[]> sides, boolean held) {
        Map<String, Table> tables = new LinkedHashMap<>();
        database.tables().forEach((name, table) -> {
            boolean[] side = sides.get(name);
            tables.put(
                    name,
                    side == null
                            ? table
                            : table.take(IntStream.range(0, table.rows())
                                            .filter(row -> side[row] == held)
                                            .toArray())
                                    .compact());
        });
        return database.with(tables);
    }
}
