package org.semblance.evaluate.valid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Whether values that are different in every real row are so in the synthetic table: per column 1 minus the share of
 * rows whose value occurred before or is missing, and the mean of the columns.
 *
 * <p>Looked at are keys, and every other column of at least 20 rows whose real values are all different and not so by
 * chance: of labels and texts any such column; of whole numbers, dates and numbers of fixed decimals one in which
 * values spread evenly over its range would have met at least 5 times (n^2 / (2 places), a lower bound for any other
 * spread). A missing value of a column that is no key counts only where the real column misses none. Keys made of
 * several columns are not looked for. NaN where there is no such column. Cost: a sort of each such column. For keys the
 * same figures as SDMetrics 0.29 (KeyUniqueness).
 */
public final class KeyUniqueness implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "key-uniqueness",
            "Whether keys, and other values different in every real row, are different in every synthetic row; 1 is all.",
            new Plugin.NoOptions(),
            options -> new KeyUniqueness());

    private static final int LEAST_ROWS = 20;
    private static final int FIRST_ROWS = 1_000;
    private static final double MEETINGS = 5;
    private static final double MICROS_PER_SECOND = 1e6;

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The mean over columns whose real values are all different of 1 - (repetitions after the first + missing)"
                        + " / rows.",
                "SDMetrics 0.29, KeyUniqueness.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table real = c.wholeReal();
        Table synthetic = c.wholeSynthetic();
        Schema schema = real.schema();
        double[] scores = new double[schema.size()];
        Arrays.fill(scores, -1);
        run.parallel(scores.length, i -> {
            Field field = schema.field(i);
            int at = synthetic.schema().find(field.name());
            if (at >= 0 && (field.kind() == Kind.KEY || different(real.column(i), field))) {
                boolean mayMiss = field.kind() != Kind.KEY && real.column(i).missingCount() > 0;
                scores[i] = unique(synthetic.column(at), mayMiss);
            }
        });
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] != -1) {
                parts.put(schema.field(i).name(), scores[i]);
            }
        }
        Score score = Score.mean("key-uniqueness", parts);
        List<String> repeated = new ArrayList<>();
        parts.forEach((name, value) -> {
            if (value < 1) {
                repeated.add(name);
            }
        });
        if (parts.isEmpty()) {
            return score.note("No column has a different value in every real row.");
        }
        return repeated.isEmpty()
                ? score
                : score.note("Values repeat or are missing in " + String.join(", ", repeated));
    }

    /** 1 minus the share of rows whose value occurred before or is missing; missing ones left out where they may be. */
    static double unique(Column column, boolean mayMiss) {
        int missing = column.missingCount();
        int rows = column.size() - (mayMiss ? missing : 0);
        return rows == 0 ? Double.NaN : (double) distinct(column) / rows;
    }

    private static boolean different(Column real, Field field) {
        int values = real.size() - real.missingCount();
        if (values < LEAST_ROWS || field.kind() == Kind.FLAG || repeatsSoon(real) || distinct(real) < values) {
            return false;
        }
        if (!(real instanceof NumberColumn numbers)) {
            return true;
        }
        double step = step(field);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < numbers.size(); i++) {
            if (!numbers.isMissing(i)) {
                low = Math.min(low, numbers.get(i));
                high = Math.max(high, numbers.get(i));
            }
        }
        double places = (high - low) / step + 1;
        return step > 0 && (double) values * values / (2 * places) >= MEETINGS;
    }

    /** Whether the first rows already hold a value twice, which saves most columns the sort. */
    private static boolean repeatsSoon(Column real) {
        Column first =
                real.take(IntStream.range(0, Math.min(FIRST_ROWS, real.size())).toArray());
        return distinct(first) < first.size() - first.missingCount();
    }

    /** How far apart two different values of the column are at least, or 0 where nobody knows. */
    private static double step(Field field) {
        return switch (field.kind()) {
            case WHOLE, DATE -> 1;
            case TIME, DATETIME -> MICROS_PER_SECOND;
            default ->
                field.format().decimals() >= 0
                        ? StrictMath.pow(10, -field.format().decimals())
                        : 0;
        };
    }

    private static int distinct(Column column) {
        if (column instanceof CodeColumn codes) {
            boolean[] seen = new boolean[codes.labels().size()];
            int count = 0;
            for (int i = 0; i < codes.size(); i++) {
                int code = codes.code(i);
                if (code >= 0 && !seen[code]) {
                    seen[code] = true;
                    count++;
                }
            }
            return count;
        }
        double[] sorted = Arrays.stream(((NumberColumn) column).toArray())
                .map(value -> value + 0.0)
                .sorted()
                .toArray();
        int count = 0;
        for (int i = 0; i < sorted.length && !Double.isNaN(sorted[i]); i++) {
            count += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return count;
    }
}
