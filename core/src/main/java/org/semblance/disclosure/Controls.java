package org.semblance.disclosure;

import org.semblance.plugin.Registry;

/** All controls of disclosure. */
public final class Controls {
    public static final Registry<Control> ALL = Registry.of(
            "control",
            RemoveUniques.REPLICATED,
            RemoveUniques.PRESENT,
            TopBottomCoding.TOP,
            TopBottomCoding.BOTTOM,
            MergeRare.PLUGIN,
            Recode.PLUGIN,
            Classes.PLUGIN,
            Smoothing.PLUGIN,
            Noise.ADDITIVE,
            Noise.LAPLACE,
            CorrelatedNoise.PLUGIN,
            RankSwapping.PLUGIN,
            MicroAggregation.PLUGIN,
            Pram.PLUGIN,
            Label.PLUGIN);

    private Controls() {}
}
