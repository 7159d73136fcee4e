package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;

/**
 * The page {@code docs/reference/methods.md} is what the registry says, and names the tests that check each method. After a
 * wanted change: {@code ./mvnw test -pl core -Dtest=MethodsPageTest -Dgolden.update=true}, then read the difference.
 */
class MethodsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "methods.md");
    private static final Path TESTS = Path.of("src", "test", "java", "org", "semblance", "conditional");
    private static final Pattern MICE_ID =
            Pattern.compile("\"[^\"]*?\\b([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-[0-9]{3})\\b[^\"]*\"");

    private static final Pattern DECLARED = Pattern.compile("\\b(\\w+)\\(\\s*String method\\b");
    private static final Pattern LOOP = Pattern.compile("for \\(String method : (?:List|Set)\\.of\\(([^)]*)\\)");

    /** A display name of the form "method, method: what is tested". */
    private static final Pattern TITLE = Pattern.compile("DisplayName\\(\\s*\"([\\w., ]+):");

    private static final Pattern GIVEN = Pattern.compile(
            "@(?:Value|Csv)Source\\(([^@]*?)\\)\\s*(?:@DisplayName\\([^@]*?\\)\\s*)?void \\w+\\(\\s*String method\\b");
    private static final Pattern STRING = Pattern.compile("\"([^\",| ]+)[^\"]*\"");

    /** Whose draws {@code reference/conditional_draws.R} makes itself, where mice has none. */
    private static final Set<String> BY_FORMULA = Set.of("normrank", "lognorm", "sqrtnorm", "cubertnorm");

    /** What test classes are about whose text does not name the method. */
    private static final Map<String, List<String>> IDS = Map.of(
            "MICE-IMPUTE-2LONLY-NORM-001", List.of("2lonly.norm"),
            "REMOVE-LINDEP-001", List.of("norm", "pmm"));

    @Test
    @DisplayName("every method has a line, and the page is that of the registry")
    void page() throws IOException {
        String text = text();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE))
                .as("run once with -Dgolden.update=true")
                .isEqualTo(text);
    }

    @Test
    @DisplayName("a column called like a method is no test of it")
    void mentions() {
        assertThat(made("numbers(\"mean\"); List.of(\"norm\"); predictors(data, \"constant\")"))
                .isBlank();
        assertThat(made("Conditionals.ALL.find(\"norm\").make()")).contains("\"norm\"");
        assertThat(made("@ValueSource(strings = {\"pmm\", \"ri\"})\n    void works(String method) {"))
                .isEqualTo("pmm\nri\n");
        assertThat(made("void draws(String method, int n) {} draws(\"cart\", 2)"))
                .contains("cart");
    }

    @Test
    void everyMethodIsTested() throws IOException {
        Map<String, Set<String>> tests = tests();
        assertThat(Conditionals.ALL.names())
                .allSatisfy(name -> assertThat(tests.get(name)).as(name).isNotEmpty());
    }

    private static String text() throws IOException {
        Map<String, Set<String>> tests = tests();
        Map<String, Set<String>> ids = ids();
        StringBuilder out = new StringBuilder("""
                # Methods that draw one column given others

                Made from the registry by `MethodsPageTest`; do not edit. Used by `run --method cart|parametric` (a method for each
                column: `methods`) and by `impute`. In short: `semblance list methods`; one with its options: `semblance list methods
                ctree`. The names, defaults and meanings are those of R's mice and synthpop, their known defects left out: a method
                that gives donors' values never gives a row its own, predictors with labels are split as they are.

                **Proper**: what is learnt is drawn from its law too, as multiple imputation asks; *rows*: in a proper synthesis by
                learning from rows drawn with replacement; *asked*: by the option `proper`. **Tests**: classes of the package
                `conditional` that test it, beside `ConditionalsContractTest` of all; most hold values computed in R by the scripts
                of `/reference`; and, where it has one, mice's identifier of the test. **Status**: done; done, by formula: held
                against R code that was written from the published formulas, since synthpop could not be installed; experimental:
                not yet checked against its paper or original.

                | method | draws | what it learns | proper | source | tests | status |
                |---|---|---|---|---|---|---|
                """);
        for (Plugin<Conditional> plugin : Conditionals.ALL.plugins()) {
            About about = About.of(plugin.name());
            List<String> checks = new ArrayList<>(tests.getOrDefault(plugin.name(), Set.of()));
            checks.addAll(ids.getOrDefault(plugin.name(), Set.of()));
            out.append("| `").append(plugin.name()).append("`");
            out.append(" | ").append(about.draws().words());
            out.append(" | ").append(about.fits().replace("|", "\\|"));
            out.append(" | ").append(about.proper().name().toLowerCase(Locale.ROOT));
            out.append(" | ").append(about.source());
            out.append(" | ").append(String.join(", ", checks));
            out.append(" | ").append(status(plugin)).append(" |\n");
        }
        out.append("\n## Options\n");
        for (Plugin<Conditional> plugin : Conditionals.ALL.plugins()) {
            out.append("\n### ")
                    .append(plugin.name())
                    .append("\n\n")
                    .append(plugin.summary())
                    .append("\n\n");
            List<Options.Description> options = Options.describe(plugin.defaults());
            out.append(options.isEmpty() ? "No options.\n" : "| option | default | meaning |\n|---|---|---|\n");
            for (Options.Description option : options) {
                String standard = String.valueOf(option.standard());
                String choices = option.choices().isEmpty() ? "" : ": " + String.join(", ", option.choices());
                out.append("| `").append(option.name()).append("` | ");
                out.append(standard.isEmpty() || standard.equals("[]") ? "" : "`" + standard + "`");
                out.append(" | ").append(option.doc()).append(choices).append(" |\n");
            }
        }
        return out.toString();
    }

    private static String status(Plugin<Conditional> plugin) {
        boolean open = plugin.maturity() == Plugin.Maturity.EXPERIMENTAL;
        return open ? "experimental" : BY_FORMULA.contains(plugin.name()) ? "done, by formula" : "done";
    }

    /** The test classes that make each method: a name that stands elsewhere, as of a column, is no test. */
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> out = new TreeMap<>();
        for (Path file : classes()) {
            String source = Files.readString(file);
            String test = file.getFileName().toString().replace(".java", "");
            String made = made(source);
            for (String name : Conditionals.ALL.names()) {
                boolean named = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?=[\",|:]|\\s|$)")
                        .matcher(made)
                        .find();
                if (named || source.contains(constant(name) + ".make(")) {
                    out.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(test);
                }
            }
        }
        return out;
    }

    /** What a test passes on as a method's name: to a look-up, or where a parameter or a loop is called so. */
    private static String made(String source) {
        Set<String> lookups = new LinkedHashSet<>(Set.of("find"));
        DECLARED.matcher(source).results().forEach(found -> lookups.add(found.group(1)));
        String called = "\\b(?:" + String.join("|", lookups) + ")\\(\\s*(\"[^\"]+\")";
        StringBuilder out = new StringBuilder();
        for (Pattern pattern : List.of(Pattern.compile(called), LOOP, TITLE)) {
            pattern.matcher(source)
                    .results()
                    .forEach(found -> out.append(found.group(1)).append('\n'));
        }
        // The first cell of each line, or each string.
        GIVEN.matcher(source)
                .results()
                .flatMap(found -> STRING.matcher(found.group(1)).results())
                .forEach(found -> out.append(found.group(1)).append('\n'));
        return out.toString();
    }

    /** The constant that holds the plugin, as {@code TreeDonors.PLUGIN}. */
    private static String constant(String name) {
        Plugin<Conditional> plugin = Conditionals.ALL.find(name);
        Class<?> type = plugin.make().getClass();
        for (Field field : type.getFields()) {
            try {
                if (field.get(null) == plugin) {
                    return type.getSimpleName() + "." + field.getName();
                }
            } catch (IllegalAccessException | NullPointerException e) {
                throw new AssertionError(e);
            }
        }
        return "no constant";
    }

    private static Map<String, Set<String>> ids() throws IOException {
        Map<String, Set<String>> out = new TreeMap<>();
        for (Path file : classes()) {
            Matcher matcher = MICE_ID.matcher(Files.readString(file));
            while (matcher.find()) {
                String id = matcher.group(1);
                IDS.getOrDefault(id, List.of())
                        .forEach(name -> out.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                .add(id));
            }
        }
        return out;
    }

    private static List<Path> classes() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> !file.endsWith("MethodsPageTest.java"))
                    // Of all methods.
                    .filter(file -> !file.endsWith("ConditionalsContractTest.java"))
                    .sorted()
                    .toList();
        }
    }
}
