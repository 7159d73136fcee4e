package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.table.CodeColumn;
import org.semblance.table.Table;

/**
 * Rows as a linear model reads them: numbers with the median where one is missing, moved and scaled to mean 0 and
 * deviation 1; of a label one number per value, 1 or 0, a missing one being a value of its own. All is learnt from one
 * table; labels that it does not have are 0 everywhere.
 *
 * <p>Weights: first those of the numbers, then those of the labels. Of a label with more than 255 values the most
 * frequent ones count.
 */
final class OneHot {
    private static final int MOST = 255;

    private final int[] numbers;
    private final double[] medians;
    private final double[] means;
    private final double[] deviations;
    private final int[] labels;
    private final List<Map<String, Integer>> places = new ArrayList<>();
    private int weights;

    /**
     * Rows in this coding.
     *
     * @param numbers row after row
     * @param labels row after row the weight of each label, -1 for none
     */
    record Rows(int count, double[] numbers, int[] labels) {}

    private OneHot(int[] numbers, int[] labels) {
        this.numbers = numbers;
        this.labels = labels;
        medians = new double[numbers.length];
        means = new double[numbers.length];
        deviations = new double[numbers.length];
        weights = numbers.length;
    }

    /** @param columns which ones are predictors */
    static OneHot of(Table learnt, int[] columns) {
        OneHot out = new OneHot(
                IntStream.of(columns)
                        .filter(c -> learnt.schema().field(c).kind().numeric())
                        .toArray(),
                IntStream.of(columns)
                        .filter(c -> !learnt.schema().field(c).kind().numeric())
                        .toArray());
        for (int k = 0; k < out.numbers.length; k++) {
            out.learn(k, learnt.numbers(out.numbers[k]).toArray());
        }
        for (int column : out.labels) {
            out.places.add(out.places(learnt.codes(column)));
        }
        return out;
    }

    private void learn(int k, double[] values) {
        double[] known =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int half = known.length / 2;
        medians[k] = known.length == 0 ? 0 : known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
        double sum = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? medians[k] : value;
        }
        means[k] = values.length == 0 ? 0 : sum / values.length;
        double squares = 0;
        for (double value : values) {
            double off = (Double.isNaN(value) ? medians[k] : value) - means[k];
            squares += off * off;
        }
        double deviation = Math.sqrt(squares / Math.max(1, values.length));
        deviations[k] = deviation > 1e-12 * Math.abs(means[k]) ? deviation : 1;
    }

    private Map<String, Integer> places(CodeColumn codes) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            counts.merge(text(codes, i), 1, Integer::sum);
        }
        List<String> kept = counts.keySet().stream()
                .sorted(Comparator.comparing((String label) -> -counts.getOrDefault(label, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .sorted()
                .toList();
        Map<String, Integer> out = new HashMap<>();
        kept.forEach(label -> out.put(label, weights++));
        return out;
    }

    /** A label with a letter before it, so that a missing one has a text of its own. */
    private static String text(CodeColumn codes, int row) {
        return codes.isMissing(row) ? "" : "=" + codes.get(row);
    }

    /** How many weights there are. */
    int weights() {
        return weights;
    }

    int numbers() {
        return numbers.length;
    }

    int labels() {
        return labels.length;
    }

    Rows rows(Table table) {
        double[] values = new double[Math.multiplyExact(table.rows(), numbers.length)];
        int[] at = new int[Math.multiplyExact(table.rows(), labels.length)];
        for (int k = 0; k < numbers.length; k++) {
            double[] column = table.numbers(numbers[k]).toArray();
            for (int i = 0; i < column.length; i++) {
                double value = Double.isNaN(column[i]) ? medians[k] : column[i];
                values[i * numbers.length + k] = (value - means[k]) / deviations[k];
            }
        }
        for (int k = 0; k < labels.length; k++) {
            CodeColumn codes = table.codes(labels[k]);
            Map<String, Integer> own = places.get(k);
            int missing = own.getOrDefault("", -1);
            int[] ofCode = codes.labels().stream()
                    .mapToInt(label -> own.getOrDefault("=" + label, -1))
                    .toArray();
            for (int i = 0; i < codes.size(); i++) {
                at[i * labels.length + k] = codes.isMissing(i) ? missing : ofCode[codes.code(i)];
            }
        }
        return new Rows(table.rows(), values, at);
    }
}
