package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.semblance.io.Outputs;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.report.Report;
import org.semblance.report.ReportJson;
import org.semblance.report.page.HtmlReport;
import org.semblance.run.Run;

/** The folder that an evaluation writes, all of it or nothing. */
final class ReportFolder {
    private static final String PAGE = "report.html";
    private static final String DATA = "report.json";

    private final String name;
    private final Path path;

    private ReportFolder(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /** @throws ProblemException where it holds a report already and may not be replaced */
    static ReportFolder of(Console console, String name) {
        if (name.equals(Console.DASH)) {
            throw ProblemException.usage(Problem.of("evaluate writes a folder, not standard output.")
                    .fix("The report on standard output: --json."));
        }
        Path path = console.path(name);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw ProblemException.usage(Problem.of("refused: " + name + " is a file, and evaluate writes a folder.")
                    .fix("Choose another name with -o."));
        }
        boolean taken = List.of(PAGE, DATA).stream().anyMatch(file -> Files.exists(path.resolve(file)));
        if (taken && !console.flags().force) {
            throw ProblemException.usage(Problem.of("refused: " + name + " holds an earlier report.")
                    .fix("Add --force to replace it, or choose another folder with -o."));
        }
        OneFile.checkFolder(path.toAbsolutePath(), name);
        return new ReportFolder(name.endsWith("/") ? name.substring(0, name.length() - 1) : name, path);
    }

    /** As it was given. */
    String name() {
        return name;
    }

    List<String> files() {
        return List.of(PAGE, DATA);
    }

    void write(Console console, Report report) throws IOException {
        write(console, HtmlReport.text(report), ReportJson.text(report));
    }

    void write(Console console, String page, String data) throws IOException {
        try (Outputs out = Outputs.in(path, console.flags().force)) {
            text(out, PAGE, page);
            text(out, DATA, data);
            Run.checkCancelled();
            out.commit();
        }
    }

    private static void text(Outputs out, String file, String text) throws IOException {
        try (OutputStream stream = out.open(file)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void say(Console console) {
        console.say("wrote " + console.style().strong(name + "/") + "  " + String.join("  ", files()));
        console.say("next: open " + name + "/" + PAGE);
    }
}
