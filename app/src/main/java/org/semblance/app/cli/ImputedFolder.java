package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.semblance.impute.ImputationPage;
import org.semblance.impute.Imputed;
import org.semblance.impute.MissingTests;
import org.semblance.io.Loaded;
import org.semblance.io.Outputs;
import org.semblance.io.TableRows;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.impute.Imputation;
import org.semblance.project.impute.ImputationFile;
import org.semblance.report.Shown;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** The folder that an imputation writes, all of it or nothing. */
final class ImputedFolder {
    private static final String ROWS = "imputed";
    private static final String PAGE = "report.html";
    private static final String REPORT = "report.json";
    private static final String FILE = "imputation.yaml";

    /** How the completed sets are laid out, by mice's names. */
    enum Layout {
        SETS,
        LONG,
        LONG_WITH_DATA,
        STACKED,
        BROAD,
        REPEATED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Layout of(String word) {
            List<String> words = Arrays.stream(values()).map(Layout::word).toList();
            return Arrays.stream(values())
                    .filter(layout -> layout.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.usage(Problem.of("there is no layout \"" + word + "\".")
                            .fix((Nearest.hint(word, words) + " There are: " + String.join(", ", words) + ".")
                                    .strip())));
        }
    }

    /** What goes in. */
    record Contents(Imputation imputation, Imputed imputed, Loaded loaded, Inputs input, Layout layout) {}

    private final String name;
    private final Path path;
    private final List<String> rows = new ArrayList<>();

    private ImputedFolder(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /** @throws ProblemException where it is there already and may not be replaced */
    static ImputedFolder of(Console console, String name) throws IOException {
        if (name.equals(Console.DASH)) {
            throw ProblemException.usage(
                    Problem.of("impute writes a folder, not standard output.").fix("Choose a name with -o."));
        }
        Path path = console.path(name);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw ProblemException.usage(Problem.of("refused: " + name + " is a file, and impute writes a folder.")
                    .fix("Choose another name with -o."));
        }
        boolean taken = Stream.of(PAGE, REPORT, FILE).anyMatch(file -> Files.exists(path.resolve(file)))
                || !earlier(path).isEmpty();
        if (taken && !console.flags().force) {
            throw ProblemException.usage(Problem.of("refused: " + name + " holds an earlier result.")
                    .fix("Add --force to replace it, or choose another folder with -o."));
        }
        OneFile.checkFolder(path.toAbsolutePath(), name);
        return new ImputedFolder(name.replaceFirst("(.)/$", "$1"), path);
    }

    /** Tables of an earlier imputation. */
    private static List<Path> earlier(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName()).matches(ROWS + "(-\\d+)?\\.[a-z.]+"))
                    .toList();
        }
    }

    String pathOf(Inputs input) {
        return Folder.pathOf(path, input);
    }

    /** Returns what the report says as JSON. */
    String write(Console console, Contents contents, Run run) throws IOException {
        Imputed imputed = contents.imputed();
        String ending = RowsFile.ending(contents.input()).toLowerCase(Locale.ROOT);
        List<Path> before = earlier(path);
        String report;
        try (Outputs out = Outputs.in(path, console.flags().force)) {
            if (contents.layout() == Layout.SETS) {
                for (int set = 1; set <= imputed.sets(); set++) {
                    table(out, ROWS + "-" + set + ending, imputed.complete(set), contents, run.silent());
                }
            } else {
                table(out, ROWS + ending, one(imputed, contents.layout()), contents, run);
            }
            Long drawn = contents.imputation().seed();
            long seed = drawn == null ? 0 : drawn;
            MissingTests tests = ImputedWords.tests(imputed, seed);
            text(out, PAGE, ImputationPage.text(imputed, contents.input().name(), tests));
            report = ImputedWords.json(imputed, seed, tests);
            text(out, REPORT, report);
            text(
                    out,
                    FILE,
                    ImputationFile.write(
                            contents.imputation(), contents.loaded().table().schema()));
            Run.checkCancelled();
            out.commit();
        }
        for (Path file : before) {
            if (!rows.contains(String.valueOf(file.getFileName()))) {
                Files.deleteIfExists(file);
            }
        }
        return report;
    }

    private static Table one(Imputed imputed, Layout layout) {
        return switch (layout) {
            case LONG -> imputed.longForm(false);
            case LONG_WITH_DATA -> imputed.longForm(true);
            case BROAD -> imputed.wide(false);
            case REPEATED -> imputed.wide(true);
            case STACKED, SETS -> imputed.stacked();
        };
    }

    private void table(Outputs out, String file, Table table, Contents contents, Run run) throws IOException {
        RowsFile alike =
                new RowsFile(contents.loaded().dialect(), contents.input().file());
        try (OutputStream stream = out.open(file)) {
            alike.write(file, new TableRows(table), stream, run);
        }
        rows.add(file);
    }

    private static void text(Outputs out, String file, String text) throws IOException {
        try (OutputStream stream = out.open(file)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void say(Console console, long seed, String data) {
        String first = rows.get(0);
        String files = rows.size() == 1 ? first : first + " ... " + rows.get(rows.size() - 1);
        console.say("wrote " + console.style().strong(name + "/") + "  " + files + "  " + PAGE + "  " + REPORT + "  "
                + FILE + "      seed " + seed);
        String again = data.equals(Console.DASH)
                ? ""
                : ", or edit " + FILE + " and run  semblance impute " + Shown.word(name + "/" + FILE)
                        + " -o another-folder";
        console.say("next: open " + name + "/" + PAGE + again);
        console.say(
                "      or an analysis of all sets:  semblance pool 'outcome ~ column + column' " + Shown.word(name));
    }
}
