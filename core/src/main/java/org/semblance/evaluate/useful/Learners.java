package org.semblance.evaluate.useful;

import org.semblance.plugin.Registry;

/** All learners, the one whose figure is the score first. */
public final class Learners {
    public static final Registry<Learner> ALL =
            Registry.of("learner", BoostedTrees.PLUGIN, DecisionTree.PLUGIN, LinearLearner.PLUGIN, Neighbours.PLUGIN);

    private Learners() {}
}
