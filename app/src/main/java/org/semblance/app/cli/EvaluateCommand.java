package org.semblance.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.Requirement;
import org.semblance.evaluate.related.RelatedMeasures;
import org.semblance.formats.jdbc.Address;
import org.semblance.io.Loaded;
import org.semblance.io.SchemaFile;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.project.Columns;
import org.semblance.project.Judgement;
import org.semblance.report.Judged;
import org.semblance.report.Report;
import org.semblance.report.ReportJson;
import org.semblance.report.Subject;
import org.semblance.report.Summary;
import org.semblance.run.Run;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "evaluate",
        header = "judge a synthetic table or database, whoever made it",
        description = {
            "Compares a synthetic table with the real one it was learnt from: could its rows exist, are they distributed",
            "alike, do they serve the same work, do they give anybody away? The folder NAME-report/ then holds report.html",
            "(one page to read and to forward) and report.json. Real rows that were held back from learning say what fresh",
            "real data would score; without them copies and attacks cannot be told from chance, and the report says so.",
            "Of two folders of tables or databases it judges the tables, how they are related, and sequences.",
            "With --require it is a gate: exit code 4 where a measure misses its bound."
        },
        footer = {
            "semblance evaluate real.csv fake.csv",
            "semblance evaluate train.csv fake.csv --holdout test.csv --target income --sensitive sex,race",
            "semblance evaluate train.csv fake.csv --holdout test.csv --keys age,sex,region",
            "semblance evaluate real.csv fake1.csv fake2.csv fake3.csv --model 'income ~ age + sex'",
            "semblance evaluate clinic/ fake/ --require references.min=1",
            "semblance evaluate real.csv fake.csv --require columns.min=0.9 --require privacy.membership.max=0.55"
        })
final class EvaluateCommand implements Verb {
    @Parameters(index = "0", paramLabel = "REAL", description = "What was learnt from: a table, a folder, a database.")
    String real = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SYNTHETIC",
            description = {
                "The synthetic table. Of several, all are used for --model,",
                "the first for everything else."
            })
    List<String> synthetic = new ArrayList<>();

    @Option(
            names = "--holdout",
            paramLabel = "FILE",
            description = "Real rows that were not learnt from, to compare with.")
    @Nullable
    String holdout;

    @Mixin
    Asked asked = new Asked();

    @Option(
            names = "--tables",
            paramLabel = "NAMES",
            description = "Of related tables: only these, with commas between.")
    @Nullable
    String tables;

    @Mixin
    Connecting connecting = new Connecting();

    @Option(names = "--exact", description = "Nearest neighbours among all rows, however long it takes.")
    boolean exact;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "Kinds and formats of the real table's columns where the guess is wrong.")
    @Nullable
    String schema;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder to write (NAME-report, here).")
    @Nullable
    String output;

    /** A table with the name and the fingerprint of its file. */
    private record Given(Loaded loaded, Subject.Source source) {}

    @Override
    public int call(Console console) throws IOException {
        if (Databases.is(console, real)) {
            return database(console);
        }
        connecting.refuseForTables(real);
        Related.refuse(tables != null ? "--tables" : "");
        List<Requirement> requirements = asked.requirements();
        String first = Inputs.of(console, synthetic.get(0)).stem();
        ReportFolder folder = ReportFolder.of(console, output == null ? first + "-report" : output);
        Run run = console.run(console.seed(0L));
        Given truth = read(console, real, schema(console), run);
        Asked.check(requirements, truth.loaded.table());
        List<Given> made = new ArrayList<>();
        for (String file : synthetic) {
            made.add(read(console, file, null, run));
        }
        Given held = holdout == null ? null : read(console, holdout, null, run);
        if (console.flags().dryRun) {
            console.say("would evaluate and write " + folder.name() + "/");
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        Judgement judged = Judgement.of(
                truth.loaded.table(),
                tables(made),
                held == null ? null : held.loaded.table(),
                asked.question(exact),
                run);
        Report report = report(console, truth, made, judged, run);
        Summary.of(report).forEach(console::say);
        folder.write(console, report);
        folder.say(console);
        int code = Asked.gate(console, requirements, judged.findings());
        if (console.flags().json) {
            console.answer(json(report, folder, requirements));
        }
        return code;
    }

    private int database(Console console) throws IOException {
        List<Requirement> requirements = asked.requirements(RelatedMeasures::check);
        if (synthetic.size() > 1 || exact || !asked.settings().isEmpty()) {
            throw ProblemException.usage(Problem.of(
                            "several synthetic ones, --target, --model, --sensitive, --keys and --exact are for tables.")
                    .fix("Leave them out for databases."));
        }
        String first = Databases.stem(console, synthetic.get(0));
        ReportFolder folder = ReportFolder.of(console, output == null ? first + "-report" : output);
        List<String> some = tables == null ? List.of() : Asked.columns(tables);
        return new EvaluateDatabase(real, synthetic.get(0), holdout, schema, some, connecting, command(console))
                .call(console, folder, requirements);
    }

    private @Nullable SchemaOverrides schema(Console console) throws IOException {
        return schema == null ? null : SchemaFile.read(Source.of(console.path(schema)));
    }

    private static Given read(Console console, String name, @Nullable SchemaOverrides schema, Run run)
            throws IOException {
        Inputs input = Inputs.of(console, name);
        if (input.what() != Inputs.What.DATA) {
            throw ProblemException.usage(Problem.of(name + " is not a table.")
                    .fix("evaluate compares tables; rows of a model: semblance sample " + name));
        }
        Loaded loaded = Reading.readRows(console, input, schema, run);
        console.say(Reading.head(console, input, loaded));
        loaded.notes().forEach(note -> console.say("  ! " + note));
        Table table = loaded.table();
        return new Given(loaded, new Subject.Source(input.name(), input.hash(), loaded.rowsInSource(), table.width()));
    }

    private static List<Table> tables(List<Given> made) {
        return made.stream().map(given -> given.loaded.table()).toList();
    }

    private Report report(Console console, Given truth, List<Given> made, Judgement judged, Run run) {
        Columns columns = Columns.of(truth.loaded.table(), Privacy.DEFAULT, run.silent());
        List<String> notes = new ArrayList<>(columns.summary());
        notes.addAll(truth.loaded.summary());
        made.forEach(given -> notes.addAll(given.loaded.summary()));
        notes.addAll(judged.notes());
        List<Subject.Source> sources = made.stream().map(Given::source).toList();
        Subject subject = new Subject(
                Cli.versionNumber(),
                truth.source,
                new Judged.Given(sources.get(0), sources.subList(1, sources.size())),
                columns.lines(),
                notes,
                List.of(),
                List.of(),
                new Subject.Repeat(command(console), ""));
        return Report.of(subject, judged.comparison(), judged.findings(), run.child("report"));
    }

    /** The command without folders: a path says where somebody keeps their data. */
    private String command(Console console) {
        StringBuilder out = new StringBuilder("semblance evaluate ").append(bare(real));
        synthetic.forEach(file -> out.append(' ').append(bare(file)));
        flag(out, "--holdout", holdout == null ? "" : bare(holdout));
        Question question = asked.question(exact);
        flag(out, "--target", question.target());
        flag(out, "--model", question.model());
        flag(out, "--sensitive", Asked.text(question.sensitive()));
        flag(out, "--keys", Asked.text(question.keys()));
        flag(out, "--tables", tables == null ? "" : tables);
        flag(out, "--schema", schema == null ? "" : bare(schema));
        asked.require.forEach(bound -> flag(out, "--require", bound));
        Long seed = console.seed(0L);
        flag(out, "--seed", seed == null || seed == 0 ? "" : seed.toString());
        return exact ? out.append(" --exact").toString() : out.toString();
    }

    private static void flag(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(' ').append(name).append(' ');
            out.append(value.matches("[A-Za-z0-9_.,=/#-]+") ? value : "'" + value.replace("'", "'\\''") + "'");
        }
    }

    private static String bare(String path) {
        if (Address.isAddress(path)) {
            return new Address(path).shown();
        }
        String name = path.replaceFirst("[/\\\\]+$", "");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String json(Report report, ReportFolder folder, List<Requirement> requirements) {
        ObjectNode node = ReportJson.node(report);
        Asked.gate(node, requirements, report.findings());
        ArrayNode files = node.putObject("wrote").put("folder", folder.name()).putArray("files");
        folder.files().forEach(files::add);
        return Reports.text(node);
    }
}
