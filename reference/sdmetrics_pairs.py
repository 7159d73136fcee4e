#!/usr/bin/env python3
"""Generates four pairs of small tables (no real data in them) for the reference values of sdmetrics_scores.py.

    python sdmetrics_pairs.py --out FOLDER
    for i in 1 2 3 4; do python sdmetrics_scores.py FOLDER/pair${i}_real.csv FOLDER/pair${i}_synthetic.csv \
        --numerical a b c --categorical u v w --out FOLDER/pair${i}.json; done

Three numerical columns a, b, c and three categorical ones u, v, w; the empty field is a missing value.
  pair 1  a plain case: correlated numbers, missing values on both sides
  pair 2  synthetic values outside the real range, categories only one side has, 260 synthetic rows for 300 real ones
  pair 3  many ties (a zero-inflated column, a column of few whole numbers), missing values in the real table only
  pair 4  opposite correlations, a rare category, missing values in the synthetic table only
"""
import argparse
import csv
import os

import numpy


def table(random, rows, *, slope, shift, missing, cats, weights, ties, strength):
    a = random.normal(50 + shift, 12, rows)
    b = slope * (a - 50) + random.normal(0, 8, rows)
    c = numpy.exp(random.normal(1 + shift / 40, 0.8, rows))
    if ties:
        b = numpy.where(random.random(rows) < 0.6, 0.0, numpy.abs(b))
        c = random.poisson(2.5, rows).astype(float)
    u = random.choice(cats, rows, p=weights)
    # v follows u, w follows a, both with some noise
    v = numpy.where(random.random(rows) < strength, numpy.char.add("v_", u), "v_other")
    w = numpy.where(a + random.normal(0, 10, rows) > 50, "high", "low")
    columns = []
    for values, decimals in ((a, 1), (b, 2), (c, 0 if ties else 3)):
        columns.append([f"{value:.{decimals}f}" for value in values])
    columns += [list(map(str, values)) for values in (u, v, w)]
    for column, share in zip(columns, missing):
        for row in numpy.flatnonzero(random.random(rows) < share):
            column[row] = ""
    return list(zip(*columns))


NONE = (0, 0, 0, 0, 0, 0)
SOME = (0.08, 0, 0.15, 0.05, 0, 0.1)
OTHER = (0.04, 0.1, 0.15, 0, 0.08, 0.02)
PAIRS = [
    (dict(rows=300, slope=0.8, shift=0, missing=SOME, cats=["x", "y", "z"], weights=[0.5, 0.3, 0.2], ties=False,
          strength=0.7),
     dict(rows=300, slope=0.6, shift=2, missing=OTHER, cats=["x", "y", "z"], weights=[0.4, 0.35, 0.25], ties=False,
          strength=0.5)),
    (dict(rows=300, slope=0.3, shift=0, missing=SOME, cats=["x", "y", "only real"], weights=[0.6, 0.3, 0.1],
          ties=False, strength=0.3),
     dict(rows=260, slope=0.9, shift=15, missing=SOME, cats=["x", "y", "only, synthetic"], weights=[0.5, 0.35, 0.15],
          ties=False, strength=0.8)),
    (dict(rows=300, slope=0.7, shift=0, missing=SOME, cats=["p", "q", "r", "s"], weights=[0.25, 0.25, 0.25, 0.25],
          ties=True, strength=0.9),
     dict(rows=300, slope=0.7, shift=-4, missing=NONE, cats=["p", "q", "r", "s"], weights=[0.4, 0.3, 0.2, 0.1],
          ties=True, strength=0.9)),
    (dict(rows=300, slope=1.1, shift=0, missing=NONE, cats=["yes", "no", "rare"], weights=[0.6, 0.38, 0.02],
          ties=False, strength=0.95),
     dict(rows=300, slope=-1.1, shift=0, missing=OTHER, cats=["yes", "no", "rare"], weights=[0.7, 0.29, 0.01],
          ties=False, strength=0.1)),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    for number, sides in enumerate(PAIRS, 1):
        for side, settings in zip(("real", "synthetic"), sides):
            random = numpy.random.default_rng([number, len(side)])
            path = os.path.join(args.out, f"pair{number}_{side}.csv")
            with open(path, "w", encoding="utf-8", newline="") as out:
                writer = csv.writer(out, lineterminator="\n")
                writer.writerow("abcuvw")
                writer.writerows(table(random, **settings))


if __name__ == "__main__":
    main()
