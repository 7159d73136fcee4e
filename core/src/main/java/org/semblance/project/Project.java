package org.semblance.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Question;
import org.semblance.io.SchemaOverrides;
import org.semblance.plugin.Option;
import org.semblance.prepare.Privacy;

/**
 * One run of the whole pipeline, as project.yaml says it: which table, how it is read, learnt, sampled and scored.
 *
 * @param data the table, a path as it was given; relative ones start from the project file's folder
 * @param sha256 of the data the project was written for, or empty; other data is a warning, not a fault
 * @param seed same data, same seed: same bytes; null where one is to be drawn
 * @param options of the synthesizer, by name
 * @param columns what overrides the inferred kinds and formats, or null
 */
public record Project(
        String data,
        String sha256,
        @Nullable Long seed,
        Settings settings,
        Map<String, Object> options,
        @Nullable SchemaOverrides columns) {
    /** What can be set by a flag, a variable of the environment or a key of project.yaml, with their defaults. */
    public record Settings(
            @Option(value = "How many rows to make; 0 for as many as the data has", min = 0)
            long rows,

            @Option("The synthesizer that learns the table") String method,

            @Option(
                    value = "The share of the rows that is held back from learning, to compare with",
                    min = 0,
                    max = 0.9)
            double holdout,

            @Option("The column that usefulness is measured by predicting; empty to look for one")
            String target,

            @Option(
                    value = "guarded keeps back labels of fewer than 5 rows and extreme values; max releases them",
                    choices = {"guarded", "max"})
            String fidelity,

            @Option("Your own model, fitted on real and on synthetic rows, like income ~ age + sex; empty for none")
            String model,

            @Option("The columns whose groups fairness looks at")
            List<String> sensitive,

            @Option("The columns an attacker may know of a person, for the disclosure tables")
            List<String> keys,

            @Option("Disclosure controls for the rows, in order, like top-coding:columns=age,at=90")
            List<String> controls,

            @Option("Whether new rows keep the constraints that are listed or, where none are, those found in the data")
            boolean keepConstraints,

            @Option(value = "How many syntheses are made; the first is scored", min = 1, max = 1000)
            int syntheses,

            @Option("Whether several syntheses stand below each other in one file, with the column .syn")
            boolean stacked,

            @Option(
                    value = "mice is the recipe of courses, which weakens correlations and links rows to real ones",
                    choices = {"", "mice"})
            String compatible) {
        public static final Settings DEFAULT =
                new Settings(0, "trees", 0.2, "", "guarded", "", List.of(), List.of(), List.of(), true, 1, false, "");

        public Settings {
            sensitive = List.copyOf(sensitive);
            keys = List.copyOf(keys);
            controls = List.copyOf(controls);
        }

        /** What the evaluation is asked. */
        public Question question() {
            return new Question(target, model, sensitive, keys, false);
        }

        /** Whether the recipe of mice is asked for instead of a synthesis. */
        public boolean recipe() {
            return compatible.equals(MiceRecipe.NAME);
        }

        /** What is kept back. */
        public Privacy privacy() {
            return fidelity.equals("max") ? Privacy.fidelity() : Privacy.DEFAULT;
        }
    }

    public Project {
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A table with everything else left to the defaults. */
    public static Project of(String data) {
        return new Project(data, "", null, Settings.DEFAULT, Map.of(), null);
    }

    public Project data(String path, String hash) {
        return new Project(path, hash, seed, settings, options, columns);
    }

    public Project seed(long other) {
        return new Project(data, sha256, other, settings, options, columns);
    }

    public Project settings(Settings other) {
        return new Project(data, sha256, seed, other, options, columns);
    }

    public Project options(Map<String, ?> other) {
        return new Project(data, sha256, seed, settings, new LinkedHashMap<>(other), columns);
    }

    public Project columns(@Nullable SchemaOverrides other) {
        return new Project(data, sha256, seed, settings, options, other);
    }
}
