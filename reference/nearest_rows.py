#!/usr/bin/env python3
"""Reference values of measures by nearest rows, with loops over all pairs of rows in NumPy and ROC curves of scikit-learn.

    python nearest_rows.py FOLDER      (FOLDER holds ori.csv, control.csv, syn.csv of anonymeter_risks.py)

Written to FOLDER/nearest.json:

  dcr, nndr    synthetic rows against ori and control: numbers over the range of ori, labels 2 apart (L1 on one-hot codes)
  membership   members = the first 200 rows of ori, others = those of control, reference = the last 200 of control; numbers
               over the range of syn and reference together, labels 1 apart; AUC and true positives of four attacks
  sizes        negative binomial laws fitted to counts by scipy (shape at most 1, counts from 30 on together), and the
               share of ones they give at another size
"""
import json
import os
import sys

import numpy
import pandas
from scipy.optimize import minimize
from scipy.stats import nbinom
from sklearn.metrics import roc_auc_score, roc_curve

TINY = 1e-6


def distances(rows, others, scale, apart):
    total = numpy.zeros((len(rows), len(others)))
    for name in rows:
        a, b = rows[name].to_numpy()[:, None], others[name].to_numpy()[None, :]
        if rows[name].dtype.kind == "f":
            total += numpy.abs(a - b) / (scale[name].max() - scale[name].min())
        else:
            total += apart * (a != b)
    return total


def copies(ori, control, syn):
    to = {name: numpy.sort(distances(syn, table, ori, 2), axis=1) for name, table in (("ori", ori), ("control", control))}
    ratio = {name: (d[:, 0] + 1e-8) / (d[:, 1] + 1e-8) for name, d in to.items()}
    share = lambda a, b: float(numpy.mean(a < b) + numpy.mean(a == b) / 2)  # noqa: E731
    return (
        {"nearer": float(numpy.mean(to["ori"][:, 0] < to["control"][:, 0])), "half": share(to["ori"][:, 0], to["control"][:, 0]),
         "median_real": float(numpy.median(to["ori"][:, 0])), "median_holdout": float(numpy.median(to["control"][:, 0]))},
        {"half": share(ratio["ori"], ratio["control"]), "median_real": float(numpy.median(ratio["ori"])),
         "median_holdout": float(numpy.median(ratio["control"])),
         "tenth_real": float(numpy.sort(ratio["ori"])[9]), "tenth_holdout": float(numpy.sort(ratio["control"])[9])})


def membership(ori, control, syn, k=5):
    reference = control[200:]
    targets = pandas.concat([ori[:200], control[:200]])
    member = numpy.repeat([1, 0], 200)
    scale = pandas.concat([syn, reference])
    s = numpy.sort(distances(targets, syn, scale, 1), axis=1)[:, :k]
    r = numpy.sort(distances(targets, reference, scale, 1), axis=1)[:, :k]
    h = numpy.sort(r[:, 0])[len(r) // 2]
    scores = {
        "nearest synthetic row": -s[:, 0],
        "nearest, beside other real rows": numpy.log((r[:, 0] + TINY) / (s[:, 0] + TINY)),
        "density of neighbours": numpy.log((r[:, -1] + TINY) / (s[:, -1] + TINY)),
        "kernel density": numpy.log(numpy.exp(-s / h).sum(1)) - numpy.log(numpy.exp(-r / h).sum(1)),
    }
    far = numpy.argsort(-r[:, 0], kind="stable")[:len(r) // 10]
    out = {}
    for name, score in scores.items():
        fpr, tpr, _ = roc_curve(member, score, drop_intermediate=False)
        out[name] = {"auc": roc_auc_score(member, score), "unusual": roc_auc_score(member[far], score[far]),
                     "at_1": float(tpr[fpr <= 0.01].max()), "at_5": float(tpr[fpr <= 0.05].max())}
    return out


def sizes():
    random = numpy.random.default_rng(5)
    out = []
    for shape, mean, n in ((0.7, 0.3, 800), (0.3, 1.2, 500), (3.0, 0.2, 1000), (1.0, 4.0, 400)):
        counts = random.negative_binomial(shape, shape / (shape + mean), n)

        def loss(log):
            a, m = numpy.exp(log)
            law = nbinom(a, a / (a + m))
            p = numpy.append(law.pmf(numpy.arange(30)), law.sf(29))
            return -numpy.log(numpy.maximum(p[numpy.minimum(counts, 30)], 1e-300)).sum()

        best = min((minimize(loss, numpy.log([a, max(counts.mean(), 0.01)]), method="L-BFGS-B",
                             bounds=[(numpy.log(0.01), 0), (None, None)], options={"ftol": 1e-14, "gtol": 1e-10})
                    for a in (0.1, 0.5, 0.95)), key=lambda fit: fit.fun)
        a, m = numpy.exp(best.x)
        out.append({"counts": counts.tolist(), "shape": a, "mean": m,
                    "share": {str(by): float(nbinom(a, a / (a + m * by)).pmf(1)) for by in (0.5, 2, 8)}})
    return out


def main(folder):
    ori, control, syn = (pandas.read_csv(os.path.join(folder, name + ".csv")) for name in ("ori", "control", "syn"))
    dcr, nndr = copies(ori, control, syn)
    out = {"script": "reference/nearest_rows.py", "dcr": dcr, "nndr": nndr,
           "membership": membership(ori, control, syn), "sizes": sizes()}
    with open(os.path.join(folder, "nearest.json"), "w", encoding="utf-8") as target:
        json.dump(out, target)
        target.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
