package org.semblance.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Requirement;
import org.semblance.formats.jdbc.Address;
import org.semblance.io.Loaded;
import org.semblance.io.Source;
import org.semblance.io.database.DatabaseSource;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.Columns;
import org.semblance.project.Pipeline;
import org.semblance.project.Project;
import org.semblance.project.ProjectFile;
import org.semblance.project.SettingsReader;
import org.semblance.project.database.DatabaseProject;
import org.semblance.project.database.DatabaseProjectFile;
import org.semblance.project.database.DatabaseSchemaFile;
import org.semblance.report.Report;
import org.semblance.report.Summary;
import org.semblance.run.Run;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        header = "everything: look, fit, sample, evaluate; from a table or a folder of tables to a folder",
        description = {
            "Reads a table, says what each column was taken for, holds some rows back, learns from the rest, makes as many",
            "new rows, and scores them beside what the held-back rows score. The folder NAME-semblance/ then holds",
            "synthetic.csv (written like the source), report.html (is it valid, alike, useful, private: open it in a browser),",
            "report.json (the same for machines), model.semblance (what was learnt and scored) and project.yaml (this run, to",
            "repeat or to change). Of a folder of related tables it learns all of them together, with their keys; the rows are",
            "then in NAME-semblance/synthetic/, a file for each table."
        },
        footer = {
            "semblance run patients.csv",
            "semblance run patients.csv -o fake -n 1000 --seed 42",
            "semblance run patients.csv --method gaussian-copula",
            "semblance run patients.csv --apply top-coding:columns=age,at=90",
            "semblance run clinic/ --scale 3                      all tables of a folder, three times as many rows",
            "semblance run clinic/ --keep wards --where \"patients.sex = 'F'\"",
            "semblance run 'jdbc:postgresql://localhost/clinic?user=anna' --password-file secret -o jdbc:sqlite:fake.db",
            "semblance run patients.csv --dry-run                 what would be done, nothing written",
            "semblance run patients-semblance/project.yaml -o again   the same rows and report once more",
            "zcat big.csv.gz | semblance run - -o big-semblance"
        })
final class RunCommand implements Verb {
    @Parameters(
            index = "0",
            paramLabel = "DATA|project.yaml",
            description = {
                "Delimited text (.gz too), .parquet, .json, .jsonl or .xlsx, a folder of tables, a database (jdbc:...),",
                "- for standard input, or a project of an earlier run."
            })
    String data = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR|jdbc:...",
            description = {
                "The folder to write (NAME-semblance, here).",
                "Of related tables: or a database for the rows; the other files are in NAME-semblance."
            })
    @Nullable
    String output;

    @Option(
            names = {"-n", "--rows"},
            paramLabel = "ROWS",
            description = {
                "How many rows to make, like 5000 or 1e6 (as many as the data has).",
                "Of related tables: of one that points at no other, like patients=1000; may be repeated."
            })
    List<String> rows = new ArrayList<>();

    @Option(
            names = "--scale",
            paramLabel = "TIMES",
            description = "Of related tables: how many times the rows of the data (1); children follow.")
    @Nullable
    String scale;

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
            names = "--where",
            paramLabel = "CONDITION",
            description = {
                "Of related tables: what all rows of a table satisfy, like \"patients.sex = 'F'\"; what hangs on",
                "them follows. May be repeated."
            })
    List<String> where = new ArrayList<>();

    @Option(
            names = "--repair",
            description = "Of related tables: where foreign keys point nowhere, new ones do not (they do, too).")
    boolean repair;

    @Mixin
    Connecting connecting = new Connecting();

    @Mixin
    Target target = new Target();

    @Mixin
    Choices choices = new Choices();

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description = "The share of rows held back to compare with (0.2; at least 50 rows, 0 for none).")
    @Nullable
    String holdout;

    @Option(
            names = "--apply",
            paramLabel = "CONTROL",
            description = {
                "A disclosure control for the rows, like top-coding:columns=age,at=90;",
                "may be repeated. All of them: semblance list controls"
            })
    List<String> apply = new ArrayList<>();

    @Mixin
    Asked asked = new Asked();

    @Override
    public int call(Console console) throws IOException {
        if (Databases.is(console, data)) {
            return database(console, DatabaseProject.of(data), data);
        }
        if (data.endsWith(".yaml") || data.endsWith(".yml")) {
            SettingsReader file = SettingsReader.open(Source.of(console.path(data)));
            if (DatabaseProjectFile.is(file)) {
                DatabaseProject written = DatabaseProjectFile.read(file);
                return database(console, written, beside(console, written.database()));
            }
        }
        connecting.refuseForTables(data);
        target.refuseForTables(output);
        refuseForTables();
        List<Requirement> requirements = asked.requirements();
        Inputs given = Inputs.of(console, data);
        Inputs.What what = given.what();
        if (what == Inputs.What.MODEL) {
            throw ProblemException.usage(
                    Problem.of(data + " is a model, not a table.").fix("Rows from it: semblance sample " + data));
        }
        Project written = what == Inputs.What.YAML ? ProjectFile.read(given.source()) : Project.of(data);
        Project project = choices.over(written, settings(), console);
        Inputs input = what == Inputs.What.YAML ? Inputs.of(console, beside(console, project.data())) : given;
        project = project.seed(console.seed(project.seed()));
        Pipeline.check(project);
        Folder folder = Folder.of(console, output == null ? input.stem() + "-semblance" : output);

        Run run = console.run(project.seed() == null ? 0 : project.seed());
        Loaded loaded = Reading.readRows(console, input, project.columns(), run);
        Columns columns = Columns.of(loaded.table(), project.settings().privacy(), run);
        Reading.say(console, input, loaded, columns);
        String hash = input.hash();
        if (!project.sha256().isEmpty() && !project.sha256().equals(hash)) {
            console.say("  ! " + input.name() + " is not the file that " + data
                    + " was written for: the result will differ");
        }
        Pipeline.question(loaded.table(), project);
        Asked.check(requirements, loaded.table());
        project = project.data(folder.pathOf(input), hash);
        if (console.flags().dryRun) {
            return plan(console, project, loaded, folder);
        }
        Pipeline.Outcome outcome = Pipeline.run(loaded, project, run);
        Reports.sayChosen(console, project, outcome.model());
        ControlReport.lines(outcome.controlled(), Reports.made(outcome)).forEach(console::say);
        Report report = Reports.of(project, input.name(), loaded, columns, outcome, run);
        Summary.of(report).forEach(console::say);
        outcome.notes().forEach(note -> console.say("  " + note));
        folder.write(console, new Folder.Contents(project, report, outcome, loaded, input), run);
        folder.say(console, project);
        int code = Asked.gate(console, requirements, report.findings());
        if (console.flags().json) {
            console.answer(Reports.json(report, folder, requirements));
        }
        return code;
    }

    private void refuseForTables() {
        String flag = scale != null
                ? "--scale"
                : tables != null
                        ? "--tables"
                        : keep != null ? "--keep" : !where.isEmpty() ? "--where" : repair ? "--repair" : "";
        if (!flag.isEmpty()) {
            throw ProblemException.usage(Problem.of(flag + " is for databases.")
                    .fix("Give a folder of tables" + (flag.equals("--scale") ? ", or -n for one table." : ".")));
        }
    }

    private int database(Console console, DatabaseProject given, String source) throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        put(settings, "scale", scale);
        put(settings, "rows", rows.isEmpty() ? null : rows);
        put(settings, "tables", tables == null ? null : Asked.columns(tables));
        put(settings, "keep", keep == null ? null : Asked.columns(keep));
        put(settings, "where", where.isEmpty() ? null : where);
        put(settings, "repair", repair ? true : null);
        put(settings, "holdout", holdout);
        put(settings, "fidelity", choices.fidelity);
        put(settings, "keep-constraints", choices.noConstraints ? "false" : null);
        if (choices.method != null || !apply.isEmpty() || !asked.settings().isEmpty() || !asked.require.isEmpty()) {
            throw ProblemException.usage(Problem.of(
                            "--method, --apply, --target, --model, --sensitive, --keys and --require are for one table.")
                    .fix("Leave them out for a folder."));
        }
        DatabaseProject project = given.settings(Options.bind(given.settings(), settings, "this command"));
        if (!choices.with.isEmpty()) {
            project = project.options(choices.pairs());
        }
        if (choices.schema != null) {
            project = project.schema(DatabaseSchemaFile.read(Source.of(console.path(choices.schema))));
        }
        return RunDatabase.call(console, project, ends(console, source));
    }

    /** Where a database comes from, and where it goes. */
    private RunDatabase.Ends ends(Console console, String data) {
        DatabaseSource source = Databases.source(console, data, connecting);
        String stem = Databases.address(console, data)
                .map(Address::stem)
                .orElseGet(() -> data.replaceFirst("/+$", "").replaceFirst(".*/", ""));
        String given = output;
        if (given != null && Address.isAddress(given)) {
            return new RunDatabase.Ends(
                    data, source, stem + "-semblance", target.sink(console, new Address(given), connecting, source));
        }
        target.refuseForFolders();
        return new RunDatabase.Ends(
                data, source, given == null ? stem + "-semblance" : given.replaceFirst("/+$", ""), null);
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> out = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            out.put("rows", count(rows));
        }
        if (holdout != null) {
            out.put("holdout", holdout);
        }
        if (!apply.isEmpty()) {
            out.put("controls", apply);
        }
        out.putAll(asked.settings());
        return out;
    }

    private static Object count(List<String> rows) {
        if (rows.size() > 1) {
            throw ProblemException.usage(
                    Problem.of("--rows is given " + rows.size() + " times, but there is one table.")
                            .fix("Give it once."));
        }
        try {
            return new Count().convert(rows.get(0));
        } catch (CommandLine.TypeConversionException e) {
            throw ProblemException.usage(
                    Problem.of("--rows is \"" + rows.get(0) + "\", but must be " + e.getMessage() + "."));
        }
    }

    /** The data of a project, from the folder of the project file. */
    private String beside(Console console, String path) {
        if (path.equals(Console.DASH) || Address.isAddress(path)) {
            return path;
        }
        java.nio.file.Path folder = java.nio.file.Path.of(data).getParent();
        return folder == null ? path : folder.resolve(path).normalize().toString();
    }

    private static int plan(Console console, Project project, Loaded loaded, Folder folder) throws IOException {
        Project.Settings settings = project.settings();
        long made = settings.rows() == 0 ? loaded.rowsInSource() : settings.rows();
        console.say("would fit " + settings.method() + ", make " + Reading.number(made) + " rows with seed "
                + project.seed() + " and write " + folder.name() + "/");
        console.say("dry run: nothing was written.");
        if (console.flags().json) {
            console.answer(Reports.plan(project, made, folder));
        }
        return Cli.DONE;
    }
}
