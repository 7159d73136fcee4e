package org.semblance.evaluate.related;

import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.run.Run;

/**
 * Compares a synthetic database with a real one. Copes with no tables, no relationships and no rows: its value is then
 * NaN. Stateless; the same on any number of threads.
 */
public interface RelatedMetric {
    Score measure(RelatedComparison c, Run run);

    /** What it measures, which values are good, and where it is from. */
    About about();
}
