package org.semblance.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.useful.SyntheticPooling;
import org.semblance.impute.Pooling;
import org.semblance.io.Loaded;
import org.semblance.io.SchemaOverrides;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pool",
        header = "one regression on several imputed or synthetic tables, put together",
        description = {
            "Fits the model to every table and pools estimates and standard errors: by Rubin's rules for imputed tables,",
            "by Reiter's or synthpop's for synthetic ones. With --real, synthetic estimates stand beside the real ones:",
            "differences, overlap of intervals, lack of fit. With --against, tests what a smaller model lacks (D1, D2, D3)."
        },
        footer = {
            "semblance pool 'chl ~ age + bmi' survey-imputed/",
            "semblance pool 'chl ~ age + bmi' survey-imputed/ --against 'chl ~ age'",
            "semblance pool 'score ~ age + (1 | school)' schools-imputed/",
            "semblance pool 'party ~ age' survey-imputed/ --family multinomial",
            "semblance pool 'smoker ~ sex + age' survey-semblance/ --real survey.csv",
            "semblance pool 'smoker ~ sex + age' fake1.csv fake2.csv fake3.csv --rule reiter"
        })
final class PoolCommand implements Verb {
    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description =
                    "As in R: \"income ~ age + factor(region)\", \"score ~ age + (1 | school)\"; docs/model-formulas.md.")
    String model = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TABLE",
            description = {
                "The folder that impute, run or sample -m wrote, a file with the column .imp or .syn, or one for each set."
            })
    List<String> tables = new ArrayList<>();

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = {
                "rubin for imputed tables (default), reiter for synthetic ones of complete data; synthpop's for synthetic",
                "ones: original, what the real fit would say (default for files that run wrote and with --real),",
                "population, of a simple synthesis, proper, of a proper one, or incomplete, where some columns are real."
            })
    @Nullable
    String rule;

    @Option(
            names = "--real",
            paramLabel = "DATA",
            description = "The real table, for synthetic ones: the same fit on it stands beside theirs.")
    @Nullable
    String real;

    @Option(
            names = "--learnt",
            paramLabel = "ROWS",
            description = {
                "How many real rows the syntheses were learnt from; where it is not said, what run or sample -m wrote",
                "beside the tables says it, else all of --real."
            })
    @Nullable
    Integer learnt;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            description = "auto, linear, logistic, poisson, ordinal or multinomial (auto goes by the outcome).")
    String family = "auto";

    @Option(
            names = "--levels",
            split = ",",
            paramLabel = "LEVEL",
            description = "The levels of an ordered outcome from low to high, with commas between.")
    List<String> levels = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "MODEL",
            description = "The same model with fewer terms: is what it lacks needed?")
    @Nullable
    String against;

    @Mixin
    SchemaFlag schema = new SchemaFlag();

    @Override
    public int call(Console console) throws IOException {
        if (rule != null) {
            one(
                    "rule",
                    rule,
                    Stream.concat(names(Pooling.Rule.values()), names(SyntheticPooling.Rule.values()))
                            .toList());
        }
        one("family", family, List.of("auto", "linear", "logistic", "poisson", "ordinal", "multinomial"));
        if (learnt != null && learnt < 1) {
            throw ProblemException.usage(Problem.of("--learnt is " + learnt + ", but must be 1 or more.")
                    .fix("Say how many real rows the syntheses were learnt from."));
        }
        Run run = console.run(console.seed(0L));
        SchemaOverrides columns = schema.read(console);
        PoolTables read = PoolTables.read(console, tables, columns, run);
        PoolRule chosen = PoolRule.of(rule, real != null, read);
        if (chosen.synthpop()) {
            return synthetic(console, chosen, read, columns, run);
        }
        if (real != null || learnt != null) {
            throw ProblemException.usage(Problem.of(
                            (real != null ? "--real" : "--learnt") + " does not go with --rule " + chosen.word() + ".")
                    .fix("Take original, population, proper or incomplete."));
        }
        Pooling.Rule by = Pooling.Rule.valueOf(chosen.word().toUpperCase(Locale.ROOT));
        Pooling pooling = Pooling.of(model, family, levels, read.sets(), by);
        List<Pooling.Comparison> tests = new ArrayList<>();
        if (against != null) {
            tests.add(pooling.wald(against));
            tests.add(pooling.combined(against));
            tests.add(pooling.likelihood(against));
        }
        PooledWords words = new PooledWords(model, against, pooling, tests);
        console.answer(
                console.flags().json
                        ? words.json(chosen.word())
                        : words.text(console) + "rule " + chosen.word() + ": " + chosen.why() + "\n");
        return Cli.DONE;
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    private int synthetic(Console console, PoolRule chosen, PoolTables read, @Nullable SchemaOverrides columns, Run run)
            throws IOException {
        if (against != null) {
            throw ProblemException.usage(Problem.of("--against is for imputed tables; the rule here is " + chosen.word()
                            + " (" + chosen.why() + ").")
                    .fix("Leave it out" + (read.synthetic() ? "." : ", or take --rule rubin.")));
        }
        List<Table> sets = read.sets();
        Table beside = null;
        if (real != null) {
            Inputs input = Inputs.of(console, real);
            Loaded loaded = Reading.readRows(console, input, columns, run.silent());
            Reading.refusePart(loaded, input);
            Table first = loaded.table();
            List<Table> like = new ArrayList<>();
            for (Table set : sets) {
                like.add(PoolTables.like(first, set, "a synthetic table"));
            }
            sets = like;
            beside = first;
        }
        SyntheticPool.Learnt from = learnt != null
                ? new SyntheticPool.Learnt(learnt, "--learnt")
                : read.learnt().rows() > 0
                        ? read.learnt()
                        : new SyntheticPool.Learnt(0, beside == null ? "" : "all of --real");
        SyntheticPooling.Rule by = SyntheticPooling.Rule.valueOf(chosen.word().toUpperCase(Locale.ROOT));
        SyntheticPool pool = new SyntheticPool(
                new SyntheticPooling.Asked(model, family, levels, by, from.rows()), from, chosen, sets, beside);
        console.answer(console.flags().json ? pool.json() : pool.text(console));
        return Cli.DONE;
    }

    private static void one(String flag, String word, List<String> words) {
        if (!words.contains(word)) {
            throw ProblemException.usage(Problem.of(
                            "--" + flag + " is \"" + word + "\", but must be one of " + String.join(", ", words) + ".")
                    .fix(Nearest.hint(word, words)));
        }
    }
}
