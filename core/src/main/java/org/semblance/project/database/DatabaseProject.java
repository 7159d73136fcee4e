package org.semblance.project.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.model.Size;
import org.semblance.plugin.Option;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;

/**
 * One run over a whole database, as project.yaml says it.
 *
 * @param database the folder of tables, as it was given; a relative path starts from the project file's folder
 * @param sha256 of the data the project was written for, or empty
 * @param seed same data, same seed: same bytes; null where one is to be drawn
 * @param options of the synthesizer, by name
 * @param schema what is said of tables, keys, relationships and sequences
 */
public record DatabaseProject(
        String database,
        String sha256,
        @Nullable Long seed,
        Settings settings,
        Map<String, Object> options,
        DatabaseSchema schema) {
    private static final String KEEP = "keep";
    private static final String ORPHANS = "orphans";

    /** What can be set by a flag or a key of project.yaml, with their defaults. */
    public record Settings(
            @Option(value = "How many times the rows of the real database; child tables follow", min = 1e-6, max = 1e6)
            double scale,

            @Option("Rows of tables that are drawn under no other instead, like patients=1000")
            List<String> rows,

            @Option("The tables to read; none for all") List<String> tables,

            @Option("Tables that are handed over as they are, every row of them: lists of countries, wards, codes")
            List<String> keep,

            @Option("What all rows of a table satisfy, like patients.sex = 'F'; other tables follow")
            List<String> where,

            @Option(
                    value = "Steps that sequences go on beyond their last ones, where a table of them stands alone",
                    min = 0)
            int horizon,

            @Option(
                    "Whether foreign keys of the source that point nowhere are given a row, and not made like that again")
            boolean repair,

            @Option(
                    value = "The share of entities, with all that belongs to them, held back from learning",
                    min = 0,
                    max = 0.5)
            double holdout,

            @Option(
                    value = "guarded keeps back labels of fewer than 5 rows and extreme values; max releases them",
                    choices = {"guarded", "max"})
            String fidelity,

            @Option("Whether new rows keep the constraints that are listed or, where none are, those found in the data")
            boolean keepConstraints) {
        public static final Settings DEFAULT =
                new Settings(1, List.of(), List.of(), List.of(), List.of(), 0, false, 0.2, "guarded", true);

        public Settings {
            rows = List.copyOf(rows);
            tables = List.copyOf(tables);
            keep = List.copyOf(keep);
            where = List.copyOf(where);
        }

        /** What is kept back. */
        public Privacy privacy() {
            return fidelity.equals("max") ? Privacy.fidelity() : Privacy.DEFAULT;
        }

        /** With these tables kept. */
        Settings keep(List<String> kept) {
            return new Settings(scale, rows, tables, kept, where, horizon, repair, holdout, fidelity, keepConstraints);
        }

        /** @throws ProblemException where rows are not {@code TABLE=NUMBER} */
        public Size size() {
            Map<String, Long> some = new LinkedHashMap<>();
            for (String one : rows) {
                int equals = one.lastIndexOf('=');
                String number = one.substring(equals + 1).replace("_", "").strip();
                if (equals < 1 || !number.matches("[0-9]{1,15}([eE][0-9]{1,2})?")) {
                    throw ProblemException.usage(
                            Problem.of("rows is \"" + one + "\", but must be a table and a number.")
                                    .fix("For example --rows patients=1000"));
                }
                some.put(one.substring(0, equals).strip(), (long) Math.min(1e15, Double.parseDouble(number)));
            }
            return new Size(scale, some);
        }
    }

    public DatabaseProject {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A folder with everything else left to the defaults. */
    public static DatabaseProject of(String database) {
        return new DatabaseProject(database, "", null, Settings.DEFAULT, Map.of(), DatabaseSchema.NOTHING);
    }

    public DatabaseProject database(String path, String hash) {
        return new DatabaseProject(path, hash, seed, settings, options, schema);
    }

    public DatabaseProject seed(long other) {
        return new DatabaseProject(database, sha256, other, settings, options, schema);
    }

    public DatabaseProject settings(Settings other) {
        return new DatabaseProject(database, sha256, seed, other, options, schema);
    }

    /** With other options; tables that they keep are kept beside those of the settings. */
    public DatabaseProject options(Map<String, ?> other) {
        Map<String, Object> rest = new LinkedHashMap<>(other);
        Object kept = rest.remove(KEEP);
        List<String> names = kept instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : kept == null ? List.of() : List.of(String.valueOf(kept).split("\\s*,\\s*"));
        return new DatabaseProject(database, sha256, seed, settings.keep(both(settings.keep(), names)), rest, schema);
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /** With what a schema file says; tables that it keeps are kept beside those of the settings. */
    public DatabaseProject schema(DatabaseSchema other) {
        Settings kept = settings.keep(both(settings.keep(), other.keep()));
        return new DatabaseProject(database, sha256, seed, kept, options, other);
    }

    /** Without what the schema says of tables that are left out. */
    public DatabaseProject withoutLeftOut() {
        DatabaseSchema rest = schema.only(settings.tables());
        List<String> gone = schema.keep().stream()
                .filter(table -> !rest.keep().contains(table))
                .toList();
        List<String> kept =
                settings.keep().stream().filter(table -> !gone.contains(table)).toList();
        return new DatabaseProject(database, sha256, seed, settings.keep(kept), options, rest);
    }

    /** The options of the synthesizer, with what the settings ask of it. */
    public Map<String, Object> asked() {
        Map<String, Object> all = new LinkedHashMap<>(options);
        if (!settings.keep().isEmpty()) {
            all.put(KEEP, settings.keep());
        }
        if (settings.repair()) {
            all.put(ORPHANS, "repair");
        } else {
            all.putIfAbsent(ORPHANS, "reproduce");
        }
        return all;
    }
}
