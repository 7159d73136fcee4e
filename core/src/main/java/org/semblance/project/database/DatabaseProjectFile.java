package org.semblance.project.database;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.semblance.io.Yaml;
import org.semblance.plugin.Options;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.relations.Detected;
import org.semblance.project.ProjectFile;
import org.semblance.project.SettingsReader;
import org.semblance.project.SettingsText;

/** project.yaml of a database: reading a {@link DatabaseProject}, all problems at once by line, and writing one. */
public final class DatabaseProjectFile {
    private static final List<String> OWN = List.of("version", "database", "sha256", "seed", "options", "schema");

    private DatabaseProjectFile() {}

    /** Whether a project is one of a database. */
    public static boolean is(SettingsReader file) {
        return file.has("database");
    }

    /** @throws ProblemException with every problem of the file */
    public static DatabaseProject read(SettingsReader file) {
        TreeSet<String> known = new TreeSet<>(OWN);
        known.addAll(Options.values(DatabaseProject.Settings.DEFAULT).keySet());
        file.known(known);
        file.version(ProjectFile.VERSION);
        String database = String.valueOf(file.value("database", ""));
        Long seed = file.seed();
        DatabaseProject.Settings settings = file.settings(DatabaseProject.Settings.DEFAULT);
        DatabaseSchema schema = DatabaseSchema.NOTHING;
        Yaml.Node node = file.node("schema");
        if (node != null) {
            try {
                schema = DatabaseSchemaFile.parse(node, file.name());
            } catch (ProblemException e) {
                file.add(e.problems());
            }
        }
        DatabaseProject project = new DatabaseProject(
                        database, String.valueOf(file.value("sha256", "")), seed, settings, Map.of(), schema)
                .options(file.options())
                .schema(schema);
        file.throwIfAny();
        return project;
    }

    /** The file's text: settings with their meaning, and what the tables are as {@link DatabaseSchemaText} has it, without reasons. */
    public static String write(DatabaseProject project, Detected detected) {
        StringBuilder out = new StringBuilder();
        SettingsText text = new SettingsText(out);
        out.append("# What this run did. Change it and run it again: semblance run project.yaml -o another-folder\n");
        text.line("version", ProjectFile.VERSION, "");
        text.line("database", project.database(), "relative to this file");
        text.line("sha256", project.sha256(), "of the data this was written for");
        Long seed = project.seed();
        if (seed != null) {
            text.line("seed", seed, "same data, same seed: same bytes");
        }
        text.settings(project.settings(), DatabaseProject.Settings.DEFAULT, "", () -> {});
        text.options(project.options(), "of the synthesizer");
        out.append("schema:\n");
        DatabaseSchemaText.bare(detected, project.schema())
                .lines()
                .forEach(line -> out.append("  ").append(line).append('\n'));
        return out.toString();
    }
}
