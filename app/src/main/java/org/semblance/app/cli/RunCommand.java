package org.semblance.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Requirement;
import org.semblance.evaluate.related.RelatedMeasures;
import org.semblance.formats.jdbc.Address;
import org.semblance.io.Loaded;
import org.semblance.io.Source;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.Columns;
import org.semblance.project.Pipeline;
import org.semblance.project.Project;
import org.semblance.project.ProjectFile;
import org.semblance.project.SettingsReader;
import org.semblance.project.database.DatabaseProject;
import org.semblance.project.database.DatabaseProjectFile;
import org.semblance.report.Report;
import org.semblance.report.Summary;
import org.semblance.run.Run;
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
            "semblance run survey.csv --method parametric -m 5     five syntheses, for semblance pool",
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
                "Of related tables: or a database for the rows (jdbc:..., or a file .db, .sqlite, .duckdb, .xlsx); the other",
                "files are in NAME-semblance."
            })
    @Nullable
    String output;

    @Mixin
    Sizes sizes = new Sizes();

    @Mixin
    Related related = new Related();

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
    Several several = new Several();

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
                return database(console, written, beside(written.database()));
            }
        }
        if (related.sequences() || choices.schema != null && choices.namesTables(console)) {
            return database(console, DatabaseProject.of(data), data);
        }
        related.refuseForTables(data);
        target.refuseForTables(output);
        sizes.refuseForTables();
        List<Requirement> requirements = asked.requirements();
        Inputs given = Inputs.of(console, data);
        Inputs.What what = given.what();
        if (what == Inputs.What.MODEL) {
            throw ProblemException.usage(
                    Problem.of(data + " is a model, not a table.").fix("Rows from it: semblance sample " + data));
        }
        Project written = what == Inputs.What.YAML ? ProjectFile.read(given.source()) : Project.of(data);
        Project project = choices.over(written, settings(), console);
        Inputs input = what == Inputs.What.YAML ? Inputs.of(console, beside(project.data())) : given;
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
            Pipeline.checkTraining(loaded.table(), project, run);
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

    private int database(Console console, DatabaseProject given, String source) throws IOException {
        several.refuseForDatabases();
        List<Requirement> requirements = asked.requirements(RelatedMeasures::check);
        Map<String, Object> settings = new LinkedHashMap<>();
        sizes.put(settings, Databases.is(console, source) ? "" : Databases.stem(console, source));
        related.put(settings);
        put(settings, "holdout", holdout);
        if (!apply.isEmpty() || !asked.settings().isEmpty()) {
            throw ProblemException.usage(
                    Problem.of("--apply, --target, --model, --sensitive and --keys are for one table of single rows.")
                            .fix("Leave them out for related tables and for sequences."));
        }
        DatabaseProject project = related.over(choices.over(given, settings, console), console, source);
        return RunDatabase.call(
                console, project, requirements, RunDatabase.Ends.of(console, source, related, target, output));
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> out = new LinkedHashMap<>();
        if (!sizes.rows.isEmpty()) {
            out.put("rows", sizes.rows(0));
        }
        if (holdout != null) {
            out.put("holdout", holdout);
        }
        if (!apply.isEmpty()) {
            out.put("controls", apply);
        }
        several.put(out);
        out.putAll(asked.settings());
        return out;
    }

    /** The data of a project, from the folder of the project file. */
    private String beside(String path) {
        return Address.isAddress(path) ? path : Inputs.beside(data, path);
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
