package org.semblance.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.io.SchemaFile;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.Project;
import org.semblance.project.database.DatabaseProject;
import org.semblance.project.database.DatabaseSchemaFile;
import picocli.CommandLine.Option;

/** The flags that say how a table is read and learnt, shared by {@code run} and {@code fit}. */
final class Choices {
    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "The synthesizer (trees). All of them: semblance list synthesizers")
    @Nullable
    String method;

    @Option(
            names = "--with",
            paramLabel = "OPTION=VALUE",
            description = {
                "An option of the synthesizer; may be repeated.",
                "All of them: semblance list synthesizers NAME"
            })
    List<String> with = new ArrayList<>();

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = {
                "Kinds and formats of columns where the guess is wrong.",
                "A start: semblance inspect DATA --schema > schema.yaml"
            })
    @Nullable
    String schema;

    @Option(
            names = "--fidelity",
            paramLabel = "guarded|max",
            description = {
                "guarded: labels of fewer than 5 rows and extreme values are not released (default).",
                "max: they are, and the report says so."
            })
    @Nullable
    String fidelity;

    @Option(
            names = "--no-constraints",
            description = {
                "New rows need not keep what all real rows keep (orders, sums, dependencies);",
                "the report says so. What is kept: semblance inspect DATA"
            })
    boolean noConstraints;

    /** The project with everything that was said by flags; other settings are given as texts by name. */
    Project over(Project project, Map<String, ?> more, Console console) throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>(more);
        if (method != null) {
            settings.put("method", method);
        }
        if (fidelity != null) {
            settings.put("fidelity", fidelity);
        }
        if (noConstraints) {
            settings.put("keep-constraints", false);
        }
        Project.Settings bound = Options.bind(project.settings(), settings, "this command");
        Project out = project.settings(bound).options(options(project, bound));
        if (schema == null) {
            return out;
        }
        return out.columns(SchemaFile.read(Source.of(console.path(schema))));
    }

    /** Whether the schema file says something of tables: how they are related, which hold sequences. */
    boolean namesTables(Console console) {
        return schema != null && DatabaseSchemaFile.is(Source.of(console.path(schema)));
    }

    /** The same for a project of related tables. */
    DatabaseProject over(DatabaseProject project, Map<String, ?> more, Console console) throws IOException {
        if (method != null) {
            throw ProblemException.usage(Problem.of("--method is for one table: related tables have one way.")
                    .fix("Leave it out; its options are set by --with."));
        }
        Map<String, Object> settings = new LinkedHashMap<>(more);
        if (fidelity != null) {
            settings.put("fidelity", fidelity);
        }
        if (noConstraints) {
            settings.put("keep-constraints", false);
        }
        DatabaseProject out = project.settings(Options.bind(project.settings(), settings, "this command"));
        if (!with.isEmpty()) {
            Map<String, Object> options = new LinkedHashMap<>(out.options());
            options.putAll(pairs());
            out = out.options(options);
        }
        return schema == null ? out : out.schema(DatabaseSchemaFile.read(Source.of(console.path(schema))));
    }

    /** The project's options belong to its method: another method by flag starts from none. */
    private Map<String, Object> options(Project project, Project.Settings settings) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (settings.method().equals(project.settings().method())) {
            out.putAll(project.options());
        }
        out.putAll(pairs());
        return out;
    }

    /** The options that were given, by name. */
    Map<String, Object> pairs() {
        Map<String, Object> out = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String pair : with) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                problems.add(Problem.of("--with is \"" + pair + "\", but must be an option and its value.")
                        .fix("For example --with min-leaf=50"));
            } else {
                String value = pair.substring(equals + 1).strip();
                boolean yaml = value.startsWith("{") || value.startsWith("[");
                out.put(
                        pair.substring(0, equals).trim(),
                        yaml ? Yaml.plain(Yaml.parse(value, "--with " + pair.substring(0, equals))) : value);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return out;
    }
}
