package org.semblance.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.About;
import org.semblance.conditional.Conditionals;
import org.semblance.constraint.Constraints;
import org.semblance.disclosure.Controls;
import org.semblance.distribution.Laws;
import org.semblance.evaluate.Measures;
import org.semblance.evaluate.Metrics;
import org.semblance.generate.Makers;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.plugin.Registry;
import org.semblance.synthesize.Synthesizers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        header = "synthesizers, methods, metrics, laws, generators, controls and constraints, with their options",
        description = {
            "Without arguments: everything there is. With a kind: those of the kind. With a name: its whole card,",
            "options with defaults and ranges, to be set by --with option=value, under `options:` in a project,",
            "or for controls by sdc --apply control:option=value."
        },
        footer = {
            "semblance list",
            "semblance list synthesizers",
            "semblance list synthesizers trees",
            "semblance list metrics --json"
        })
final class ListCommand implements Verb {
    private static final String METRICS = "metrics";
    private static final String METHODS = "methods";

    private static final String DRAWS =
            "  The second word is what a column must hold; more of each: docs/reference/methods.md\n";

    private static final String ON_PAGE = "  The second name is what the report says; --require takes both.\n";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            description = "synthesizers, methods, metrics, laws, generators, controls or constraints.")
    @Nullable
    String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "One of them, for its whole card.")
    @Nullable
    String name;

    /** Every registry by the word users type. */
    static Map<String, Registry<?>> registries() {
        Map<String, Registry<?>> all = new LinkedHashMap<>();
        all.put("synthesizers", Synthesizers.ALL);
        all.put(METRICS, Metrics.ALL);
        all.put("laws", Laws.ALL);
        all.put(METHODS, Conditionals.ALL);
        all.put("generators", Makers.ALL);
        all.put("controls", Controls.ALL);
        all.put("constraints", Constraints.ALL);
        return all;
    }

    @Override
    public int call(Console console) throws IOException {
        Map<String, Registry<?>> chosen = registries();
        if (kind != null) {
            String word = word(kind, chosen);
            chosen = Map.of(word, chosen.get(word));
        }
        Map<String, List<Plugin<?>>> plugins = new LinkedHashMap<>();
        chosen.forEach((word, registry) ->
                plugins.put(word, name == null ? new ArrayList<>(registry.plugins()) : List.of(registry.find(name))));
        if (console.flags().json) {
            console.answer(ListJson.text(plugins));
        } else if (name != null) {
            Map.Entry<String, List<Plugin<?>>> found =
                    plugins.entrySet().iterator().next();
            console.answer(card(console, found.getKey(), found.getValue().get(0)));
        } else {
            console.answer(table(console, plugins));
        }
        return Cli.DONE;
    }

    private static String word(String given, Map<String, Registry<?>> all) {
        String plural = all.containsKey(given + "s") ? given + "s" : given;
        if (!all.containsKey(plural)) {
            String hint = Nearest.hint(given, all.keySet());
            throw ProblemException.usage(Problem.of("there is nothing to list called \"" + given + "\".")
                    .fix(((hint.isEmpty() ? "" : hint + " ") + "There are: " + String.join(", ", all.keySet()) + ".")));
        }
        return plural;
    }

    private static String table(Console console, Map<String, List<Plugin<?>>> plugins) {
        StringBuilder out = new StringBuilder();
        plugins.forEach((word, list) -> {
            out.append(out.length() == 0 ? "" : "\n")
                    .append(console.style().strong(word))
                    .append("\n");
            int width = width(list.stream().map(Plugin::name).toList());
            int page = width(list.stream().map(plugin -> beside(word, plugin)).toList());
            String form = "  %-" + width + "s  " + (page == 0 ? "%s" : "%-" + page + "s  ") + "%s%s\n";
            for (Plugin<?> plugin : list) {
                out.append(String.format(
                        Locale.ROOT, form, plugin.name(), beside(word, plugin), plugin.summary(), maturity(plugin)));
            }
            out.append(word.equals(METRICS) ? ON_PAGE : word.equals(METHODS) ? DRAWS : "");
        });
        out.append("\nmore: semblance list KIND NAME\n");
        return out.toString();
    }

    private static int width(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    /** What the report calls a metric; empty for metrics that are none of its measures, and for other kinds. */
    static String onPage(String kind, Plugin<?> plugin) {
        return kind.equals(METRICS) ? Measures.onPage(plugin.name()) : "";
    }

    /** What the report calls a metric, what columns a method draws. */
    private static String beside(String kind, Plugin<?> plugin) {
        return kind.equals(METHODS) ? About.of(plugin.name()).draws().words() : onPage(kind, plugin);
    }

    private static String card(Console console, String word, Plugin<?> plugin) {
        StringBuilder out = new StringBuilder();
        out.append(console.style().strong(plugin.name()))
                .append("  (")
                .append(word)
                .append(")")
                .append(maturity(plugin));
        out.append("\n").append(plugin.summary()).append("\n");
        String page = onPage(word, plugin);
        out.append(page.isEmpty() ? "" : "In the report and for --require: " + page + "\n");
        if (word.equals(METHODS)) {
            About about = About.of(plugin.name());
            out.append("Draws: ").append(about.draws().words()).append("\n");
            out.append("Learns: ").append(about.fits()).append("\n");
            out.append("Source: ").append(about.source()).append("\n");
        }
        List<Options.Description> options = Options.describe(plugin.defaults());
        if (options.isEmpty()) {
            return out.append("It has no options.\n").toString();
        }
        int width = options.stream()
                .mapToInt(option -> option.name().length())
                .max()
                .orElse(0);
        out.append("\nOptions\n");
        for (Options.Description option : options) {
            out.append(String.format(Locale.ROOT, "  %-" + width + "s  %s\n", option.name(), option.doc()));
            out.append(" ".repeat(width + 4)).append(range(option)).append("\n");
        }
        return out.toString();
    }

    private static String range(Options.Description option) {
        String words = option.type();
        if (!option.choices().isEmpty()) {
            words = "one of " + String.join(", ", option.choices());
        }
        boolean low = option.min() != Double.NEGATIVE_INFINITY;
        boolean high = option.max() != Double.POSITIVE_INFINITY;
        words += low && high
                ? ", " + number(option.min()) + " to " + number(option.max())
                : low ? ", at least " + number(option.min()) : high ? ", at most " + number(option.max()) : "";
        String standard = String.valueOf(option.standard());
        return words + "; default " + (standard.isEmpty() || standard.matches("\\[]|\\{}") ? "none" : standard);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String maturity(Plugin<?> plugin) {
        return plugin.maturity() == Plugin.Maturity.EXPERIMENTAL ? "  (experimental)" : "";
    }
}
