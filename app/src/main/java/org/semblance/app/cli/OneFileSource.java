package org.semblance.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.semblance.formats.Excel;
import org.semblance.formats.TableFormats;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.database.DatabaseSource;
import org.semblance.io.database.FileSource;
import org.semblance.io.database.TableFormat;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/** One file as a database: a workbook with its sheets, or the one table of any other file. */
final class OneFileSource {
    private OneFileSource() {}

    static DatabaseSource of(Console console, String argument) {
        Inputs input = Inputs.of(console, argument);
        Path file = input.file();
        if (file == null) {
            throw ProblemException.usage(
                    Problem.of("sequences are not read from standard input.").fix("Put the table in a file."));
        }
        String name = String.valueOf(file.getFileName());
        boolean sheets = Excel.isWorkbook(name) && input.sheet().isEmpty();
        List<TableFormat.Part> parts = sheets
                ? TableFormats.ALL.stream()
                        .filter(format -> format.fits(name))
                        .findFirst()
                        .orElseThrow()
                        .open(file)
                : List.of(new Whole(console, input, Databases.stem(console, argument)));
        return new FileSource(file, argument, parts);
    }

    /** The one table of a file, read as every command reads it. */
    private record Whole(Console console, Inputs input, String name) implements TableFormat.Part {
        @Override
        public Loaded read(ReadOptions options, Run run) {
            return Reading.readRows(console, input, options.schema(), run);
        }
    }
}
