package org.semblance.evaluate;

import org.semblance.evaluate.alike.AlphaPrecision;
import org.semblance.evaluate.alike.Associations;
import org.semblance.evaluate.alike.CategoryCoverage;
import org.semblance.evaluate.alike.CellUtility;
import org.semblance.evaluate.alike.ColumnShapes;
import org.semblance.evaluate.alike.ColumnTests;
import org.semblance.evaluate.alike.Detection;
import org.semblance.evaluate.alike.EnergyDistance;
import org.semblance.evaluate.alike.JensenShannon;
import org.semblance.evaluate.alike.LogisticDetection;
import org.semblance.evaluate.alike.MissingPattern;
import org.semblance.evaluate.alike.MissingSimilarity;
import org.semblance.evaluate.alike.Mmd;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.evaluate.alike.Propensity;
import org.semblance.evaluate.alike.QuantileDistance;
import org.semblance.evaluate.alike.RangeCoverage;
import org.semblance.evaluate.alike.SdMetricsQuality;
import org.semblance.evaluate.alike.StatisticSimilarity;
import org.semblance.evaluate.alike.Triples;
import org.semblance.evaluate.fair.GroupGaps;
import org.semblance.evaluate.fair.ModelFairness;
import org.semblance.evaluate.privacy.AttributeInference;
import org.semblance.evaluate.privacy.Cap;
import org.semblance.evaluate.privacy.CombinationCopies;
import org.semblance.evaluate.privacy.DcrBaseline;
import org.semblance.evaluate.privacy.DcrOverfitting;
import org.semblance.evaluate.privacy.DcrShare;
import org.semblance.evaluate.privacy.Disclosure;
import org.semblance.evaluate.privacy.DisclosureProtection;
import org.semblance.evaluate.privacy.ExactCopies;
import org.semblance.evaluate.privacy.IdentifierCopies;
import org.semblance.evaluate.privacy.IndividualRisk;
import org.semblance.evaluate.privacy.KAnonymity;
import org.semblance.evaluate.privacy.LDiversity;
import org.semblance.evaluate.privacy.Linkability;
import org.semblance.evaluate.privacy.Membership;
import org.semblance.evaluate.privacy.NearCopies;
import org.semblance.evaluate.privacy.Nndr;
import org.semblance.evaluate.privacy.SinglingOut;
import org.semblance.evaluate.privacy.WorstDcr;
import org.semblance.evaluate.useful.Analysis;
import org.semblance.evaluate.useful.ImportanceAgreement;
import org.semblance.evaluate.useful.Usefulness;
import org.semblance.evaluate.valid.Formats;
import org.semblance.evaluate.valid.KeyUniqueness;
import org.semblance.evaluate.valid.Rules;
import org.semblance.evaluate.valid.SdMetricsDiagnostic;
import org.semblance.evaluate.valid.Structure;
import org.semblance.evaluate.valid.Validity;
import org.semblance.plugin.Registry;

/** All metrics. */
public final class Metrics {
    public static final Registry<Metric> ALL = Registry.of(
            "metric",
            ColumnShapes.PLUGIN,
            PairTrends.PLUGIN,
            RangeCoverage.PLUGIN,
            CategoryCoverage.PLUGIN,
            MissingSimilarity.PLUGIN,
            MissingPattern.PLUGIN,
            StatisticSimilarity.PLUGIN,
            QuantileDistance.PLUGIN,
            EnergyDistance.PLUGIN,
            JensenShannon.PLUGIN,
            ColumnTests.PLUGIN,
            SdMetricsQuality.PLUGIN,
            Associations.PLUGIN,
            Triples.PLUGIN,
            CellUtility.PLUGIN,
            Propensity.PLUGIN,
            LogisticDetection.PLUGIN,
            AlphaPrecision.PLUGIN,
            Mmd.PLUGIN,
            Validity.PLUGIN,
            Structure.PLUGIN,
            KeyUniqueness.PLUGIN,
            Formats.PLUGIN,
            Rules.PLUGIN,
            SdMetricsDiagnostic.PLUGIN,
            Detection.PLUGIN,
            DcrShare.PLUGIN,
            ExactCopies.PLUGIN,
            Usefulness.PLUGIN,
            Disclosure.PLUGIN,
            Cap.PLUGIN,
            DisclosureProtection.PLUGIN,
            IndividualRisk.PLUGIN,
            KAnonymity.PLUGIN,
            LDiversity.PLUGIN,
            Analysis.PLUGIN,
            NearCopies.PLUGIN,
            CombinationCopies.PLUGIN,
            IdentifierCopies.PLUGIN,
            WorstDcr.PLUGIN,
            Nndr.PLUGIN,
            DcrOverfitting.PLUGIN,
            DcrBaseline.PLUGIN,
            Membership.PLUGIN,
            SinglingOut.PLUGIN,
            Linkability.PLUGIN,
            AttributeInference.PLUGIN,
            ImportanceAgreement.PLUGIN,
            GroupGaps.PLUGIN,
            ModelFairness.PLUGIN);

    private Metrics() {}
}
