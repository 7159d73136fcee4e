package org.semblance.project.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.evaluate.related.Link;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * Foreign keys of a split database that name a row of the other part. Each takes the foreign key of some row of its own
 * part that names one, so that as many are missing as ever and numbers of children keep their shape; one of a table to
 * itself goes up to the next row of its own part, and where there is none takes that of a row which stands as deep: no
 * circles come of it.
 */
final class Crossing {
    private final Database database;
    private final Map<Relationship, Link> links;
    private final Map<String, boolean[]> sides;

    private Crossing(Database database, Map<Relationship, Link> links, Map<String, boolean[]> sides) {
        this.database = database;
        this.links = links;
        this.sides = sides;
    }

    /** The same database without any. */
    static Database closed(Database database, Map<Relationship, Link> links, Map<String, boolean[]> sides, Rng rng) {
        Crossing crossing = new Crossing(database, links, sides);
        Map<String, Table> tables = new LinkedHashMap<>();
        database.tables().forEach((name, table) -> {
            Table closed = table;
            // The columns that decide the part of a row stay, also where another foreign key has them too.
            Set<String> fixed = new HashSet<>();
            for (Relationship r : database.above(name)) {
                if (sides.containsKey(r.parent()) && sides.containsKey(name)) {
                    if (r.foreignKey().stream().noneMatch(fixed::contains)) {
                        closed = crossing.closed(closed, r, rng.child(r.name()));
                    }
                    fixed.addAll(r.foreignKey());
                }
            }
            tables.put(name, closed);
        });
        return database.with(tables);
    }

    private Table closed(Table table, Relationship r, Rng rng) {
        Link link = java.util.Objects.requireNonNull(links.get(r));
        int[][] own = new int[2][];
        for (int side = 0; side < 2; side++) {
            boolean held = side == 1;
            own[side] = IntStream.range(0, table.rows())
                    .filter(row -> side(r.child(), row) == held && link.parent(row) >= 0 && !crosses(r, link, row))
                    .toArray();
        }
        Depths depths = r.toItself() ? Depths.of(link, own) : null;
        int[] from = IntStream.range(0, table.rows()).toArray();
        boolean any = false;
        for (int row = 0; row < from.length; row++) {
            if (crosses(r, link, row)) {
                int[] others = own[side(r.child(), row) ? 1 : 0];
                from[row] = depths != null
                        ? above(r, link, row, depths, rng)
                        : others.length == 0 ? row : others[rng.nextInt(others.length)];
                any = true;
            }
        }
        if (!any) {
            return table;
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            boolean key = r.foreignKey().contains(table.schema().field(c).name());
            columns.add(key ? table.column(c).take(from) : table.column(c));
        }
        return Table.of(table.schema(), columns);
    }

    /** The row on the way up whose foreign key names a row of the same part, else one that stands as deep. */
    private int above(Relationship r, Link link, int row, Depths depths, Rng rng) {
        boolean held = side(r.child(), row);
        int at = row;
        for (int step = 0;
                step < link.size() && link.parent(at) >= 0 && side(r.parent(), link.parent(at)) != held;
                step++) {
            at = link.parent(at);
        }
        int other = link.parent(at) >= 0 ? -1 : depths.as(row, held ? 1 : 0, rng);
        return other < 0 ? at : other;
    }

    private boolean crosses(Relationship r, Link link, int row) {
        return link.parent(row) >= 0 && side(r.child(), row) != side(r.parent(), link.parent(row));
    }

    private boolean side(String table, int row) {
        boolean[] held = sides.get(table);
        return held != null && held[row];
    }
}
