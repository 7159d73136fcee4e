package org.semblance.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Tables for the tests of metrics: read from plain CSV, and drawn from a law with known dependences. */
public final class Tables {
    private Tables() {}

    /** A CSV; empty is missing; columns in the order of {@code kinds}, others are left out. */
    public static Table read(Path path, Map<String, Kind> kinds) {
        List<String[]> lines;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(path)) {
            lines = csv.stream()
                    .map(line -> line.getFields().toArray(String[]::new))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> header = Arrays.asList(lines.get(0));
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            int at = header.indexOf(name);
            String[] cells = lines.stream()
                    .skip(1)
                    .map(line -> line[at].isEmpty() ? null : line[at])
                    .toArray(String[]::new);
            fields.add(Field.of(name, kind));
            columns.add(kind.numeric() ? numbers(cells, kind) : CodeColumn.of(cells));
        });
        return Table.of(new Schema(fields), columns);
    }

    private static NumberColumn numbers(String[] cells, Kind kind) {
        return NumberColumn.of(Arrays.stream(cells)
                .mapToDouble(cell -> cell == null ? Double.NaN : number(cell, kind))
                .toArray());
    }

    private static double number(String cell, Kind kind) {
        return switch (kind) {
            case DATE -> LocalDate.parse(cell).toEpochDay();
            case DATETIME -> 1e6 * LocalDateTime.parse(cell.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
            default -> Double.parseDouble(cell);
        };
    }

    /** A file in the folder of {@code -Dsemblance.data}, else {@code ../shared/data}, which is no part of the project. */
    public static Optional<Path> shared(String path) {
        Path found = Path.of(System.getProperty("semblance.data", "../../shared/data"), path);
        if (Files.exists(found)) {
            return Optional.of(found);
        }
        System.out.println("skipped: there is no " + path + " in ../shared/data (or give -Dsemblance.data=FOLDER)");
        return Optional.empty();
    }

    /**
     * Rows of one law: {@code x} normal, {@code y} = x + noise rounded to 2 decimals and 10 % missing, {@code z} a
     * skewed number, {@code k} a label out of 5 whose shares depend on x, {@code f} a flag that depends on k.
     */
    public static Table law(int rows, Rng rng) {
        double[] x = new double[rows];
        double[] y = new double[rows];
        double[] z = new double[rows];
        String[] k = new String[rows];
        String[] f = new String[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = rng.nextGaussian();
            y[i] = rng.nextInt(10) == 0 ? Double.NaN : Math.rint((x[i] + 0.5 * rng.nextGaussian()) * 100) / 100;
            z[i] = StrictMath.exp(rng.nextGaussian());
            int label = Math.max(0, Math.min(4, (int) Math.floor(2.5 + x[i] + rng.nextGaussian())));
            k[i] = "k" + label;
            f[i] = rng.nextInt(5) < label ? "yes" : "no";
        }
        Schema schema = Schema.of(
                Field.of("x", Kind.DECIMAL),
                Field.of("y", Kind.DECIMAL),
                Field.of("z", Kind.DECIMAL),
                Field.of("k", Kind.CATEGORY),
                Field.of("f", Kind.FLAG));
        return Table.of(
                schema,
                List.of(
                        NumberColumn.of(x),
                        NumberColumn.of(y),
                        NumberColumn.of(z),
                        CodeColumn.of(k),
                        CodeColumn.of(f)));
    }

    /** The same columns, each with its rows in another order: margins kept, dependences lost. */
    public static Table independent(Table table, Rng rng) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            int[] order = IntStream.range(0, table.rows()).toArray();
            rng.shuffle(order);
            columns.add(table.column(c).take(order));
        }
        return Table.of(table.schema(), columns);
    }

    /** The table with one numeric column changed value by value. */
    public static Table map(Table table, String column, DoubleUnaryOperator change) {
        int at = table.schema().index(column);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            columns.add(
                    c == at
                            ? NumberColumn.of(Arrays.stream(table.numbers(c).toArray())
                                    .map(change)
                                    .toArray())
                            : table.column(c));
        }
        return Table.of(table.schema(), columns);
    }

    /** Rows drawn with putting back. */
    public static Table bootstrap(Table table, int rows, Rng rng) {
        return table.take(
                IntStream.range(0, rows).map(i -> rng.nextInt(table.rows())).toArray());
    }
}
