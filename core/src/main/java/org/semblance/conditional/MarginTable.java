package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.semblance.math.ProportionalFitting;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.privacy.WholeNoise;
import org.semblance.run.Run;

/**
 * Several columns of labels together, from some margins of the table of their combinations: as synthpop's {@code ipf}. The
 * table has these margins, each with a prior of {@code priorn} rows spread evenly over its cells, and no other relations
 * (iterative proportional fitting from a table of ones). Keeps all pairs (or what else is named) and loses relations of
 * more columns; tells less of single rows than {@code catall}.
 *
 * <p>With {@code epsilon} every margin has whole noise of the Laplace law of an equal share of it, negative counts are 0,
 * and each margin is scaled to the number of rows: epsilon-differential privacy for these columns alone, where one
 * person's row is changed, the number of rows and the lists of labels being known. That noise cannot be made again from a
 * seed, and margins with noise contradict each other a little: the fit ends where rounds change no more. A report that is measured on the real rows is not covered.
 *
 * <p>Cost: cells x margins x rounds. Source: Deming and Stephan (1940), doi:10.1214/aoms/1177731829; {@link
 * ProportionalFitting}.
 */
public final class MarginTable implements Conditional {
    /** The options, with synthpop's defaults. */
    public record Options(
            @Option(
                    value = "Which margins are kept: those of all pairs, of single columns, of three or four",
                    choices = {"oneway", "twoway", "threeway", "fourway", "none"})
            String margins,

            @Option("Other margins that are kept, each as columns with + between: region+age+sex")
            List<String> otherMargins,

            @Option(value = "Rows that are spread evenly over the cells of each margin", min = 0, max = 1e9)
            double priorn,

            @Option("What no row may be, as conditions: sex = 'M' and pregnant = 'yes'")
            List<String> structZero,

            @Option(value = "The fit ends where a round changes no cell by more than this", min = 0, max = 1e9)
            double tol,

            @Option(value = "The fit ends after so many rounds", min = 1, max = 1e9)
            int maxIts,

            @Option(
                    value = "Most cells that the table may have; each costs 32 bytes while it is fitted",
                    min = 1,
                    max = 1e8)
            int maxTable,

            @Option(value = "Privacy budget of the margins; 0 for none, which gives no guarantee", min = 0, max = 1e6)
            double epsilon) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "ipf",
            "Several columns of labels together, from the margins of the table of their combinations.",
            new Options("twoway", List.of(), 1, List.of(), 1e-3, 5000, 10_000_000, 0),
            MarginTable::new);

    private static final List<String> WAYS = List.of("none", "oneway", "twoway", "threeway", "fourway");

    private final Options options;

    MarginTable(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        Counted counted = Counted.of(given, options.structZero, options.epsilon == 0);
        if (counted.size() > options.maxTable) {
            throw ProblemException.usage(Problem.of("the columns' labels make " + counted.size()
                            + " combinations, more than max-table (" + options.maxTable + ").")
                    .fix("Take fewer columns together, or catall, which holds only combinations that occur."));
        }
        int[] sizes = counted.sizes();
        double[] start = new double[(int) counted.size()];
        Arrays.fill(start, 1);
        if (!counted.never().isEmpty()) {
            long[] cells = new long[start.length];
            Arrays.setAll(cells, i -> i);
            boolean[] forbidden = counted.forbidden(cells);
            Arrays.setAll(start, i -> forbidden[i] ? 0 : 1);
        }
        double[] table = new double[start.length];
        Arrays.stream(counted.of()).forEach(cell -> table[(int) cell]++);
        List<ProportionalFitting.Margin> margins = new ArrayList<>();
        List<int[]> kept = kept(counted.axes());
        for (int[] dimensions : kept) {
            double[] cells = ProportionalFitting.margin(sizes, table, dimensions);
            margins.add(new ProportionalFitting.Margin(
                    dimensions, options.epsilon > 0 ? noisy(cells, given.y().size(), kept.size()) : prior(cells)));
        }
        ProportionalFitting fitted = ProportionalFitting.of(sizes, start, margins, options.tol, options.maxIts);
        if (options.epsilon > 0) {
            given.events()
                    .say("margins have noise of epsilon " + options.epsilon
                            + ", which no seed repeats; columns that are drawn given these have no guarantee");
        }
        if (fitted.change() > options.tol) {
            given.events()
                    .say("the margins were not met in " + fitted.rounds()
                            + " rounds: they contradict each other, or what may not be contradicts them");
        }
        double sum = Arrays.stream(fitted.table()).sum();
        return CrossTable.of(counted.axes(), new double[0], fitted.table(), sum > 0 ? 0 : 1, counted.texts());
    }

    private double[] prior(double[] cells) {
        double each = options.priorn / cells.length;
        return Arrays.stream(cells).map(cell -> cell + each).toArray();
    }

    /** One row that changes moves two cells of every margin. */
    private double[] noisy(double[] cells, int rows, int margins) {
        WholeNoise noise = new WholeNoise(2 * margins / options.epsilon);
        double[] out = Arrays.stream(cells)
                .map(cell -> Math.max(0, cell + noise.next()))
                .toArray();
        double sum = Arrays.stream(out).sum();
        return Arrays.stream(out)
                .map(cell -> sum > 0 ? cell / sum * rows : (double) rows / out.length)
                .toArray();
    }

    private List<int[]> kept(List<CrossTable.Axis> axes) {
        Set<List<Integer>> out = new LinkedHashSet<>();
        int way = Math.min(WAYS.indexOf(options.margins), axes.size());
        if (way > 0) {
            choose(axes.size(), way, 0, new ArrayList<>(), out);
        }
        List<String> names = axes.stream().map(CrossTable.Axis::name).toList();
        for (String margin : options.otherMargins) {
            List<Integer> places = new ArrayList<>();
            for (String name : margin.split("\\+")) {
                int at = names.indexOf(name.strip());
                if (at < 0) {
                    throw ProblemException.usage(
                            Problem.of("\"" + name.strip() + "\" is none of the columns drawn together.")
                                    .at("other-margins")
                                    .fix(Nearest.hint(name.strip(), names)));
                }
                places.add(at);
            }
            out.add(places.stream().distinct().sorted().toList());
        }
        if (out.isEmpty()) {
            throw ProblemException.usage(Problem.of("no margin is kept.")
                    .at("margins")
                    .fix("Take twoway, or name margins in other-margins."));
        }
        return out.stream()
                .map(margin -> margin.stream().mapToInt(d -> d).toArray())
                .toList();
    }

    private static void choose(int of, int more, int from, List<Integer> held, Set<List<Integer>> out) {
        if (more == 0) {
            out.add(List.copyOf(held));
            return;
        }
        for (int d = from; d <= of - more; d++) {
            held.add(d);
            choose(of, more - 1, d + 1, held, out);
            held.remove(held.size() - 1);
        }
    }
}
