"""Reference values of the probability laws, from scipy; log densities of the harder ones from mpmath, since scipy's
lose digits for large parameters.

    python3 -m venv .venv && .venv/bin/pip install scipy==1.17.1 mpmath==1.4.1
    .venv/bin/python reference/laws.py > core/src/test/resources/reference/laws.json

Run by hand; the results are committed. Values of x are quantiles rounded to 6 digits, so that both sides compute at
the same argument.
"""

import json
import math

import mpmath
import scipy
from scipy import stats

CASES = {
    "normal": (lambda mean, sd: stats.norm(mean, sd), [(0, 1), (-3.5, 0.01), (1e6, 2e5)], ["mean", "sd"]),
    "lognormal": (
        lambda m, s: stats.lognorm(s, scale=math.exp(m)),
        [(0, 1), (3.2, 0.3), (-5, 4)],
        ["log-mean", "log-sd"],
    ),
    "uniform": (lambda low, high: stats.uniform(low, high - low), [(0, 1), (-7, 1e4)], ["low", "high"]),
    "exponential": (lambda mean: stats.expon(scale=mean), [(1,), (0.003,), (4e5,)], ["mean"]),
    "gamma": (
        lambda k, s: stats.gamma(k, scale=s),
        [(2, 1), (1, 3), (0.05, 10), (4.1, 9.6), (0.5, 1e-6), (350, 0.2), (1e6, 1)],
        ["shape", "scale"],
    ),
    "beta": (stats.beta, [(2, 2), (1, 1), (0.5, 0.5), (0.02, 3), (8, 0.7), (300, 4000)], ["alpha", "beta"]),
    "weibull": (lambda k, s: stats.weibull_min(k, scale=s), [(1.5, 1), (1, 2), (0.4, 30), (12, 70)], ["shape", "scale"]),
    "student-t": (
        stats.t,
        [(5, 0, 1), (1, 0, 1), (0.7, 2, 3), (2.5, -10, 0.1), (40, 0, 1), (1e6, 0, 1)],
        ["df", "location", "scale"],
    ),
    "logistic": (stats.logistic, [(0, 1), (100, 0.5)], ["location", "scale"]),
    "laplace": (stats.laplace, [(0, 1), (-4, 30)], ["location", "scale"]),
    "triangular": (
        lambda a, m, b: stats.triang((m - a) / (b - a), loc=a, scale=b - a),
        [(0, 0.5, 1), (-10, -10, 5), (2, 7, 7), (0, 90, 100)],
        ["low", "mode", "high"],
    ),
    "pareto": (lambda s, k: stats.pareto(k, scale=s), [(1, 3), (250, 1.16), (0.1, 0.5)], ["scale", "shape"]),
    "poisson": (stats.poisson, [(1,), (0.01,), (9.7,), (10.3,), (230,), (1e6,)], ["mean"]),
    "binomial": (
        stats.binom,
        [(10, 0.5), (1, 0.2), (40, 0.98), (500, 0.3), (2000, 0.001), (1000000, 0.7)],
        ["trials", "probability"],
    ),
    "geometric": (lambda p: stats.geom(p, loc=-1), [(0.5,), (0.9,), (0.003,)], ["probability"]),
    "negative-binomial": (stats.nbinom, [(2, 0.5), (0.3, 0.05), (25.5, 0.4), (1000, 0.01)], ["size", "probability"]),
    "bernoulli": (stats.bernoulli, [(0.5,), (0.03,)], ["probability"]),
}
PROBABILITIES = [1e-6, 0.001, 0.01, 0.1, 0.25, 0.4999, 0.75, 0.9, 0.99, 0.999, 0.999999]


mpmath.mp.dps = 50
lg, log, mpf = mpmath.loggamma, mpmath.log, mpmath.mpf


def log_binomial(n, k):
    return lg(n + 1) - lg(k + 1) - lg(n - k + 1)


EXACT = {
    "gamma": lambda x, k, s: (k - 1) * log(x / s) - x / s - lg(k) - log(s),
    "beta": lambda x, a, b: (a - 1) * log(x) + (b - 1) * log(1 - x) - lg(a) - lg(b) + lg(a + b),
    "student-t": lambda x, v, m, s: lg((v + 1) / 2)
    - lg(v / 2)
    - log(v * mpmath.pi) / 2
    - log(s)
    - (v + 1) / 2 * log(1 + ((x - m) / s) ** 2 / v),
    "poisson": lambda k, m: k * log(m) - m - lg(k + 1),
    "binomial": lambda k, n, p: log_binomial(n, k) + k * log(p) + (n - k) * log(1 - p),
    "negative-binomial": lambda k, r, p: lg(k + r) - lg(r) - lg(k + 1) + r * log(p) + k * log(1 - p),
}


def number(value):
    value = float(value)
    return value if math.isfinite(value) else str(value).lower()


def case(name, law, names, parameters):
    discrete = hasattr(law.dist, "pmf")
    points, quantiles = [], []
    for p in PROBABILITIES:
        x = float(f"{law.ppf(p):.6g}")
        log_density = law.logpmf(x) if discrete else law.logpdf(x)
        if name in EXACT and math.isfinite(log_density) and x != 0 and (name != "beta" or x != 1):
            log_density = EXACT[name](mpf(x), *map(mpf, parameters))
        points.append({"x": x, "cdf": number(law.cdf(x)), "log-density": number(log_density)})
        quantiles.append({"p": p, "x": number(law.ppf(p))})
    # Series and continued fractions with a million terms keep fewer digits.
    return {
        "tolerance": 1e-7 if max(map(abs, parameters)) >= 1e6 and name in EXACT else 1e-10,
        "options": dict(zip(names, parameters)),
        "mean": number(law.mean()),
        "points": points,
        "quantiles": quantiles,
    }


print(
    json.dumps(
        {
            "by": f"scipy {scipy.__version__}, mpmath {mpmath.__version__}",
            "script": "reference/laws.py",
            "laws": {
                name: [case(name, make(*parameters), names, parameters) for parameters in many]
                for name, (make, many, names) in CASES.items()
            },
        },
        indent=1,
    )
)
