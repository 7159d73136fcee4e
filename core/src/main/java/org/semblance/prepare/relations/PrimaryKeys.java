package org.semblance.prepare.relations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Kind;

/**
 * The primary keys of one column: different in every row, never missing, and named or built like a key. A column named
 * after another table is rather a foreign key that happens not to repeat.
 */
final class PrimaryKeys {
    /** Less than this, and being different in every row may be chance: of 1.5 upwards no table of the test data is wrong. */
    private static final double ENOUGH = 1.5;

    /** In fewer rows only a name tells a key. */
    private static final int FEW_ROWS = 5;

    /** A key: its columns, and why they are taken for one. */
    record Key(List<String> columns, String why) {}

    private PrimaryKeys() {}

    static Map<String, Key> of(List<Tabled> tables) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (Tabled table : tables) {
            Key key = of(table, tables);
            if (key != null) {
                keys.put(table.name(), key);
            }
        }
        return keys;
    }

    private static @Nullable Key of(Tabled table, List<Tabled> tables) {
        Values best = null;
        double most = 0;
        for (Values column : table.columns()) {
            double score = column.unique() && column.nameable() ? score(table, column, tables) : 0;
            if (score >= ENOUGH && score > most) {
                best = column;
                most = score;
            }
        }
        return best == null ? null : new Key(List.of(best.name()), why(table, best));
    }

    private static double score(Tabled table, Values column, List<Tabled> tables) {
        boolean own = NameMatch.own(column, table.forms());
        if (!own && (table.rows() < FEW_ROWS || foreign(table, column, tables))) {
            return 0;
        }
        double score = own ? 3 : 0;
        score += column.field().kind() == Kind.KEY ? 1.5 : 0;
        score += Names.identifying(column.words()) ? 1 : 0;
        score += table.columns().get(0).name().equals(column.name()) ? 1 : 0;
        // What people are called or reached by is an attribute even where nobody shares it; UUIDs and counters are not.
        String maker = column.field().format().maker();
        return maker.isEmpty() || maker.startsWith("serial") || maker.startsWith("uuid") ? score : score - 2;
    }

    /** Whether it is named after another table. */
    private static boolean foreign(Tabled table, Values column, List<Tabled> tables) {
        return tables.stream()
                .filter(other -> !other.is(table))
                .anyMatch(other ->
                        NameMatch.own(column, other.forms()) && column.words().size() > 1
                                || other.forms().stream()
                                        .map(Names::joined)
                                        .anyMatch(form -> form.length() >= 4
                                                && !Names.joined(column.words()).equals(form)
                                                && Names.joined(Names.stem(column.words()))
                                                        .endsWith(form)));
    }

    private static String why(Tabled table, Values column) {
        String named = NameMatch.own(column, table.forms())
                ? column.words().size() == 1 && Names.ending(column.words().get(0))
                        ? " and named like a key"
                        : " and named after the table"
                : "";
        return "different in every row" + named;
    }
}
