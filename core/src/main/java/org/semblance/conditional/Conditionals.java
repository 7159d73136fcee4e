package org.semblance.conditional;

import org.semblance.plugin.Registry;

/** Every method that draws one column given others, by the name that mice or synthpop gives it. */
public final class Conditionals {
    public static final Registry<Conditional> ALL = Registry.of(
            "method",
            SampleObserved.PLUGIN,
            MeanObserved.PLUGIN,
            PredictiveMeanMatching.PLUGIN,
            Norm.PLUGIN,
            NormNoBayes.PLUGIN,
            NormBootstrap.PLUGIN,
            NormPredict.PLUGIN,
            LassoNorm.PLUGIN,
            LassoNorm.SELECT,
            Midastouch.PLUGIN,
            Quadratic.PLUGIN,
            RandomIndicator.PLUGIN,
            TreeDonors.PLUGIN,
            InferenceTree.PLUGIN,
            SurvivalTree.PLUGIN,
            ForestDonors.PLUGIN,
            ForestDonors.BAG,
            ForestDonors.RANGER,
            Ranked.PLUGIN,
            Transformed.LOG,
            Transformed.SQRT,
            Transformed.CBRT,
            Constant.PLUGIN,
            Collinear.PLUGIN,
            Passive.PLUGIN,
            Nested.NESTED,
            Nested.SATURATED,
            CategoryTable.PLUGIN,
            MarginTable.PLUGIN,
            LogisticRegression.PLUGIN,
            LogisticRegression.BOOTSTRAP,
            LassoLogistic.PLUGIN,
            LassoLogistic.SELECT,
            MultinomialRegression.PLUGIN,
            OrderedRegression.PLUGIN,
            Discriminant.PLUGIN,
            TwoLevelNorm.PLUGIN,
            TwoLevelMixed.PLUGIN,
            TwoLevelPan.PLUGIN,
            TwoLevelLogistic.PLUGIN,
            LevelTwo.MEAN,
            LevelTwo.NORM,
            LevelTwo.PMM);

    private Conditionals() {}
}
