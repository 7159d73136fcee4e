package org.semblance.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.Blocks;
import org.semblance.table.Column;
import org.semblance.table.Drawing;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * No two rows have the same values in some columns: {@code - unique: [patient, day]}. Pairs of columns are found where
 * unrelated columns of the same values would bring at least 20 pairs of rows together: they have none by chance once in
 * 500 million. A single column that differs in every row is a key, or a number that hardly could repeat.
 *
 * <p>Rows that repeat others exchange a value with other rows, or are drawn anew. Blocks of rows are drawn alone: where all
 * columns are learnt, each block has only values of its own share, which is chosen by a hash; of more than {@value
 * #MOST_BLOCKS} blocks too few rows would do.
 */
public final class Unique implements Form {
    public static final Plugin<Form> PLUGIN = Plugin.of(
            "unique",
            "No two rows are the same in some columns: [patient, day].",
            new Plugin.NoOptions(),
            options -> new Unique());

    private static final double LEAST_PAIRS = 20;
    private static final int MOST_COLUMNS = 200;
    private static final int ROWS = 10_000;
    private static final long MOST_BLOCKS = 16;

    /** That no two rows are the same in some columns. */
    public static Constraint of(List<String> columns) {
        return new Different(columns);
    }

    @Override
    public List<Constraint> find(Seen seen) {
        Table whole = seen.whole();
        Table some = Drawing.rows(whole, ROWS, Rng.of(0));
        int[] columns = IntStream.range(0, whole.width())
                .filter(c -> whole.schema().field(c).kind() != Kind.TEXT)
                .limit(MOST_COLUMNS)
                .toArray();
        long[][] hashes = new long[whole.width()][];
        double[] same = new double[whole.width()];
        for (int c : columns) {
            hashes[c] = hashes(List.of(some.column(c)));
            same[c] = same(hashes[c]);
        }
        List<Constraint> out = new ArrayList<>();
        double pairs = 0.5 * some.rows() * (some.rows() - 1.0);
        for (int i = 0; i < columns.length; i++) {
            for (int j = i + 1; j < columns.length; j++) {
                int a = columns[i];
                int b = columns[j];
                boolean modelled = whole.schema().field(a).kind().modelled()
                        || whole.schema().field(b).kind().modelled();
                if (modelled
                        && pairs * same[a] * same[b] >= LEAST_PAIRS
                        && differ(hashes[a], hashes[b])
                        && differ(hashes(List.of(whole.column(a))), hashes(List.of(whole.column(b))))) {
                    out.add(new Different(List.of(
                            whole.schema().field(a).name(),
                            whole.schema().field(b).name())));
                }
            }
        }
        return out;
    }

    /** The share of pairs of rows that agree. */
    private static double same(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        double pairs = 0;
        for (int i = 0; i < sorted.length; ) {
            int first = i;
            while (i < sorted.length && sorted[i] == sorted[first]) {
                i++;
            }
            double times = i - first;
            pairs += times * (times - 1);
        }
        return sorted.length < 2 ? 0 : pairs / sorted.length / (sorted.length - 1.0);
    }

    private static boolean differ(long[] a, long[] b) {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < a.length; i++) {
            if (!seen.add(both(a[i], b[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Of what the columns say in each row; rows that miss something have each their own. */
    private static long[] hashes(List<? extends Column> columns) {
        @Nullable String[] keys = Keys.of(columns);
        long[] out = new long[keys.length];
        for (int i = 0; i < out.length; i++) {
            String key = keys[i];
            out[i] = key == null ? -1L - i : hash(key);
        }
        return out;
    }

    private static long hash(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash ^= hash >>> 32;
        return (hash * 0x9E3779B97F4A7C15L) >>> 1;
    }

    @Override
    public @Nullable Constraint read(Given given, Schema schema) {
        List<Field> fields = given.columns(given.texts(given.value()), schema, 1);
        return fields == null
                ? null
                : new Different(fields.stream().map(Field::name).toList());
    }

    /** Columns in which no two rows are the same. */
    record Different(List<String> columns) implements AsTold, Keeper.Mending, Keeper.Differing {
        Different {
            columns = List.copyOf(columns);
        }

        @Override
        public String form() {
            return "unique";
        }

        @Override
        public Object value() {
            return columns;
        }

        @Override
        public String words() {
            return String.join(" and ", columns) + (columns.size() == 1 ? " is" : " are") + " different in every row";
        }

        @Override
        public boolean[] broken(Table table, Place place) {
            if (learnt(table) && place.blocks() > MOST_BLOCKS) {
                throw ProblemException.usage(Problem.of(
                                "that " + words() + " can be kept in " + MOST_BLOCKS * Blocks.BLOCK + " rows at most.")
                        .fix("Make fewer rows, or leave that constraint out."));
            }
            long[] keys = keys(table);
            boolean[] out = new boolean[keys.length];
            Set<Long> seen = new HashSet<>();
            for (int i = 0; i < out.length; i++) {
                out[i] = keys[i] >= 0 && (!allows(keys[i], table, place) || !seen.add(keys[i]));
            }
            return out;
        }

        @Override
        public long[] keys(Table table) {
            return hashes(columns.stream().map(table::column).toList());
        }

        /** A block has keys and identifiers of its own, but learnt values may come in any. */
        @Override
        public boolean allows(long key, Table table, Place place) {
            return place.blocks() == 1 || !learnt(table) || key % place.blocks() == place.block();
        }

        private boolean learnt(Table table) {
            Schema schema = table.schema();
            return columns.stream()
                    .allMatch(name -> schema.field(schema.index(name)).kind().modelled());
        }

        @Override
        public List<String> mends() {
            return List.of(columns.get(columns.size() - 1));
        }

        /** Rows that repeat others exchange a value with some other row: one that hangs on nothing where there is one. */
        @Override
        public void mend(Draft draft, Rng rng) {
            if (columns.size() < 2 || draft.rows() == 0) {
                return;
            }
            String made = columns.stream()
                    .filter(name -> !draft.field(name).kind().modelled())
                    .findFirst()
                    .orElse("");
            String moved = made.isEmpty() ? mends().get(0) : made;
            long[] rest = hashes(columns.stream()
                    .filter(name -> !name.equals(moved))
                    .map(draft::column)
                    .toList());
            Repeats repeats = new Repeats(rest, hashes(List.of(draft.column(moved))));
            if (!repeats.exchange(rng) && !made.isEmpty()) {
                repeats.deal(rng);
            }
            draft.put(moved, draft.column(moved).take(repeats.from()));
        }
    }

    static long both(long a, long b) {
        return a * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(b, 29);
    }
}
