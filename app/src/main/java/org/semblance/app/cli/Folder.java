package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.semblance.io.Loaded;
import org.semblance.io.Outputs;
import org.semblance.model.ModelFile;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.Pipeline;
import org.semblance.project.Project;
import org.semblance.project.ProjectFile;
import org.semblance.report.Report;
import org.semblance.report.ReportJson;
import org.semblance.report.Subject;
import org.semblance.report.page.HtmlReport;
import org.semblance.run.Run;
import org.semblance.table.Schema;

/** The folder that a run writes, all of it or nothing. */
final class Folder {
    /** Endings of the rows: as the source has it. */
    private static final List<String> ENDINGS = List.of(
            ".csv", ".csv.gz", ".parquet", ".pq", ".json", ".json.gz", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz");

    private static final String MODEL = "model.semblance";
    private static final String PAGE = "report.html";
    private static final String REPORT = "report.json";
    private static final String PROJECT = "project.yaml";

    private final String name;
    private final Path path;
    private List<String> rows = List.of("synthetic" + ENDINGS.get(0));

    private Folder(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /** What goes in. */
    record Contents(Project project, Report report, Pipeline.Outcome outcome, Loaded loaded, Inputs input) {
        Schema schema() {
            return loaded.table().schema();
        }
    }

    /** @throws ProblemException where it is there already and may not be replaced */
    static Folder of(Console console, String name) {
        if (name.equals(Console.DASH)) {
            throw ProblemException.usage(Problem.of("run writes a folder, not standard output.")
                    .fix("Rows to standard output: semblance fit, then semblance sample."));
        }
        Path path = console.path(name);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw ProblemException.usage(Problem.of("refused: " + name + " is a file, and run writes a folder.")
                    .fix("Choose another name with -o."));
        }
        if (taken(path) && !console.flags().force) {
            throw ProblemException.usage(Problem.of("refused: " + name + " holds an earlier run.")
                    .fix("Add --force to replace it, or choose another folder with -o."));
        }
        OneFile.checkFolder(path.toAbsolutePath(), name);
        String shown = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return new Folder(shown, path);
    }

    /** Whether a folder holds what an earlier run wrote. */
    private static boolean taken(Path path) {
        String[] files = path.toFile().list();
        return files != null
                && Stream.of(files)
                        .anyMatch(file -> List.of(MODEL, PAGE, REPORT, PROJECT).contains(file)
                                || SynthesesFiles.are(file, ENDINGS));
    }

    /** As it was given. */
    String name() {
        return name;
    }

    List<String> files() {
        return Stream.concat(rows.stream(), Stream.of(MODEL, PAGE, REPORT, PROJECT))
                .toList();
    }

    /** The path of the data as project.yaml in this folder says it. */
    String pathOf(Inputs input) {
        return pathOf(path, input);
    }

    /** The path of the data as a file in a folder says it. */
    static String pathOf(Path path, Inputs input) {
        Path data = input.file();
        if (data == null) {
            return Console.DASH;
        }
        Path here = path.toAbsolutePath().normalize();
        Path there = data.toAbsolutePath().normalize();
        boolean related = here.getRoot() != null && here.getRoot().equals(there.getRoot());
        String sheet = input.sheet().isEmpty() ? "" : "#" + input.sheet();
        return (related ? here.relativize(there) : there).toString().replace('\\', '/') + sheet;
    }

    void write(Console console, Contents contents, Run run) throws IOException {
        Inputs input = contents.input();
        RowsFile alike = new RowsFile(contents.loaded().dialect(), input.file());
        Pipeline.Outcome outcome = contents.outcome();
        SynthesesFiles files = SynthesesFiles.of(
                outcome.syntheses(),
                contents.project().settings().stacked(),
                RowsFile.ending(input).toLowerCase(Locale.ROOT));
        rows = files.names();
        Report report = contents.report();
        try (Outputs out = Outputs.in(path, console.flags().force)) {
            files.write(out, alike, run);
            try (OutputStream file = out.open(MODEL)) {
                Subject.Source source = report.subject().real();
                ModelFile.write(
                        file,
                        outcome.model(),
                        contents.project().settings().method(),
                        Reports.provenance(
                                console, contents.project(), source.name(), source.rows(), source.columns()));
            }
            text(out, PAGE, HtmlReport.text(report));
            text(out, REPORT, ReportJson.text(report));
            text(out, PROJECT, ProjectFile.write(contents.project(), contents.schema()));
            Run.checkCancelled();
            out.commit();
            files.sweep(path, ENDINGS);
        }
    }

    private static void text(Outputs out, String name, String text) throws IOException {
        try (OutputStream file = out.open(name)) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void say(Console console, Project project) {
        console.say("wrote " + console.style().strong(name + "/") + "  " + String.join("  ", files()) + "      seed "
                + project.seed());
        console.say("next: open " + name + "/" + PAGE + ", or edit project.yaml and run  semblance run " + name + "/"
                + PROJECT + " -o another-folder");
    }
}
