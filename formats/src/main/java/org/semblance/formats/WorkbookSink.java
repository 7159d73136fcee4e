package org.semblance.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.semblance.io.Outputs;
import org.semblance.io.database.DatabaseSink;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Metadata;
import org.semblance.table.Table;

/**
 * One Excel workbook, a sheet for each table. Rows wait in memory as they come, 8 bytes a number and 4 a label, since a
 * workbook is written sheet by sheet; a sheet has at most 1,048,576 rows (ECMA-376 leaves it open, Excel does not).
 */
public final class WorkbookSink implements DatabaseSink {
    private static final int MOST_ROWS = 1_048_575;
    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_NAME = 31;
    private static final int FLUSHED = 1000;

    private final Path file;
    private final String name;
    private boolean force;

    public WorkbookSink(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void check(Metadata metadata, boolean replace) {
        force = replace;
        List<Problem> problems = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        metadata.schemas().forEach((table, schema) -> {
            if (table.length() > LONGEST_NAME || table.matches(".*[\\[\\]:*?/\\\\].*|'.*|.*'")) {
                problems.add(Problem.of("no sheet can be called \"" + table + "\": at most " + LONGEST_NAME
                                + " characters, none of [ ] : * ? / \\ and no ' at an end.")
                        .at(name)
                        .fix("Choose a folder with -o, or a file of SQLite (.sqlite)."));
            } else if (!taken.add(table.toLowerCase(Locale.ROOT))) {
                problems.add(
                        Problem.of("two tables are called \"" + table + "\" but for capitals, and sheets may not be.")
                                .at(name)
                                .fix("Choose a folder with -o, or a file of SQLite (.sqlite)."));
            }
            if (schema.size() > MOST_COLUMNS) {
                problems.add(Problem.of("table " + table + " has more columns than a sheet.")
                        .at(name)
                        .fix("Choose a folder with -o."));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        try (Outputs out = Outputs.file(file, replace)) {
            out.expect(leaf());
        }
    }

    private String leaf() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Writing begin(Metadata metadata, Run run) {
        return new Waiting(metadata);
    }

    /** Rows that wait for their sheet. */
    private final class Waiting implements Writing {
        private final Map<String, List<Table>> parts = new LinkedHashMap<>();
        private final Map<String, Integer> rows = new LinkedHashMap<>();
        private final Metadata metadata;

        Waiting(Metadata metadata) {
            this.metadata = metadata;
            metadata.schemas().keySet().forEach(table -> parts.put(table, new ArrayList<>()));
        }

        @Override
        public synchronized void write(String table, Table more) {
            if (rows.merge(table, more.rows(), Integer::sum) > MOST_ROWS) {
                throw ProblemException.data(Problem.of("table " + table + " has more than " + MOST_ROWS
                                + " rows, and a sheet of Excel no place for them.")
                        .at(name)
                        .fix("Choose a folder with -o, a file of SQLite (.sqlite), or a smaller --scale."));
            }
            Objects.requireNonNull(parts.get(table), table).add(more);
        }

        @Override
        public void commit() {
            try (Outputs out = Outputs.file(file, force)) {
                Path dated = Files.createTempFile("semblance", ".xlsx");
                try {
                    book(dated);
                    try (OutputStream stream = out.open(leaf())) {
                        Undated.copy(dated, stream);
                    }
                } finally {
                    Files.deleteIfExists(dated);
                }
                out.commit();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void book(Path to) throws IOException {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(to));
                    Workbook book = new Workbook(stream, "Semblance", null)) {
                // It is unpacked again at once.
                book.setCompressionLevel(1);
                for (Map.Entry<String, List<Table>> sheet : parts.entrySet()) {
                    write(book.newWorksheet(sheet.getKey()), sheet.getKey(), sheet.getValue());
                    sheet.getValue().clear();
                }
            }
        }

        private void write(Worksheet sheet, String table, List<Table> rows) throws IOException {
            List<SheetColumn> columns =
                    SheetColumn.of(Objects.requireNonNull(metadata.schemas().get(table), table));
            for (int c = 0; c < columns.size(); c++) {
                sheet.inlineString(0, c, columns.get(c).name());
            }
            sheet.freezePane(0, 1);
            int row = 1;
            for (Table some : rows) {
                for (int i = 0; i < some.rows(); i++) {
                    for (int c = 0; c < columns.size(); c++) {
                        columns.get(c).write(some.column(c), i, sheet, row, c);
                    }
                    if (++row % FLUSHED == 0) {
                        sheet.flush();
                    }
                }
            }
            sheet.finish();
        }

        @Override
        public void close() {
            parts.clear();
        }
    }
}
