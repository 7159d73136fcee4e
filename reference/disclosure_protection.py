#!/usr/bin/env python3
"""Two tables (no real data in them) and what SDMetrics' DisclosureProtection says of them.

    pip install sdmetrics==0.32.0
    python disclosure_protection.py core/src/test/resources/reference/disclosure

Writes real.csv, synthetic.csv and protection.json: score, cap_protection and baseline_protection for three ways of
computing and four sets of columns. Numbers are cut into bins (continuous_column_names) where bins is above 0. The empty
field is missing.

Columns: a a label of 6, b a label of 4 that follows a, n a number with missing values, m a whole number that follows
b, f yes or no.
"""
import json
import os
import sys
import warnings

import numpy
import pandas
from sdmetrics.single_table import DisclosureProtection

SETS = [
    (["a", "b"], ["f"], 10),
    (["a", "n"], ["b", "f"], 10),
    (["n", "m", "a"], ["b"], 7),
    (["a", "b", "f"], ["m"], 0),
]


def law(random, rows):
    a = random.integers(0, 6, rows)
    b = numpy.where(random.random(rows) < 0.6, a % 4, random.integers(0, 4, rows))
    n = numpy.where(random.random(rows) < 0.1, numpy.nan, (a + random.normal(0, 1, rows)).round(2))
    m = (3 * b + random.integers(0, 4, rows)).astype(int)
    f = random.random(rows) < 0.3 + 0.1 * b
    return pandas.DataFrame({
        "a": [f"a{x}" for x in a],
        "b": [f"b{x}" if random.random() > 0.05 else None for x in b],
        "n": n,
        "m": m,
        "f": numpy.where(f, "yes", "no"),
    })


def main(folder):
    warnings.simplefilter("ignore")
    random = numpy.random.default_rng(7)
    real, synthetic = law(random, 240), law(random, 150)
    # Keys that only one table has.
    real.loc[:4, "a"] = "only real"
    synthetic.loc[:4, "a"] = "only synthetic"
    os.makedirs(folder, exist_ok=True)
    real.to_csv(os.path.join(folder, "real.csv"), index=False)
    synthetic.to_csv(os.path.join(folder, "synthetic.csv"), index=False)
    out = []
    for computation in ("cap", "zero_cap", "generalized_cap"):
        for keys, sensitive, bins in SETS:
            numbers = [name for name in keys + sensitive if name in ("n", "m")] if bins else []
            found = DisclosureProtection.compute_breakdown(
                real, synthetic, keys, sensitive, computation,
                continuous_column_names=numbers or None, num_discrete_bins=bins or 10)
            out.append({"keys": keys, "sensitive": sensitive, "computation": computation.replace("_", "-"),
                        "bins": bins} | {name: float(value) for name, value in found.items()})
    with open(os.path.join(folder, "protection.json"), "w") as file:
        json.dump(out, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
