package org.semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.useful.SyntheticPooling;
import org.semblance.impute.Imputed;
import org.semblance.impute.Pooling;
import org.semblance.io.Loaded;
import org.semblance.io.SchemaFile;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.SameKinds;
import org.semblance.run.Run;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
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
                "The folder that impute or run wrote, a file with the column .imp or .syn, or a file for each set."
            })
    List<String> tables = new ArrayList<>();

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = {
                "rubin for imputed tables (default), reiter for synthetic ones of complete data; synthpop's for synthetic",
                "ones: original, what the real fit would say (default with --real), population, of a simple synthesis,",
                "proper, of a proper one, or incomplete, where some columns are real."
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

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "Kinds and formats of columns where the guess is wrong.")
    @Nullable
    String schema;

    @Override
    public int call(Console console) throws IOException {
        String word = rule == null ? real == null ? "rubin" : "original" : rule;
        one(
                "rule",
                word,
                Stream.concat(names(Pooling.Rule.values()), names(SyntheticPooling.Rule.values()))
                        .toList(),
                found -> found);
        one(
                "family",
                family,
                List.of("auto", "linear", "logistic", "poisson", "ordinal", "multinomial"),
                found -> found);
        Run run = console.run(console.seed(0L));
        if (names(SyntheticPooling.Rule.values()).anyMatch(word::equals)) {
            return synthetic(console, SyntheticPooling.Rule.valueOf(word.toUpperCase(Locale.ROOT)), run);
        }
        if (real != null) {
            throw ProblemException.usage(Problem.of("--real does not go with --rule " + word + ".")
                    .fix("Take original, population, proper or incomplete."));
        }
        Pooling.Rule by = Pooling.Rule.valueOf(word.toUpperCase(Locale.ROOT));
        List<Table> sets = sets(console, run);
        Pooling pooling = Pooling.of(model, family, levels, sets, by);
        List<Pooling.Comparison> tests = new ArrayList<>();
        if (against != null) {
            tests.add(pooling.wald(against));
            tests.add(pooling.combined(against));
            tests.add(pooling.likelihood(against));
        }
        PooledWords words = new PooledWords(model, against, pooling, tests);
        console.answer(console.flags().json ? words.json(word) : words.text(console));
        return Cli.DONE;
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    private int synthetic(Console console, SyntheticPooling.Rule by, Run run) throws IOException {
        if (against != null) {
            throw ProblemException.usage(
                    Problem.of("--against is for imputed tables.").fix("Leave it out, or take --rule rubin."));
        }
        List<Table> sets = sets(console, run);
        Table beside = null;
        if (real != null) {
            Inputs input = Inputs.of(console, real);
            SchemaOverrides columns = schema == null ? null : SchemaFile.read(Source.of(console.path(schema)));
            Loaded loaded = Reading.readRows(console, input, columns, run.silent());
            Reading.refusePart(loaded, input);
            Table first = loaded.table();
            List<Table> like = new ArrayList<>();
            for (Table set : sets) {
                like.add(like(first, set, "a synthetic table"));
            }
            sets = like;
            beside = first;
        }
        SyntheticPool pool = new SyntheticPool(new SyntheticPooling.Asked(model, family, levels, by), sets, beside);
        console.answer(console.flags().json ? pool.json() : pool.text(console));
        return Cli.DONE;
    }

    private static <T> T one(String flag, String word, List<String> words, Function<String, T> make) {
        if (!words.contains(word)) {
            throw ProblemException.usage(Problem.of(
                            "--" + flag + " is \"" + word + "\", but must be one of " + String.join(", ", words) + ".")
                    .fix(Nearest.hint(word, words)));
        }
        return make.apply(word);
    }

    private List<Table> sets(Console console, Run run) throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : tables) {
            Path path = console.path(name);
            if (Files.isDirectory(path)) {
                files.addAll(ofFolder(name, path));
            } else {
                files.add(name);
            }
        }
        SchemaOverrides columns = schema == null ? null : SchemaFile.read(Source.of(console.path(schema)));
        List<Table> out = new ArrayList<>();
        for (String file : files) {
            Inputs input = Inputs.of(console, file);
            Loaded loaded = Reading.readRows(console, input, columns, run.silent());
            Reading.refusePart(loaded, input);
            Table table = loaded.table();
            for (String column : List.of(Imputed.SET, SynthesesFiles.SET)) {
                if (files.size() == 1 && table.schema().find(column) >= 0) {
                    return parts(table, column);
                }
            }
            out.add(out.isEmpty() ? table : like(out.get(0), table, input.name()));
        }
        return out;
    }

    /** The tables of an imputation, by the number of their set. */
    private static List<String> ofFolder(String name, Path folder) throws IOException {
        List<String> found;
        try (Stream<Path> all = Files.list(folder)) {
            found = all.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.matches("(imputed|synthetic)(-\\d+)?\\.[a-z.]+"))
                    .sorted(Comparator.comparing(String::length).thenComparing(file -> file))
                    .toList();
        }
        if (found.isEmpty()) {
            throw ProblemException.data(Problem.of("there are no imputed or synthetic tables in this folder.")
                    .at(name)
                    .fix("Give the folder that semblance impute or run wrote, or the files."));
        }
        return found.stream()
                .map(file -> name.replaceFirst("/+$", "") + "/" + file)
                .toList();
    }

    /** With the kinds of the first set, and its columns. */
    private static Table like(Table first, Table other, String name) {
        Table same = SameKinds.of(first, other, name).table();
        List<String> names = first.schema().names();
        int[] places = names.stream().mapToInt(same.schema()::find).toArray();
        if (Arrays.stream(places).anyMatch(place -> place < 0)) {
            throw ProblemException.data(Problem.of("its columns are not those of the first table.")
                    .at(name)
                    .fix("Give tables of one imputation or synthesis."));
        }
        Table chosen = same.select(places);
        for (int c = 0; c < names.size(); c++) {
            boolean alike = first.schema().field(c).kind().numeric()
                    == chosen.schema().field(c).kind().numeric();
            if (!alike) {
                throw ProblemException.data(Problem.of("column \"" + names.get(c)
                                + "\" holds another kind of value here" + " than in the first table.")
                        .at(name)
                        .fix("Say its kind: --schema FILE"));
            }
        }
        return Table.of(
                first.schema(),
                IntStream.range(0, chosen.width()).mapToObj(chosen::column).toList());
    }

    /** The sets of a long table, without the data as they came (set 0). */
    private static List<Table> parts(Table table, String column) {
        int at = table.schema().find(column);
        Map<Double, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            if (table.cell(row, at) instanceof Double set && set != 0) {
                rows.computeIfAbsent(set, key -> new ArrayList<>()).add(row);
            }
        }
        return rows.values().stream()
                .map(of -> table.take(of.stream().mapToInt(row -> row).toArray()))
                .toList();
    }
}
