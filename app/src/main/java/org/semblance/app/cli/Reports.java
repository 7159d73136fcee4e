package org.semblance.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.io.Loaded;
import org.semblance.model.Model;
import org.semblance.model.Provenance;
import org.semblance.plugin.Options;
import org.semblance.project.Columns;
import org.semblance.project.Pipeline;
import org.semblance.project.Project;
import org.semblance.report.Report;
import org.semblance.report.ReportJson;
import org.semblance.table.Table;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a run did, as report, as a model's provenance and as JSON on standard output. */
final class Reports {
    private Reports() {}

    static Report of(Project project, String source, Loaded loaded, Columns columns, Pipeline.Outcome outcome) {
        Table holdout = outcome.split().holdout();
        List<String> notes = new ArrayList<>(columns.summary());
        notes.addAll(loaded.summary());
        notes.addAll(outcome.notes());
        return new Report(
                Cli.versionNumber(),
                new Report.Source(
                        source,
                        project.sha256(),
                        loaded.rowsInSource(),
                        loaded.table().width()),
                new Report.Made(
                        project.settings().method(),
                        options(project),
                        Pipeline.chosen(outcome.model()),
                        !project.settings().privacy().releasesAll(),
                        seed(project)),
                new Report.Sizes(
                        outcome.split().training().rows(),
                        holdout == null ? 0 : holdout.rows(),
                        outcome.rows().size()),
                columns.lines(),
                outcome.scores(),
                notes,
                outcome.model().contents());
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

    static String json(Report report, Folder folder) {
        ObjectNode node = ReportJson.node(report);
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
