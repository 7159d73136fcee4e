package org.semblance.evaluate.useful;

import org.semblance.random.Rng;

/** A way of learning to predict one column from the others. Stateless; the same on any thread. */
public interface Learner {
    /**
     * Learns from the one table of a lesson and predicts the other.
     *
     * @param lesson at least 2 rows to learn from and a column to learn by
     * @return for a label the chance of each class in each row, {@code [class][row]}; for a number {@code [0][row]}
     */
    double[][] predict(Lesson lesson, Rng rng);
}
