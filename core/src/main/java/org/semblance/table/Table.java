package org.semblance.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An immutable table: a schema and one column of equal length for each of its fields. */
public final class Table {
    private final Schema schema;
    private final List<Column> columns;
    private final int rows;

    private Table(Schema schema, List<Column> columns, int rows) {
        this.schema = schema;
        this.columns = columns;
        this.rows = rows;
    }

    /** @throws IllegalArgumentException where columns and fields do not fit together */
    public static Table of(Schema schema, List<? extends Column> columns) {
        if (schema.size() != columns.size()) {
            throw new IllegalArgumentException(schema.size() + " fields, but " + columns.size() + " columns");
        }
        int rows = columns.isEmpty() ? 0 : columns.get(0).size();
        for (int i = 0; i < columns.size(); i++) {
            Field field = schema.field(i);
            if (columns.get(i).size() != rows) {
                throw new IllegalArgumentException("column " + field.name() + " has "
                        + columns.get(i).size() + " rows, but the first has " + rows);
            }
            if (columns.get(i) instanceof NumberColumn != field.kind().numeric()) {
                throw new IllegalArgumentException("column " + field.name() + " does not hold " + field.kind());
            }
        }
        return new Table(schema, List.copyOf(columns), rows);
    }

    /** So many rows of no columns. */
    public static Table empty(int rows) {
        return new Table(new Schema(List.of()), List.of(), rows);
    }

    /**
     * A literal table, row by row: {@code Table.of("age:whole, city:category", 34, "Umea", null, "Lund")}. Kinds are
     * the words of {@link Kind}; null is missing.
     */
    public static Table of(String header, @Nullable Object... cells) {
        List<Field> fields = new ArrayList<>();
        for (String part : header.split(",")) {
            String[] words = part.trim().split(":");
            Kind kind = Arrays.stream(Kind.values())
                    .filter(k -> k.word().equals(words[1].trim()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind " + words[1]));
            fields.add(Field.of(words[0].trim(), kind));
        }
        int width = fields.size();
        if (cells.length % width != 0) {
            throw new IllegalArgumentException(cells.length + " cells do not fill rows of " + width);
        }
        int rows = cells.length / width;
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            double[] numbers = new double[rows];
            @Nullable String[] texts = new @Nullable String[rows];
            for (int r = 0; r < rows; r++) {
                Object cell = cells[r * width + c];
                numbers[r] = cell instanceof Number n ? n.doubleValue() : Double.NaN;
                texts[r] = cell == null ? null : cell.toString();
            }
            columns.add(fields.get(c).kind().numeric() ? NumberColumn.of(numbers) : CodeColumn.of(texts));
        }
        return of(new Schema(fields), columns);
    }

    /** The rows of all parts, one after the other; every part has this schema. */
    public static Table join(Schema schema, List<Table> parts) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            int at = c;
            columns.add(
                    schema.field(c).kind().numeric()
                            ? NumberColumn.join(
                                    parts.stream().map(part -> part.numbers(at)).toList())
                            : CodeColumn.join(
                                    parts.stream().map(part -> part.codes(at)).toList()));
        }
        return of(schema, columns);
    }

    public Schema schema() {
        return schema;
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return columns.size();
    }

    public Column column(int index) {
        return columns.get(index);
    }

    /** The column of that name, or a {@link org.semblance.plugin.ProblemException} that guesses what was meant. */
    public Column column(String name) {
        return columns.get(schema.index(name));
    }

    public NumberColumn numbers(int index) {
        return (NumberColumn) columns.get(index);
    }

    public CodeColumn codes(int index) {
        return (CodeColumn) columns.get(index);
    }

    /** The rows at the given positions, in that order; positions may repeat. */
    public Table take(int[] positions) {
        List<Column> taken = new ArrayList<>();
        columns.forEach(column -> taken.add(column.take(positions)));
        return new Table(schema, List.copyOf(taken), positions.length);
    }

    /** The same table, whose dictionaries hold no label that does not occur: {@link #take} shares them. */
    public Table compact() {
        return of(
                schema,
                columns.stream()
                        .map(column -> column instanceof CodeColumn codes ? codes.compact() : column)
                        .toList());
    }

    /** The columns at the given positions, in that order. */
    public Table select(int[] positions) {
        return new Table(
                schema.select(positions),
                Arrays.stream(positions).mapToObj(columns::get).toList(),
                rows);
    }

    /** The value of a cell as a {@code Double} or {@code String}, or null where it is missing; for tests and messages. */
    public @Nullable Object cell(int row, int column) {
        Column values = columns.get(column);
        if (values instanceof NumberColumn numbers) {
            return numbers.isMissing(row) ? null : (Object) numbers.get(row);
        }
        return ((CodeColumn) values).get(row);
    }
}
