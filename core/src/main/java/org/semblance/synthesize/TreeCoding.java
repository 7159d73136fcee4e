package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.model.Stored;
import org.semblance.prepare.Grid;
import org.semblance.prepare.Marginal;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import org.semblance.trees.CodeBook;
import org.semblance.trees.Frame;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table in the code space of trees, and back.
 *
 * @param schema the columns, all of them modelled
 * @param books [p] the codes of each column
 * @param labels [p] the dictionary of each column of labels; empty for numbers
 */
public record TreeCoding(Schema schema, CodeBook[] books, List<List<String>> labels) {
    /** Finer bins than a tree can use would only cost room. */
    private static final int MOST_BINS = 8192;

    /**
     * Learns the codes of a table.
     *
     * @param common how often a number must occur to be kept as it is
     */
    public static TreeCoding of(Table table, int common, Run run) {
        int p = table.width();
        CodeBook[] books = new CodeBook[p];
        List<List<String>> labels = new ArrayList<>();
        for (int c = 0; c < p; c++) {
            labels.add(table.column(c) instanceof CodeColumn codes ? codes.labels() : List.of());
        }
        run.parallel(p, c -> {
            if (table.column(c) instanceof NumberColumn numbers) {
                books[c] = book(numbers, Grid.of(table.schema().field(c), numbers), common);
            } else {
                books[c] = CodeBook.ofLabels(labels.get(c).size());
            }
        });
        return new TreeCoding(table.schema(), books, labels);
    }

    /** A column of numbers cut as {@link Marginal} cuts it, so that no rare value is kept. */
    private static CodeBook book(NumberColumn column, Grid grid, int common) {
        Marginal marginal = Marginal.of(column, grid, new Marginal.Grain(common, MOST_BINS));
        double[] ends = marginal.cells();
        int[] mass = new int[marginal.size()];
        for (int k = 0; k < mass.length; k++) {
            mass[k] = (int) Math.rint((ends[k + 1] - ends[k]) * column.size());
        }
        return CodeBook.ofNumbers(marginal.lows(), marginal.highs(), mass, grid.step());
    }

    public Frame frame(Table table) {
        int p = table.width();
        double[] @Nullable [] numbers = new double[p][];
        int[] @Nullable [] codes = new int[p][];
        for (int c = 0; c < p; c++) {
            if (table.column(c) instanceof NumberColumn column) {
                numbers[c] = column.toArray();
            } else {
                codes[c] = table.codes(c).toArray();
            }
        }
        return Frame.of(books, numbers, codes, table.rows());
    }

    public Table table(Frame frame) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < books.length; c++) {
            columns.add(column(c, frame, c));
        }
        return Table.of(schema, columns);
    }

    /** Column {@code c}, which is column {@code at} of the frame. */
    public Column column(int c, Frame frame, int at) {
        if (books[c].numeric()) {
            return NumberColumn.of(frame.values(at));
        }
        int missing = books[c].size();
        int[] codes = frame.fine(at).clone();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] == missing ? -1 : codes[i];
        }
        return CodeColumn.of(codes, labels.get(c));
    }

    /** Puts the codes into what is stored, as {@code columns} and {@code column-0/low} and so on. */
    public void store(Stored stored) {
        ArrayNode columns = stored.json().putArray("columns");
        for (int c = 0; c < books.length; c++) {
            CodeBook book = books[c];
            ObjectNode column = columns.addObject().put("name", schema.field(c).name());
            if (book.numeric()) {
                column.put("step", book.step());
                stored.put("column-" + c + "/low", book.lows());
                stored.put("column-" + c + "/high", book.highs());
                stored.put("column-" + c + "/coarse", book.coarseCodes());
            } else {
                ArrayNode names = column.putArray("labels");
                labels.get(c).forEach(names::add);
            }
        }
    }

    /** What {@link #store} has put there. */
    public static TreeCoding load(Stored stored, Schema schema) {
        List<List<String>> labels = new ArrayList<>();
        CodeBook[] books = new CodeBook[schema.size()];
        for (int c = 0; c < books.length; c++) {
            JsonNode column = stored.json().path("columns").path(c);
            List<String> dictionary = new ArrayList<>();
            if (schema.field(c).kind().numeric()) {
                books[c] = CodeBook.restore(
                        stored.array("column-" + c + "/low", double[].class),
                        stored.array("column-" + c + "/high", double[].class),
                        stored.array("column-" + c + "/coarse", byte[].class),
                        column.path("step").asDouble());
            } else {
                column.path("labels").forEach(label -> dictionary.add(label.asString()));
                books[c] = CodeBook.ofLabels(dictionary.size());
            }
            labels.add(dictionary);
        }
        return new TreeCoding(schema, books, labels);
    }
}
