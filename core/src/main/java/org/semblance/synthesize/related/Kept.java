package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.model.Stored;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import org.semblance.trees.CodeBook;
import org.semblance.trees.Frame;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A table that is handed over as it is: a list of countries, the wards of a hospital.
 *
 * @param table its real rows
 * @param own its own columns in code space, as those that point at it are told them
 * @param named [foreign keys] the rows that they name, all of kept tables
 */
record Kept(Table table, Frame own, int[][] named) {
    void store(Stored stored) {
        ArrayNode columns = stored.json().putArray("kept");
        for (int c = 0; c < table.width(); c++) {
            if (table.column(c) instanceof NumberColumn numbers) {
                columns.addObject();
                stored.put("kept-" + c, numbers.toArray());
            } else {
                ArrayNode labels = columns.addObject().putArray("labels");
                table.codes(c).labels().forEach(labels::add);
                stored.put("kept-" + c, table.codes(c).toArray());
            }
        }
        for (int r = 0; r < named.length; r++) {
            stored.put("kept-named-" + r, named[r]);
        }
    }

    /** The codes of the own columns; numbers among them have values too. */
    static void storeOwn(Frame own, CodeBook[] books, Stored stored) {
        for (int k = 0; k < books.length; k++) {
            stored.put("kept-own-" + k, books[k].numeric() ? own.values(k) : own.fine(k));
        }
    }

    static Kept load(Stored stored, Schema schema, CodeBook[] books, int refs) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            if (schema.field(c).kind().numeric()) {
                columns.add(NumberColumn.of(stored.array("kept-" + c, double[].class)));
            } else {
                List<String> labels = new ArrayList<>();
                JsonNode names = stored.json().path("kept").path(c).path("labels");
                names.forEach(label -> labels.add(label.asString()));
                columns.add(CodeColumn.of(stored.array("kept-" + c, int[].class), labels));
            }
        }
        Table table = Table.of(schema, columns);
        double[] @Nullable [] numbers = new double[books.length][];
        int[] @Nullable [] codes = new int[books.length][];
        for (int k = 0; k < books.length; k++) {
            if (books[k].numeric()) {
                numbers[k] = stored.array("kept-own-" + k, double[].class);
            } else {
                codes[k] = missing(stored.array("kept-own-" + k, int[].class), books[k].size());
            }
        }
        int[][] named = new int[refs][];
        for (int r = 0; r < refs; r++) {
            named[r] = stored.array("kept-named-" + r, int[].class);
        }
        return new Kept(table, Frame.of(books, numbers, codes, table.rows()), named);
    }

    private static int[] missing(int[] fine, int missing) {
        int[] out = new int[fine.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = fine[i] == missing ? -1 : fine[i];
        }
        return out;
    }
}
