package org.semblance.evaluate;

import org.semblance.evaluate.alike.ColumnShapes;
import org.semblance.evaluate.alike.Detection;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.evaluate.privacy.DcrShare;
import org.semblance.evaluate.privacy.ExactCopies;
import org.semblance.evaluate.privacy.LDiversity;
import org.semblance.evaluate.privacy.KAnonymity;
import org.semblance.evaluate.privacy.IndividualRisk;
import org.semblance.evaluate.privacy.DisclosureProtection;
import org.semblance.evaluate.privacy.Cap;
import org.semblance.evaluate.privacy.Disclosure;
import org.semblance.evaluate.useful.Usefulness;
import org.semblance.evaluate.valid.Validity;

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
            Usefulness.PLUGIN,
            Disclosure.PLUGIN,
            Cap.PLUGIN,
            DisclosureProtection.PLUGIN,
            IndividualRisk.PLUGIN,
            KAnonymity.PLUGIN,
            LDiversity.PLUGIN);

    private Metrics() {}
}
