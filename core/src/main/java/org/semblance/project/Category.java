package org.semblance.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Kind;

/** One of some labels, each with its weight. Cost: O(log labels) a value. */
final class Category implements Make {
    record Options(
            @Option("The labels: a list, or label: weight for each")
            List<String> values,

            @Option("A weight for each label of a list; equal weights where it is left out")
            List<String> weights) {}

    static final Plugin<Make> PLUGIN = Plugin.of(
            "category",
            "One of some labels, each with its weight.",
            new Options(List.of("a", "b"), List.of()),
            Category::new);

    private final List<String> labels;
    /** Of each label the sum of weights up to it, over the sum of all. */
    private final double[] upTo;

    private Category(Options options) {
        labels = List.copyOf(options.values());
        require(!labels.isEmpty(), "values is empty, but a category needs at least one label.");
        require(!labels.contains(""), "values holds an empty label; for missing values write missing: and a rate.");
        require(new HashSet<>(labels).size() == labels.size(), "values holds the same label twice.");
        double[] weights = weights(options.weights());
        upTo = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            upTo[i] = sum;
        }
        require(sum > 0 && sum < Double.POSITIVE_INFINITY, "the weights of values are all 0 or too large.");
        for (int i = 0; i < upTo.length; i++) {
            upTo[i] /= sum;
        }
    }

    private double[] weights(List<String> texts) {
        double[] weights = new double[labels.size()];
        Arrays.fill(weights, 1);
        if (texts.isEmpty()) {
            return weights;
        }
        require(
                texts.size() == labels.size(),
                "there are " + texts.size() + " weights, but " + labels.size() + " values.");
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            try {
                weights[i] = Double.parseDouble(texts.get(i));
            } catch (NumberFormatException e) {
                weights[i] = Double.NaN;
            }
            if (!(weights[i] >= 0 && weights[i] <= Double.MAX_VALUE)) {
                wrong.add(texts.get(i));
            }
        }
        require(wrong.isEmpty(), "a weight is " + String.join(", ", wrong) + ", but must be a number of at least 0.");
        return weights;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw ProblemException.usage(Problem.of(message));
        }
    }

    @Override
    public Kind kind() {
        return Kind.CATEGORY;
    }

    @Override
    public Column draw(long first, int count, Rng column) {
        Rng rng = column.child(first);
        int[] codes = new int[count];
        for (int i = 0; i < count; i++) {
            int place = Arrays.binarySearch(upTo, rng.nextDouble());
            // A draw equal to a sum belongs to the next label, past labels of weight 0.
            int code = place < 0 ? -1 - place : place + 1;
            while (code < upTo.length - 1 && code > 0 && upTo[code] == upTo[code - 1]) {
                code++;
            }
            codes[i] = Math.min(code, upTo.length - 1);
        }
        return CodeColumn.of(codes, labels);
    }
}
