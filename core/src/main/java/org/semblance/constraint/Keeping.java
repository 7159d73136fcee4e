package org.semblance.constraint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The constraints of a table, and how new rows keep each of them: a column that is calculated from others is not learnt
 * ({@link #forward}) but calculated ({@link #backward}); one that can be written so that any value keeps it is written
 * so; values are moved between rows, or changed, where that puts it right; and what is left broken is told ({@link
 * #broken}), to be drawn anew. Immutable and thread-safe.
 *
 * <p>Columns are told apart by name. Some of them may be given beforehand, such as those of a parent's row: nothing
 * changes these, but constraints may be about them.
 */
public final class Keeping {
    private record Part(Keeper keeper, Ways.Way way) {}

    /**
     * Columns whose distance varies by less than this share of what they vary are written as distances; the smaller one
     * is for models that keep orders by themselves. See docs/decisions/010-constraints.md.
     */
    private static final double WIDE = 0.3;

    private static final double NARROW = 0.1;

    /** What rows of which nothing is to be kept are. */
    public static Keeping none(Schema schema) {
        return new Keeping(schema, List.of(), Distances.NONE, Set.of());
    }

    private final Schema schema;
    private final List<Part> parts;
    private final Distances distances;
    private final Set<String> given;

    private Keeping(Schema schema, List<Part> parts, Distances distances, Set<String> given) {
        this.given = Set.copyOf(given);
        this.schema = schema;
        this.parts = List.copyOf(parts);
        this.distances = distances;
    }

    /**
     * Decides how each is kept.
     *
     * @param real all columns, also those that are not learnt and those that are given
     * @param terms what may be learnt, and which columns are given
     * @param ordered whether the model keeps orders of numbers by itself
     * @param plain columns that are to be learnt as they are
     */
    public static Keeping of(
            List<Constraint> constraints, Table real, Constraint.Terms terms, boolean ordered, Set<String> plain) {
        List<Keeper> keepers = learnt(constraints, real, terms);
        Ways ways = new Ways(real.schema(), terms);
        keepers.forEach(ways::calculated);
        ways.plain(plain);
        List<Keeper> rewritten = keepers.stream().filter(ways::rewritten).toList();
        List<Span> spans = ways.spans(keepers);
        Distances forest = Distances.of(spans, real, terms.given());
        Distances distances = Distances.of(forest.narrow(real, ordered ? NARROW : WIDE), real, terms.given())
                .within(real, terms.rare());
        List<Part> parts = new ArrayList<>();
        for (Keeper keeper : keepers) {
            Keeper turned = keeper instanceof OrderKeeper order ? order.turned(forest, terms.given()) : keeper;
            boolean apart = turned instanceof OrderKeeper order
                    && order.spans().stream().allMatch(distances::keeps);
            parts.add(new Part(turned, apart || rewritten.contains(keeper) ? Ways.Way.REWRITTEN : ways.way(turned)));
        }
        return new Keeping(real.schema(), parts, distances, terms.given());
    }

    /** The same where any column may be written in another way. */
    public static Keeping of(List<Constraint> constraints, Table real, Constraint.Terms terms, boolean ordered) {
        return of(constraints, real, terms, ordered, Set.of());
    }

    /** The same for rows whose columns are learnt as they are: what can be calculated is, the rest is put right. */
    public static Keeping afterwards(List<Constraint> constraints, Table real, Constraint.Terms terms) {
        List<Keeper> keepers = learnt(constraints, real, terms);
        Ways ways = new Ways(real.schema(), terms);
        keepers.forEach(ways::calculated);
        List<Part> parts = new ArrayList<>();
        for (Keeper keeper : keepers) {
            Keeper turned = keeper instanceof OrderKeeper order ? order.turned(Distances.NONE, terms.given()) : keeper;
            parts.add(new Part(turned, ways.way(turned)));
        }
        return new Keeping(real.schema(), parts, Distances.NONE, terms.given());
    }

    private static List<Keeper> learnt(List<Constraint> constraints, Table real, Constraint.Terms terms) {
        return constraints.stream()
                .map(constraint -> constraint.learn(real, terms))
                .toList();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The columns that rows have in the end. */
    public Schema schema() {
        return schema;
    }

    public List<Constraint> constraints() {
        return parts.stream().map(part -> part.keeper.constraint()).toList();
    }

    private <K> List<K> of(Class<K> kind, Ways.Way... ways) {
        return parts.stream()
                .filter(part -> List.of(ways).contains(part.way))
                .map(Part::keeper)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Real rows as they are to be learnt: with fewer columns, or others. The table may have columns of its own. */
    public Table forward(Table real) {
        Draft draft = new Draft(real);
        List<Keeper.Setting> leftOut = of(Keeper.Setting.class, Ways.Way.LEFT_OUT);
        leftOut.forEach(setting -> setting.prepare(draft));
        leftOut.forEach(setting -> setting.sets().forEach(draft::remove));
        of(Keeper.Rewriting.class, Ways.Way.REWRITTEN).forEach(rewriting -> rewriting.forward(draft));
        distances.forward(draft);
        return draft.table();
    }

    /** The columns of rows as they are learnt. */
    public Schema forward(Schema real) {
        return forward(empty(real)).schema();
    }

    static Table empty(Schema schema) {
        List<Column> columns = new ArrayList<>();
        for (Field field : schema.fields()) {
            columns.add(field.kind().numeric() ? NumberColumn.of() : CodeColumn.of());
        }
        return Table.of(schema, columns);
    }

    /**
     * Drawn rows as they were before {@link #forward}, put right as far as that goes.
     *
     * @param others columns that are not learnt, and those that are given, of as many rows
     */
    public Table backward(Table drawn, Table others, Rng rng) {
        return mended(restored(drawn, others, rng), Mends.MOVED, rng);
    }

    /** The same for rows that are to stand in for others: each keeps what {@code others} say of it. */
    public Table standIns(Table drawn, Table others, Rng rng) {
        return mended(restored(drawn, others, rng), Mends.MOVED_IF_LEARNT, rng);
    }

    /** Rows with values exchanged and calculated where they are not right. */
    public Table moved(Table rows, Rng rng) {
        return mended(new Draft(rows), Mends.MOVED, rng);
    }

    /** Rows with what is still broken changed, at some cost to distributions. */
    public Table forced(Table rows, Rng rng) {
        return mended(new Draft(rows), Mends.FORCED, rng);
    }

    /** The same of rows that are steps: none takes a value from another, whose place in its sequence it would not fit. */
    public Table forcedAlone(Table rows, Rng rng) {
        return mended(new Draft(rows), Mends.FORCED_ALONE, rng);
    }

    private Draft restored(Table drawn, Table others, Rng rng) {
        Draft draft = new Draft(drawn);
        for (int c = 0; c < others.width(); c++) {
            draft.put(others.schema().field(c), others.column(c));
        }
        distances.backward(draft);
        List<Keeper.Rewriting> rewritings = of(Keeper.Rewriting.class, Ways.Way.REWRITTEN);
        for (int k = rewritings.size() - 1; k >= 0; k--) {
            rewritings.get(k).backward(draft, rng.child("rewritten").child(k));
        }
        return draft;
    }

    /** How values may be put right. */
    private enum Mends {
        MOVED,
        MOVED_IF_LEARNT,
        FORCED,
        FORCED_ALONE
    }

    private boolean may(Keeper.Mending mending, Mends mends) {
        return mends != Mends.MOVED_IF_LEARNT
                || !(mending instanceof Keeper.Differing)
                        && mending.mends().stream()
                                .allMatch(name ->
                                        schema.field(schema.index(name)).kind().modelled());
    }

    private Table mended(Draft draft, Mends mends, Rng rng) {
        List<Keeper.Setting> settings = ordered();
        Set<String> calculated = new HashSet<>();
        settings.forEach(setting -> calculated.addAll(setting.sets()));
        List<Keeper.Mending> mendings = of(Keeper.Mending.class, Ways.Way.MENDED).stream()
                .filter(mending -> may(mending, mends))
                .toList();
        if (mends == Mends.FORCED_ALONE) {
            set(settings, draft, rng.child("calculated"));
            borrow(draft, calculated, rng.child("borrowed"));
        } else {
            exchange(draft, calculated, rng.child("exchanged"));
        }
        boolean later = false;
        for (int k = 0; k < mendings.size(); k++) {
            Keeper.Mending mending = mendings.get(k);
            boolean hangs = mending.constraint().columns().stream().anyMatch(calculated::contains);
            later |= hangs;
            if (!hangs) {
                mend(mending, draft, mends, rng.child("mended").child(k));
            }
        }
        set(settings, draft, rng.child("calculated"));
        for (int k = 0; k < mendings.size() && later; k++) {
            Keeper.Mending mending = mendings.get(k);
            if (mending.constraint().columns().stream().anyMatch(calculated::contains)) {
                mend(mending, draft, mends, rng.child("mended later").child(k));
            }
        }
        if (later) {
            set(settings, draft, rng.child("calculated"));
        }
        return draft.table(schema);
    }

    /** Rows exchange values for all constraints at once that are told by the row. */
    private void exchange(Draft draft, Set<String> calculated, Rng rng) {
        List<RowTest> tests = new ArrayList<>();
        Set<String> fixed = new HashSet<>(given);
        for (Keeper keeper : of(Keeper.class, Ways.Way.MENDED)) {
            boolean there = keeper.constraint().columns().stream().noneMatch(calculated::contains);
            if (there && keeper instanceof RowTest.Source source) {
                tests.addAll(source.tests(draft));
            }
        }
        Exchange.run(tests, draft, fixed, rng);
    }

    /** Rows that no change of a number puts right take values that others have. */
    private void borrow(Draft draft, Set<String> calculated, Rng rng) {
        List<RowTest> tests = new ArrayList<>();
        for (Part part : parts) {
            if (part.keeper instanceof RowTest.Source source && !(source instanceof Keeper.Mending)) {
                tests.addAll(source.tests(draft));
            }
        }
        Set<String> fixed = new HashSet<>(given);
        fixed.addAll(calculated);
        Exchange.borrow(tests, draft, fixed, rng);
    }

    private static void mend(Keeper.Mending mending, Draft draft, Mends mends, Rng rng) {
        if (mends == Mends.FORCED || mends == Mends.FORCED_ALONE) {
            mending.force(draft, rng);
        } else {
            mending.mend(draft, rng);
        }
    }

    private static void set(List<Keeper.Setting> settings, Draft draft, Rng rng) {
        for (int k = 0; k < settings.size(); k++) {
            settings.get(k).set(draft, rng.child(k));
        }
    }

    /** Those that calculate, each after those that it needs. */
    private List<Keeper.Setting> ordered() {
        List<Keeper.Setting> left = new ArrayList<>(of(Keeper.Setting.class, Ways.Way.LEFT_OUT, Ways.Way.OVERWRITTEN));
        List<Keeper.Setting> out = new ArrayList<>();
        while (!left.isEmpty()) {
            Keeper.Setting next = left.stream()
                    .filter(one -> left.stream()
                            .noneMatch(other ->
                                    other != one && other.sets().stream().anyMatch(one.from()::contains)))
                    .findFirst()
                    .orElseThrow();
            left.remove(next);
            out.add(next);
        }
        return out;
    }

    /** The rows that break any. */
    public boolean[] broken(Table rows, Keeper.Place place) {
        return broken(rows, place, parts.stream().map(Part::keeper).toList());
    }

    /** The rows that break any that is told by the row alone. */
    public boolean[] brokenAlone(Table rows) {
        return broken(
                rows,
                Keeper.Place.ALONE,
                parts.stream()
                        .map(Part::keeper)
                        .filter(keeper -> !(keeper instanceof Keeper.Differing))
                        .toList());
    }

    private static boolean[] broken(Table rows, Keeper.Place place, List<Keeper> keepers) {
        boolean[] out = new boolean[rows.rows()];
        for (Keeper keeper : keepers) {
            boolean[] one = keeper.broken(rows, place);
            for (int i = 0; i < out.length; i++) {
                out[i] |= one[i];
            }
        }
        return out;
    }

    /** Those that are about rows beside each other. */
    public List<Keeper.Differing> differing() {
        return parts.stream()
                .map(Part::keeper)
                .filter(Keeper.Differing.class::isInstance)
                .map(Keeper.Differing.class::cast)
                .toList();
    }

    /** How many rows break each, in the order of {@link #constraints}. */
    public int[] counts(Table rows, Keeper.Place place) {
        int[] out = new int[parts.size()];
        for (int k = 0; k < out.length; k++) {
            for (boolean row : parts.get(k).keeper.broken(rows, place)) {
                out[k] += row ? 1 : 0;
            }
        }
        return out;
    }

    /** How each is kept, in words. */
    public List<String> words() {
        return parts.stream()
                .map(part -> part.keeper.constraint().words() + " ("
                        + switch (part.way) {
                            case LEFT_OUT, OVERWRITTEN -> "calculated";
                            case REWRITTEN -> "by construction";
                            case MENDED -> "put right";
                            case REDRAWN -> "drawn anew";
                        }
                        + ")")
                .toList();
    }

    /** Everything, to be kept with a model. */
    public ObjectNode store() {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        ArrayNode all = out.putArray("kept");
        distances.store(out.putArray("distances"));
        given.stream().sorted().forEach(out.putArray("given")::add);
        for (Part part : parts) {
            ObjectNode json = all.addObject();
            Constraint constraint = part.keeper.constraint();
            json.put("form", constraint.form());
            json.set("value", Plain.json(constraint.value()));
            json.put("way", part.way.name());
            part.keeper.store(json.putObject("learnt"));
        }
        return out;
    }

    /**
     * What {@link #store} wrote.
     *
     * @throws RuntimeException where it is not that
     */
    public static Keeping load(JsonNode json, Schema schema) {
        List<Part> parts = new ArrayList<>();
        Table like = empty(schema);
        for (JsonNode one : json.path("kept")) {
            Listed.Line line = new Listed.Line(one.path("form").asString(""), Plain.of(one.path("value")), 0);
            Listed listed = new Listed("a model", List.of(line));
            Constraint constraint = Constraints.read(listed, schema).get(0);
            Keeper keeper = constraint.load(one.path("learnt"), like);
            parts.add(new Part(keeper, Ways.Way.valueOf(one.path("way").asString(""))));
        }
        Set<String> given = new HashSet<>();
        json.path("given").forEach(name -> given.add(name.asString()));
        return new Keeping(schema, parts, Distances.load(json.path("distances"), like), given);
    }
}
