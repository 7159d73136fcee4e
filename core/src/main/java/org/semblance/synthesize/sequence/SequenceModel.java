package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.model.DatabaseModel;
import org.semblance.model.DatabaseRows;
import org.semblance.model.Model;
import org.semblance.model.Size;
import org.semblance.model.Stored;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.synthesize.Made;
import org.semblance.synthesize.related.KeyMaker;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Metadata;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;

/** A table of sequences as {@link SequenceSynthesizer} has learnt it. */
public final class SequenceModel implements DatabaseModel {
    /**
     * How much was learnt from, and how much scale 1 is.
     *
     * @param size entities of the whole data
     * @param total rows of the whole data
     */
    record Counts(int entities, int rows, int size, int total) {
        Counts(int entities, int rows) {
            this(entities, rows, entities, rows);
        }
    }

    /** What draws entities: a model of their table, or a series where their key is a date. */
    record Entities(@Nullable Model table, @Nullable Steps series) {}

    /** What makes a column anew, if anything does. */
    record Making(@Nullable KeyMaker key, @Nullable Made made) {}

    /**
     * What was learnt.
     *
     * @param key the column that is the entities' key, where it is a date; else -1
     * @param place the column of the steps that puts them in order, or -1
     * @param making what makes each column anew
     * @param changes what was taken out of the data before
     */
    record Learnt(
            Metadata metadata,
            Role[] roles,
            int key,
            int place,
            Entities entities,
            Steps steps,
            Making[] making,
            RowRules rules,
            Privacy privacy,
            List<String> changes) {
        Learnt {
            changes = List.copyOf(changes);
        }
    }

    private final Learnt learnt;
    private final Counts counts;
    private final int horizon;

    SequenceModel(Learnt learnt, Counts counts, int horizon) {
        this.learnt = learnt;
        this.counts = counts;
        this.horizon = horizon;
    }

    /** The same whose sequences go on for so many steps beyond those that they would have. */
    public SequenceModel horizon(int more) {
        if (more < 0) {
            throw new IllegalArgumentException("horizon is " + more + ", but must be at least 0");
        }
        return new SequenceModel(learnt, counts, more);
    }

    @Override
    public SequenceModel sized(Database data) {
        Sorted all = Sorted.of(data.table(sequence().table()), sequence());
        Counts whole = new Counts(
                counts.entities, counts.rows, all.entities(), all.table().rows());
        return new SequenceModel(learnt, whole, horizon);
    }

    @Override
    public String counted(Size size) {
        String words = sequence().entity().isEmpty()
                ? String.format(Locale.ROOT, "one sequence of %,d steps", alone(size))
                : String.format(Locale.ROOT, "%,d sequences", entities(size));
        return words + size.words() + (horizon == 0 ? "" : ", each with " + horizon + " steps more");
    }

    /** The column of the lengths of sequences in a table of entities. */
    static Field length(Schema context) {
        return Field.of(free(context, "steps"), Kind.WHOLE);
    }

    /** The column of dates that are keys of entities. */
    static Field date(Schema known, Field key) {
        return Field.of(free(known, key.name()), key.kind());
    }

    private static String free(Schema schema, String name) {
        String free = name;
        while (schema.find(free) >= 0) {
            free += "_";
        }
        return free;
    }

    @Override
    public Metadata metadata() {
        return learnt.metadata;
    }

    Sequence sequence() {
        return learnt.metadata.sequences().get(0);
    }

    Schema schema() {
        return learnt.metadata.schema(sequence().table());
    }

    Role[] roles() {
        return learnt.roles;
    }

    int key() {
        return learnt.key;
    }

    int place() {
        return learnt.place;
    }

    Counts counts() {
        return counts;
    }

    Entities entities() {
        return learnt.entities;
    }

    Steps steps() {
        return learnt.steps;
    }

    Making making(int column) {
        return learnt.making[column];
    }

    RowRules rules() {
        return learnt.rules;
    }

    int horizon() {
        return horizon;
    }

    /** What was taken out of the data before it was learnt from, one sentence for each change. */
    public List<String> changes() {
        return learnt.changes;
    }

    /** Whether there were so few sequences that limits of privacy count rows. */
    public boolean few() {
        return learnt.changes.stream().anyMatch(change -> change.startsWith("there are only"));
    }

    /** The columns of a table of entities: what is the same in all steps, and how many there are. */
    static Schema known(Schema schema, Role[] roles) {
        Schema context = schema.select(SequenceSynthesizer.columns(roles, Role.CONTEXT));
        List<Field> fields = new ArrayList<>(context.fields());
        fields.add(length(context));
        return new Schema(fields);
    }

    @Override
    public DatabaseRows sample(Size size, Run run) {
        return new SequenceRows(this, size, run.rng());
    }

    @Override
    public Stored store() {
        return SequenceFile.store(this, learnt.privacy);
    }

    @Override
    public List<String> contents() {
        List<String> out = new ArrayList<>();
        out.add("the names and kinds of " + schema().size() + " columns, and how values are written");
        out.add(
                counts.entities == 1
                        ? "the course of one sequence of " + counts.rows
                                + " steps by season and in eighths of its time: nothing in"
                                + " one sequence says what another would have done"
                        : "how " + counts.entities + " sequences begin, go on and end, learnt from " + counts.rows
                                + " steps");
        int leaves = IntStream.of(0, 1)
                .map(i -> (i == 0 ? steps().model().first() : steps().model().next())
                        .trees()
                        .mapToInt(tree -> tree.leaves())
                        .sum())
                .sum();
        out.add(leaves
                + " leaves with the codes that occurred in them, column by column; lines and effects between columns");
        learnt.rules.words().forEach(words -> out.add("every row keeps: " + words));
        if (entities().table != null) {
            out.addAll(entities().table.contents());
        }
        out.add(
                learnt.privacy.releasesAll()
                        ? "nothing was taken out: labels seen once and the most extreme numbers may be among them"
                        : few()
                                ? "limits of privacy count rows, since there are few sequences"
                                : "no label that fewer than " + learnt.privacy.rare()
                                        + " entities have, and no number beyond the " + learnt.privacy.ordinalExtreme()
                                        + " entity with the smallest or largest");
        out.add("no key, no identifier, no text and no whole sequence");
        return out;
    }

    /** How many entities a size asks for. */
    long entities(Size size) {
        if (sequence().entity().isEmpty()) {
            return 1;
        }
        Long rows = size.rows().get(sequence().table());
        double wanted =
                rows == null ? size.scale() * counts.size : rows * (double) counts.size / Math.max(1, counts.total);
        return Math.max(1, Math.round(wanted));
    }

    /** How many steps the only sequence has, where there is no entity. */
    int alone(Size size) {
        Long rows = size.rows().get(sequence().table());
        return Math.toIntExact(rows != null ? rows : Math.max(1, Math.round(size.scale() * counts.total)));
    }
}
