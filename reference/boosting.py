#!/usr/bin/env python3
"""A generated table and how far XGBoost's training loss falls on it, round by round: the reference of trees.Boosting.

    pip install numpy xgboost==2.1.4
    python boosting.py core/src/test/resources/reference/boosting

Three numbers of at most 255 different values (so bins lose nothing), one with missing values, and two classes in equal
numbers (so base_score .5 is the mean). Written are table.csv and losses.json: after 1, 2, 5 and 100 rounds the mean
log-loss of the training rows, the number of leaves and the total gain of each column.
"""
import json
import os
import sys

import numpy
import xgboost


def main(folder):
    os.makedirs(folder, exist_ok=True)
    random = numpy.random.default_rng(7)
    rows = 3000
    y = numpy.arange(rows) % 2
    a = numpy.clip(random.normal(0, 1, rows).round(1), -5, 5)
    b = numpy.clip((a * numpy.where(y == 1, 0.5, 1) + random.normal(0, 0.7, rows)).round(1), -5, 5)
    c = numpy.minimum(numpy.exp(random.normal(0, 1, rows)).round(1), 20)
    c[random.random(rows) < 0.1 + 0.1 * (b > 0) * y] = numpy.nan
    with open(os.path.join(folder, "table.csv"), "w", encoding="utf-8") as out:
        out.write("a,b,c,y\n")
        for i in range(rows):
            out.write(f"{a[i]:.1f},{b[i]:.1f},{'' if numpy.isnan(c[i]) else format(c[i], '.1f')},{y[i]}\n")
    x = numpy.column_stack([a, b, c])
    settings = dict(objective="binary:logistic", tree_method="hist", nthread=1, base_score=0.5)
    found = []
    for rounds in (1, 2, 5, 100):
        trees = xgboost.train(settings, xgboost.DMatrix(x, y), rounds)
        p = trees.predict(xgboost.DMatrix(x)).astype(float)
        gain = trees.get_score(importance_type="total_gain")
        found.append({
            "rounds": rounds,
            "loss": -float(numpy.mean(numpy.where(y == 1, numpy.log(p), numpy.log(1 - p)))),
            "leaves": sum(tree.count("leaf") for tree in trees.get_dump()),
            "gain": [gain[name] for name in ("f0", "f1", "f2")],
        })
    with open(os.path.join(folder, "losses.json"), "w", encoding="utf-8") as out:
        json.dump({"by": "xgboost " + xgboost.__version__, "script": "reference/boosting.py", "fits": found}, out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
