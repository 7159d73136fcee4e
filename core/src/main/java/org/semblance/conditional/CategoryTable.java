package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.privacy.WholeNoise;
import org.semblance.run.Run;

/**
 * Several columns of labels together, from the table of all their combinations: as synthpop's {@code catall}. Combinations
 * are drawn as often as they are counted, and a prior of {@code priorn} rows is spread evenly over all of them that may
 * be. Keeps everything between the columns, and tells of combinations that occur; the other columns are drawn given these.
 *
 * <p>With {@code epsilon} the counts have whole noise of the Laplace law and the largest are kept until they make up the
 * number of rows (no prior; which of equal ones is drawn): epsilon-differential privacy for these columns alone, where
 * one person's row is changed (which moves two counts by one each: the scale is 2 / epsilon, where synthpop has
 * 1 / epsilon), the number of rows and the lists of labels being known. That noise cannot be made again from a seed. A
 * report that is measured on the real rows is not covered.
 *
 * <p>Only combinations that occur are held; the others are counted, not listed, so that tables of up to 9e15 cells do.
 * Cost: rows log rows. Source: Raab, Nowok and Dibben (2021), Assessing, visualizing and improving the utility of
 * synthetic data, arXiv:2109.12717; Dwork et al. (2006), doi:10.1007/11681878_14.
 */
public final class CategoryTable implements Conditional {
    /** The options, with synthpop's defaults. */
    public record Options(
            @Option(value = "Rows that are spread evenly over all combinations", min = 0, max = 1e9)
            double priorn,

            @Option("What no row may be, as conditions: sex = 'M' and pregnant = 'yes'")
            List<String> structZero,

            @Option(value = "Privacy budget of the counts; 0 for none, which gives no guarantee", min = 0, max = 1e6)
            double epsilon) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "catall",
            "Several columns of labels together, from the counts of all their combinations.",
            new Options(1, List.of(), 0),
            CategoryTable::new);

    /** Tables of so many cells are looked through for empty ones. */
    private static final long SMALL = 1 << 20;

    private final Options options;

    CategoryTable(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        Counted counted = Counted.of(given, options.structZero, options.epsilon == 0);
        Map<Long, Long> counts = new TreeMap<>();
        for (long cell : counted.of()) {
            counts.merge(cell, 1L, Long::sum);
        }
        double even = options.priorn;
        if (options.epsilon > 0) {
            given.events()
                    .say("counts have noise of epsilon " + options.epsilon
                            + ", which no seed repeats; columns that are drawn given these have no guarantee");
            counts = noisy(counted, counts, given.y().size(), given.events());
            even = 0;
        }
        if (counts.isEmpty()) {
            String why = options.epsilon > 0 ? "noise left no combination" : "no row is observed";
            given.events().say(why + ": every one that may be is as likely");
            even = 1;
        }
        return CrossTable.of(
                counted.axes(),
                counts.keySet().stream().mapToDouble(cell -> cell).toArray(),
                counts.values().stream().mapToDouble(count -> count).toArray(),
                even,
                counted.texts());
    }

    /** Counts with noise, the largest ones until they make up the number of rows; also of cells that no row is in. */
    private Map<Long, Long> noisy(Counted counted, Map<Long, Long> counts, int rows, Given.Events events) {
        WholeNoise noise = new WholeNoise(2 / options.epsilon);
        if (2 * counted.size() * noise.meanAbove() > rows) {
            events.say(
                    "noise alone is expected to make more than half of the combinations drawn: there are too many cells"
                            + " for so few rows and so small an epsilon; take fewer columns or wider groups");
        }
        List<Noisy> seen = new ArrayList<>();
        counts.forEach((cell, count) -> seen.add(new Noisy(cell, count + noise.next(), noise.tie())));
        seen.sort(Comparator.reverseOrder());
        Empty empty = new Empty(counted, counts, noise);
        WholeNoise.Largest largest = noise.largest(counted.size() - counts.size());
        Noisy next = Noisy.empty(largest);
        Map<Long, Long> kept = new TreeMap<>();
        long sum = 0;
        int at = 0;
        while (sum < rows) {
            boolean real = at < seen.size() && seen.get(at).compareTo(next) > 0;
            long count = real ? seen.get(at).count : next.count;
            if (count <= 0) {
                break;
            }
            long cell = real ? seen.get(at++).cell : empty.draw();
            next = real ? next : Noisy.empty(largest);
            if (real || !counted.forbidden(new long[] {cell})[0]) {
                kept.put(cell, count);
                sum += count;
            }
        }
        return kept;
    }

    /**
     * A cell's count with noise. Which of equal ones is kept must not tell whether a row is in it: that would be known of
     * the true counts beside the noise. So it is drawn, for all cells alike.
     */
    private record Noisy(long cell, long count, double tie) implements Comparable<Noisy> {
        /** The largest that is left of the cells that no row is in; which one that is, is open. */
        static Noisy empty(WholeNoise.Largest largest) {
            return new Noisy(-1, largest.next(), largest.tie());
        }

        @Override
        public int compareTo(Noisy other) {
            int byCount = Long.compare(count, other.count);
            return byCount != 0 ? byCount : Double.compare(tie, other.tie);
        }
    }

    /** Cells that no row is in, at random, each once. */
    private static final class Empty {
        private final long size;
        private final Map<Long, Boolean> taken = new HashMap<>();
        private final WholeNoise noise;
        private long[] left = new long[0];
        private int count;

        Empty(Counted counted, Map<Long, Long> counts, WholeNoise noise) {
            size = counted.size();
            this.noise = noise;
            counts.keySet().forEach(cell -> taken.put(cell, true));
            if (size <= SMALL) {
                left = new long[(int) size];
                for (long cell = 0; cell < size; cell++) {
                    if (!taken.containsKey(cell)) {
                        left[count++] = cell;
                    }
                }
            }
        }

        long draw() {
            if (size > SMALL) {
                long cell = noise.below(size);
                while (taken.putIfAbsent(cell, true) != null) {
                    cell = noise.below(size);
                }
                return cell;
            }
            int at = (int) noise.below(count);
            long cell = left[at];
            left[at] = left[--count];
            return cell;
        }
    }
}
