package org.semblance.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Small groups of near rows all get the group's mean, so that no row has values of its own.
 *
 * <p>Together: rows are grouped by all columns at once ({@link Mdav}, on standardised values), so at least {@code size}
 * rows agree in all of them; rows that miss a value are grouped with those that miss the same. Each: every column is
 * sorted and cut into groups by itself, which changes less and protects less. Means are rounded as the column is
 * written; the mean of a column is kept up to that. More rows than {@code block} are cut at medians into blocks first,
 * for the cost grows with their square. Fewer than {@code size} rows that miss the same are left as they are, and
 * counted.
 */
public final class MicroAggregation implements Control {
    private static final String NAME = "micro-aggregation";
    private static final int MOST_COLUMNS = 60;

    /** The options. */
    public record Options(
            @Option("The columns: numbers, dates or times.") List<String> columns,

            @Option(value = "The least rows of a group.", min = 2)
            int size,

            @Option(
                    value = "Whether groups are of all columns together (MDAV) or of each by itself.",
                    choices = {"together", "each"})
            String method,

            @Option(
                    value = "What a group gets.",
                    choices = {"mean", "median"})
            String centre,

            @Option(value = "More rows than this are grouped in blocks of at most as many.", min = 100)
            int block,

            @Option("Values that are codes, such as -8, and stay as they are, as missing ones do.")
            List<String> exclude) {}

    public static final Plugin<Control> PLUGIN = Plugin.of(
            NAME,
            "Groups of at least 3 near rows all get the group's mean (MDAV, or column by column).",
            new Options(List.of(), 3, "together", "mean", 2_000, List.of()),
            MicroAggregation::new);

    private final Options options;

    MicroAggregation(Options options) {
        this.options = options;
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        List<Part> parts = IntStream.of(Columns.numeric(NAME, options.columns, synthetic))
                .mapToObj(position -> Part.of(synthetic, position, options.exclude))
                .toList();
        if (parts.size() > MOST_COLUMNS) {
            throw ProblemException.usage(
                    Problem.of(NAME + " is told " + parts.size() + " columns, and takes at most " + MOST_COLUMNS + ".")
                            .fix("Near in so many columns is near in none: apply it to some at a time."));
        }
        Edit edit = new Edit(synthetic);
        Map<String, Double> figures = new LinkedHashMap<>();
        double alone = 0;
        if (options.method.equals("each")) {
            for (Part part : parts) {
                List<int[]> groups = sorted(part);
                alone += groups.size() == 1 && part.rows().length < options.size ? part.rows().length : 0;
                edit.set(part.position(), centred(part, groups));
            }
        } else {
            double[][] out = parts.stream().map(part -> part.column().toArray()).toArray(double[][]::new);
            for (Map.Entry<Long, int[]> rows : patterns(parts, synthetic.rows()).entrySet()) {
                List<Part> there = IntStream.range(0, parts.size())
                        .filter(c -> (rows.getKey() >> c & 1) == 1)
                        .mapToObj(parts::get)
                        .toList();
                if (rows.getValue().length < options.size) {
                    alone += rows.getValue().length;
                    continue;
                }
                List<int[]> groups = near(there, rows.getValue(), run);
                there.forEach(part -> centre(part, groups, out[parts.indexOf(part)]));
            }
            for (int c = 0; c < out.length; c++) {
                edit.set(parts.get(c).position(), out[c]);
            }
        }
        figures.put("rows in no group", alone);
        Controlled done = edit.done(NAME);
        return new Controlled(done.table(), done.change().figures(figures));
    }

    /** Rows that have the same of the columns, those that have none of them left out. */
    private static Map<Long, int[]> patterns(List<Part> parts, int rows) {
        long[] pattern = new long[rows];
        for (int c = 0; c < parts.size(); c++) {
            for (int row : parts.get(c).rows()) {
                pattern[row] |= 1L << c;
            }
        }
        return IntStream.range(0, rows)
                .filter(row -> pattern[row] != 0)
                .boxed()
                .collect(Collectors.groupingBy(
                        row -> pattern[row],
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                some -> some.stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray())));
    }

    /** Groups of {@code size} in order of value; the last has up to one less than twice as many. */
    private List<int[]> sorted(Part part) {
        int[] order = part.sorted();
        List<int[]> groups = new ArrayList<>();
        int count = Math.max(1, order.length / options.size);
        for (int g = 0; g < count; g++) {
            groups.add(Arrays.copyOfRange(
                    order, g * options.size, g == count - 1 ? order.length : (g + 1) * options.size));
        }
        return groups;
    }

    private List<int[]> near(List<Part> parts, int[] rows, Run run) {
        double[][] points = new double[parts.size()][rows.length];
        for (int c = 0; c < points.length; c++) {
            for (int i = 0; i < rows.length; i++) {
                points[c][i] = parts.get(c).column().get(rows[i]);
            }
            Moments moments = Moments.of(points[c]);
            double deviation = moments.deviation() == 0 ? 1 : moments.deviation();
            for (int i = 0; i < rows.length; i++) {
                points[c][i] = (points[c][i] - moments.mean()) / deviation;
            }
        }
        List<int[]> blocks = new ArrayList<>();
        blocks(points, IntStream.range(0, rows.length).toArray(), blocks);
        List<List<int[]>> found = new ArrayList<>();
        blocks.forEach(block -> found.add(List.of()));
        run.parallel(blocks.size(), b -> found.set(b, Mdav.groups(points, blocks.get(b), options.size)));
        List<int[]> groups = new ArrayList<>();
        found.forEach(some -> some.forEach(
                group -> groups.add(Arrays.stream(group).map(i -> rows[i]).toArray())));
        return groups;
    }

    /** Halves at the median of the column that is spread most, until no block is too large. */
    private void blocks(double[][] points, int[] which, List<int[]> out) {
        if (which.length <= options.block) {
            out.add(which);
            return;
        }
        double[] widest = points[0];
        double most = -1;
        for (double[] column : points) {
            double spread = Moments.of(
                            Arrays.stream(which).mapToDouble(i -> column[i]).toArray())
                    .deviation();
            if (spread > most) {
                most = spread;
                widest = column;
            }
        }
        double[] by = widest;
        int[] order = Arrays.stream(which)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> by[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        blocks(points, Arrays.copyOf(order, order.length / 2), out);
        blocks(points, Arrays.copyOfRange(order, order.length / 2, order.length), out);
    }

    private double[] centred(Part part, List<int[]> groups) {
        double[] out = part.column().toArray();
        if (part.rows().length >= options.size) {
            centre(part, groups, out);
        }
        return out;
    }

    private void centre(Part part, List<int[]> groups, double[] out) {
        Grain grain = part.grain();
        for (int[] group : groups) {
            double[] values =
                    Arrays.stream(group).mapToDouble(part.column()::get).toArray();
            double centre =
                    grain.fit(options.centre.equals("mean") ? Moments.of(values).mean() : median(values));
            for (int row : group) {
                out[row] = centre;
            }
        }
    }

    /** The lower one of two: a value that occurs. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[(values.length - 1) / 2];
    }
}
