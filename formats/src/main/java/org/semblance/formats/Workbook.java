package org.semblance.formats;

import java.nio.file.Path;
import java.util.List;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.TableReader;
import org.semblance.io.database.TableFormat;
import org.semblance.run.Run;

/**
 * Excel workbooks, each sheet that is not empty a table: called as the sheet, or as the file where there is only one. See
 * {@link Excel} for how cells are read.
 */
public final class Workbook implements TableFormat {
    private static final String ENDING = ".xlsx";

    private record Sheet(Path file, String sheet, String name) implements Part {
        @Override
        public Loaded read(ReadOptions options, Run run) {
            return TableReader.read(Excel.source(file, sheet), options, run);
        }
    }

    @Override
    public boolean fits(String fileName) {
        // "~$book.xlsx" marks a workbook that somebody has open.
        return Excel.isWorkbook(fileName) && !fileName.startsWith("~$");
    }

    @Override
    public List<Part> open(Path file) {
        List<String> sheets = Excel.sheets(file);
        String name = String.valueOf(file.getFileName());
        String stem = name.substring(0, name.length() - ENDING.length());
        return sheets.stream()
                .map(sheet -> (Part) new Sheet(file, sheet, sheets.size() == 1 ? stem : sheet))
                .toList();
    }
}
