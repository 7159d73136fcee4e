package org.semblance.evaluate.useful;

import org.semblance.evaluate.Sample;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.table.Table;

/**
 * The mean of the nearest rows, by the distance of {@link GowerRows}. Cost: rows learnt x rows predicted x columns, less
 * what is given up early.
 */
final class Neighbours implements Learner {
    /** The options. */
    record Options(
            @Option(value = "How many of the nearest rows count.", min = 1)
            int neighbours,

            @Option(value = "The most rows to learn from.", min = 2)
            int rows) {}

    static final Plugin<Learner> PLUGIN =
            Plugin.of("neighbours", "The mean of the nearest rows.", new Options(20, 2000), Neighbours::new);

    private final Options options;

    Neighbours(Options options) {
        this.options = options;
    }

    @Override
    public double[][] predict(Lesson lesson, Rng rng) {
        Table learnt = Sample.rows(lesson.learnt(), options.rows, rng.child("neighbours"));
        Outcome outcome = lesson.outcome();
        double[] values = outcome.values(learnt);
        GowerRows rows = GowerRows.of(learnt, lesson.test(), outcome.predictors(learnt));
        int classes = outcome.label() ? Math.max(2, outcome.classes()) : 1;
        double[][] out = new double[classes][lesson.test().rows()];
        int count = Math.min(options.neighbours, learnt.rows());
        float[] distances = new float[count];
        int[] nearest = new int[count];
        for (int i = 0; i < lesson.test().rows(); i++) {
            rows.nearest(i, distances, nearest);
            for (int row : nearest) {
                if (outcome.label()) {
                    out[(int) values[row]][i] += 1.0 / count;
                } else {
                    out[0][i] += values[row] / count;
                }
            }
        }
        return out;
    }
}
