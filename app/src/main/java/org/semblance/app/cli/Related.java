package org.semblance.app.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.database.DatabaseProject;
import org.semblance.table.Sequence;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which related tables are read and what is learnt of them: flags of {@code run} and {@code fit}. */
final class Related {
    @Option(
            names = "--tables",
            paramLabel = "NAMES",
            description = "Only these tables of a folder or database, and views, with commas between (all tables).")
    @Nullable
    String tables;

    @Option(
            names = "--keep",
            paramLabel = "NAMES",
            description = "Of related tables: these stay as they are, every row of them (lists of countries, wards).")
    @Nullable
    String keep;

    @Option(
            names = "--repair",
            description = "Of related tables: where foreign keys point nowhere, new ones do not (they do, too).")
    boolean repair;

    @Option(
            names = "--entity",
            paramLabel = "COLUMNS",
            description = {
                "Of a table of sequences: the columns that say whose step a row is (a sensor, a share), with commas",
                "between; without it all rows are one sequence."
            })
    @Nullable
    String entity;

    @Option(
            names = "--order",
            paramLabel = "COLUMN",
            description = "Of a table of sequences: the column that puts steps in order (a date, a number).")
    @Nullable
    String order;

    @Mixin
    Connecting connecting = new Connecting();

    void refuseForTables(String data) {
        connecting.refuseForTables(data);
        refuse(tables != null ? "--tables" : keep != null ? "--keep" : repair ? "--repair" : "");
    }

    /** @param flag that is for databases only, or empty */
    static void refuse(String flag) {
        if (!flag.isEmpty()) {
            throw ProblemException.usage(Problem.of(flag + " is for databases.")
                    .fix("Give a folder of tables" + (flag.equals("--scale") ? ", or -n for one table." : ".")));
        }
    }

    /** Whether one table is said to be of sequences. */
    boolean sequences() {
        return entity != null || order != null;
    }

    /** The project with what was said of sequences. */
    DatabaseProject over(DatabaseProject given, Console console, String data) {
        // A schema of one table names none.
        DatabaseProject project = Databases.is(console, data)
                ? given
                : given.schema(given.schema().named(Set.of(Databases.stem(console, data))));
        if (!sequences()) {
            return project;
        }
        if (Databases.is(console, data)) {
            throw ProblemException.usage(Problem.of((entity != null ? "--entity" : "--order")
                            + " is for one table, and " + data + " has several.")
                    .fix("Sequences among related tables are found, or named in a schema file: semblance inspect "
                            + data + " --schema"));
        }
        List<String> whose = entity == null ? List.of() : Asked.columns(entity);
        Sequence sequence = new Sequence(Databases.stem(console, data), whose, order == null ? "" : order);
        return project.schema(project.schema().sequence(sequence));
    }

    /** What was said, as settings of a project. */
    void put(Map<String, Object> settings) {
        if (tables != null) {
            settings.put("tables", Asked.columns(tables));
        }
        if (keep != null) {
            settings.put("keep", Asked.columns(keep));
        }
        if (repair) {
            settings.put("repair", true);
        }
    }
}
