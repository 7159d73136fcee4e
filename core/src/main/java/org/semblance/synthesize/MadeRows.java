package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.semblance.model.Corrupt;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.node.ArrayNode;

/**
 * Synthetic rows that are made already: of recipes that make one for each real row and have nothing that other rows could
 * be drawn from.
 *
 * @param made the rows
 * @param contents what they hold of the real data
 */
public record MadeRows(Table made, List<String> contents) implements Model {
    private static final String MADE = "made-rows";

    public MadeRows {
        contents = List.copyOf(contents);
    }

    @Override
    public Schema schema() {
        return made.schema();
    }

    @Override
    public OptionalLong fixedRows() {
        return OptionalLong.of(made.rows());
    }

    @Override
    public Rows sample(long rows, Run run) {
        if (rows != made.rows()) {
            throw ProblemException.usage(
                    Problem.of(rows + " rows are asked for, but this recipe makes one for each of the " + made.rows()
                                    + " real rows it was given.")
                            .fix("Ask for " + made.rows() + " rows, or take a method that draws new ones."));
        }
        return new Blocks(made.schema(), rows) {
            @Override
            Table draw(long index, int count) {
                int start = Math.toIntExact(index * BLOCK);
                return made.take(IntStream.range(start, start + count).toArray());
            }
        };
    }

    @Override
    public Stored store() {
        Stored stored = Stored.empty();
        stored.json().put(MADE, made.rows());
        ArrayNode sentences = stored.json().putArray("contents");
        contents.forEach(sentences::add);
        for (int c = 0; c < made.width(); c++) {
            if (made.column(c) instanceof NumberColumn numbers) {
                stored.put("column-" + c, numbers.toArray());
            } else {
                stored.put("column-" + c, made.codes(c).toArray());
                ArrayNode labels = stored.json().putArray("labels-" + c);
                made.codes(c).labels().forEach(labels::add);
            }
        }
        return stored;
    }

    static boolean is(Stored stored) {
        return stored.json().has(MADE);
    }

    static MadeRows load(Stored stored, Schema schema) {
        int rows = stored.json().path(MADE).asInt(-1);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            Column column = schema.field(c).kind().numeric()
                    ? NumberColumn.of(stored.array("column-" + c, double[].class))
                    : codes(stored, c);
            if (column.size() != rows) {
                throw Corrupt.because("its columns do not fit together");
            }
            columns.add(column);
        }
        List<String> contents = new ArrayList<>();
        stored.json().path("contents").forEach(sentence -> contents.add(sentence.asString()));
        return new MadeRows(Table.of(schema, columns), contents);
    }

    private static Column codes(Stored stored, int column) {
        List<String> labels = new ArrayList<>();
        stored.json().path("labels-" + column).forEach(label -> labels.add(label.asString()));
        int[] codes = stored.array("column-" + column, int[].class);
        if (Arrays.stream(codes).anyMatch(code -> code < -1 || code >= labels.size())) {
            throw Corrupt.because("a label is not in its dictionary");
        }
        return CodeColumn.of(codes, labels);
    }
}
