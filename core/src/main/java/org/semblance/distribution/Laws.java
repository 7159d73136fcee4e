package org.semblance.distribution;

import org.semblance.plugin.Registry;

/** Every {@link Law}. */
public final class Laws {
    public static final Registry<Law> ALL = Registry.of(
            "distribution",
            Normal.PLUGIN,
            LogNormal.PLUGIN,
            Uniform.PLUGIN,
            Exponential.PLUGIN,
            Gamma.PLUGIN,
            Beta.PLUGIN,
            Weibull.PLUGIN,
            StudentT.PLUGIN,
            Logistic.PLUGIN,
            Laplace.PLUGIN,
            Triangular.PLUGIN,
            Pareto.PLUGIN,
            Poisson.PLUGIN,
            Binomial.PLUGIN,
            Geometric.PLUGIN,
            NegativeBinomial.PLUGIN,
            Bernoulli.PLUGIN);

    private Laws() {}
}
