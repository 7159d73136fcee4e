package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.Guess;
import org.semblance.model.DatabaseLoader;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Model;
import org.semblance.model.Stored;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Curation;
import org.semblance.prepare.Privacy;
import org.semblance.prepare.Units;
import org.semblance.run.Run;
import org.semblance.synthesize.Made;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizer;
import org.semblance.synthesize.Trees;
import org.semblance.synthesize.related.KeyMaker;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Metadata;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * A table of sequences as a whole: entities first, with what is the same in all their steps and how many they have, then
 * their {@link Steps}.
 *
 * <p>Entities are drawn by {@link Trees}; where their key is a date (the days of hourly readings), as one series of their
 * own. Keys, identifiers and texts are made anew. Where there is no entity, the table is one sequence, of which nobody can
 * say what is chance and what is rule: place and time are then told in eight parts only.
 *
 * <p>Privacy: what is rare or extreme is counted over entities. With fewer entities than the limits ask for, rows are
 * counted instead, and the changes say so. Loses: that several entities share a part of a key of several columns.
 */
public final class SequenceSynthesizer implements DatabaseLoader {
    public static final Plugin<SequenceSynthesizer> PLUGIN = Plugin.of(
            "sequences",
            "A table of sequences: entities and their lengths, then each step from trees on the steps before.",
            Steps.Options.DEFAULT,
            SequenceSynthesizer::new);

    static final Plugin<Synthesizer> ENTITIES = Trees.PLUGIN;
    private static final Map<String, Object> PLAIN =
            Map.of("order", "strongest", "engine", "trees", "min-leaf", 50, "pruning", 0);

    private final Steps.Options options;

    public SequenceSynthesizer(Steps.Options options) {
        this.options = options;
    }

    /**
     * Learns the sequences of a table.
     *
     * @throws ProblemException where it has no rows of an entity, or a column that is named does not exist
     */
    public SequenceModel fit(Table real, Sequence sequence, Privacy privacy, Run run) {
        return fit(new Data(real, null, sequence), new Synthesis.Asked(privacy, List.of()), run);
    }

    /**
     * What is learnt from.
     *
     * @param held sequences that were held back; where their keys are dates, these are all that is taken of them: days
     *     that are held back leave no holes in the course of days
     */
    public record Data(Table real, @Nullable Table held, Sequence sequence) {}

    /**
     * The same whose rows keep constraints.
     *
     * @param asked constraints about modelled columns of the table
     */
    public SequenceModel fit(Data data, Synthesis.Asked asked, Run run) {
        Table real = data.real();
        Sequence sequence = data.sequence();
        Privacy privacy = asked.privacy();
        Sorted sorted = Sorted.of(real, sequence);
        if (sorted.table().rows() == 0) {
            throw ProblemException.data(Problem.of("table \"" + sequence.table() + "\" has no rows of an entity.")
                    .fix("Give at least one row with a value in "
                            + (sequence.entity().isEmpty() ? "some column" : String.join(", ", sequence.entity()))
                            + "."));
        }
        Role[] roles = roles(sorted, sequence);
        List<String> changes = new ArrayList<>();
        if (sorted.table().rows() < real.rows()) {
            changes.add((real.rows() - sorted.table().rows()) + " rows without an entity were left out");
        }
        int few = Math.max(privacy.rare(), 2 * privacy.extremes());
        boolean rows = sorted.entities() < few && !privacy.releasesAll();
        if (rows) {
            changes.add(
                    "there are only " + sorted.entities() + " sequences: limits count rows, and whoever is one of the"
                            + " sequences is not protected by them");
        }
        int place = sorted.place() < 0 ? -1 : position(roles, Role.STEP, sorted.place());
        Units units = rows ? Units.rows() : new Units(sorted.start());
        Table steps = curated(sorted.table().select(columns(roles, Role.STEP)), place, units, privacy, changes, run);
        Table known = entities(sorted, roles, rows ? Privacy.fidelity() : privacy, changes, run);
        int key = series(sorted, roles);
        Table context = known.select(IntStream.range(0, known.width() - 1).toArray());
        Steps walk = Steps.fit(new Steps.Data(context, sorted.start(), steps, place), options, run.child("steps"));
        SequenceModel.Entities entities = key < 0
                ? new SequenceModel.Entities(ENTITIES.make(PLAIN).fit(known, run.child("entities")), null)
                : new SequenceModel.Entities(
                        null,
                        series(
                                Days.of(sorted, key, data),
                                known,
                                sorted.table().schema().field(key),
                                run));
        RowRules rules = RowRules.of(asked.constraints(), sorted, roles, key, rows ? 1 : privacy.rare(), changes);
        SequenceModel.Learnt learnt = new SequenceModel.Learnt(
                new Metadata(Map.of(sequence.table(), real.schema()), Map.of(), List.of(), List.of(sequence)),
                roles,
                key,
                place,
                entities,
                walk,
                made(sorted, roles),
                rules,
                privacy,
                changes);
        SequenceModel.Counts counts =
                new SequenceModel.Counts(sorted.entities(), sorted.table().rows());
        return new SequenceModel(learnt, counts, 0);
    }

    /** Steps without what is not released; whole sequences are moved off the first and last places. */
    private static Table curated(Table steps, int place, Units units, Privacy privacy, List<String> changes, Run run) {
        int[] others = IntStream.range(0, steps.width()).filter(c -> c != place).toArray();
        Curation curation = Curation.of(steps.select(others), units, privacy, run);
        changes.addAll(curation.changes());
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < steps.width(); c++) {
            boolean alone = units.starts().length == 0;
            columns.add(
                    c != place
                            ? curation.table().column(c - (place >= 0 && c > place ? 1 : 0))
                            : alone
                                    ? steps.column(c)
                                    : units.moved(
                                            steps.numbers(c),
                                            privacy.extremes(),
                                            week(steps.schema().field(c).kind())));
        }
        return Table.of(steps.schema(), columns);
    }

    /** By what sequences are moved: weeks where there are weekdays. */
    private static double week(Kind kind) {
        return kind == Kind.DATE || kind == Kind.DATETIME ? Calendar.WEEK * Calendar.day(kind) : 1;
    }

    private static Role[] roles(Sorted sorted, Sequence sequence) {
        Schema schema = sorted.table().schema();
        Role[] roles = new Role[schema.size()];
        int key = key(sorted, sequence);
        for (int c = 0; c < roles.length; c++) {
            Kind kind = schema.field(c).kind();
            boolean constant = sequence.entity().contains(schema.field(c).name()) || sorted.constant(c);
            roles[c] = c == key
                    ? Role.ENTITY
                    : kind == Kind.KEY
                            ? Role.KEY
                            : kind.modelled()
                                    ? constant && c != sorted.place() ? Role.CONTEXT : Role.STEP
                                    : constant ? Role.MADE_ONCE : Role.MADE;
        }
        return roles;
    }

    /** Of the columns of the entity, the one with most values. */
    private static int key(Sorted sorted, Sequence sequence) {
        return sequence.entity().stream()
                .map(sorted.table().schema()::index)
                .max(Comparator.comparingInt(c -> different(sorted.table().column(c))))
                .orElse(-1);
    }

    private static int different(Column column) {
        return column instanceof CodeColumn codes
                ? codes.labels().size()
                : (int) Arrays.stream(((NumberColumn) column).toArray())
                        .distinct()
                        .count();
    }

    static int[] columns(Role[] roles, Role role) {
        return IntStream.range(0, roles.length).filter(c -> roles[c] == role).toArray();
    }

    private static int position(Role[] roles, Role role, int column) {
        return (int) IntStream.range(0, column).filter(c -> roles[c] == role).count();
    }

    /** One row for each entity: what is the same in all steps and, last, how many it has. */
    private static Table entities(Sorted sorted, Role[] roles, Privacy privacy, List<String> changes, Run run) {
        Table context = sorted.table().select(columns(roles, Role.CONTEXT)).take(sorted.firsts());
        double[] lengths = new double[sorted.entities()];
        Arrays.setAll(lengths, e -> sorted.start()[e + 1] - sorted.start()[e]);
        List<Field> fields = new ArrayList<>(context.schema().fields());
        fields.add(SequenceModel.length(context.schema()));
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < context.width(); c++) {
            columns.add(context.column(c));
        }
        columns.add(NumberColumn.of(lengths));
        Curation curation = Curation.of(Table.of(new Schema(fields), columns), privacy, run.child("context"));
        changes.addAll(curation.changes());
        return curation.table();
    }

    /** The column of the entity where it is a date, so that entities are a series themselves; else -1. */
    private static int series(Sorted sorted, Role[] roles) {
        for (int c : columns(roles, Role.ENTITY)) {
            Kind kind = sorted.table().schema().field(c).kind();
            if (kind == Kind.DATE || kind == Kind.DATETIME) {
                return c;
            }
        }
        return -1;
    }

    private Steps series(Days days, Table known, Field key, Run run) {
        List<Field> fields = new ArrayList<>(known.schema().fields());
        fields.add(SequenceModel.date(known.schema(), key));
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < known.width(); c++) {
            columns.add(known.column(c).take(days.entities()));
        }
        columns.add(NumberColumn.of(days.dates()));
        Table rows = Table.of(new Schema(fields), columns);
        Table nothing = Table.of(Schema.of(), List.of());
        Steps.Data data = new Steps.Data(nothing, new int[] {0, rows.rows()}, rows, known.width());
        return Steps.fit(data, options, run.child("entities"));
    }

    private static SequenceModel.Making[] made(Sorted sorted, Role[] roles) {
        Table table = sorted.table();
        String language = Guess.language(IntStream.range(0, roles.length)
                .filter(c -> roles[c] == Role.MADE || roles[c] == Role.MADE_ONCE)
                .mapToObj(table::codes)
                .toList());
        SequenceModel.Making[] out = new SequenceModel.Making[roles.length];
        for (int c = 0; c < roles.length; c++) {
            Field field = table.schema().field(c);
            @Nullable
            KeyMaker key =
                    roles[c] == Role.KEY || roles[c] == Role.ENTITY ? KeyMaker.learn(field, table.column(c)) : null;
            @Nullable
            Made made = roles[c] == Role.MADE
                    ? Made.learn(field, table.codes(c), language)
                    : roles[c] == Role.MADE_ONCE
                            ? Made.learn(field, table.codes(c).take(sorted.firsts()), language)
                            : null;
            out[c] = new SequenceModel.Making(key, made);
        }
        return out;
    }

    @Override
    public DatabaseModel load(Stored stored, Metadata metadata) {
        return SequenceFile.load(stored, metadata);
    }

    /** Puts the model of entities together again. */
    static Model entities(Stored stored, Schema schema) {
        return ENTITIES.make().load(stored, schema);
    }
}
