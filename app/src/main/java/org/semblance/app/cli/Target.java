package org.semblance.app.cli;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.Excel;
import org.semblance.formats.WorkbookSink;
import org.semblance.formats.jdbc.Address;
import org.semblance.formats.jdbc.JdbcSink;
import org.semblance.formats.jdbc.JdbcSource;
import org.semblance.formats.jdbc.Login;
import org.semblance.io.database.DatabaseSink;
import org.semblance.io.database.DatabaseSource;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine.Option;

/** Where the rows of related tables go: the flags of commands which write some. */
final class Target {
    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "Of related tables in a folder: csv, parquet, json or jsonl (csv).")
    @Nullable
    String format;

    @Option(
            names = "--output-schema",
            paramLabel = "NAME",
            description = "The schema of the database to write to, made where it is not there.")
    @Nullable
    String schema;

    @Option(
            names = "--output-password-file",
            paramLabel = "FILE",
            description = "The password of the database to write to, where it is another.")
    @Nullable
    String password;

    /** Whether an output is one place for all tables: a database by its address or its file's name, or a workbook. */
    boolean isOne(Console console, String output) {
        return address(console, output).isPresent() || isWorkbook(console, output);
    }

    private static boolean isWorkbook(Console console, String output) {
        return Excel.isWorkbook(output) && !Files.isDirectory(console.path(output));
    }

    private static Optional<Address> address(Console console, String output) {
        if (Address.isAddress(output)) {
            return Optional.of(new Address(output).from(console.path("")));
        }
        return Files.isDirectory(console.path(output)) ? Optional.empty() : Address.named(console.path(output));
    }

    /** @param source where the rows come from, if from a database: types of it are kept, and it is never written to */
    DatabaseSink sink(Console console, String output, Connecting connecting, @Nullable DatabaseSource source) {
        if (format != null) {
            throw ProblemException.usage(
                    Problem.of("--format is for files in a folder, and " + output + " is a database or a workbook.")
                            .fix("Leave it out, or give a folder with -o."));
        }
        if (isWorkbook(console, output)) {
            refuseForFolders();
            OneFile.checkFolder(console.path(output).toAbsolutePath().getParent(), output);
            return new WorkbookSink(console.path(output), output);
        }
        Login login = password == null ? connecting.login(console) : Login.file(console.path(password), password);
        JdbcSource like = source instanceof JdbcSource jdbc ? jdbc : null;
        return new JdbcSink(
                connecting.engines(console),
                address(console, output).orElseThrow(),
                login,
                schema == null ? "" : schema,
                like);
    }

    RowsFolder format() {
        if (format == null) {
            return RowsFolder.CSV;
        }
        RowsFolder found = RowsFolder.ALL.get(format.toLowerCase(Locale.ROOT));
        if (found == null) {
            String hint = Nearest.hint(format, RowsFolder.ALL.keySet());
            throw ProblemException.usage(Problem.of("there is no format \"" + format + "\".")
                    .fix((hint + " There are: " + String.join(", ", RowsFolder.ALL.keySet()) + ".").trim()));
        }
        return found;
    }

    void refuseForFolders() {
        if (schema != null || password != null) {
            throw ProblemException.usage(
                    Problem.of((schema != null ? "--output-schema" : "--output-password-file") + " is for databases.")
                            .fix("Give an address with -o, such as jdbc:postgresql://localhost/fake?user=anna"));
        }
    }

    /** One table is written as a file. */
    void refuseForTables(@Nullable String output) {
        refuseForFolders();
        if (format != null) {
            throw ProblemException.usage(
                    Problem.of("--format is for related tables.")
                            .fix(
                                    "One table is written like its source; other formats: semblance sample MODEL -o NAME.parquet"));
        }
        if (output != null && Address.isAddress(output)) {
            throw ProblemException.usage(Problem.of("one table is not written to a database.")
                    .fix("Put it in a folder of its own and run the folder, or choose a folder with -o."));
        }
    }
}
