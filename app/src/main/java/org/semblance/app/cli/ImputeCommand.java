package org.semblance.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.impute.ChainedEquations;
import org.semblance.impute.Formulas;
import org.semblance.impute.Imputed;
import org.semblance.impute.MissingData;
import org.semblance.io.Loaded;
import org.semblance.io.SchemaOverrides;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.impute.Imputation;
import org.semblance.project.impute.ImputationFile;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "impute",
        header = "fill what is missing, several times (multiple imputation by chained equations)",
        description = {
            "Each incomplete column in turn is drawn given the others, round and round, in several sets; what is observed",
            "stays. Methods, defaults and predictor codes are those of R's mice; semblance list methods has them all. The",
            "completed tables go into a folder with a report (patterns, convergence, what was drawn) and imputation.yaml,",
            "which repeats it and takes what flags do not: predictors by column, blocks, options of methods. The files",
            "hold the real rows: this is no synthetic data."
        },
        footer = {
            "semblance impute survey.csv",
            "semblance impute survey.csv -m 20 --maxit 10 --quickpred 0.1 --method income=norm --layout long",
            "semblance impute survey.csv --passive 'bmi=weight / (height / 100) ^ 2' --post 'income=max(income, 0)'",
            "semblance impute survey-imputed/imputation.yaml -o again"
        })
final class ImputeCommand implements Verb {
    @Parameters(
            index = "0",
            paramLabel = "DATA|IMPUTATION.yaml",
            description = "The table, - for standard input, or a file that says what to do.")
    String data = "";

    @Option(
            names = {"-m", "--sets"},
            paramLabel = "N",
            description = "How many times everything is imputed (5).")
    @Nullable
    Integer sets;

    @Option(
            names = {"--maxit", "--iterations"},
            paramLabel = "N",
            description = "How often each set goes round the columns (5).")
    @Nullable
    Integer iterations;

    @Option(
            names = "--method",
            paramLabel = "METHOD|COLUMN=METHOD",
            description = {
                "A method for all columns that are imputed, or for one; none leaves it as it is; may be repeated.",
                "Without it: pmm, logreg, polyreg and polr by what a column holds, beyond 60 labels cart.",
                "All of them: semblance list methods"
            })
    List<String> methods = new ArrayList<>();

    @Option(
            names = "--quickpred",
            paramLabel = "CORRELATION",
            description = "Only predictors that correlate with the target or its holes by more than this.")
    @Nullable
    Double quick;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "roman (as in the file), arabic, monotone, revmonotone, or names with commas between.")
    @Nullable
    String order;

    @Option(
            names = "--where",
            paramLabel = "CELLS",
            description = "Which cells get imputations: missing, all, observed or none.")
    @Nullable
    String where;

    @Option(
            names = "--ignore",
            paramLabel = "CONDITION",
            description = "Rows that are imputed and not learnt from, like \"year > 2020\".")
    @Nullable
    String ignore;

    @Option(
            names = "--ordered",
            paramLabel = "COLUMN=A,B,C",
            description = "The order of a column's labels, from the least; may be repeated.")
    Map<String, String> ordered = new LinkedHashMap<>();

    @Option(
            names = "--formula",
            paramLabel = "COLUMN=MODEL",
            description = "What a column is drawn from, as in R: \"chl=age * bmi\"; may be repeated.")
    Map<String, String> models = new LinkedHashMap<>();

    @Option(
            names = "--passive",
            paramLabel = "COLUMN=FORMULA",
            description = "A column that is calculated of others instead of drawn; may be repeated.")
    Map<String, String> passive = new LinkedHashMap<>();

    @Option(
            names = "--post",
            paramLabel = "COLUMN=FORMULA",
            description = "What becomes of every draw of a column; may be repeated.")
    Map<String, String> post = new LinkedHashMap<>();

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description = {
                "sets (a file for each set), long (one file, with .imp and .id), long-with-data (set 0 is the data),",
                "stacked, broad or repeated (sets beside each other) (sets)."
            })
    String layout = ImputedFolder.Layout.SETS.word();

    @Mixin
    SchemaFlag schema = new SchemaFlag();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder (DATA-imputed).")
    @Nullable
    String output;

    @Override
    public int call(Console console) throws IOException {
        ImputedFolder.Layout shape = ImputedFolder.Layout.of(layout);
        Inputs given = Inputs.of(console, data);
        boolean file = given.what() == Inputs.What.YAML;
        if (given.what() == Inputs.What.MODEL) {
            throw ProblemException.usage(Problem.of(data + " is a model: nothing is missing in it.")
                    .fix("Give a table, or an imputation.yaml."));
        }
        Imputation asked = over(console, file ? ImputationFile.read(given.source()) : Imputation.of(data));
        Inputs input = file ? Inputs.of(console, Inputs.beside(data, asked.data())) : given;
        ImputedFolder folder = ImputedFolder.of(console, output == null ? input.stem() + "-imputed" : output);
        long seed = console.seed(asked.seed());
        Run run = console.run(seed);
        Loaded loaded = Reading.readRows(console, input, asked.columns(), run);
        console.say(Reading.head(console, input, loaded));
        loaded.notes().forEach(note -> console.say("  ! " + note));
        Reading.refusePart(loaded, input);
        String hash = input.hash();
        if (!asked.sha256().isEmpty() && !asked.sha256().equals(hash)) {
            console.say("  ! " + input.name() + " is not the file that " + data
                    + " was written for: the result will differ");
        }
        Imputation.Planned planned = asked.plan(loaded.table());
        ImputedWords.holes(MissingData.of(planned.data()), planned.plan(), planned.data())
                .forEach(console::say);
        if (console.flags().dryRun) {
            ImputedWords.events(ChainedEquations.foreseen(planned.data(), planned.plan()))
                    .forEach(console::say);
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        Imputed imputed = ChainedEquations.impute(planned.data(), planned.plan(), run);
        ImputedWords.events(imputed.events()).forEach(console::say);
        Imputation done = asked.data(folder.pathOf(input)).seed(seed, hash);
        String report = folder.write(console, new ImputedFolder.Contents(done, imputed, loaded, input, shape), run);
        folder.say(console, seed, done.data());
        if (console.flags().json) {
            console.answer(report);
        }
        return Cli.DONE;
    }

    /** The flags, which are stronger than the file. */
    private Imputation over(Console console, Imputation read) throws IOException {
        Map<String, Object> set = new LinkedHashMap<>();
        put(set, "sets", sets);
        put(set, "iterations", iterations);
        put(set, "where", where);
        put(set, "ignore", ignore);
        put(set, "correlation", quick);
        put(set, "order", order == null ? null : List.of(order.split(",")));
        Map<String, Imputation.Method> byColumn = new LinkedHashMap<>(read.methods());
        for (String method : methods) {
            int equals = method.lastIndexOf('=');
            if (equals > 0) {
                byColumn.put(
                        method.substring(0, equals), new Imputation.Method(method.substring(equals + 1), Map.of()));
            } else {
                List.of("numbers", "two-labels", "labels", "ordered-labels").forEach(key -> set.put(key, method));
            }
        }
        Map<String, List<String>> orders = new LinkedHashMap<>(read.ordered());
        ordered.forEach((column, labels) -> orders.put(column, List.of(labels.split(","))));
        Map<String, String> calculated = new LinkedHashMap<>(read.formulas().passive());
        calculated.putAll(passive);
        Map<String, String> after = new LinkedHashMap<>(read.formulas().post());
        after.putAll(post);
        Map<String, String> drawn = new LinkedHashMap<>(read.formulas().models());
        drawn.putAll(models);
        SchemaOverrides said = schema.read(console);
        SchemaOverrides columns = said == null ? read.columns() : said;
        return new Imputation(
                read.data(),
                read.sha256(),
                read.seed(),
                Options.bind(read.settings(), set, "this command"),
                read.blocks(),
                byColumn,
                read.predictors(),
                orders,
                new Formulas(calculated, after, drawn),
                columns);
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
