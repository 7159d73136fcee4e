package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.semblance.math.Order;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.trees.InferenceGrower;

/**
 * A tree of conditional inference for a time until an event or until somebody was lost from sight: time and event of one
 * of the observed rows in the row's leaf, together. As synthpop's {@code survctree} (party): the tree is grown for the
 * log-rank scores of all rows, the hazard so far less 1 where the event occurred. The event is drawn beside the time and
 * predicts no split. Rows without a time or an event are not learnt from. Keeps the pairs that occur, and how survival
 * depends on the predictors. Improper.
 *
 * <p>Cost: rows x predictors x depth + rows log rows. Source: Hothorn, Hornik and Zeileis (2006), section 4.3,
 * doi:10.1198/106186006X133933; log-rank scores with the Nelson-Aalen estimate where times are tied.
 */
public final class SurvivalTree implements Conditional {
    /** The options, with synthpop's defaults. */
    public record Options(
            @Option(value = "The column that says whether the event occurred at the time; drawn with it", column = true)
            String event,

            @Option("Which of the event's labels says that it occurred; empty for 1, true or yes")
            String occurred,

            @Option(value = "Fewest rows of a leaf", min = 1, max = 1e9)
            int minBucket,

            @Option(value = "Fewest rows of a node that is split", min = 2, max = 1e9)
            int minSplit,

            @Option(
                    value = "A node is split where 1 - p, corrected for the number of predictors, is above this",
                    min = 0,
                    max = 1)
            double minCriterion,

            @Option("Whether a row may be its own donor") boolean self) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "survctree",
            "A tree for survival: time and event of an observed row in the same leaf.",
            new Options("", "", 5, 20, .9, false),
            SurvivalTree::new);

    private static final List<String> YES = List.of("1", "true", "yes");

    private final Options options;

    SurvivalTree(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        if (given.beside().width() != 1) {
            throw ProblemException.usage(
                    Problem.of("survctree draws a time and its event together.")
                            .fix(
                                    "Name the column of the event: event. It draws new rows; to impute a time, take pmm or cart."));
        }
        Column event = given.beside().column(0);
        int[] rows = Arrays.stream(given.observed())
                .filter(row -> !event.isMissing(row))
                .toArray();
        double[] time = given.numbers(rows);
        double[] code = codes(event, rows);
        Map<List<Double>, Integer> places = new TreeMap<>((a, b) ->
                a.get(0).equals(b.get(0)) ? Double.compare(a.get(1), b.get(1)) : Double.compare(a.get(0), b.get(0)));
        IntStream.range(0, rows.length).forEach(i -> places.put(List.of(time[i], code[i]), 0));
        double[] times =
                places.keySet().stream().mapToDouble(pair -> pair.get(0)).toArray();
        double[] events =
                places.keySet().stream().mapToDouble(pair -> pair.get(1)).toArray();
        int next = 0;
        for (Map.Entry<List<Double>, Integer> entry : places.entrySet()) {
            entry.setValue(next++);
        }
        double[] pairs = new double[given.y().size()];
        double[] scores = new double[pairs.length];
        Arrays.fill(pairs, Double.NaN);
        double[] own = scores(time, occurred(event, rows));
        for (int i = 0; i < rows.length; i++) {
            pairs[rows[i]] = places.getOrDefault(List.of(time[i], code[i]), 0);
            scores[rows[i]] = own[i];
        }
        List<Cells.Side> sides = List.of(
                new Cells.Side(times, List.of()),
                new Cells.Side(events, event instanceof CodeColumn labels ? labels.labels() : List.of()));
        if (rows.length == 0) {
            given.events().say("no row has both a time and an event: nothing drawn");
            return new Cells(new SampleObserved.Numbers(new double[] {Double.NaN}), sides);
        }
        Given numbered =
                new Given(given.x(), Field.of("pair", Kind.WHOLE), NumberColumn.of(pairs), false, given.events());
        InferenceGrower.Rules rules = InferenceTree.rules(options.minSplit, options.minBucket, options.minCriterion);
        return new Cells(TreeFit.inference(numbered, scores, rules, options.self), sides);
    }

    private static double[] codes(Column event, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row ->
                        event instanceof NumberColumn numbers ? numbers.get(row) : ((CodeColumn) event).code(row))
                .toArray();
    }

    private boolean[] occurred(Column event, int[] rows) {
        boolean[] out = new boolean[rows.length];
        if (event instanceof NumberColumn numbers) {
            double yes = options.occurred.isEmpty() ? 1 : number(options.occurred);
            IntStream.range(0, out.length).forEach(i -> out[i] = numbers.get(rows[i]) == yes);
            return out;
        }
        CodeColumn codes = (CodeColumn) event;
        String yes = !options.occurred.isEmpty()
                ? options.occurred
                : codes.labels().stream()
                        .filter(label -> YES.contains(label.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElse("");
        int place = codes.labels().indexOf(yes);
        if (place < 0) {
            throw ProblemException.usage(Problem.of(
                            "no label of the event " + (yes.isEmpty() ? "is 1, true or yes." : "is \"" + yes + "\"."))
                    .at("occurred")
                    .fix("Name the label that says that the event occurred."));
        }
        IntStream.range(0, out.length).forEach(i -> out[i] = codes.code(rows[i]) == place);
        return out;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw ProblemException.usage(Problem.of("the event is a column of numbers, and \"" + text + "\" is none.")
                    .at("occurred")
                    .fix("Name the number that says that the event occurred, such as 1."));
        }
    }

    /** Log-rank scores: the Nelson-Aalen estimate of the hazard up to each time, less 1 where the event occurred. */
    static double[] scores(double[] time, boolean[] occurred) {
        int n = time.length;
        int[] order = Order.of(time);
        double[] out = new double[n];
        double hazard = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            int events = 0;
            while (to < n && time[order[to]] == time[order[from]]) {
                events += occurred[order[to++]] ? 1 : 0;
            }
            hazard += (double) events / (n - from);
            for (int i = from; i < to; i++) {
                out[order[i]] = hazard - (occurred[order[i]] ? 1 : 0);
            }
            from = to;
        }
        return out;
    }
}
