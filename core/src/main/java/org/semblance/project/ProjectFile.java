package org.semblance.project;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Listed;
import org.semblance.io.ConstraintLines;
import org.semblance.io.SchemaFile;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.plugin.Options;
import org.semblance.plugin.ProblemException;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Schema;

/** project.yaml: reading a {@link Project}, all its problems at once with their lines, and writing one to be edited. */
public final class ProjectFile {
    /** Of the format. */
    public static final int VERSION = 1;

    /** Keys beside those of {@link Project.Settings}. */
    static final List<String> OWN = List.of("version", "data", "sha256", "seed", "options", "columns", "constraints");

    private ProjectFile() {}

    /** @throws ProblemException with every problem of the file */
    public static Project read(Source source) {
        return read(SettingsReader.open(source));
    }

    /** The same of a file that is open. */
    public static Project read(SettingsReader file) {
        TreeSet<String> known = new TreeSet<>(OWN);
        known.addAll(Options.values(Project.Settings.DEFAULT).keySet());
        file.known(known);
        file.version(VERSION);
        String data = String.valueOf(file.value("data", ""));
        if (data.isEmpty()) {
            file.problem("data", "data is missing: the path of the table.", "For example data: ../patients.csv");
        }
        Long seed = file.seed();
        Project.Settings settings = file.settings(Project.Settings.DEFAULT);
        try {
            Safeguards.of(settings);
        } catch (ProblemException e) {
            file.add("controls", e.problems());
        }
        Map<String, Object> options = file.options();
        if (Synthesizers.ALL.names().contains(settings.method())) {
            try {
                Synthesizers.ALL.find(settings.method()).options(options);
            } catch (ProblemException e) {
                file.addOptions(e.problems());
            }
        }
        SchemaOverrides columns = columns(file);
        file.throwIfAny();
        return new Project(data, String.valueOf(file.value("sha256", "")), seed, settings, options, columns);
    }

    private static @Nullable SchemaOverrides columns(SettingsReader file) {
        Yaml.Node node = file.node("columns");
        Map<String, SchemaOverrides.Column> columns = Map.of();
        Listed constraints = null;
        try {
            columns = node == null
                    ? columns
                    : SchemaFile.columns(node, file.name()).columns();
        } catch (ProblemException e) {
            file.add(e.problems());
        }
        Yaml.Node listed = file.node("constraints");
        try {
            constraints = listed == null ? null : ConstraintLines.read(listed, file.name());
        } catch (ProblemException e) {
            file.add(e.problems());
        }
        return node == null && constraints == null ? null : new SchemaOverrides(file.name(), columns, constraints);
    }

    /**
     * The file's text, with the meaning of every key beside it.
     *
     * @param schema of the table as it was read; of columns that the project overrides it is written out
     */
    public static String write(Project project, Schema schema) {
        StringBuilder out = new StringBuilder();
        SettingsText text = new SettingsText(out);
        out.append("# What this run did. Change it and run it again: semblance run project.yaml -o another-folder\n");
        out.append("# All keys with their meaning: semblance schema project\n");
        text.line("version", VERSION, "");
        text.line("data", project.data(), "relative to this file");
        text.line("sha256", project.sha256(), "of the data this was written for");
        Long seed = project.seed();
        if (seed != null) {
            text.line("seed", seed, "same data, same seed: same bytes");
        }
        String help =
                "all of them: semblance list synthesizers " + project.settings().method();
        text.settings(
                project.settings(), Project.Settings.DEFAULT, "method", () -> text.options(project.options(), help));
        SchemaOverrides columns = project.columns();
        if (columns == null || columns.columns().isEmpty()) {
            out.append(
                    "# columns: where a kind or format was guessed wrong; semblance inspect DATA --schema lists all\n");
        } else {
            out.append(SchemaFile.write(columns, schema));
        }
        Listed constraints = columns == null ? null : columns.constraints();
        if (constraints == null) {
            out.append("# constraints: what new rows keep; those found are kept where none are listed\n");
        } else {
            out.append(ConstraintLines.write(constraints));
        }
        return out.toString();
    }
}
