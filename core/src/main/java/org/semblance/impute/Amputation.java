package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Option;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Table;

/**
 * Makes a table incomplete in a known way: mice's {@code ampute}. Each row is given one of the patterns; whether it loses
 * the values of its pattern depends on nothing (MCAR), on what it keeps (MAR) or on what it loses (MNAR), through a
 * weighted sum of its standardised values.
 *
 * <p>Unlike there, the logistic curve is shifted until it gives the asked share over the scores that the rows have, not
 * over normal ones: skewed scores keep the share. Labels count by their place in the dictionary, missing values as the
 * mean. Cost: n x p. Source: Schouten, Lugtig and Vink (2018), doi:10.1080/00949655.2018.1491577.
 */
public final class Amputation {
    private static final int STEPS = 60;
    private static final double WIDEST = 30;

    /** The options, with mice's defaults. */
    public record Options(
            @Option(value = "Share of the rows that lose values (of the cells, without by-cases)", min = 0, max = 1)
            double prop,

            @Option("Columns that go missing together, joined by +: bmi, bmi+chl; without, each column alone")
            List<String> patterns,

            @Option("Shares of the rows that are candidates for each pattern; without, equal ones")
            List<String> freq,

            @Option(
                    value = "What it depends on whether values go",
                    choices = {"MCAR", "MAR", "MNAR"})
            String mech,

            @Option("For each pattern, columns with their weights joined by +: age:1+sex:-2; without, by mech")
            List<String> weights,

            @Option("Whether chances follow a logistic curve of the score, rather than groups of it")
            boolean cont,

            @Option(
                    value = "Which scores lose values: high, low, middle ones, or those at both ends",
                    choices = {"RIGHT", "LEFT", "MID", "TAIL"})
            String type,

            @Option("Without cont: the odds of equally large groups, lowest scores first")
            List<String> odds,

            @Option("Whether prop is of rows, not of cells") boolean byCases) {
        public static final Options DEFAULT = new Options(
                0.5, List.of(), List.of(), "MAR", List.of(), true, "RIGHT", List.of("1", "2", "3", "4"), true);

        public Options {
            patterns = List.copyOf(patterns);
            freq = List.copyOf(freq);
            weights = List.copyOf(weights);
            odds = List.copyOf(odds);
        }
    }

    /** @param lost for each pattern, its columns, how many rows were candidates, and how many lost them */
    public record Amputed(Table table, List<Lost> lost) {}

    /** What a pattern came to. */
    public record Lost(List<String> columns, int candidates, int rows) {}

    private final Table data;
    private final Options options;
    private final List<int[]> patterns = new ArrayList<>();
    private final double[] shares;
    private final double[] odds;
    private final double[][] weights;

    private Amputation(Table data, Options options) {
        this.data = data;
        this.options = options;
        List<Problem> problems = new ArrayList<>();
        List<String> asked = options.patterns.isEmpty() ? data.schema().names() : options.patterns;
        for (String pattern : asked) {
            patterns.add(columns(pattern, options.patterns.isEmpty(), problems));
        }
        shares = numbers("freq", options.freq, patterns.size(), problems);
        odds = numbers("odds", options.odds, options.odds.size(), problems);
        weights = weights(problems);
        if (data.width() < 2 && !options.mech.equals("MCAR")) {
            problems.add(Problem.of("one column alone can only go missing at random.")
                    .fix("Take mech MCAR."));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
    }

    /** @throws ProblemException with everything in the options that does not fit the table */
    public static Amputed of(Table data, Options options, Run run) {
        return new Amputation(data, options).make(run.rng().child("ampute"));
    }

    private int[] columns(String pattern, boolean whole, List<Problem> problems) {
        Set<Integer> out = new LinkedHashSet<>();
        for (String name : whole ? List.of(pattern) : List.of(pattern.split("\\+"))) {
            int at = find(name, "patterns", problems);
            if (at >= 0) {
                out.add(at);
            }
        }
        return out.stream().mapToInt(c -> c).toArray();
    }

    private int find(String name, String at, List<Problem> problems) {
        int place = data.schema().find(name);
        if (place < 0) {
            problems.add(Problem.of("there is no column \"" + name + "\".")
                    .at(at)
                    .fix(Nearest.hint(name, data.schema().names())));
        }
        return place;
    }

    /** Shares that sum to 1; equal ones where none are given. */
    private static double[] numbers(String key, List<String> texts, int count, List<Problem> problems) {
        double[] out = new double[count];
        Arrays.fill(out, 1.0 / Math.max(1, count));
        if (texts.isEmpty()) {
            return out;
        }
        if (texts.size() != count) {
            problems.add(Problem.of(key + " has " + texts.size() + " numbers, but there are " + count + " patterns.")
                    .at(key));
            return out;
        }
        for (int k = 0; k < count; k++) {
            out[k] = number(texts.get(k), key, problems);
        }
        double sum = Arrays.stream(out).sum();
        if (!(sum > 0) || Arrays.stream(out).anyMatch(share -> share < 0)) {
            problems.add(
                    Problem.of("its numbers must be 0 or more, and not all 0.").at(key));
            return out;
        }
        return Arrays.stream(out).map(share -> share / sum).toArray();
    }

    private static double number(String text, String key, List<Problem> problems) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            problems.add(Problem.of("\"" + text + "\" is not a number.").at(key));
            return 0;
        }
    }

    private double[][] weights(List<Problem> problems) {
        double[][] out = new double[patterns.size()][data.width()];
        boolean lost = options.mech.equals("MNAR");
        if (!options.weights.isEmpty() && options.weights.size() != patterns.size()) {
            problems.add(Problem.of("there are " + patterns.size() + " patterns, but " + options.weights.size()
                            + " groups of weights.")
                    .at("weights"));
            return out;
        }
        for (int k = 0; k < out.length; k++) {
            int[] pattern = patterns.get(k);
            if (options.weights.isEmpty()) {
                for (int c = 0; c < data.width(); c++) {
                    int column = c;
                    boolean gone = Arrays.stream(pattern).anyMatch(p -> p == column);
                    boolean usable = data.schema().field(c).kind().modelled();
                    out[k][c] = gone == lost && usable ? 1 : 0;
                }
                continue;
            }
            for (String part : options.weights.get(k).split("\\+")) {
                int colon = part.lastIndexOf(':');
                int at = find(colon < 0 ? part : part.substring(0, colon), "weights", problems);
                double weight = colon < 0 ? 1 : number(part.substring(colon + 1), "weights", problems);
                if (at >= 0) {
                    out[k][at] = weight;
                }
            }
        }
        return out;
    }

    private Amputed make(Rng rng) {
        int n = data.rows();
        int[] pattern = new int[n];
        Rng choice = rng.child("pattern");
        for (int row = 0; row < n; row++) {
            double u = choice.nextDouble();
            int k = 0;
            while (k < shares.length - 1 && u >= shares[k]) {
                u -= shares[k++];
            }
            pattern[row] = k;
        }
        double prop = share();
        boolean[] goes = new boolean[n];
        List<Lost> lost = new ArrayList<>();
        for (int k = 0; k < patterns.size(); k++) {
            int at = k;
            int[] rows = IntStream.range(0, n).filter(row -> pattern[row] == at).toArray();
            double[] chances = chances(k, rows, prop);
            Rng fate = rng.child("fate").child(k);
            int count = 0;
            for (int i = 0; i < rows.length; i++) {
                goes[rows[i]] = fate.nextDouble() < chances[i];
                count += goes[rows[i]] ? 1 : 0;
            }
            List<String> names = Arrays.stream(patterns.get(k))
                    .mapToObj(c -> data.schema().field(c).name())
                    .toList();
            lost.add(new Lost(names, rows.length, count));
        }
        return new Amputed(without(pattern, goes), lost);
    }

    /** The share of the rows that lose values. */
    private double share() {
        if (options.byCases) {
            return options.prop;
        }
        double sum = 0;
        for (int k = 0; k < patterns.size(); k++) {
            sum += options.prop * data.width() * shares[k] / Math.max(1, patterns.get(k).length);
        }
        return Math.min(1, sum);
    }

    private double[] chances(int k, int[] rows, double prop) {
        double[] out = new double[rows.length];
        double[] scores = scores(weights[k], rows);
        if (options.mech.equals("MCAR") || Arrays.stream(scores).allMatch(score -> score == 0)) {
            Arrays.fill(out, prop);
        } else if (options.cont) {
            curve(scores, prop, out);
        } else {
            groups(scores, prop, out);
        }
        return out;
    }

    /** The weighted sums of the standardised values, themselves standardised. */
    private double[] scores(double[] weight, int[] rows) {
        double[] out = new double[rows.length];
        for (int c = 0; c < weight.length; c++) {
            if (weight[c] != 0) {
                double[] values = Numbers.of(data.column(c).take(rows));
                standardise(values);
                for (int i = 0; i < out.length; i++) {
                    out[i] += weight[c] * values[i];
                }
            }
        }
        standardise(out);
        return out;
    }

    private static void standardise(double[] values) {
        double mean = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        double squares = 0;
        int count = 0;
        for (double value : values) {
            squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
            count += Double.isNaN(value) ? 0 : 1;
        }
        double deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) || !(deviation > 0) ? 0 : (values[i] - mean) / deviation;
        }
    }

    /** A logistic curve of the score, shifted until its mean is the asked share. */
    private void curve(double[] scores, double prop, double[] out) {
        double low = -WIDEST;
        double high = WIDEST;
        for (int step = 0; step < STEPS; step++) {
            double shift = (low + high) / 2;
            double sum = 0;
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / (1 + StrictMath.exp(-at(scores[i]) - shift));
                sum += out[i];
            }
            if (sum / Math.max(1, out.length) < prop) {
                low = shift;
            } else {
                high = shift;
            }
        }
        if (prop == 0 || prop == 1) {
            Arrays.fill(out, prop);
        }
    }

    private double at(double score) {
        return switch (options.type.toUpperCase(Locale.ROOT)) {
            case "LEFT" -> -score;
            case "MID" -> 0.75 - Math.abs(score);
            case "TAIL" -> Math.abs(score) - 0.75;
            default -> score;
        };
    }

    /** Groups of equally many scores, each with its odds. */
    private void groups(double[] scores, double prop, double[] out) {
        Integer[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                .toArray(Integer[]::new);
        for (int rank = 0; rank < order.length; rank++) {
            int group = (int) ((long) rank * odds.length / order.length);
            out[order[rank]] = Math.min(1, odds.length * prop * odds[group]);
        }
    }

    private Table without(int[] pattern, boolean[] goes) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < data.width(); c++) {
            boolean[] stays = new boolean[data.rows()];
            for (int row = 0; row < stays.length; row++) {
                int[] away = patterns.get(pattern[row]);
                stays[row] = true;
                for (int k = 0; k < away.length && goes[row]; k++) {
                    stays[row] &= away[k] != c;
                }
            }
            columns.add(Filled.only(data.column(c), stays));
        }
        return Table.of(data.schema(), columns);
    }
}
