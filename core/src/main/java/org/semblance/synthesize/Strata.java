package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.model.Corrupt;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A {@link SequentialModel} for each stratum: groups of rows that are learnt apart, as synthpop's {@code syn.strata}. How
 * many rows a stratum gets is drawn (multinomial, with the real shares) or kept in proportion; within a block the rows of
 * the strata are mixed.
 *
 * @param parts one a stratum
 * @param sizes [strata] real rows of each
 * @param drawn whether counts are drawn
 */
record Strata(Schema schema, List<SequentialModel> parts, double[] sizes, boolean drawn) implements Model {
    private static final String COUNTS = "sizes";

    Strata {
        parts = List.copyOf(parts);
    }

    /** synthpop's fewest rows of a stratum with so many columns. */
    static int fewest(int columns) {
        return 10 + 10 * columns;
    }

    static Strata fit(Sequential.Options options, SequentialPlan whole, Table real, Run run) {
        int[] columns = options.strata().stream()
                .mapToInt(name -> real.schema().index(name))
                .distinct()
                .toArray();
        Map<List<Object>, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < real.rows(); row++) {
            List<Object> key = new ArrayList<>();
            for (int c : columns) {
                key.add(Objects.requireNonNullElse(real.cell(row, c), ""));
            }
            rows.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        refuseSmall(rows.values(), real.width());
        List<SequentialModel> parts = new ArrayList<>();
        double[] sizes = new double[rows.size()];
        for (List<Integer> of : rows.values()) {
            Table part = real.take(of.stream().mapToInt(row -> row).toArray()).compact();
            sizes[parts.size()] = part.rows();
            parts.add(new SequentialFit(options, SequentialPlan.ofPart(options, part, whole), part)
                    .fit(run.child("stratum").child(parts.size())));
        }
        return new Strata(real.schema(), parts, sizes, options.strataRows().equals("drawn"));
    }

    private static void refuseSmall(Iterable<List<Integer>> strata, int width) {
        int small = 0;
        int all = 0;
        int least = Integer.MAX_VALUE;
        for (List<Integer> rows : strata) {
            all++;
            small += rows.size() < fewest(width) ? 1 : 0;
            least = Math.min(least, rows.size());
        }
        if (small > 0) {
            throw ProblemException.data(Problem.of(String.format(
                            Locale.ROOT,
                            "%d of the %d strata have fewer than the %,d rows that %d columns need; the smallest has %,d.",
                            small,
                            all,
                            fewest(width),
                            width,
                            least))
                    .at("strata")
                    .fix("Take a column with fewer or larger groups, or no strata."));
        }
    }

    @Override
    public Rows sample(long rows, Run run) {
        int[][] counts = drawn ? new int[0][] : shares(rows);
        return new Blocks(schema, rows) {
            @Override
            Table draw(long index, int count) {
                Rng rng = run.rng().child(index);
                return mixed(drawn ? multinomial(count, rng.child("counts")) : counts[Math.toIntExact(index)], rng);
            }
        };
    }

    private Table mixed(int[] counts, Rng rng) {
        List<Table> tables = new ArrayList<>();
        for (int s = 0; s < counts.length; s++) {
            if (counts[s] > 0) {
                tables.add(new SequentialDraw(parts.get(s), 0, counts[s])
                        .rows(rng.child("stratum").child(s)));
            }
        }
        int all = Arrays.stream(counts).sum();
        int[] order = IntStream.range(0, all).toArray();
        rng.child("mix").shuffle(order);
        return Table.join(schema, tables).take(order);
    }

    private int[] multinomial(int count, Rng rng) {
        double[] upTo = sizes.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
        int[] out = new int[upTo.length];
        for (int i = 0; i < count; i++) {
            int at = Arrays.binarySearch(upTo, rng.nextDouble() * upTo[upTo.length - 1]);
            out[Math.min(at < 0 ? -at - 1 : at + 1, out.length - 1)]++;
        }
        return out;
    }

    /** Rows of each stratum in each block: in all of them together its share, to the row. */
    private int[][] shares(long rows) {
        double all = Arrays.stream(sizes).sum();
        double[] left = largest(Arrays.stream(sizes).map(size -> size / all).toArray(), rows);
        List<int[]> out = new ArrayList<>();
        for (long start = 0; start < rows || out.isEmpty(); start += Rows.BLOCK) {
            long rest = rows - start;
            long count = Math.min(Rows.BLOCK, rest);
            double[] own = largest(
                    Arrays.stream(left).map(l -> rest == 0 ? 0 : l / rest).toArray(), count);
            for (int s = 0; s < left.length; s++) {
                left[s] -= own[s];
            }
            out.add(Arrays.stream(own).mapToInt(n -> (int) n).toArray());
        }
        return out.toArray(int[][]::new);
    }

    /** Whole numbers near shares of a total that add up to it: what is left over goes to the largest remainders. */
    private static double[] largest(double[] shares, long total) {
        double[] out =
                Arrays.stream(shares).map(s -> Math.floor(s * total + 1e-9)).toArray();
        Integer[] order = IntStream.range(0, shares.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(shares[b] * total - out[b], shares[a] * total - out[a]));
        long left = total - (long) Arrays.stream(out).sum();
        for (int i = 0; i < left; i++) {
            out[order[i]]++;
        }
        return out;
    }

    @Override
    public Stored store() {
        Stored stored = Stored.empty();
        stored.json().put("strata", parts.size()).put("drawn", drawn);
        stored.put(COUNTS, sizes);
        for (int s = 0; s < parts.size(); s++) {
            stored.put("stratum-" + s, parts.get(s).store());
        }
        return stored;
    }

    static boolean is(Stored stored) {
        return stored.json().has("strata");
    }

    static Strata load(Stored stored, Schema schema) {
        double[] sizes = stored.array(COUNTS, double[].class);
        int count = stored.json().path("strata").asInt(0);
        if (sizes.length != count || count < 1 || !Arrays.stream(sizes).allMatch(size -> size > 0)) {
            throw Corrupt.because("its strata do not fit together");
        }
        List<SequentialModel> parts = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            parts.add(SequentialModel.load(stored.part("stratum-" + s), schema));
        }
        return new Strata(schema, parts, sizes, stored.json().path("drawn").asBoolean(true));
    }

    @Override
    public List<String> contents() {
        Set<String> out = new LinkedHashSet<>();
        out.add(String.format(
                Locale.ROOT,
                "%d strata of %,.0f to %,.0f rows, each learnt apart, with how many rows each has",
                parts.size(),
                Arrays.stream(sizes).min().orElse(0),
                Arrays.stream(sizes).max().orElse(0)));
        int advised = SequentialPlan.advised(schema.size());
        long small = Arrays.stream(sizes).filter(size -> size < advised).count();
        if (small > 0) {
            out.add(String.format(
                    Locale.ROOT,
                    "%s%d of %d strata %s few rows for %d columns: %,d (100 + 10 x columns) or more are advised",
                    SequentialModel.WARNING,
                    small,
                    parts.size(),
                    small == 1 ? "has" : "have",
                    schema.size(),
                    advised));
        }
        for (SequentialModel part : parts) {
            out.addAll(part.contents());
        }
        return List.copyOf(out);
    }
}
