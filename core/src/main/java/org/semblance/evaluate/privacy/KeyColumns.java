package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Column;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/**
 * Columns of a comparison by name, each of the real table, the synthetic one and the rows held back, where there are
 * any. Names may be those of columns that are not scored, such as a postcode that was taken for an identifier.
 *
 * @param names as asked for; where nothing was asked for, the first scored columns
 * @param assumed whether nothing was asked for
 */
record KeyColumns(List<String> names, boolean assumed) {
    /** The option of all metrics that look at keys. */
    static final String DOC =
            "The columns an attacker knows of a person; where empty, the first three scored columns, as an example.";

    /** So many columns stand in where no keys are given: enough to single people out, as an example. */
    private static final int ASSUMED = 3;

    /** Real, synthetic, held back. */
    static final int REAL = 0;

    static final int SYNTHETIC = 1;
    static final int HOLDOUT = 2;

    /** The keys that were asked for; else the first three scored columns (one fewer than there are, for a target). */
    static KeyColumns of(List<String> asked, Comparison c) {
        if (!asked.isEmpty()) {
            if (new HashSet<>(asked).size() < asked.size()) {
                throw ProblemException.usage(Problem.of("a key is given twice.").fix("Give each column once."));
            }
            asked.forEach(name -> c.wholeReal().schema().index(name));
            return new KeyColumns(asked, false);
        }
        int width = c.real().width();
        int some = Math.min(ASSUMED, Math.max(Math.min(1, width), width - 1));
        return new KeyColumns(IntStream.range(0, some).mapToObj(c::name).toList(), true);
    }

    /** What a reader must know of keys that nobody gave, or empty. */
    String note() {
        return assumed ? "no keys were given: as an example, " + String.join(", ", names) : "";
    }

    /** The scored columns that are no keys. */
    List<String> others(Comparison c) {
        return c.real().schema().names().stream()
                .filter(name -> !names.contains(name))
                .toList();
    }

    /** Why the tables cannot be compared by these columns, or null. */
    @Nullable
    String missing(Comparison c) {
        if (names.isEmpty()) {
            return "there are no columns to look at";
        }
        for (String name : names) {
            if (columns(name, c) == null) {
                return "the synthetic table has no column " + name + " of that kind";
            }
        }
        return null;
    }

    /** The column of each table, or null where the synthetic table or the holdout has none of that kind. */
    static Column @Nullable [] columns(String name, Comparison c) {
        List<Table> tables = tables(c);
        Column[] out = new Column[tables.size()];
        boolean numeric = false;
        for (int t = 0; t < out.length; t++) {
            int at = tables.get(t).schema().find(name);
            if (at < 0) {
                return null;
            }
            out[t] = tables.get(t).column(at);
            boolean number = tables.get(t).schema().field(at).kind().numeric();
            if (t > 0 && number != numeric) {
                return null;
            }
            numeric = number;
        }
        return out;
    }

    /** What the column is in the real table. */
    static Kind kind(String name, Comparison c) {
        return c.wholeReal().schema().field(c.wholeReal().schema().index(name)).kind();
    }

    /** How many rows each table has. */
    static int[] rows(Comparison c) {
        return tables(c).stream().mapToInt(Table::rows).toArray();
    }

    private static List<Table> tables(Comparison c) {
        List<Table> tables = new ArrayList<>(List.of(c.wholeReal(), c.wholeSynthetic()));
        Table holdout = c.wholeHoldout();
        if (holdout != null) {
            tables.add(holdout);
        }
        return tables;
    }

    /** The levels of each key in all tables; call {@link #missing} before. */
    List<Labels> levels(int groups, Comparison c) {
        List<Labels> out = new ArrayList<>();
        for (String name : names) {
            Column[] columns = columns(name, c);
            if (columns == null) {
                throw new IllegalStateException(name + " is not in all tables");
            }
            out.add(Levels.of(groups, columns));
        }
        return out;
    }
}
