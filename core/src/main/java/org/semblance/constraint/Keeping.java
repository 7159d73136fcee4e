package org.semblance.constraint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    /** How one is kept. */
    enum Way {
        /** A column is left out and calculated. */
        LEFT_OUT,
        /** A column is learnt, and calculated afterwards all the same. */
        OVERWRITTEN,
        REWRITTEN,
        MENDED,
        REDRAWN
    }

    private record Part(Keeper keeper, Way way) {}

    /** What rows of which nothing is to be kept are. */
    public static Keeping none(Schema schema) {
        return new Keeping(schema, List.of());
    }

    private final Schema schema;
    private final List<Part> parts;

    private Keeping(Schema schema, List<Part> parts) {
        this.schema = schema;
        this.parts = List.copyOf(parts);
    }

    /**
     * Decides how each is kept.
     *
     * @param real all columns, also those that are not learnt and those that are given
     * @param terms what may be learnt, and which columns are given
     * @param ordered whether the model keeps orders of numbers by itself
     */
    public static Keeping of(List<Constraint> constraints, Table real, Constraint.Terms terms, boolean ordered) {
        List<Keeper> keepers = constraints.stream()
                .map(constraint -> constraint.learn(real, terms))
                .toList();
        Planner planner = new Planner(real.schema(), terms);
        keepers.forEach(planner::calculated);
        return new Keeping(
                real.schema(),
                keepers.stream()
                        .map(keeper -> new Part(keeper, planner.way(keeper, ordered)))
                        .toList());
    }

    /** Remembers what becomes of each column, so that no two constraints want it. */
    private static final class Planner {
        private final Schema schema;
        private final Constraint.Terms terms;
        private final Set<String> taken = new HashSet<>();
        private final List<Keeper.Setting> settings = new ArrayList<>();

        Planner(Schema schema, Constraint.Terms terms) {
            this.schema = schema;
            this.terms = terms;
        }

        private boolean free(List<String> columns) {
            return columns.stream()
                    .noneMatch(name -> taken.contains(name)
                            || terms.given().contains(name)
                            || !schema.field(schema.index(name)).kind().modelled());
        }

        /** What can be calculated is; this comes before all else. */
        void calculated(Keeper keeper) {
            if (keeper instanceof Keeper.Setting setting && free(setting.sets()) && !circle(setting)) {
                taken.addAll(setting.sets());
                settings.add(setting);
            }
        }

        Way way(Keeper keeper, boolean ordered) {
            if (keeper instanceof Keeper.Setting setting && settings.contains(setting)) {
                return setting.always() ? Way.LEFT_OUT : Way.OVERWRITTEN;
            }
            List<String> columns = keeper.constraint().columns();
            if (keeper instanceof Keeper.Rewriting rewriting
                    && rewriting.possible()
                    && free(rewriting.takes())
                    && settings.stream().flatMap(setting -> setting.sets().stream()).noneMatch(columns::contains)) {
                boolean byItself =
                        ordered && keeper instanceof OrderKeeper && columns.stream().noneMatch(terms.given()::contains);
                if (!byItself) {
                    taken.addAll(rewriting.takes());
                    return Way.REWRITTEN;
                }
            }
            if (keeper instanceof Keeper.Mending mending
                    && mending.mends().stream().noneMatch(terms.given()::contains)) {
                return Way.MENDED;
            }
            return Way.REDRAWN;
        }

        /** Whether what it is calculated from is calculated from what it calculates. */
        private boolean circle(Keeper.Setting setting) {
            Set<String> below = new LinkedHashSet<>(setting.from());
            boolean more = true;
            while (more) {
                more = false;
                for (Keeper.Setting other : settings) {
                    if (other.sets().stream().anyMatch(below::contains)) {
                        more |= below.addAll(other.from());
                    }
                }
            }
            return setting.sets().stream().anyMatch(below::contains);
        }
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

    private <K> List<K> of(Class<K> kind, Way... ways) {
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
        for (Keeper.Setting setting : of(Keeper.Setting.class, Way.LEFT_OUT)) {
            setting.sets().forEach(draft::remove);
        }
        of(Keeper.Rewriting.class, Way.REWRITTEN).forEach(rewriting -> rewriting.forward(draft));
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
     * Drawn rows as they were before {@link #forward}, put right as far as that goes; columns that nobody learns must be
     * there too where constraints are about them.
     *
     * @param others columns that are not learnt, with as many rows
     */
    public Table backward(Table drawn, Table others, Rng rng) {
        Draft draft = new Draft(drawn);
        List<Keeper.Rewriting> rewritings = of(Keeper.Rewriting.class, Way.REWRITTEN);
        for (int k = rewritings.size() - 1; k >= 0; k--) {
            rewritings.get(k).backward(draft, rng.child("rewritten").child(k));
        }
        for (int c = 0; c < others.width(); c++) {
            draft.put(others.schema().field(c), others.column(c));
        }
        mend(draft, true, rng);
        return draft.table(schema);
    }

    /** The same rows with what is still broken changed, at some cost to distributions. */
    public Table mended(Table rows, Rng rng) {
        Draft draft = new Draft(rows);
        mend(draft, false, rng);
        return draft.table(schema);
    }

    private void mend(Draft draft, boolean first, Rng rng) {
        List<Keeper.Setting> settings = ordered();
        Set<String> calculated = new HashSet<>();
        settings.forEach(setting -> calculated.addAll(setting.sets()));
        List<Keeper.Mending> mendings = of(Keeper.Mending.class, Way.MENDED).stream()
                .filter(mending -> mending.first() || !first)
                .toList();
        boolean later = false;
        for (int k = 0; k < mendings.size(); k++) {
            Keeper.Mending mending = mendings.get(k);
            boolean hangs = mending.constraint().columns().stream().anyMatch(calculated::contains);
            later |= hangs;
            if (!hangs) {
                mending.mend(draft, rng.child("mended").child(k));
            }
        }
        set(settings, draft, rng.child("calculated"));
        for (int k = 0; k < mendings.size() && later; k++) {
            Keeper.Mending mending = mendings.get(k);
            if (mending.constraint().columns().stream().anyMatch(calculated::contains)) {
                mending.mend(draft, rng.child("mended later").child(k));
            }
        }
        if (later) {
            set(settings, draft, rng.child("calculated"));
        }
    }

    private static void set(List<Keeper.Setting> settings, Draft draft, Rng rng) {
        for (int k = 0; k < settings.size(); k++) {
            settings.get(k).set(draft, rng.child(k));
        }
    }

    /** Those that calculate, each after those that it needs. */
    private List<Keeper.Setting> ordered() {
        List<Keeper.Setting> left = new ArrayList<>(of(Keeper.Setting.class, Way.LEFT_OUT, Way.OVERWRITTEN));
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
        boolean[] out = new boolean[rows.rows()];
        for (Part part : parts) {
            boolean[] one = part.keeper.broken(rows, place);
            for (int i = 0; i < out.length; i++) {
                out[i] |= one[i];
            }
        }
        return out;
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
                .map(part -> part.keeper.constraint().words() + " (" + switch (part.way) {
                    case LEFT_OUT, OVERWRITTEN -> "calculated";
                    case REWRITTEN -> "by construction";
                    case MENDED -> "put right";
                    case REDRAWN -> "drawn anew";
                } + ")")
                .toList();
    }

    /** Everything, to be kept with a model. */
    public ArrayNode store() {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        for (Part part : parts) {
            ObjectNode json = out.addObject();
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
        for (JsonNode one : json) {
            Listed.Line line = new Listed.Line(one.path("form").asString(""), Plain.of(one.path("value")), 0);
            Listed listed = new Listed("a model", List.of(line));
            Constraint constraint = Constraints.read(listed, schema).get(0);
            Keeper keeper = constraint.load(one.path("learnt"), like);
            parts.add(new Part(keeper, Way.valueOf(one.path("way").asString(""))));
        }
        return new Keeping(schema, parts);
    }
}
