#!/usr/bin/env python3
"""Pairs of tables (no real data in them) and how well XGBoost tells them apart: the reference of the detection metric.

    pip install numpy xgboost==2.1.4
    python detection.py core/src/test/resources/reference/detection

Writes real.csv, NAME_synthetic.csv per case and auc.json: the mean AUC over 3 stratified folds and over
5 ways of dealing rows into folds, of XGBClassifier's defaults (100 rounds, depth 6, eta .3, lambda 1, hist, 256 bins)
with labels as categories (enable_categorical), and the spread of it over the ways. The empty field is missing.

Columns: a, b, c numbers (b follows a, c has many zeros and missing values), k a label of 6 that follows a, m a label
of 40, f yes or no that follows k.
  null           two samples of one law
  shift          a moved by a quarter of its deviation
  broken         b in another order: same margins, no correlation
  bootstrap      real rows drawn with putting back: copies, AUC below .5
  labels         m's shares changed
  missing        c's missing values at other places
"""
import csv
import json
import os
import sys

import numpy
import xgboost

ROWS = 1500


def law(random, rows=ROWS, *, shift=0.0, tilt=0.0, lost=0.1):
    a = random.normal(shift, 1, rows)
    b = a + random.normal(0, 0.7, rows)
    c = numpy.where(random.random(rows) < 0.4, 0, numpy.exp(random.normal(0, 1, rows)))
    c = numpy.where(random.random(rows) < lost * (1 + numpy.sign(b) * (lost > 0.1)), numpy.nan, c)
    k = numpy.clip(numpy.floor(3 + a + random.normal(0, 1, rows)), 0, 5).astype(int)
    weights = numpy.linspace(1, 3 + tilt, 40)
    m = random.choice(40, rows, p=weights / weights.sum())
    f = (random.random(rows) * 6 < k).astype(int)
    return numpy.column_stack([a.round(2), b.round(3), c.round(2), k, m, f])


def cases(random):
    real = law(random)
    broken = law(random)
    broken[:, 1] = random.permutation(broken[:, 1])
    yield "null", real, law(random)
    yield "shift", real, law(random, shift=0.25)
    yield "broken", real, broken
    yield "bootstrap", real, real[random.integers(0, ROWS, ROWS)]
    yield "labels", real, law(random, tilt=6)
    yield "missing", real, law(random, lost=0.101)


def auc(score, truth):
    order = numpy.argsort(score, kind="stable")
    ranks = numpy.empty(len(score))
    values = score[order]
    starts = numpy.flatnonzero(numpy.r_[True, values[1:] != values[:-1]])
    ends = numpy.r_[starts[1:], len(score)]
    for start, end in zip(starts, ends):
        ranks[order[start:end]] = (start + end + 1) / 2
    members = truth == 1
    count = members.sum()
    return (ranks[members].sum() - count * (count + 1) / 2) / count / (len(score) - count)


def detect(real, synthetic, seed):
    random = numpy.random.default_rng(seed)
    x = numpy.vstack([real, synthetic])
    y = numpy.r_[numpy.zeros(len(real)), numpy.ones(len(synthetic))]
    fold = numpy.r_[random.permutation(len(real)) % 3, random.permutation(len(synthetic)) % 3]
    types = ["q", "q", "q", "c", "c", "c"]
    found = []
    for k in range(3):
        train = xgboost.DMatrix(x[fold != k], y[fold != k], feature_types=types, enable_categorical=True)
        test = xgboost.DMatrix(x[fold == k], feature_types=types, enable_categorical=True)
        settings = dict(objective="binary:logistic", tree_method="hist", nthread=1)
        found.append(auc(xgboost.train(settings, train, 100).predict(test), y[fold == k]))
    return numpy.mean(found)


def write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow("abckmf")
        for a, b, c, k, m, f in rows:
            number = "" if numpy.isnan(c) else f"{c:.2f}"
            writer.writerow([f"{a:.2f}", f"{b:.3f}", number, f"k{k:.0f}", f"m{m:.0f}", "yes" if f else "no"])


def main(folder):
    os.makedirs(folder, exist_ok=True)
    out = {"by": "xgboost " + xgboost.__version__, "script": "reference/detection.py", "cases": {}}
    for name, real, synthetic in cases(numpy.random.default_rng(20261121)):
        found = [detect(real, synthetic, seed) for seed in range(5)]
        out["cases"][name] = {"auc": round(float(numpy.mean(found)), 5), "spread": round(float(numpy.std(found)), 5)}
        write(os.path.join(folder, f"{name}_synthetic.csv"), synthetic)
    write(os.path.join(folder, "real.csv"), real)
    with open(os.path.join(folder, "auc.json"), "w", encoding="utf-8") as file:
        json.dump(out, file, indent=1)
        file.write("\n")
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main(sys.argv[1])
