package org.semblance.project.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraint;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.related.RelatedComparison;
import org.semblance.evaluate.related.RelatedEvaluation;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.model.DatabaseLoader;
import org.semblance.model.DatabaseModel;
import org.semblance.model.DatabaseRows;
import org.semblance.model.Size;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.plugin.Registry;
import org.semblance.prepare.relations.Detected;
import org.semblance.prepare.relations.Detection;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.related.BesideModel;
import org.semblance.synthesize.related.RelatedModel;
import org.semblance.synthesize.related.RelatedSynthesizer;
import org.semblance.synthesize.sequence.SequenceModel;
import org.semblance.synthesize.sequence.SequenceSynthesizer;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Metadata;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * The whole way from the tables of a database to scored synthetic ones: relate, hold back entities, learn, sample, score.
 * As with one table, the model that is scored is the one that is delivered.
 */
public final class DatabasePipeline {
    /** More rows than this, all tables together, are not scored: they would have to be in memory at once. */
    private static final long SCORED = 5_000_000;

    private DatabasePipeline() {}

    /**
     * What came of it.
     *
     * @param scored the synthetic database, or as much as was scored of it
     * @param whole whether that is all of it
     */
    public record Outcome(
            DatabaseModel model,
            DatabaseRows rows,
            DatabaseSplit split,
            Database scored,
            boolean whole,
            Findings findings,
            List<String> notes) {
        /** The databases that were evaluated. */
        public RelatedComparison comparison() {
            return new RelatedComparison(split.training(), scored, split.holdout());
        }
    }

    private static final Plugin<RelatedSynthesizer> RELATED = RelatedSynthesizer.PLUGIN;
    private static final Plugin<SequenceSynthesizer> SEQUENCES = SequenceSynthesizer.PLUGIN;

    /** Who learns databases. */
    public static final Registry<DatabaseLoader> SYNTHESIZERS =
            Registry.of("synthesizer of databases", loads(RELATED), loads(SEQUENCES));

    private static Plugin<DatabaseLoader> loads(Plugin<? extends DatabaseLoader> plugin) {
        return new Plugin<>(
                plugin.name(), plugin.summary(), plugin.maturity(), plugin.defaults(), plugin.maker()::apply);
    }

    /** The loader of databases' models by the name of who made them. */
    public static DatabaseLoader loader(String synthesizer) {
        return SYNTHESIZERS.find(synthesizer).make();
    }

    /** Whether a database is one table of sequences: these have a way of their own. */
    public static boolean sequences(Metadata database) {
        return database.schemas().size() == 1 && !database.sequences().isEmpty();
    }

    /** Who learns such a database. */
    public static Plugin<? extends DatabaseLoader> synthesizer(Metadata database) {
        return sequences(database) ? SEQUENCES : RELATED;
    }

    /** Every option of the synthesizer with the value it has. */
    public static Map<String, Object> options(DatabaseProject project, Metadata database) {
        Plugin<? extends DatabaseLoader> plugin = synthesizer(database);
        return Options.values(plugin.options(sequences(database) ? project.options() : project.asked()));
    }

    /** Finds out how the tables are related, where nobody says it. */
    public static Detected relate(LoadedDatabase loaded, DatabaseSchema schema, Run run) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        loaded.tables().forEach((name, table) -> schemas.put(name, table.table().schema()));
        DatabaseSchema named = schema.named(schemas.keySet());
        named.check(schemas);
        SaidKeys.check(named, loaded.rows());
        Detected detected = Detection.of(loaded.rows(), loaded.declared().under(named.declared()), run);
        return schema.origin() == DatabaseSchema.Origin.ANEW
                ? detected.note("constraints are looked for anew: those of " + schema.file()
                        + " were found with other keys or foreign keys; to have them all the same, take found-with out"
                        + " of it")
                : detected;
    }

    /** How many rows are made, with the tables that are named checked. */
    public static Size size(DatabaseProject.Settings settings, Metadata database) {
        Size size = settings.size();
        List<Problem> problems = new ArrayList<>();
        for (String table : size.rows().keySet()) {
            if (!database.schemas().containsKey(table)) {
                problems.add(Problem.of("there is no table \"" + table + "\".")
                        .fix(Nearest.hint(table, database.schemas().keySet())));
            }
        }
        if (!problems.isEmpty()) {
            // A table that is not there is no wrong usage: with other data it would be right.
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return size;
    }

    /**
     * Refuses, before the work, what cannot be done with these tables: sizes, tables to keep, conditions, constraints.
     *
     * @return how many rows are made
     */
    public static Size check(DatabaseProject project, Database database) {
        DatabaseProject.Settings settings = project.settings();
        Size size = size(settings, database.metadata());
        boolean sequences = sequences(database.metadata());
        if (settings.horizon() > 0 && !sequences) {
            throw ProblemException.usage(Problem.of("horizon is for a table of sequences that stands alone.")
                    .fix("Leave it out, or name the table's order: --order COLUMN, and --entity COLUMN."));
        }
        if (sequences && (!settings.keep().isEmpty() || !settings.where().isEmpty())) {
            throw ProblemException.usage(Problem.of((settings.keep().isEmpty() ? "where" : "keep")
                            + " is for related tables," + " and this is one table of sequences.")
                    .fix("Leave it out."));
        }
        Map<String, List<Constraint>> listed = DatabaseRules.listed(database, project);
        RelatedSynthesizer.check(
                database.metadata(), settings.keep(), settings.where(), settings.keepConstraints() ? listed : Map.of());
        options(project, database.metadata());
        if (!sequences) {
            List<Sequence> alone = alone(database.metadata(), project);
            RelatedSynthesizer.check(
                    BesideModel.others(database, alone),
                    settings.keep(),
                    size.rows().keySet());
        }
        return size;
    }

    /** Only learns, from all rows. */
    public static DatabaseModel fit(Database database, DatabaseProject project, Run run) {
        Database real = bare(database);
        return fit(real, null, DatabaseRules.of(real, project, run), project, run);
    }

    private static DatabaseModel fit(
            Database real,
            @Nullable Database held,
            Map<String, List<Constraint>> constraints,
            DatabaseProject project,
            Run run) {
        if (sequences(real.metadata())) {
            Sequence sequence = real.sequences().get(0);
            Synthesis.Asked asked = new Synthesis.Asked(
                    project.settings().privacy(), constraints.getOrDefault(sequence.table(), List.of()));
            return SEQUENCES
                    .make(project.options())
                    .fit(sequences(real, held, sequence), asked, run.child("fit"))
                    .horizon(project.settings().horizon());
        }
        List<Sequence> alone = alone(real.metadata(), project);
        Database others = alone.isEmpty() ? real : BesideModel.others(real, alone);
        RelatedModel related = others.tables().isEmpty()
                ? null
                : RELATED.make(project.asked())
                        .fit(others, constraints, project.settings().privacy(), run.child("fit"));
        if (alone.isEmpty() && related != null) {
            return related;
        }
        Map<String, SequenceModel> models = new LinkedHashMap<>();
        for (Sequence sequence : alone) {
            Synthesis.Asked asked = new Synthesis.Asked(
                    project.settings().privacy(), constraints.getOrDefault(sequence.table(), List.of()));
            Run own = run.child("fit").child("alone").child(sequence.table());
            models.put(sequence.table(), SEQUENCES.make().fit(sequences(real, held, sequence), asked, own));
        }
        return new BesideModel(real.metadata(), related, models);
    }

    /** Sequences that are not related to any table, and are learnt by themselves: unless kept, or steps are not wanted. */
    static List<Sequence> alone(Metadata database, DatabaseProject project) {
        boolean steps = !String.valueOf(project.options().get("steps")).equals("false");
        return BesideModel.alone(database).stream()
                .filter(sequence -> steps && !project.settings().keep().contains(sequence.table()))
                .toList();
    }

    private static SequenceSynthesizer.Data sequences(Database real, @Nullable Database held, Sequence sequence) {
        Table other = held == null ? null : held.table(sequence.table());
        return new SequenceSynthesizer.Data(real.table(sequence.table()), other, sequence);
    }

    /** The stream of rows that a seed stands for: the same in {@code run} and in {@code sample}. */
    public static DatabaseRows sample(DatabaseModel model, Size size, List<String> where, Run run) {
        model.check(size);
        return model.sample(size, where, run.child("sample"));
    }

    /**
     * A model of sequences that go on for some steps beyond their last ones.
     *
     * @param steps how many; negative for as many as the model says
     * @throws ProblemException (usage) where it is no model of sequences
     */
    public static DatabaseModel horizon(DatabaseModel model, int steps) {
        if (steps < 0) {
            return model;
        }
        if (model instanceof SequenceModel sequences) {
            return sequences.horizon(steps);
        }
        throw ProblemException.usage(Problem.of("horizon is for a model of sequences, and this is one of a database.")
                .fix("Leave it out."));
    }

    /** Everything. */
    public static Outcome run(Detected detected, DatabaseProject project, Run run) {
        Database real = bare(detected.database());
        DatabaseProject.Settings settings = project.settings();
        Size asked = check(project, real);
        // Rules are those that all rows keep, as inspect lists them: a part has others, by chance, and lacks some.
        Map<String, List<Constraint>> constraints = DatabaseRules.of(real, project, run);
        RelatedSynthesizer.check(real.metadata(), settings.keep(), settings.where(), constraints);
        List<String> alone =
                alone(real.metadata(), project).stream().map(Sequence::table).toList();
        DatabaseSplit.Apart apart = new DatabaseSplit.Apart(settings.keep(), alone);
        DatabaseSplit split =
                DatabaseSplit.of(real, settings.holdout(), apart, run.rng().child("split"));
        DatabaseModel model = fit(bare(split.training()), split.holdout(), constraints, project, run)
                .sized(real);
        DatabaseRows rows = sample(model, asked, settings.where(), run);
        long all =
                real.tables().values().stream().mapToLong(table -> table.rows()).sum();
        double times = asked.scale();
        for (Map.Entry<String, Long> one : asked.rows().entrySet()) {
            times = Math.max(
                    times,
                    (double) one.getValue()
                            / Math.max(1, real.table(one.getKey()).rows()));
        }
        // Rows that satisfy a condition, or go on, are others than the real ones, and should be.
        boolean same = !sequences(real.metadata())
                || settings.scale() == 1 && settings.rows().isEmpty();
        boolean whole = all * times <= SCORED && same && settings.where().isEmpty() && settings.horizon() == 0;
        DatabaseModel plain = model instanceof SequenceModel sequences ? sequences.horizon(0) : model;
        DatabaseRows some = whole ? rows : sample(plain, Size.scale(1), List.of(), run.child("scored"));
        List<String> told = new ArrayList<>();
        Database scored = some.toDatabase(run, words -> whole && told.add(words));
        Findings findings = RelatedEvaluation.of(split.training(), scored)
                .holdout(split.holdout())
                .measure(run.child("evaluate"));
        List<String> notes = new ArrayList<>(DatabaseNotes.of(detected, project, split, whole));
        if (!asked.rows().isEmpty()) {
            notes.add("asked for: " + model.counted(asked) + "; the rows of other tables follow from these");
        }
        notes.addAll(told);
        notes.addAll(DatabaseNotes.few(model, split));
        notes.addAll(DatabaseNotes.withheld(split.training(), scored));
        if (!settings.keepConstraints()) {
            notes.add("constraints were switched off: new rows may break what all real rows keep");
        }
        return new Outcome(model, rows, split, scored, whole, findings, notes);
    }

    /** Without reasons, which are others where the same is said in a file: the model is the same then. */
    private static Database bare(Database database) {
        Map<String, Table> tables = new LinkedHashMap<>();
        database.tables().forEach((name, table) -> {
            List<Field> fields =
                    table.schema().fields().stream().map(field -> field.why("")).toList();
            List<Column> columns =
                    IntStream.range(0, table.width()).mapToObj(table::column).toList();
            tables.put(name, Table.of(new Schema(fields), columns));
        });
        return database.with(tables);
    }
}
