#!/usr/bin/env python3
"""Reference values of SciPy for classical tests and distances of two samples.

    pip install numpy scipy==1.17.1
    python two_samples.py core/src/test/resources/reference/two_samples.json

Per case the two samples, and of SciPy: ks_2samp (statistic; p is kstwobign.sf(sqrt(nm/(n+m)) D), the limit law, because
ks_2samp's own "asymp" is the law of one sample of round(nm/(n+m)) values), ttest_ind(equal_var=False),
mannwhitneyu(method="asymptotic"), levene(center="median"), wasserstein_distance, energy_distance, and quantiles. Cohen's
d, Cliff's delta and the mean distance between the samples are written out by hand. Labels: chi2_contingency without
correction and contingency.association(method="cramer"), jensenshannon(base=2).
"""
import json
import sys

import numpy
from scipy import spatial, stats


def samples():
    random = numpy.random.default_rng(20)
    yield "normal", random.normal(0, 1, 40).round(4), random.normal(0.4, 1.3, 55).round(4)
    yield "ties", random.poisson(3, 120).astype(float), random.poisson(3.4, 90).astype(float)
    yield "far", random.normal(10, 3, 700).round(1), random.normal(12, 2, 500).round(1)
    yield "few", numpy.array([1.0, 4.0, 2.5]), numpy.array([3.0, 3.5, 9.0, 1.0])
    yield "same", numpy.arange(30.0), numpy.arange(30.0)
    yield "zeros", numpy.where(random.random(300) < 0.8, 0, random.exponential(5, 300)).round(2), numpy.where(
        random.random(350) < 0.7, 0, random.exponential(5, 350)).round(2)
    yield "disjoint", numpy.arange(20.0), numpy.arange(100.0, 125.0)


def tests(a, b):
    n, m = len(a), len(b)
    ks = stats.ks_2samp(a, b, method="asymp")
    welch = stats.ttest_ind(a, b, equal_var=False)
    whitney = stats.mannwhitneyu(a, b, method="asymptotic")
    levene = stats.levene(a, b, center="median")
    pooled = numpy.sqrt(((n - 1) * a.var(ddof=1) + (m - 1) * b.var(ddof=1)) / (n + m - 2))
    spread = [numpy.abs(x - numpy.median(x)).mean() for x in (a, b)]
    return {
        "ks": [ks.statistic, stats.kstwobign.sf(numpy.sqrt(n * m / (n + m)) * ks.statistic), ks.statistic],
        "welch": [welch.statistic, welch.pvalue, (a.mean() - b.mean()) / pooled],
        "mann_whitney": [whitney.statistic, whitney.pvalue, numpy.sign(a[:, None] - b[None, :]).mean()],
        "brown_forsythe": [levene.statistic, levene.pvalue, numpy.log(spread[0] / spread[1])],
        "wasserstein": stats.wasserstein_distance(a, b),
        "energy": stats.energy_distance(a, b),
        "apart": numpy.abs(a[:, None] - b[None, :]).mean(),
        "quantiles": [list(numpy.quantile(x, [0.01, 0.05, 0.5, 0.95, 0.99])) for x in (a, b)],
        "variance": a.var(ddof=1),
    }


def labels(a, b):
    table = numpy.array([a, b])
    table = table[:, table.sum(axis=0) > 0]
    chi = stats.chi2_contingency(table, correction=False)
    return {"a": a, "b": b, "chi_square": [chi.statistic, chi.pvalue, stats.contingency.association(table)],
            "jensen_shannon": spatial.distance.jensenshannon(a, b, base=2)}


def main():
    out = {
        "by": "scipy " + __import__("scipy").__version__,
        "numbers": {name: {"a": list(a), "b": list(b), **tests(a, b)} for name, a, b in samples()},
        "labels": [labels([30, 20, 10, 25, 15, 0], [26, 25, 12, 20, 14, 3]), labels([5, 0, 9], [50, 0, 60]),
                   labels([400, 300, 20, 8, 2], [100, 600, 20, 9, 1]), labels([7, 3], [6, 4]),
                   labels(list(range(1, 41)), list(range(40, 0, -1)))],
        "kolmogorov": [[t, stats.kstwobign.sf(t)] for t in (0.15, 0.3, 0.5, 0.8, 0.99, 1.0, 1.2, 2.0, 3.5)],
    }
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(out, file, default=float)
        file.write("\n")


if __name__ == "__main__":
    main()
