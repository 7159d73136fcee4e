package org.semblance.evaluate;

import org.semblance.plugin.Registry;

/** All metrics. */
public final class Metrics {
    public static final Registry<Metric> ALL = Registry.of(
            "metric",
            ColumnShapes.PLUGIN,
            PairTrends.PLUGIN,
            Validity.PLUGIN,
            Detection.PLUGIN,
            DcrShare.PLUGIN,
            ExactCopies.PLUGIN,
            Usefulness.PLUGIN);

    private Metrics() {}
}
