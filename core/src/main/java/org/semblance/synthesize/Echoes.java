package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.semblance.model.Corrupt;
import org.semblance.prepare.Echo;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The columns of a table that often repeat columns before them, as an {@link Echo} each; what is repeated repeats none.
 *
 * @param of by column, the columns that it repeats
 */
record Echoes(TreeMap<Integer, List<Integer>> of) {
    static final Echoes NONE = new Echoes(new TreeMap<>());

    static Echoes find(Table table) {
        TreeMap<Integer, List<Integer>> of = new TreeMap<>();
        for (int c = 1; c < table.width(); c++) {
            if (!(table.column(c) instanceof CodeColumn target)) {
                continue;
            }
            List<Integer> before = new ArrayList<>();
            List<Echo.Source> sources = new ArrayList<>();
            for (int b = 0; b < c; b++) {
                if (!of.containsKey(b) && table.column(b) instanceof CodeColumn source) {
                    before.add(b);
                    sources.add(Echo.Source.of(source));
                }
            }
            List<Integer> found =
                    Echo.find(target, sources).stream().map(before::get).toList();
            if (!found.isEmpty()) {
                of.put(c, found);
            }
        }
        return new Echoes(of);
    }

    boolean isEmpty() {
        return of.isEmpty();
    }

    /** Rows as they are learnt, with marks. */
    Table forward(Table real) {
        return changed(real, Echo::marked);
    }

    /** Rows as they read. */
    Table backward(Table drawn) {
        return changed(drawn, Echo::read);
    }

    private interface Change {
        CodeColumn of(CodeColumn column, List<CodeColumn> sources);
    }

    private Table changed(Table table, Change change) {
        if (of.isEmpty()) {
            return table;
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            List<Integer> from = of.get(c);
            columns.add(
                    from == null
                            ? table.column(c)
                            : change.of(
                                    table.codes(c),
                                    from.stream().map(table::codes).toList()));
        }
        return Table.of(table.schema(), columns);
    }

    /** One sentence for each column. */
    List<String> words(Schema schema) {
        return of.entrySet().stream()
                .map(echo -> schema.field(echo.getKey()).name() + " is often the same as "
                        + String.join(
                                " or ",
                                echo.getValue().stream()
                                        .map(c -> schema.field(c).name())
                                        .toList())
                        + ": in which rows it is learnt, and its labels only of the others")
                .toList();
    }

    /** Each as its column and those that it repeats. */
    void store(ArrayNode out) {
        of.forEach((column, from) -> {
            ArrayNode one = out.addArray().add(column);
            from.forEach(one::add);
        });
    }

    /** What {@link #store} wrote; none where there is nothing. */
    static Echoes load(JsonNode json, Schema schema) {
        TreeMap<Integer, List<Integer>> of = new TreeMap<>();
        for (JsonNode one : json) {
            List<Integer> columns =
                    one.valueStream().map(column -> column.asInt(-1)).toList();
            boolean labels = columns.size() > 1
                    && columns.stream()
                            .allMatch(c -> c >= 0
                                    && c < schema.size()
                                    && !schema.field(c).kind().numeric());
            if (!labels) {
                throw Corrupt.because("a column repeats one that has no labels");
            }
            of.put(columns.get(0), columns.subList(1, columns.size()));
        }
        if (of.values().stream().anyMatch(from -> from.stream().anyMatch(of::containsKey))) {
            throw Corrupt.because("a column repeats one that repeats others");
        }
        return new Echoes(of);
    }
}
