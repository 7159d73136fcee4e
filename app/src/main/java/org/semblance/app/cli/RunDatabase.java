package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Requirement;
import org.semblance.formats.jdbc.Address;
import org.semblance.io.Dialect;
import org.semblance.io.Outputs;
import org.semblance.io.database.DatabaseSink;
import org.semblance.io.database.DatabaseSource;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.model.DatabaseModel;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.relations.Detected;
import org.semblance.project.database.DatabasePipeline;
import org.semblance.project.database.DatabaseProject;
import org.semblance.project.database.DatabaseProjectFile;
import org.semblance.report.DatabaseReport;
import org.semblance.report.ReportJson;
import org.semblance.report.Summary;
import org.semblance.report.page.DatabasePage;
import org.semblance.run.Run;
import tools.jackson.databind.node.ObjectNode;

/** {@code run} over related tables: everything, into a folder; the rows into a database where one is named. */
final class RunDatabase {
    private static final String ROWS = "synthetic";
    private static final List<String> FILES = List.of("model.semblance", "report.html", "report.json", "project.yaml");

    private final Console console;
    private final DatabaseProject project;
    private final LoadedDatabase loaded;
    private final Detected detected;
    private final Ends ends;

    private RunDatabase(Console console, DatabaseProject project, LoadedDatabase loaded, Detected detected, Ends ends) {
        this.ends = ends;
        this.console = console;
        this.project = project;
        this.loaded = loaded;
        this.detected = detected;
    }

    /**
     * Where a database comes from and where it goes.
     *
     * @param data the source as an argument; the project has the same from its own place
     * @param output the folder for everything that is written
     * @param sink where the rows go, or null for the folder
     * @param format of the rows in the folder
     */
    record Ends(
            String data,
            DatabaseSource source,
            String output,
            @Nullable DatabaseSink sink,
            RowsFolder format) {
        static Ends of(Console console, String data, Related related, Target target, @Nullable String output) {
            DatabaseSource source = Databases.source(console, data, related.connecting);
            String stem = Databases.stem(console, data);
            RowsFolder format = target.format();
            if (output != null && target.isOne(console, output)) {
                if (!Address.isAddress(data) && console.path(data).equals(console.path(output))) {
                    throw ProblemException.usage(Problem.of("refused: " + output + " is what is read.")
                            .fix("Choose another place with -o."));
                }
                DatabaseSink sink = target.sink(console, output, related.connecting, source);
                return new Ends(data, source, stem + "-semblance", sink, format);
            }
            target.refuseForFolders();
            String folder = output == null ? stem + "-semblance" : output.replaceFirst("/+$", "");
            return new Ends(data, source, folder, null, format);
        }
    }

    static int call(Console console, DatabaseProject given, List<Requirement> requirements, Ends ends)
            throws IOException {
        Path folder = folder(console, ends.output());
        DatabaseProject project = given.seed(console.seed(given.seed())).withoutLeftOut();
        Run run = console.run(DatabaseReports.seed(project));
        LoadedDatabase loaded = Databases.read(ends.source(), project.settings().tables(), project.schema(), run);
        Detected detected = DatabasePipeline.relate(loaded, project.schema(), run);
        DatabasePipeline.check(project, detected.database());
        console.say(Databases.head(console, loaded, detected));
        Databases.lines(loaded, detected, console.flags().verbose).forEach(console::say);
        if (ends.sink() != null) {
            ends.sink().check(detected.database().metadata(), console.flags().force);
        }
        if (!project.sha256().isEmpty() && !project.sha256().equals(loaded.sha256())) {
            console.say("  ! " + loaded.name() + " is not what the project was written for: the result will differ");
        }
        String path = path(console, ends.data(), folder);
        RunDatabase one = new RunDatabase(console, project.database(path, loaded.sha256()), loaded, detected, ends);
        if (console.flags().dryRun) {
            List<String> where = project.settings().where();
            int tables = loaded.tables().size();
            console.say("would learn " + tables + (tables == 1 ? " table, make it" : " tables, make them")
                    + " at scale "
                    + project.settings().scale() + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                    + " with seed " + project.seed() + " and write " + ends.output() + "/"
                    + (ends.sink() == null ? "" : " and " + ends.sink().name()));
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        return one.run(folder, requirements, run);
    }

    /** The source as project.yaml in a folder says it. */
    private static String path(Console console, String data, Path folder) {
        if (Address.isAddress(data)) {
            return new Address(data).from(console.path("")).url();
        }
        Path here = folder.toAbsolutePath().normalize();
        Path there = console.path(data).toAbsolutePath().normalize();
        return here.relativize(there).toString().replace('\\', '/');
    }

    private static Path folder(Console console, String name) {
        if (name.equals(Console.DASH)) {
            throw ProblemException.usage(
                    Problem.of("run writes a folder, not standard output.").fix("Choose a folder with -o."));
        }
        Path path = console.path(name);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw ProblemException.usage(Problem.of("refused: " + name + " is a file, and run writes a folder.")
                    .fix("Choose another name with -o."));
        }
        boolean taken = Files.exists(path.resolve(ROWS))
                || Files.exists(path.resolve(ROWS + RowsFolder.CSV.ending()))
                || FILES.stream().anyMatch(file -> Files.exists(path.resolve(file)));
        if (taken && !console.flags().force) {
            throw ProblemException.usage(Problem.of("refused: " + name + " holds an earlier run.")
                    .fix("Add --force to replace it, or choose another folder with -o."));
        }
        OneFile.checkFolder(path.toAbsolutePath(), name);
        return path;
    }

    private int run(Path folder, List<Requirement> requirements, Run run) throws IOException {
        String output = ends.output();
        DatabaseSink sink = ends.sink();
        DatabasePipeline.Outcome outcome = DatabasePipeline.run(detected, project, run);
        DatabaseReports reports = DatabaseReports.of(project, loaded, detected);
        DatabaseReport report = reports.report(outcome, run);
        Summary.of(report.plain()).forEach(console::say);
        outcome.notes().forEach(note -> console.say("  " + note));
        try (Outputs out = Outputs.in(folder, console.flags().force)) {
            if (sink == null) {
                rows(inFolder(out), outcome, run);
            }
            try (OutputStream file = out.open(FILES.get(0))) {
                Provenance from = reports.provenance(console);
                ModelFile.write(file, outcome.model(), from.synthesizer(), from);
            }
            text(out, FILES.get(1), DatabasePage.text(report));
            text(out, FILES.get(2), ReportJson.text(report.plain()));
            text(out, FILES.get(3), DatabaseProjectFile.write(project, detected));
            Run.checkCancelled();
            if (sink != null) {
                // Last, when nothing but moving the files is left to fail.
                rows(sink, outcome, run);
            }
            out.commit();
        }
        if (sink != null) {
            console.say("wrote " + console.style().strong(sink.name()) + "  "
                    + loaded.tables().size() + " tables");
        }
        console.say("wrote " + console.style().strong(output + "/") + "  " + (sink == null ? rowsName() + "  " : "")
                + String.join("  ", FILES) + "      seed " + project.seed());
        console.say("next: open " + output + "/report.html, or edit project.yaml and run  semblance run " + output
                + "/project.yaml -o another-folder");
        int code = Asked.gate(console, requirements, report.findings());
        if (console.flags().json) {
            ObjectNode node = ReportJson.node(report.plain());
            Asked.gate(node, requirements, report.findings());
            console.answer(Reports.text(node));
        }
        return code;
    }

    /** A table of sequences alone is a file as that of any table, and not in a folder below. */
    private boolean one() {
        return DatabasePipeline.sequences(detected.database().metadata());
    }

    private String rowsName() {
        return one() ? ROWS + ends.format().ending() : ROWS + "/";
    }

    private DatabaseSink inFolder(Outputs out) {
        Map<String, Dialect> dialects = new LinkedHashMap<>();
        loaded.tables().forEach((name, table) -> dialects.put(name, table.dialect()));
        return ends.format().inside(out, table -> one() ? ROWS : ROWS + "/" + table, dialects);
    }

    private static void rows(DatabaseSink sink, DatabasePipeline.Outcome outcome, Run run) {
        DatabaseModel model = outcome.model();
        try (DatabaseSink.Writing to = sink.begin(model.metadata(), run)) {
            if (outcome.whole()) {
                outcome.scored().tables().forEach(to::write);
            } else {
                outcome.rows().forEach(to::write, run);
            }
            to.commit();
        }
    }

    private static void text(Outputs out, String name, String text) throws IOException {
        try (OutputStream file = out.open(name)) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
