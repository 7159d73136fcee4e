package org.semblance.bench.related;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A database of many tables, some levels deep, as no generator of SDV's takes it: tables hang on one of the level above;
 * every fourth has a key of two or more columns, its owner's and a number of the row, at which others point; every fifth
 * points at itself; every third also names rows of an earlier table. Each has an amount that is near its owner's, a label
 * that goes with it and a day after its owner's.
 *
 * @param tables how many
 * @param depth tables on the longest chain
 * @param roots rows of a table that hangs on none
 */
public record Forest(int tables, int depth, int roots) {
    private static final List<String> NOUNS = List.of(
            ("region branch depot carrier supplier brand product batch pallet crate ward patient visit sample assay result"
                            + " order parcel invoice payment refund driver trip stop ticket school course lesson pupil grade"
                            + " farm field harvest cow milking author book chapter review loan street house flat tenant lease"
                            + " club team match goal referee player")
                    .split(" "));

    /** A table under way: its key columns and what its rows have. */
    private record Made(String noun, int level, List<String> key, List<double[]> keys, double[] amount, double[] day) {
        int rows() {
            return amount.length;
        }

        String table() {
            return noun + "s";
        }
    }

    /** One draw. */
    public Database draw(Rng rng) {
        List<Made> all = new ArrayList<>();
        Map<String, Table> out = new LinkedHashMap<>();
        Map<String, List<String>> keys = new LinkedHashMap<>();
        List<Relationship> relationships = new ArrayList<>();
        for (int t = 0; t < tables; t++) {
            Made owner = owner(all, t);
            Rng own = rng.child(t);
            Fields fields = new Fields();
            Made made = owner == null ? root(t, own, fields) : below(t, owner, own, fields, relationships);
            if (t % 3 == 2 && t > 6) {
                other(made, all.get(own.nextInt(all.size())), own, fields, relationships);
            }
            if (t % 5 == 4) {
                itself(made, own, fields, relationships);
            }
            values(made, own, fields);
            all.add(made);
            keys.put(made.table(), made.key());
            out.put(made.table(), Table.of(new Schema(fields.fields), fields.columns));
        }
        return Database.of(out, keys, relationships, List.of());
    }

    private static final class Fields {
        private final List<Field> fields = new ArrayList<>();
        private final List<Column> columns = new ArrayList<>();

        void add(String name, Kind kind, double[] values) {
            fields.add(Field.of(name, kind));
            columns.add(kind.numeric() ? NumberColumn.of(values) : texts(values));
        }

        private static CodeColumn texts(double[] values) {
            @Nullable String[] out = new @Nullable String[values.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = Double.isNaN(values[i]) ? null : Long.toString((long) values[i]);
            }
            return CodeColumn.of(out);
        }
    }

    /** The first tables are a chain as deep as asked; then each hangs on one of a level that is not the last. */
    private @Nullable Made owner(List<Made> all, int t) {
        if (t < depth) {
            return t == 0 ? null : all.get(t - 1);
        }
        if (t % 6 == 0) {
            return null;
        }
        boolean several = t % 4 == 1;
        List<Made> may = all.stream()
                .filter(made ->
                        made.level() < depth - 1 && several == made.key().size() > 1)
                .toList();
        return may.get(t * 7 % may.size());
    }

    private Made root(int t, Rng rng, Fields fields) {
        double[] ids = new double[roots];
        double[] amount = new double[roots];
        double[] day = new double[roots];
        for (int i = 0; i < roots; i++) {
            ids[i] = 1 + i;
            amount[i] = Math.rint(50 + 10 * rng.nextGaussian());
            day[i] = 15_000 + rng.nextInt(1000);
        }
        String noun = NOUNS.get(t);
        fields.add(noun + "_id", Kind.KEY, ids);
        return new Made(noun, 0, List.of(noun + "_id"), List.of(ids), amount, day);
    }

    private Made below(int t, Made owner, Rng rng, Fields fields, List<Relationship> relationships) {
        int[] counts = new int[owner.rows()];
        int rows = 0;
        for (int i = 0; i < counts.length; i++) {
            // A table that hangs deep would grow with each level.
            counts[i] = owner.level() == 0 ? 1 + rng.nextInt(3) : rng.nextInt(3);
            rows += counts[i];
        }
        int[] owners = new int[rows];
        double[] line = new double[rows];
        double[] ids = new double[rows];
        double[] amount = new double[rows];
        double[] day = new double[rows];
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < counts[i]; k++) {
                owners[at] = i;
                line[at] = 1 + k;
                ids[at] = 1 + at;
                amount[at] = Math.rint(owner.amount()[i] + 5 * rng.nextGaussian());
                day[at++] = owner.day()[i] + rng.nextInt(60);
            }
        }
        String noun = NOUNS.get(t);
        boolean several = t % 4 == 3;
        List<String> key = new ArrayList<>();
        List<double[]> keys = new ArrayList<>();
        if (!several) {
            fields.add(noun + "_id", Kind.KEY, ids);
            key.add(noun + "_id");
            keys.add(ids);
        }
        for (int c = 0; c < owner.key().size(); c++) {
            double[] named = named(owner.keys().get(c), owners);
            fields.add(owner.key().get(c), Kind.IDENTIFIER, named);
            if (several) {
                key.add(owner.key().get(c));
                keys.add(named);
            }
        }
        relationships.add(new Relationship(owner.table(), owner.key(), noun + "s", owner.key()));
        if (several) {
            fields.add(noun + "_no", Kind.WHOLE, line);
            key.add(noun + "_no");
            keys.add(line);
        }
        return new Made(noun, owner.level() + 1, key, keys, amount, day);
    }

    /** Rows of another table are named, where no column is called as its key already. */
    private static void other(Made made, Made target, Rng rng, Fields fields, List<Relationship> relationships) {
        boolean free = fields.fields.stream().noneMatch(field -> target.key().contains(field.name()));
        if (!free || target.key().size() > 1) {
            return;
        }
        int[] rows = new int[made.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rng.nextInt(target.rows());
        }
        fields.add(target.key().get(0), Kind.IDENTIFIER, named(target.keys().get(0), rows));
        relationships.add(new Relationship(target.table(), target.key(), made.table(), target.key()));
    }

    /** Rows name an earlier row of their own table, or none. */
    private static void itself(Made made, Rng rng, Fields fields, List<Relationship> relationships) {
        if (made.key().size() > 1) {
            return;
        }
        double[] named = new double[made.rows()];
        for (int i = 0; i < named.length; i++) {
            named[i] = i < 3 || rng.nextInt(4) == 0 ? Double.NaN : made.keys().get(0)[rng.nextInt(i)];
        }
        String name = "parent_" + made.key().get(0);
        fields.add(name, Kind.IDENTIFIER, named);
        relationships.add(new Relationship(made.table(), made.key(), made.table(), List.of(name)));
    }

    private static void values(Made made, Rng rng, Fields fields) {
        fields.add("amount", Kind.WHOLE, made.amount());
        int[] label = new int[made.rows()];
        for (int i = 0; i < label.length; i++) {
            label[i] = made.amount()[i] > 50 && rng.nextInt(4) > 0 ? 0 : 1 + rng.nextInt(2);
        }
        fields.fields.add(Field.of("grade", Kind.CATEGORY));
        fields.columns.add(CodeColumn.of(label, List.of("high", "middle", "low")));
        fields.add("since", Kind.DATE, made.day());
    }

    private static double[] named(double[] keys, int[] rows) {
        double[] out = new double[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = keys[rows[i]];
        }
        return out;
    }
}
