package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.semblance.formats.duck.DuckFormat;
import org.semblance.io.Outputs;
import org.semblance.io.PartWriter;
import org.semblance.io.TableRows;
import org.semblance.model.Rows;
import org.semblance.project.Syntheses;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Synthetic rows as files: one, one for each synthesis, or all below each other.
 *
 * @param count how many syntheses there are
 * @param drawn one of them
 * @param stem what files are called before their numbers
 */
record SynthesesFiles(int count, Drawn drawn, boolean stacked, String stem, String ending) {
    private static final String ROWS = "synthetic";

    /** Draws a synthesis when it is asked for. */
    interface Drawn {
        /** @param number from 1 */
        Rows rows(int number);
    }

    /** Of a run. */
    static SynthesesFiles of(Syntheses syntheses, boolean stacked, String ending) {
        return new SynthesesFiles(syntheses.count(), syntheses::rows, stacked, ROWS, ending);
    }

    /** The column of stacked syntheses that says which one a row is of. */
    static final String SET = ".syn";

    /** Whether a file is one that some run wrote its rows to. */
    static boolean are(String file, List<String> endings) {
        return endings.stream()
                .anyMatch(ending -> file.endsWith(ending)
                        && file.substring(0, file.length() - ending.length()).matches(ROWS + "(-\\d+)?"));
    }

    List<String> names() {
        return count == 1 || stacked
                ? List.of(stem + ending)
                : IntStream.rangeClosed(1, count)
                        .mapToObj(number -> stem + "-" + number + ending)
                        .toList();
    }

    /** One synthesis after the other: one is in memory at a time, but for stacked ones in other formats than text. */
    void write(Outputs out, RowsFile alike, Run run) throws IOException {
        List<String> names = names();
        if (stacked && count > 1) {
            try (OutputStream file = out.open(names.get(0))) {
                stack(names.get(0), alike, file, run);
            }
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            try (OutputStream file = out.open(names.get(i))) {
                alike.write(names.get(i), drawn.rows(i + 1), file, run);
            }
        }
    }

    private void stack(String name, RowsFile alike, OutputStream out, Run run) {
        Schema schema = numbered(drawn.rows(1).block(0), 1).schema();
        if (DuckFormat.of(name).isPresent()) {
            List<Table> all = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                all.add(numbered(drawn.rows(number).toTable(run.silent()), number));
            }
            alike.write(name, new TableRows(Table.join(schema, all)), out, run);
            return;
        }
        PartWriter writer = PartWriter.begin(schema, alike.dialect(), out);
        for (int number = 1; number <= count; number++) {
            Rows rows = drawn.rows(number);
            for (long block = 0; block < rows.blocks(); block++) {
                writer.write(numbered(rows.block(block), number), run.silent());
            }
        }
    }

    private static Table numbered(Table rows, int number) {
        double[] numbers = new double[rows.rows()];
        Arrays.fill(numbers, number);
        List<Field> fields = new ArrayList<>(rows.schema().fields());
        List<Column> columns = new ArrayList<>();
        IntStream.range(0, rows.width()).forEach(c -> columns.add(rows.column(c)));
        fields.add(Field.of(SET, Kind.WHOLE));
        columns.add(NumberColumn.of(numbers));
        return Table.of(new Schema(fields), columns);
    }

    /** Takes away rows of an earlier run: two tables beside one report would leave it open which one it is about. */
    void sweep(Path folder, List<String> endings) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old = files.filter(file -> are(String.valueOf(file.getFileName()), endings)
                            && !names().contains(String.valueOf(file.getFileName())))
                    .toList();
        }
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
    }
}
