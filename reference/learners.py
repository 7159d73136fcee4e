#!/usr/bin/env python3
"""Predictions and their measures by scikit-learn: the reference of the learners (LearnersTest, QualityTest).

    pip install numpy pandas scikit-learn statsmodels
    python learners.py core/src/test/resources/reference/learners

Writes learnt.csv and test.csv (no real data in them; empty is missing) and expected.json:
  linear     LogisticRegression() of two and of four labels, Ridge(alpha=1) of a number, on medians for missing numbers,
             StandardScaler and OneHotEncoder with missing as a label of its own
  tree       DecisionTreeClassifier and -Regressor (depth 8, leaf 20) on the numbers without missing values
  neighbours KNeighbors (20) with the distance of Gower
  measures   of fixed chances: AUC (one against the rest), DeLong's standard errors of two AUC and of their difference,
             macro F1, accuracy, Brier score, calibration error of 15 bins, calibration slope; of numbers R2, RMSE, MAE
"""
import json
import os
import sys

import numpy as np
import pandas as pd
import sklearn
import statsmodels.api as sm
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, brier_score_loss, f1_score, mean_absolute_error, r2_score, roc_auc_score, root_mean_squared_error
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

folder = sys.argv[1]
rng = np.random.default_rng(5)
NUMBERS, LABELS = ["a", "b", "c"], ["g", "h"]


def law(rows):
    a = rng.normal(0, 1, rows).round(1)
    b = (a + rng.normal(0, 1, rows)).round(1)
    c = np.exp(rng.normal(0, 0.5, rows)).round(3)
    g = rng.choice(list("pqrs"), rows, p=[0.4, 0.3, 0.2, 0.1])
    h = rng.choice(["u", "v", ""], rows, p=[0.5, 0.4, 0.1])
    score = a - 0.5 * b + (g == "q") + 0.7 * (h == "v")
    two = np.where(rng.random(rows) < 1 / (1 + np.exp(-score)), "yes", "no")
    four = np.digitize(score + rng.normal(0, 0.7, rows), [-1, 0.2, 1.5]).astype(str)
    number = (2 * score + np.log(c) + rng.normal(0, 1, rows)).round(3)
    c = np.where(rng.random(rows) < 0.1, np.nan, c)
    return pd.DataFrame({"a": a, "b": b, "c": c, "g": g, "h": h, "two": two, "four": four, "number": number})


learnt, test = law(400), law(150)
learnt.to_csv(os.path.join(folder, "learnt.csv"), index=False)
test.to_csv(os.path.join(folder, "test.csv"), index=False)

median, mean, deviation = {}, {}, {}
for n in NUMBERS:
    median[n] = learnt[n].median()
    filled = learnt[n].fillna(median[n])
    mean[n], deviation[n] = filled.mean(), filled.std(ddof=0)


def coded(d):
    numbers = np.column_stack([(d[n].fillna(median[n]) - mean[n]) / deviation[n] for n in NUMBERS])
    hot = np.column_stack([(d[l] == v).astype(float) for l in LABELS for v in sorted(learnt[l].unique())])
    return np.hstack([numbers, hot])


out = {"by": f"scikit-learn {sklearn.__version__}", "script": "reference/learners.py"}
x, t = coded(learnt), coded(test)
out["linear"] = {
    target: LogisticRegression(tol=1e-12, max_iter=100000).fit(x, learnt[target]).predict_proba(t).T.tolist() for target in ("two", "four")
}
y = learnt["number"]
out["linear"]["number"] = [(y.mean() + y.std(ddof=0) * Ridge(alpha=1, tol=1e-14).fit(x, (y - y.mean()) / y.std(ddof=0)).predict(t)).tolist()]

plain = ["a", "b"]
settings = dict(max_depth=8, min_samples_leaf=20, random_state=0)
out["tree"] = {
    "two": DecisionTreeClassifier(**settings).fit(learnt[plain], learnt["two"]).predict_proba(test[plain]).T.tolist(),
    "number": [DecisionTreeRegressor(**settings).fit(learnt[plain], y).predict(test[plain]).tolist()],
}

spans = {n: learnt[n].max() - learnt[n].min() for n in NUMBERS}
gower = np.zeros((len(test), len(learnt)))
for n in NUMBERS:
    off = np.abs(test[n].to_numpy()[:, None] - learnt[n].to_numpy()[None, :]) / spans[n]
    both = np.isnan(test[n].to_numpy())[:, None] & np.isnan(learnt[n].to_numpy())[None, :]
    gower += np.where(np.isnan(off), 1 - both, off)
for l in LABELS:
    gower += test[l].to_numpy()[:, None] != learnt[l].to_numpy()[None, :]
near = np.argsort(gower, axis=1, kind="stable")[:, :20]
out["neighbours"] = {
    "two": [(learnt["two"].to_numpy()[near] == k).mean(axis=1).tolist() for k in ("no", "yes")],
    "number": [y.to_numpy()[near].mean(axis=1).tolist()],
}


def placements(chance, truth):
    members, others = chance[truth], chance[~truth]
    wins = (members[:, None] > others[None, :]) + 0.5 * (members[:, None] == others[None, :])
    return wins.mean(axis=1), wins.mean(axis=0)


truth = (test["two"] == "yes").to_numpy()
first = np.array(out["linear"]["two"][1]).round(2)
second = np.array(out["tree"]["two"][1])
(v1, w1), (v2, w2) = placements(first, truth), placements(second, truth)
m, o = truth.sum(), (~truth).sum()


def error(v, w):
    return float(np.sqrt(v.var(ddof=1) / m + w.var(ddof=1) / o))


def calibration(chances, codes):
    best = chances.argmax(axis=0)
    confidence = chances.max(axis=0)
    bins = np.clip(np.ceil(confidence * 15) - 1, 0, 14)
    return float(sum(abs((confidence[bins == b] - (best[bins == b] == codes[bins == b])).sum()) for b in range(15)) / len(codes))


two = np.vstack([1 - first, first])
four = np.array(out["linear"]["four"])
codes = test["four"].astype(int).to_numpy()
edged = np.clip(first, 1e-6, 1 - 1e-6)
out["measures"] = {
    "first": first.tolist(), "second": second.tolist(), "truth": truth.astype(int).tolist(),
    "AUC": roc_auc_score(truth, first), "second AUC": roc_auc_score(truth, second),
    "error": error(v1, w1), "error of difference": error(v1 - v2, w1 - w2),
    "F1, mean over labels": f1_score(truth, first > 0.5, average="macro"), "share right": accuracy_score(truth, first > 0.5),
    "Brier score": brier_score_loss(truth, first), "calibration error": calibration(two, truth.astype(int)),
    "calibration slope": float(sm.Logit(truth.astype(float), sm.add_constant(np.log(edged / (1 - edged)))).fit(disp=0, tol=1e-12).params[1]),
    "four": {
        "chances": four.tolist(), "truth": codes.tolist(), "AUC": roc_auc_score(codes, four.T, multi_class="ovr"),
        "F1, mean over labels": f1_score(codes, four.argmax(axis=0), average="macro"), "share right": accuracy_score(codes, four.argmax(axis=0)),
        "Brier score": float(((four.T - np.eye(4)[codes]) ** 2).sum() / 2 / len(codes)), "calibration error": calibration(four, codes),
    },
    "number": {
        "R2": r2_score(test["number"], out["linear"]["number"][0]), "root mean squared error": root_mean_squared_error(test["number"], out["linear"]["number"][0]),
        "mean absolute error": mean_absolute_error(test["number"], out["linear"]["number"][0]),
    },
}
with open(os.path.join(folder, "expected.json"), "w") as file:
    json.dump(out, file)
