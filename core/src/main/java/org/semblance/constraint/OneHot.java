package org.semblance.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Just one of some columns is on in every row: {@code - one-hot: [red, green, blue]}. On is the larger of two numbers, or
 * of two labels that which exactly one column of each row has. Kept by learning which one it is.
 *
 * <p>Found among columns of two values that stand beside each other or begin alike ({@link OneHotGroups}).
 */
public final class OneHot implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "one-hot",
            "Just one of some columns is on: [red, green, blue].",
            new Plugin.NoOptions(),
            options -> new OneHot());

    @Override
    public List<Constraint> find(Seen seen) {
        List<Constraint> out = new ArrayList<>();
        for (List<String> group : OneHotGroups.find(seen.table())) {
            out.add(new Group(group));
        }
        return out;
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        List<Field> fields = given.columns(given.texts(given.value()), schema, 2);
        return fields == null
                ? null
                : new Group(fields.stream().map(Field::name).toList());
    }

    /** Columns of which one is on. */
    record Group(List<String> columns) implements Constraint {
        Group {
            columns = List.copyOf(columns);
        }

        @Override
        public String form() {
            return "one-hot";
        }

        @Override
        public Object value() {
            return columns;
        }

        @Override
        public String words() {
            return "one of " + String.join(", ", columns) + " is on";
        }

        @Override
        public Keeper learn(Table real, Terms terms) {
            List<Field> fields = new ArrayList<>();
            List<String> on = new ArrayList<>();
            List<String> off = new ArrayList<>();
            for (String name : columns) {
                fields.add(real.schema().field(real.schema().index(name)));
                String[] values = OneHotGroups.values(real.column(name));
                off.add(values.length == 2 ? values[0] : "");
                on.add(values.length == 2 ? values[1] : "");
            }
            Hot keeper = new Hot(this, fields, on, off, true);
            boolean possible = on.stream().noneMatch(String::isEmpty);
            for (boolean broken : keeper.broken(real, Keeper.Place.ALONE)) {
                possible &= !broken;
            }
            for (String name : columns) {
                possible &= real.column(name).missingCount() == 0;
            }
            return new Hot(this, fields, on, off, possible);
        }

        @Override
        public Keeper load(JsonNode json, Table like) {
            List<Field> fields = columns.stream()
                    .map(name -> like.schema().field(like.schema().index(name)))
                    .toList();
            return new Hot(
                    this,
                    fields,
                    texts(json.path("on")),
                    texts(json.path("off")),
                    json.path("one label").asBoolean(false));
        }

        private static List<String> texts(JsonNode json) {
            return json.valueStream().map(JsonNode::asString).toList();
        }
    }

    /**
     * Keeps a group.
     *
     * @param on per column what it has where it is on, as {@link Keys} has it
     * @param off what it has elsewhere
     */
    private record Hot(Group constraint, List<Field> fields, List<String> on, List<String> off, boolean possible)
            implements Keeper.Rewriting, Keeper.Mending {
        Hot {
            fields = List.copyOf(fields);
            on = List.copyOf(on);
            off = List.copyOf(off);
        }

        /** Which one is on in each row: -1 for none, -2 for several; and -3 where one is missing. */
        private int[] which(Table table) {
            int[] out = new int[table.rows()];
            Arrays.fill(out, -1);
            for (int c = 0; c < fields.size(); c++) {
                @Nullable
                String[] texts = Keys.of(List.of(table.column(fields.get(c).name())));
                for (int i = 0; i < out.length; i++) {
                    String text = texts[i];
                    if (text == null || out[i] == -3) {
                        out[i] = -3;
                    } else if (text.equals(on.get(c))) {
                        out[i] = out[i] == -1 ? c : -2;
                    }
                }
            }
            return out;
        }

        @Override
        public boolean[] broken(Table table, Place place) {
            int[] which = which(table);
            boolean[] out = new boolean[which.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = which[i] == -1 || which[i] == -2;
            }
            return out;
        }

        @Override
        public List<String> takes() {
            return constraint.columns;
        }

        @Override
        public List<String> mends() {
            return constraint.columns;
        }

        /** Of several that are on one stays; where none is, it is that of another row. */
        @Override
        public void mend(Draft draft, Rng rng) {
            int[] which = which(draft.table());
            int[] good =
                    IntStream.range(0, which.length).filter(i -> which[i] >= 0).toArray();
            for (int i = 0; i < which.length; i++) {
                if (which[i] == -1) {
                    which[i] = good.length == 0 ? rng.nextInt(fields.size()) : which[good[rng.nextInt(good.length)]];
                } else if (which[i] == -2) {
                    which[i] = one(draft, i, rng);
                }
            }
            for (int c = 0; c < fields.size(); c++) {
                draft.put(fields.get(c), where(draft.column(fields.get(c).name()), column(c, which), which));
            }
        }

        /** One of those that are on in a row. */
        private int one(Draft draft, int row, Rng rng) {
            int[] several = IntStream.range(0, fields.size())
                    .filter(c -> on.get(c)
                            .equals(
                                    Keys.of(List.of(
                                            draft.column(fields.get(c).name()).take(new int[] {row})))[0]))
                    .toArray();
            return several[rng.nextInt(several.length)];
        }

        /** The made column; as it was where one of the group is missing. */
        private static Column where(Column there, Column made, int[] which) {
            if (there instanceof NumberColumn before && made instanceof NumberColumn after) {
                double[] out = after.toArray();
                for (int i = 0; i < out.length; i++) {
                    out[i] = which[i] == -3 ? before.get(i) : out[i];
                }
                return NumberColumn.of(out);
            }
            CodeColumn before = (CodeColumn) there;
            CodeColumn after = (CodeColumn) made;
            String[] out = new String[after.size()];
            for (int i = 0; i < out.length; i++) {
                out[i] = which[i] == -3 ? before.get(i) : after.get(i);
            }
            return CodeColumn.of(out);
        }

        private String name() {
            return String.join("|", constraint.columns);
        }

        @Override
        public void forward(Draft draft) {
            int[] which = which(draft.table());
            String first = constraint.columns.get(0);
            Field label = Field.of(draft.free(name()), Kind.CATEGORY);
            draft.replace(first, label, CodeColumn.of(which, constraint.columns));
            constraint.columns.subList(1, constraint.columns.size()).forEach(draft::remove);
        }

        @Override
        public void backward(Draft draft, Rng rng) {
            String name = name();
            while (draft.has(name + "'")) {
                name += "'";
            }
            CodeColumn label = draft.codes(name);
            int[] which = new int[label.size()];
            int[] known = label.labels().stream()
                    .mapToInt(constraint.columns::indexOf)
                    .toArray();
            for (int i = 0; i < which.length; i++) {
                int code = label.code(i) < 0 ? -1 : known[label.code(i)];
                // A label for many rare ones stands for any of them.
                which[i] = code >= 0 ? code : rng.nextInt(fields.size());
            }
            for (int c = 0; c < fields.size(); c++) {
                Column column = column(c, which);
                if (c == 0) {
                    draft.replace(name, fields.get(0), column);
                } else {
                    draft.put(fields.get(c), column);
                }
            }
        }

        private Column column(int c, int[] which) {
            if (fields.get(c).kind().numeric()) {
                double yes = Double.parseDouble(on.get(c));
                double no = Double.parseDouble(off.get(c));
                return NumberColumn.of(Arrays.stream(which)
                        .mapToDouble(one -> one == c ? yes : no)
                        .toArray());
            }
            int[] codes = Arrays.stream(which).map(one -> one == c ? 1 : 0).toArray();
            return CodeColumn.of(codes, List.of(off.get(c), on.get(c)));
        }

        @Override
        public void store(ObjectNode json) {
            on.forEach(json.putArray("on")::add);
            off.forEach(json.putArray("off")::add);
            json.put("one label", possible);
        }
    }
}
