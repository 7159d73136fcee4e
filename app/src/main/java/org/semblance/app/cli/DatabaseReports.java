package org.semblance.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.related.RelatedComparison;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.model.Provenance;
import org.semblance.prepare.relations.Detected;
import org.semblance.project.database.DatabasePipeline;
import org.semblance.project.database.DatabaseProject;
import org.semblance.project.database.DatabaseProjectFile;
import org.semblance.report.DatabaseReport;
import org.semblance.report.Judged;
import org.semblance.report.Subject;
import org.semblance.report.diagram.Diagram;
import org.semblance.run.Run;
import org.semblance.table.Database;

/** What was done with a database, as report and as a model's provenance. */
record DatabaseReports(DatabaseProject project, Detected detected, Subject.Source source) {
    static DatabaseReports of(DatabaseProject project, LoadedDatabase loaded, Detected detected) {
        return new DatabaseReports(project, detected, source(loaded, detected.database()));
    }

    /** A database with its fingerprint; rows and columns of all tables together. */
    static Subject.Source source(LoadedDatabase loaded, Database database) {
        long rows = database.tables().values().stream().mapToLong(t -> t.rows()).sum();
        int columns =
                database.tables().values().stream().mapToInt(t -> t.width()).sum();
        String name = loaded.name().substring(loaded.name().lastIndexOf('/') + 1);
        return new Subject.Source(name, loaded.sha256(), rows, columns);
    }

    /** Every option of the synthesizer with the value it had. */
    private Map<String, Object> options() {
        return DatabasePipeline.options(project, detected.database().metadata());
    }

    private String synthesizer() {
        return DatabasePipeline.synthesizer(detected.database().metadata()).name();
    }

    static long seed(DatabaseProject project) {
        Long seed = project.seed();
        return seed == null ? 0 : seed;
    }

    Provenance provenance(Console console) {
        return new Provenance(
                source.name(),
                source.sha256(),
                source.rows(),
                source.columns(),
                synthesizer(),
                options(),
                seed(project),
                Map.of(Root.NAME, Cli.versionNumber()),
                console.today());
    }

    /** Of a run. */
    DatabaseReport report(DatabasePipeline.Outcome outcome, Run run) {
        DatabaseProject there = project.database(source.name(), project.sha256());
        Subject subject = new Subject(
                Cli.versionNumber(),
                source,
                new Judged.Made(
                        synthesizer(),
                        options(),
                        "",
                        !project.settings().privacy().releasesAll(),
                        seed(project)),
                List.of(),
                outcome.notes(),
                outcome.model().contents(),
                List.of(),
                new Subject.Repeat(Root.NAME + " run project.yaml", DatabaseProjectFile.write(there, detected)));
        return report(subject, detected, outcome.comparison(), outcome.findings(), run);
    }

    static DatabaseReport report(
            Subject subject, Detected detected, RelatedComparison compared, Findings findings, Run run) {
        Map<String, long[]> tables = new LinkedHashMap<>();
        detected.database()
                .tables()
                .forEach((name, table) -> tables.put(name, new long[] {
                    table.rows(), compared.synthetic().table(name).rows()
                }));
        return DatabaseReport.of(subject, Diagram.of(detected), tables, compared, findings, run);
    }
}
