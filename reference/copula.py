#!/usr/bin/env python3
"""Correlations of the normal variables behind columns that are seen as cells only: the reference of NormalScores.

    pip install numpy scipy
    python copula.py core/src/test/resources/reference/copula.json

Each cell of the unit interval is scored by the mean of a standard normal variable inside it. The expected product of two
columns' scores under a hidden correlation r is summed over the cells' probabilities, each from an integral over the
bivariate normal density (quad, 1e-12), and solved for r by brentq: no power series as in the Java code.

cases   upper places of the cells of two columns, a mean product of scores, and r
table   codes of three columns (labels commonest first), and the matrix of r of each pair
"""
import json
import sys

import numpy
import scipy
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.stats import norm


def edges(up_to):
    return norm.ppf(numpy.concatenate([[0.0], up_to]))


def scores(up_to):
    x = edges(up_to)
    return -numpy.diff(norm.pdf(x)) / numpy.diff(norm.cdf(x))


def product(a, b, r):
    x, y = edges(a), edges(b)
    s, t = scores(a), scores(b)
    spread = numpy.sqrt(1 - r * r)

    def inner(z):
        return numpy.dot(t, numpy.diff(norm.cdf((y - r * z) / spread))) * norm.pdf(z)

    return sum(s[i] * quad(inner, x[i], x[i + 1], epsabs=1e-12, epsrel=1e-12, limit=200)[0] for i in range(len(s)))


def solve(a, b, mean):
    return brentq(lambda r: product(a, b, r) - mean, -0.9995, 0.9995, xtol=1e-10)


def main(path):
    cases = []
    for a, b, mean in [
        ([0.5, 1], [0.5, 1], 0.2),
        ([0.5, 1], [0.5, 1], -0.35),
        ([0.9, 1], [0.2, 1], 0.05),
        ([0.2, 0.7, 1], [0.1, 0.4, 0.6, 1], 0.5),
        ([0.2, 0.7, 1], [0.95, 1], -0.1),
        ([0.05, 0.1, 0.3, 0.5, 0.8, 1], [0.25, 0.5, 0.75, 1], 0.7),
        ([0.6, 0.9, 0.97, 1], [0.6, 0.9, 0.97, 1], 0.3),
    ]:
        cases.append({"a": a, "b": b, "product": mean, "r": solve(a, b, mean)})
    rng = numpy.random.default_rng(1)
    hidden = rng.multivariate_normal([0, 0, 0], [[1, 0.7, -0.4], [0.7, 1, 0.1], [-0.4, 0.1, 1]], size=120)
    codes = [numpy.digitize(hidden[:, k], cuts) for k, cuts in enumerate([[0.3, 1.2], [0.1], [-0.1, 0.7, 1.3]])]
    values = []
    places = []
    for k in range(3):
        counts = numpy.bincount(codes[k])
        assert (numpy.diff(counts) <= 0).all() and counts.min() >= 5, counts
        places.append(numpy.cumsum(counts) / 120)
        values.append(scores(places[k])[codes[k]])
    matrix = [
        [1.0 if i == j else solve(places[i], places[j], float(numpy.mean(values[i] * values[j]))) for j in range(3)]
        for i in range(3)
    ]
    with open(path, "w", encoding="utf-8") as out:
        json.dump(
            {
                "by": "numpy " + numpy.__version__ + ", scipy " + scipy.__version__,
                "script": "reference/copula.py",
                "cases": cases,
                "table": {"codes": [c.tolist() for c in codes], "correlations": matrix},
            },
            out,
            indent=1,
        )
        out.write("\n")


main(sys.argv[1])
