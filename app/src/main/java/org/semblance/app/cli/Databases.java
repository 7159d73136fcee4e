package org.semblance.app.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.semblance.formats.Excel;
import org.semblance.formats.TableFormats;
import org.semblance.formats.Workbook;
import org.semblance.formats.jdbc.Address;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.DatabaseSource;
import org.semblance.io.database.FolderSource;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.relations.Detected;
import org.semblance.prepare.relations.Reference;
import org.semblance.project.database.DatabaseSchema;
import org.semblance.report.diagram.Diagram;
import org.semblance.report.diagram.DiagramText;
import org.semblance.run.Run;
import org.semblance.table.Field;

/** Reading a database and saying what was found. */
final class Databases {
    /** The share of the memory that the tables may take; learning needs the rest. */
    private static final int MEMORY_SHARE = 4;

    private Databases() {}

    /**
     * Whether an argument names a database: a folder, an address, a file of SQLite or DuckDB, or a workbook of several
     * sheets.
     */
    static boolean is(Console console, String argument) {
        return !argument.equals(Console.DASH)
                && (address(console, argument).isPresent()
                        || Files.isDirectory(console.path(argument))
                        || Excel.isWorkbook(argument)
                                && Files.isRegularFile(console.path(argument))
                                && new Workbook().open(console.path(argument)).size() > 1);
    }

    /** The address that an argument is, or that of the file it names. */
    static Optional<Address> address(Console console, String argument) {
        return Address.isAddress(argument)
                ? Optional.of(new Address(argument).from(console.path("")))
                : Address.of(console.path(argument));
    }

    /** {@code clinic} of {@code data/clinic/}, of {@code clinic.xlsx} and of {@code jdbc:postgresql://host/clinic}. */
    static String stem(Console console, String argument) {
        return address(console, argument)
                .map(Address::stem)
                .orElseGet(() -> argument.replaceFirst("[/\\\\]+$", "")
                        .replaceFirst(".*[/\\\\]", "")
                        .replaceFirst("(?i)\\.xlsx(#.*)?$", "")
                        .replaceFirst("(?i)\\.(csv|tsv|tab|psv|txt|parquet|pq|json|jsonl|ndjson)(\\.gz)?$", ""));
    }

    static DatabaseSource source(Console console, String argument) {
        return source(console, argument, new Connecting());
    }

    static DatabaseSource source(Console console, String argument, Connecting connecting) {
        Optional<Address> address = address(console, argument);
        if (address.isPresent()) {
            return connecting.source(console, address.get());
        }
        connecting.refuseForFolders(argument);
        if (!Files.isDirectory(console.path(argument))) {
            return OneFileSource.of(console, argument);
        }
        String name = argument.endsWith("/") && argument.length() > 1
                ? argument.substring(0, argument.length() - 1)
                : argument;
        return new FolderSource(console.path(argument), name, TableFormats.ALL);
    }

    /** All tables, whole: a part of them would have orphans. */
    static LoadedDatabase read(DatabaseSource source, List<String> tables, DatabaseSchema schema, Run run) {
        ReadOptions each = ReadOptions.DEFAULT.maxBytes(Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        LoadedDatabase loaded = source.read(new DatabaseOptions(tables, schema.columns(), each), run);
        List<Problem> problems = new ArrayList<>();
        loaded.tables().forEach((name, table) -> {
            if (table.rowsInSource() > table.table().rows()) {
                problems.add(Problem.of("table " + name + " does not fit in memory.")
                        .at(loaded.name())
                        .fix("Give Java more (-Xmx), or leave the table out (--tables)."));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return loaded;
    }

    static String head(Console console, LoadedDatabase loaded, Detected detected) {
        long rows = loaded.tables().values().stream()
                .mapToLong(Loaded::rowsInSource)
                .sum();
        return console.style().strong(loaded.name()) + "    "
                + count(loaded.tables().size(), "table") + ", " + count(rows, "row") + ", "
                + count(detected.references().size(), "foreign key");
    }

    /** Tables, how they are related and why, and what looks odd. */
    static List<String> lines(LoadedDatabase loaded, Detected detected, boolean all) {
        List<String> out = new ArrayList<>();
        DiagramText.of(Diagram.of(detected)).forEach(line -> out.add("  " + line));
        if (all) {
            out.add("why");
            detected.keys()
                    .forEach((table, why) -> out.add("  " + table + " by "
                            + String.join(" + ", detected.database().keys().getOrDefault(table, List.of())) + ": "
                            + why));
            detected.references()
                    .forEach(
                            reference -> out.add("  " + reference.relationship().name() + ": " + reference.why()));
        }
        detected.sequences().forEach((sequence, why) -> {
            String whose = sequence.entity().isEmpty() ? "" : " for each " + String.join(" + ", sequence.entity());
            out.add("  " + sequence.table() + " is a sequence" + whose + " by " + sequence.order()
                    + (all ? ": " + why : ""));
        });
        if (all) {
            detected.database().tables().forEach((name, table) -> {
                out.add(name);
                for (Field field : table.schema().fields()) {
                    out.add(String.format(
                            Locale.ROOT,
                            "  %-24s %-12s %s",
                            field.name(),
                            field.kind().word(),
                            field.why()));
                }
            });
        }
        detected.notes().forEach(note -> out.add("  ! " + note));
        for (Reference reference : detected.references()) {
            String gaps = reference.counted().gaps();
            if (!gaps.isEmpty()) {
                out.add("  ! " + reference.relationship().name() + ": " + gaps);
            }
        }
        loaded.tables().forEach((name, table) -> table.notes().forEach(note -> out.add("  ! " + name + ": " + note)));
        return out;
    }

    private static String count(long count, String what) {
        return Reading.number(count) + " " + what + (count == 1 ? "" : "s");
    }
}
