package org.semblance.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.disclosure.Change;
import org.semblance.evaluate.Requirement;
import org.semblance.io.Loaded;
import org.semblance.model.Model;
import org.semblance.model.Provenance;
import org.semblance.plugin.Options;
import org.semblance.project.Changes;
import org.semblance.project.Columns;
import org.semblance.project.Pipeline;
import org.semblance.project.Project;
import org.semblance.project.ProjectFile;
import org.semblance.report.Judged;
import org.semblance.report.Report;
import org.semblance.report.ReportJson;
import org.semblance.report.Subject;
import org.semblance.run.Run;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a run did, as report, as a model's provenance and as JSON on standard output. */
final class Reports {
    private Reports() {}

    static Report of(
            Project project, String source, Loaded loaded, Columns columns, Pipeline.Outcome outcome, Run run) {
        List<String> notes = new ArrayList<>(columns.summary());
        notes.addAll(loaded.summary());
        notes.addAll(outcome.notes());
        List<String> changes =
                new ArrayList<>(Changes.of(columns, project.settings().privacy()));
        changes.addAll(ControlReport.sentences(outcome.controlled(), made(outcome)));
        Subject subject = new Subject(
                Cli.versionNumber(),
                new Subject.Source(
                        source,
                        project.sha256(),
                        loaded.rowsInSource(),
                        loaded.table().width()),
                new Judged.Made(
                        project.settings().method(),
                        options(project),
                        Pipeline.chosen(outcome.model()),
                        !project.settings().privacy().releasesAll(),
                        seed(project)),
                columns.lines(),
                notes,
                outcome.model().contents(),
                changes,
                repeat(project, source, loaded));
        return outcome.report(subject, run);
    }

    /** Rows before the controls. */
    static long made(Pipeline.Outcome outcome) {
        return outcome.rows().size()
                + outcome.controlled().stream().mapToLong(Change::rowsRemoved).sum();
    }

    /** Without the folder of the data: whoever repeats it has it elsewhere. */
    private static Subject.Repeat repeat(Project project, String source, Loaded loaded) {
        Project there = project.data(source, project.sha256());
        return new Subject.Repeat(
                Root.NAME + " run project.yaml",
                ProjectFile.write(there, loaded.table().schema()));
    }

    static Provenance provenance(Console console, Project project, String source, long rows, int columns) {
        return new Provenance(
                source,
                project.sha256(),
                rows,
                columns,
                project.settings().method(),
                options(project),
                seed(project),
                Map.of(Root.NAME, Cli.versionNumber()),
                console.today());
    }

    /** What the synthesizer decided for, where it tried several ways. */
    static void sayChosen(Console console, Project project, Model model) {
        String chosen = Pipeline.chosen(model);
        if (!chosen.isEmpty()) {
            console.say("  " + project.settings().method() + " chose: " + chosen);
        }
    }

    static long seed(Project project) {
        Long seed = project.seed();
        return seed == null ? 0 : seed;
    }

    /** Every option of the synthesizer with the value it had. */
    private static Map<String, Object> options(Project project) {
        return new LinkedHashMap<>(Options.values(Pipeline.synthesizer(project).options(project.options())));
    }

    static String json(Report report, Folder folder, List<Requirement> requirements) {
        ObjectNode node = ReportJson.node(report);
        Asked.gate(node, requirements, report.findings());
        ObjectNode wrote = node.putObject("wrote").put("folder", folder.name());
        ArrayNode files = wrote.putArray("files");
        folder.files().forEach(files::add);
        return text(node);
    }

    static String plan(Project project, long rows, Folder folder) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("dryRun", true).put("synthesizer", project.settings().method()).put("rows", rows);
        node.put("seed", seed(project)).put("folder", folder.name());
        return text(node);
    }

    static String text(ObjectNode node) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }
}
