package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Keeping;
import org.semblance.constraint.related.Above;
import org.semblance.constraint.related.Gathered;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.synthesize.TreeCoding;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import org.semblance.trees.CodeBook;
import org.semblance.trees.Frame;

/**
 * The constraints of a table, between its own learnt columns and those of rows above: {@code patients.birth_date} in a rule
 * of visits. What can be calculated is; other values are put right; rows that are still broken are drawn again.
 *
 * <p>Rules may also be about what is {@link Gathered} of the rows below: a total is the sum of its lines. That is known when
 * those are drawn; until then it is missing, and {@link Settling} keeps these rules afterwards.
 *
 * @param given the columns of rows above that rules are about
 * @param gathered what of rows below they are about
 */
record Rules(Keeping keeping, List<Feature> given, List<Gathered> gathered) {
    static @Nullable Rules learn(Blueprint plan, RealParts real, Drawn rows, List<Constraint> constraints, int rare) {
        Part part = rows.part();
        if (constraints.isEmpty() || rows.rows() == 0) {
            return null;
        }
        List<Gathered> gathered = new ArrayList<>();
        List<Feature> given = given(plan, part, constraints, gathered);
        Schema schema = schema(plan, part, given, gathered);
        List<Column> columns = new ArrayList<>();
        for (int k : Course.values(part)) {
            // As they are: what goes with a label would not where labels of few rows are others already.
            columns.add(real.table(part).column(part.own().get(k).at()));
        }
        Set<String> names = new HashSet<>();
        for (Feature feature : given) {
            names.add(name(plan, part, feature));
            Drawn.Reached reached = rows.reach(feature.path());
            Drawn from = reached.drawn();
            Column column =
                    real.codings().get(from.part().index()).column(feature.own(), from.frame(), from.at(feature.own()));
            columns.add(Finish.take(column, reached.rows()));
        }
        for (Gathered one : gathered) {
            names.add(one.name());
            Part child = Settling.child(plan, one);
            columns.add(Settling.filling(
                            one, rows, real.drawn(child), real.codings().get(child.index()))
                    .column(0, rows.rows()));
        }
        Constraint.Terms terms = new Constraint.Terms(rare, names);
        return new Rules(Keeping.afterwards(constraints, Table.of(schema, columns), terms), given, gathered);
    }

    private static String name(Blueprint plan, Part part, Feature feature) {
        Part reached = feature.path().from(plan, part);
        String column = reached.ownSchema().field(feature.own()).name();
        return Above.of(plan.metadata(), part.name()).stream()
                .filter(above -> path(plan, part, above).equals(feature.path()))
                .map(above -> above.name(column))
                .findFirst()
                .orElse(reached.name() + "." + column);
    }

    /** The way to rows above as parts have it: owners first, then other foreign keys. */
    private static Path path(Blueprint plan, Part part, Above above) {
        int up = 0;
        List<Integer> refs = new ArrayList<>();
        Part at = part;
        for (Relationship step : above.steps()) {
            int ref = at.refs().stream().map(Ref::relationship).toList().indexOf(step);
            if (refs.isEmpty() && ref == at.owner()) {
                up++;
            } else {
                refs.add(ref);
            }
            at = plan.parts().get(at.refs().get(ref).target());
        }
        return refs.isEmpty() ? new Path(up, -1) : new Path(up, refs.get(0), refs.subList(1, refs.size()));
    }

    static Schema schema(Blueprint plan, Part part, List<Feature> given, List<Gathered> gathered) {
        List<Field> fields = new ArrayList<>(Course.rowSchema(part).fields());
        for (Feature feature : given) {
            Field field = feature.path().from(plan, part).ownSchema().field(feature.own());
            fields.add(new Field(name(plan, part, feature), field.kind(), field.format(), ""));
        }
        gathered.forEach(one -> fields.add(one.field()));
        return new Schema(fields);
    }

    /** The columns of rows above that constraints are about. */
    private static List<Feature> given(
            Blueprint plan, Part part, List<Constraint> constraints, List<Gathered> gathered) {
        Map<String, Feature> known = new LinkedHashMap<>();
        for (Above above : Above.of(plan.metadata(), part.name())) {
            Path path = path(plan, part, above);
            Part reached = path.from(plan, part);
            for (int k : Course.values(reached)) {
                known.put(above.name(reached.ownSchema().field(k).name()), new Feature(path, k));
            }
        }
        List<Feature> given = new ArrayList<>();
        List<String> own = Course.rowSchema(part).names();
        for (Constraint constraint : constraints) {
            for (String column : constraint.columns()) {
                Feature feature = known.get(column);
                Gathered below = own.contains(column) || feature != null
                        ? null
                        : Gathered.of(column, part.name(), plan.metadata());
                if (below != null) {
                    if (gathered.stream().noneMatch(one -> one.name().equals(below.name()))) {
                        gathered.add(below);
                    }
                } else if (feature != null && !own.contains(column) && !given.contains(feature)) {
                    given.add(feature);
                } else if (feature == null && !own.contains(column)) {
                    List<String> all = new ArrayList<>(own);
                    all.addAll(known.keySet());
                    throw ProblemException.usage(
                            Problem.of("the rule \"" + constraint.words() + "\" of table \"" + part.name()
                                            + "\" is about \"" + column + "\", which is no learnt column of it or of"
                                            + " rows above it.")
                                    .fix(Nearest.hint(column, all)));
                }
            }
        }
        return given;
    }

    /**
     * What is given to rows, as columns.
     *
     * @param last whether the foreign keys are there that are followed last; what they lead to is missing before
     */
    List<Column> given(Drawn rows, PartModel[] models, boolean last) {
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < given.size(); k++) {
            Feature feature = given.get(k);
            if (!last && last(rows.part(), feature.path(), models)) {
                columns.add(unknown(keeping.schema().field(own(rows.part()) + k), rows.rows()));
                continue;
            }
            Drawn.Reached reached = rows.reach(feature.path());
            Drawn from = reached.drawn();
            Column column =
                    models[from.part().index()].coding().column(feature.own(), from.frame(), from.at(feature.own()));
            columns.add(Finish.take(column, reached.rows()));
        }
        return columns;
    }

    private static int own(Part part) {
        return Course.values(part).length;
    }

    private static Column unknown(Field field, int rows) {
        if (!field.kind().numeric()) {
            int[] none = new int[rows];
            Arrays.fill(none, -1);
            return CodeColumn.of(none, List.of());
        }
        double[] none = new double[rows];
        Arrays.fill(none, Double.NaN);
        return NumberColumn.of(none);
    }

    /** Whether rules are about rows that are found last. */
    boolean last(Part part, PartModel[] models) {
        return given.stream().anyMatch(feature -> last(part, feature.path(), models));
    }

    /** Whether a way goes along a foreign key that is followed last. */
    private static boolean last(Part part, Path path, PartModel[] models) {
        Part at = part;
        for (int up = 0; up < path.up(); up++) {
            at = models[at.ownerPart()].part();
        }
        List<Integer> refs = new ArrayList<>(path.then());
        if (path.ref() >= 0) {
            refs.add(0, path.ref());
        }
        for (int ref : refs) {
            if (at.refs().get(ref).way() == Ref.Way.LAST) {
                return true;
            }
            at = models[at.refs().get(ref).target()].part();
        }
        return false;
    }

    /** What is gathered of rows below while there are none. */
    List<Column> unknown(int rows) {
        return gathered.stream().map(one -> unknown(one.field(), rows)).toList();
    }

    /**
     * Puts rows right.
     *
     * @param others what is given to each row, of rows above and below
     * @param force whether values are changed where exchanging them does not help
     * @return which rows keep everything now
     */
    boolean[] keep(Frame frame, PartModel model, List<Column> others, boolean force, Rng rng) {
        int first = model.features().length;
        int[] values = Course.values(model.part());
        TreeCoding coding = model.coding();
        Table rows = table(frame, model, others);
        Table right = force ? keeping.forced(rows, rng) : keeping.moved(rows, rng);
        for (int c = 0; c < values.length; c++) {
            int at = first + values[c];
            put(frame, at, model.books()[at], right.column(c), coding.labels().get(values[c]));
        }
        boolean[] broken = keeping.brokenAlone(table(frame, model, others));
        for (int i = 0; i < broken.length; i++) {
            broken[i] = !broken[i];
        }
        return broken;
    }

    /** Rows as rules see them. */
    Table table(Frame frame, PartModel model, List<Column> others) {
        List<Column> columns = new ArrayList<>();
        for (int k : Course.values(model.part())) {
            columns.add(model.coding().column(k, frame, model.features().length + k));
        }
        columns.addAll(others);
        return Table.of(keeping.schema(), columns);
    }

    /** Puts a column of values into a frame; a label that the part does not know is missing. */
    static void put(Frame frame, int at, CodeBook book, Column drawn, List<String> labels) {
        if (drawn instanceof NumberColumn numbers) {
            for (int i = 0; i < numbers.size(); i++) {
                frame.put(at, i, numbers.get(i), book);
            }
            return;
        }
        CodeColumn codes = (CodeColumn) drawn;
        Map<String, Integer> known = new HashMap<>();
        labels.forEach(label -> known.put(label, known.size()));
        int[] renamed = codes.labels().stream()
                .mapToInt(label -> known.getOrDefault(label, labels.size()))
                .toArray();
        for (int i = 0; i < codes.size(); i++) {
            frame.fine(at)[i] = codes.isMissing(i) ? labels.size() : renamed[codes.code(i)];
        }
    }
}
