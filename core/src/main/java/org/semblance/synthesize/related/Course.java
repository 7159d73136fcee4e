package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.TreeCoding;
import org.semblance.synthesize.sequence.Steps;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * The rows of an owner as steps of a sequence: all values are drawn by {@link Steps}, given what is told of the owner.
 *
 * @param told the features of the part that are the same for all rows of an owner
 */
record Course(Steps steps, List<Feature> told) {
    /** The sequence that the rows of each owner are, or null. */
    static @Nullable Sequence sequence(Blueprint plan, Part part) {
        if (!part.owned()) {
            return null;
        }
        List<String> entity = part.refs().get(part.owner()).relationship().foreignKey();
        return plan.metadata().sequences().stream()
                .filter(s -> s.table().equals(part.name()) && s.entity().equals(entity))
                .findFirst()
                .orElse(null);
    }

    /** The values of a part. */
    static int[] values(Part part) {
        return IntStream.range(0, part.own().size())
                .filter(k -> part.own().get(k).what() == Own.What.VALUES)
                .toArray();
    }

    static Schema rowSchema(Part part) {
        return part.ownSchema().select(values(part));
    }

    /** Columns of different parts may be called the same: they are numbered. */
    static Schema contextSchema(Blueprint plan, Part part, List<Feature> told) {
        List<Field> fields = new ArrayList<>();
        for (Feature feature : told) {
            Field field = feature.path().from(plan, part).ownSchema().field(feature.own());
            fields.add(new Field("told " + fields.size(), field.kind(), field.format(), ""));
        }
        return new Schema(fields);
    }

    /** Which of the columns of a step puts them in order, or -1. */
    private static int order(Part part, Sequence sequence) {
        return rowSchema(part).find(sequence.order());
    }

    /** Learns the steps of real owners; their rows are put in order. */
    static @Nullable Course learn(
            Blueprint plan, RealParts real, Drawn rows, Sequence sequence, Feature[] features, Run run) {
        Part part = rows.part();
        int[] values = values(part);
        if (values.length == 0 || rows.rows() == 0) {
            return null;
        }
        List<Feature> told = IntStream.range(0, features.length)
                .mapToObj(f -> features[f])
                .filter(f -> f.path().up() > 0)
                .toList();
        List<Column> columns = new ArrayList<>();
        for (int k : values) {
            columns.add(real.codings().get(part.index()).column(k, rows.frame(), rows.at(k)));
        }
        Table table = Table.of(rowSchema(part), columns);
        int order = order(part, sequence);
        int[] owner = rows.ref(part.owner());
        Integer[] sorted = IntStream.range(0, owner.length)
                .filter(i -> owner[i] >= 0)
                .boxed()
                .toArray(Integer[]::new);
        NumberColumn places = order >= 0 && table.column(order) instanceof NumberColumn numbers ? numbers : null;
        Arrays.sort(sorted, (a, b) -> {
            int byOwner = Integer.compare(owner[a], owner[b]);
            int byPlace = byOwner != 0 || places == null ? 0 : Double.compare(places.get(a), places.get(b));
            return byOwner != 0 ? byOwner : byPlace != 0 ? byPlace : Integer.compare(a, b);
        });
        int[] all = Arrays.stream(sorted).mapToInt(i -> i).toArray();
        Drawn owners = rows.target(part.owner());
        int[] start = start(owner, owners.rows());
        Table context = context(plan, part, owners, told, real.codings());
        Steps.Data data = new Steps.Data(context, start, table.take(all), order);
        return new Course(Steps.fit(data, Steps.Options.DEFAULT, run), told);
    }

    private static int[] start(int[] owner, int owners) {
        int[] start = new int[owners + 1];
        for (int o : owner) {
            if (o >= 0) {
                start[o + 1]++;
            }
        }
        for (int o = 0; o < owners; o++) {
            start[o + 1] += start[o];
        }
        return start;
    }

    /** What is told of each owner. */
    private static Table context(
            Blueprint plan, Part part, Drawn owners, List<Feature> told, List<TreeCoding> codings) {
        List<Column> columns = new ArrayList<>();
        for (Feature feature : told) {
            Drawn.Reached reached = owners.reach(
                    new Path(feature.path().up() - 1, feature.path().ref()));
            Drawn from = reached.drawn();
            Column column =
                    codings.get(from.part().index()).column(feature.own(), from.frame(), from.at(feature.own()));
            columns.add(Finish.take(column, reached.rows()));
        }
        return Table.of(contextSchema(plan, part, told), columns);
    }

    /** Draws the values of all rows that have an owner; they stand owner by owner. */
    void draw(Blueprint plan, PartModel[] models, Drawn rows, Rng rng) {
        Part part = rows.part();
        PartModel model = models[part.index()];
        Drawn owners = rows.target(part.owner());
        List<TreeCoding> codings = new ArrayList<>();
        for (PartModel each : models) {
            codings.add(each.coding());
        }
        int[] start = start(rows.ref(part.owner()), owners.rows());
        Table drawn = steps.draw(context(plan, part, owners, told, codings), start, rng);
        int[] values = values(part);
        for (int k = 0; k < values.length; k++) {
            Rules.put(
                    rows.frame(),
                    rows.at(values[k]),
                    model.books()[rows.at(values[k])],
                    drawn.column(k),
                    model.coding().labels().get(values[k]));
        }
    }
}
