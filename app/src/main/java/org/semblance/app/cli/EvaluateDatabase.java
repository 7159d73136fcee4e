package org.semblance.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Requirement;
import org.semblance.io.Source;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.relations.Detected;
import org.semblance.project.database.DatabaseJudgement;
import org.semblance.project.database.DatabasePipeline;
import org.semblance.project.database.DatabaseSchema;
import org.semblance.project.database.DatabaseSchemaFile;
import org.semblance.report.DatabaseReport;
import org.semblance.report.Judged;
import org.semblance.report.ReportJson;
import org.semblance.report.Subject;
import org.semblance.report.Summary;
import org.semblance.report.page.DatabasePage;
import org.semblance.run.Run;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code evaluate} of related tables: a database beside the real one, whoever made it.
 *
 * @param schema a file that says what the real tables are and how they are related, or null
 * @param tables the only tables to look at; none for all
 * @param command as it can be typed again
 */
record EvaluateDatabase(
        String real,
        String synthetic,
        @Nullable String holdout,
        @Nullable String schema,
        List<String> tables,
        Connecting connecting,
        String command) {
    int call(Console console, ReportFolder folder, List<Requirement> requirements) throws IOException {
        DatabaseSchema said = schema == null
                ? DatabaseSchema.NOTHING
                : DatabaseSchemaFile.read(Source.of(console.path(schema))).only(tables);
        Run run = console.run(console.seed(0L));
        LoadedDatabase truth = read(console, real, said, run);
        Detected detected = DatabasePipeline.relate(truth, said, run);
        console.say(Databases.head(console, truth, detected));
        LoadedDatabase made = read(console, synthetic, DatabaseSchema.NOTHING, run);
        LoadedDatabase held = holdout == null ? null : read(console, holdout, DatabaseSchema.NOTHING, run);
        if (held != null && !held.sha256().isEmpty() && held.sha256().equals(truth.sha256())) {
            throw ProblemException.data(
                    Problem.of("the holdout holds the same tables as the real database: nothing can be told by it.")
                            .fix("Give real entities that were not learnt from, or leave the holdout out."));
        }
        if (console.flags().dryRun) {
            console.say("would evaluate and write " + folder.name() + "/");
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        DatabaseJudgement judged = DatabaseJudgement.of(detected.database(), made, held, run);
        DatabaseReport report = report(truth, detected, made, judged, run);
        Summary.of(report.plain()).forEach(console::say);
        judged.notes().forEach(note -> console.say("  ! " + note));
        folder.write(console, DatabasePage.text(report), ReportJson.text(report.plain()));
        folder.say(console);
        int code = Asked.gate(console, requirements, report.findings());
        if (console.flags().json) {
            console.answer(json(report, folder, requirements));
        }
        return code;
    }

    private LoadedDatabase read(Console console, String argument, DatabaseSchema said, Run run) {
        if (!Databases.is(console, argument)) {
            throw ProblemException.usage(Problem.of(argument + " is one table, and the real data are a database.")
                    .fix("Give a folder of tables, a database, or one table each."));
        }
        // Where a folder is held against a database, the flags are for the database.
        boolean server = Databases.address(console, argument).isPresent();
        boolean any = Stream.of(real, synthetic, holdout == null ? "" : holdout)
                .anyMatch(
                        one -> !one.isEmpty() && Databases.address(console, one).isPresent());
        Connecting flags = server || !any ? connecting : new Connecting();
        return Databases.read(Databases.source(console, argument, flags), tables, said, run);
    }

    private DatabaseReport report(
            LoadedDatabase truth, Detected detected, LoadedDatabase made, DatabaseJudgement judged, Run run) {
        List<String> notes = new ArrayList<>(judged.notes());
        truth.tables().forEach((name, table) -> table.summary().forEach(note -> notes.add(name + ": " + note)));
        Subject subject = new Subject(
                Cli.versionNumber(),
                DatabaseReports.source(truth, detected.database()),
                new Judged.Given(DatabaseReports.source(made, judged.synthetic())),
                List.of(),
                notes,
                List.of(),
                List.of(),
                new Subject.Repeat(command, ""));
        return DatabaseReports.report(subject, detected, judged.comparison(), judged.findings(), run);
    }

    private static String json(DatabaseReport report, ReportFolder folder, List<Requirement> requirements) {
        ObjectNode node = ReportJson.node(report.plain());
        Asked.gate(node, requirements, report.findings());
        ArrayNode files = node.putObject("wrote").put("folder", folder.name()).putArray("files");
        folder.files().forEach(files::add);
        return Reports.text(node);
    }
}
