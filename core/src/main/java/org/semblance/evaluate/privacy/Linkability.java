package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Neighbours;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Linkability: how often the synthetic table leads an attacker from a person's row in one source to the same person's
 * row in another that shares no column with it, beyond what it does for people it was not learnt from.
 *
 * <p>Each target is cut in two by columns. The attacker looks up the k nearest synthetic rows of either part; where both
 * lists share a row, the parts are linked. Distance: {@link Distances#gower}; equally near rows are drawn by lot. Rate,
 * residual risk (attack - control) / (1 - control) and interval: {@link Rate}. The baseline, two random lists, is worked
 * out exactly. Default parts: the columns dealt in turn, those of most different values first, so that both tell about as
 * much; with only one part named, the other is the rest. As Anonymeter, but for missing numbers, which are like each other here and like nothing there. Cost: two
 * searches a target. Source: Giomi et al. 2023, doi:10.56553/popets-2023-0055.
 */
public final class Linkability implements Metric {
    /** The options. */
    public record Options(
            @Option("The columns of the attacker's one source; empty are the rest, or half of all.")
            List<String> first,

            @Option("The columns of the attacker's other source; empty are the rest, or half of all.")
            List<String> second,

            @Option(value = "How many nearest synthetic rows are looked at.", min = 1, max = 1_000)
            int neighbours,

            @Option(value = "The most rows to attack of those learnt from, and of those held back.", min = 10)
            int targets,

            @Option(value = "The most synthetic rows to look among; 0 is all.", min = 0)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "linkability",
            "How often the synthetic table links two parts of a person's row, beyond what it does for others; 0 is never.",
            new Options(List.of(), List.of(), 1, 2_000, 100_000),
            Linkability::new);

    private static final int LEARNT = 0;
    private static final int HELD = 1;
    private static final int SYNTHETIC = 2;

    private final Options options;

    Linkability(Options options) {
        this.options = options;
    }

    @Override
    public boolean needsHoldout() {
        return true;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.LOWER,
                "Attacker: holds the synthetic table and two sources that share no column, and links their rows where"
                        + " their nearest synthetic rows are the same. (attack - control) / (1 - control), where attack is"
                        + " how often that succeeds for rows learnt from, control for rows held back. The baseline guesses"
                        + " at random. Intervals: Wilson, errors propagated.",
                "Anonymeter, Giomi et al. 2023, doi:10.56553/popets-2023-0055.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table holdout = c.holdout("linkability");
        Table synthetic =
                Searches.among(c.synthetic(), c.real(), options.rows, run.rng().child("synthetic"));
        int[][] parts = parts(c.real(), synthetic);
        Table learnt = Sample.rows(c.real(), options.targets, run.rng().child("learnt"));
        Table held = Sample.rows(holdout, options.targets, run.rng().child("held"));
        if (synthetic.rows() == 0 || learnt.rows() == 0 || held.rows() == 0 || parts[0].length * parts[1].length == 0) {
            return Score.none("linkability", "There are too few rows or columns.");
        }
        int k = Math.min(options.neighbours, synthetic.rows());
        int[][][][] found = new int[2][2][][];
        int[][] targets = new int[2][];
        for (int part = 0; part < 2; part++) {
            Distances distances = Distances.gower(
                    learnt.select(parts[part]), held.select(parts[part]), synthetic.select(parts[part]));
            Neighbours index = distances.neighbours(SYNTHETIC);
            if (part == 0) {
                targets[LEARNT] = Searches.affordable(index, LEARNT, learnt.rows(), options.rows == 0);
                targets[HELD] = Searches.affordable(index, HELD, held.rows(), options.rows == 0);
            }
            Run own = run.child("part").child(part);
            found[part][LEARNT] = Searches.rows(index, LEARNT, targets[LEARNT], k, own.child("learnt"));
            found[part][HELD] = Searches.rows(index, HELD, targets[HELD], k, own.child("held"));
        }
        Trial trial = new Trial(
                "two sources",
                new Trial.Tally(links(found[0][LEARNT], found[1][LEARNT]), targets[LEARNT].length),
                new Trial.Tally(links(found[0][HELD], found[1][HELD]), targets[HELD].length),
                new Trial.Tally(targets[LEARNT].length * byChance(synthetic.rows(), k), targets[LEARNT].length));
        Score score = Trial.score("linkability", "Linking two sources", List.of(trial));
        return score.note(Searches.sentences(
                score.note(),
                Searches.among(synthetic.rows(), c.synthetic().rows(), "synthetic"),
                Searches.on(targets[LEARNT].length, learnt.rows())));
    }

    private int[][] parts(Table real, Table synthetic) {
        int[] first = Chosen.positions(real, options.first, "linkability");
        int[] second = Chosen.positions(real, options.second, "linkability");
        if (IntStream.of(first).anyMatch(a -> IntStream.of(second).anyMatch(b -> a == b))) {
            throw ProblemException.usage(Problem.of("linkability: a column stands in both sources.")
                    .fix("The attacker's two sources must not share a column."));
        }
        if (first.length == 0 && second.length == 0) {
            return dealt(synthetic);
        }
        return new int[][] {
            first.length == 0 ? Chosen.others(real, second) : first,
            second.length == 0 ? Chosen.others(real, first) : second
        };
    }

    /** The columns, those of most different values first, dealt to one and the other: 1st, 4th, 5th, 8th ... and the rest. */
    private static int[][] dealt(Table synthetic) {
        int[] order = IntStream.range(0, synthetic.width())
                .boxed()
                .sorted(Comparator.comparing((Integer c) -> -different(synthetic.column(c))))
                .mapToInt(Integer::intValue)
                .toArray();
        return new int[][] {
            IntStream.range(0, order.length)
                    .filter(k -> k % 4 == 0 || k % 4 == 3)
                    .map(k -> order[k])
                    .toArray(),
            IntStream.range(0, order.length)
                    .filter(k -> k % 4 == 1 || k % 4 == 2)
                    .map(k -> order[k])
                    .toArray()
        };
    }

    private static long different(Column column) {
        return column instanceof NumberColumn numbers
                ? Arrays.stream(numbers.toArray()).distinct().count()
                : Arrays.stream(((CodeColumn) column).toArray()).distinct().count();
    }

    /** How many targets have a row in both lists (each k x targets). */
    static int links(int[][] first, int[][] second) {
        int links = 0;
        for (int i = 0; i < first[0].length; i++) {
            boolean linked = false;
            for (int[] a : first) {
                for (int[] b : second) {
                    linked |= a[i] == b[i];
                }
            }
            links += linked ? 1 : 0;
        }
        return links;
    }

    /** The chance that two random lists of k out of n rows share one: 1 - C(n-k, k) / C(n, k). */
    static double byChance(int n, int k) {
        double apart = 1;
        for (int j = 0; j < k; j++) {
            apart *= Math.max(0, (double) n - k - j) / (n - j);
        }
        return 1 - apart;
    }
}
