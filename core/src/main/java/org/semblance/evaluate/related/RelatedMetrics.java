package org.semblance.evaluate.related;

import org.semblance.plugin.Registry;

/** All metrics of databases. */
public final class RelatedMetrics {
    public static final Registry<RelatedMetric> ALL = Registry.of(
            "metric of databases",
            SdMetricsDiagnostic.PLUGIN,
            Pooled.VALIDITY,
            DatabaseKeys.PLUGIN,
            DatabaseStructure.PLUGIN,
            ReferentialIntegrity.PLUGIN,
            Orphans.PLUGIN,
            RelatedRulesKept.PLUGIN,
            CardinalityBounds.PLUGIN,
            SdMetricsQuality.PLUGIN,
            Pooled.COLUMN_SHAPES,
            Pooled.PAIR_TRENDS,
            CardinalityShape.PLUGIN,
            CardinalityStatistic.PLUGIN,
            CardinalityTrends.PLUGIN,
            IntertableTrends.PLUGIN,
            GrandparentTrends.PLUGIN,
            CoparentTrends.PLUGIN,
            SiblingTrends.PLUGIN,
            SequenceLengths.PLUGIN,
            SequenceStatistics.PLUGIN,
            RowDifferences.PLUGIN,
            Autocorrelation.PLUGIN,
            CrossCorrelation.PLUGIN,
            Transitions.PLUGIN,
            SequenceTiming.PLUGIN,
            EntityCopies.PLUGIN,
            EntityOverlap.PLUGIN);

    private RelatedMetrics() {}
}
