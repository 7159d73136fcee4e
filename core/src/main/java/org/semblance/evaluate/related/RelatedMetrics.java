package org.semblance.evaluate.related;

import org.semblance.plugin.Registry;

/** All metrics of databases. */
public final class RelatedMetrics {
    public static final Registry<RelatedMetric> ALL = Registry.of(
            "metric of databases",
            DiagnosticReport.PLUGIN,
            Pooled.VALIDITY,
            KeyUniqueness.PLUGIN,
            Structure.PLUGIN,
            ReferentialIntegrity.PLUGIN,
            Orphans.PLUGIN,
            CardinalityBounds.PLUGIN,
            QualityReport.PLUGIN,
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
