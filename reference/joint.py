#!/usr/bin/env python3
"""Two pairs of tables (no real data in them) and what other programs say of several columns together.

    pip install numpy pandas scipy scikit-learn
    python joint.py core/src/test/resources/reference/joint

Writes PAIR_real.csv, PAIR_synthetic.csv and joint.json. The pair "whole" has no missing value, "gaps" has some; the
empty field is missing. Columns: a, b, c numbers (b follows a, c has many zeros), k a label of 6 that follows a, m a
label of 9, f yes or no that follows k. In the synthetic table a is moved and k no longer follows it.

associations   scipy's pearsonr, spearmanr and contingency.association, scikit-learn's normalized_mutual_info_score on
               10 bins of equal width, the correlation ratio and Bergsma's correction by their formulas
triples        shares by pandas; expected differences as half-normal variables
cells          the measures of synthpop's utility.tab by their published formulas (statistical-synthesis), with scipy's
               Mann-Whitney, Kolmogorov-Smirnov and Jensen-Shannon; numbers cut at numpy's quantiles of both tables
logistic       SDMetrics' recipe with scikit-learn on the folds given, to the end and as it stops by default
alpha          synthcity's AlphaPrecision (naive) by its formulas on one-hot and min-max codes, scikit-learn's neighbours;
               authenticity as the paper has it
mmd            the unbiased estimate, Gaussian kernel, median distance of real rows
"""
import itertools
import json
import os
import sys

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy import stats
from scipy.spatial.distance import cdist, jensenshannon, pdist
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import normalized_mutual_info_score, roc_auc_score
from sklearn.neighbors import NearestNeighbors
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import RobustScaler

NUMBERS = ["a", "b", "c"]
LABELS = ["k", "m", "f"]
COLUMNS = NUMBERS + LABELS


def law(random, rows, shift=0.0, broken=False):
    a = random.normal(shift, 1, rows)
    b = a + random.normal(0, 0.7, rows)
    c = np.where(random.random(rows) < 0.4, 0, np.exp(random.normal(0, 1, rows)))
    seen = random.normal(shift, 1, rows) if broken else a
    k = np.clip(np.floor(3 + seen + random.normal(0, 1, rows)), 0, 5).astype(int)
    weights = np.linspace(1, 4, 9)
    m = random.choice(9, rows, p=weights / weights.sum())
    f = random.random(rows) * 6 < k
    return pd.DataFrame({
        "a": a.round(3), "b": b.round(2), "c": c.round(2),
        "k": [f"k{x}" for x in k], "m": [f"m{x}" for x in m], "f": np.where(f, "yes", "no"),
    })


def gaps(random, table):
    table = table.copy()
    table.loc[random.random(len(table)) < 0.15, "c"] = np.nan
    table.loc[random.random(len(table)) < 0.10, "k"] = None
    return table


# --- associations


def eta(numbers, labels):
    numbers = np.asarray(numbers, float)
    between = sum(
        (labels == one).sum() * (numbers[labels == one].mean() - numbers.mean()) ** 2 for one in np.unique(labels))
    return float(np.sqrt(between / ((numbers - numbers.mean()) ** 2).sum()))


def cramer(x, y, corrected):
    table = pd.crosstab(x, y).to_numpy()
    if not corrected:
        return float(stats.contingency.association(table, method="cramer", correction=False))
    n = table.sum()
    rows, columns = table.shape
    phi2 = stats.chi2_contingency(table, correction=False)[0] / n
    phi2 = max(0, phi2 - (rows - 1) * (columns - 1) / (n - 1))
    return float(np.sqrt(phi2 / min(rows - (rows - 1) ** 2 / (n - 1) - 1, columns - (columns - 1) ** 2 / (n - 1) - 1)))


def coded(table, real):
    out = pd.DataFrame()
    for name in NUMBERS:
        edges = np.histogram_bin_edges(real[name], bins=10)
        codes = np.clip(np.digitize(table[name], edges) - 1, 0, 9)
        codes[(table[name] < edges[0]) | (table[name] > edges[-1])] = -1
        out[name] = codes
    for name in LABELS:
        out[name] = table[name]
    return out


def associations(real, synthetic):
    out = {}
    for one, other in itertools.combinations(COLUMNS, 2):
        found = {}
        for which, table in [("real", real), ("synthetic", synthetic)]:
            x, y = table[one], table[other]
            if one in NUMBERS and other in NUMBERS:
                found[f"pearson_{which}"] = float(stats.pearsonr(x, y)[0])
                found[f"spearman_{which}"] = float(stats.spearmanr(x, y)[0])
            elif one in NUMBERS:
                found[f"eta_{which}"] = eta(x, y)
            else:
                found[f"cramer_{which}"] = cramer(x, y, False)
                found[f"corrected_{which}"] = cramer(x, y, True)
            bins = coded(table, real)
            found[f"information_{which}"] = float(normalized_mutual_info_score(bins[one], bins[other]))
        out[f"{one} x {other}"] = found
    differences = np.array([abs(x["information_real"] - x["information_synthetic"]) for x in out.values()])
    weights = np.array([x["information_real"] + x["information_synthetic"] for x in out.values()])
    return {"pairs": out, "weighted": float(1 - (weights * differences).sum() / weights.sum())}


# --- tables of counts


def shares(table, columns):
    return table[columns].fillna("missing").value_counts(normalize=True)


def triples(real, synthetic):
    out = {}
    for ways in (1, 2, 3):
        scores, best = [], []
        for columns in itertools.combinations(LABELS, ways):
            p, q = shares(real, list(columns)).align(shares(synthetic, list(columns)), fill_value=0)
            scores.append(1 - (p - q).abs().sum() / 2)
            noise = np.sqrt(2 / np.pi * p * (1 - p) * (1 / len(real) + 1 / len(synthetic)))
            best.append(1 - noise.sum() / 2)
        out[str(ways)] = {"score": float(np.mean(scores)), "best": float(np.mean(best))}
    return out


def cell_measures(o, s):
    o, s = np.asarray(o, float), np.asarray(s, float)
    kept = o + s > 0
    o, s = o[kept], s[kept]
    n1, n2 = o.sum(), s.sum()
    n = n1 + n2
    c = n2 / n
    e = (o + s) * c
    d = s - o * c / (1 - c)
    both = (o > 0) & (s > 0)
    scores = s / (s + o)
    of_synthetic, of_real = np.repeat(scores, s.astype(int)), np.repeat(scores, o.astype(int))
    larger = s / n2 > o / n1
    df = len(o) - 1
    jsd = jensenshannon(o, s, base=2) ** 2
    out = {
        "df": df, "dfG": int(both.sum()) - 1,
        "VW": (d ** 2 / e).sum(),
        "FT": 4 * ((np.sqrt(s) - np.sqrt(o * c / (1 - c))) ** 2).sum(),
        "G": 2 * (s[both] * np.log((s[both] / s[both].sum()) / (o[both] / o[both].sum()))).sum(),
        "JSD": jsd,
        "SPECKS": stats.ks_2samp(of_synthetic, of_real, method="asymp")[0],
        "U": stats.mannwhitneyu(of_synthetic, of_real, method="asymptotic")[0],
        "PO50": 100 * (s[larger].sum() + o[~larger].sum()) / n - 50,
        "MabsDD": np.abs(d).sum() / n2,
        "WMabsDD": (np.abs(d) / np.sqrt(e)).sum() / np.sqrt(2 / np.pi),
        "dBhatt": np.sqrt(1 - np.sqrt(o / n1 * s / n2).sum()),
        "S_JSD synthpop": jsd * 2 * n / (df * np.log(2)),
        "S_JSD": jsd * 8 * n2 * np.log(2) / df,
    }
    out["pMSE"] = out["VW"] * c * (1 - c) ** 2 / n
    out["S_pMSE"] = out["VW"] / df
    return {name: float(value) for name, value in out.items()}


def cut(real, synthetic, groups=5):
    both = pd.concat([real, synthetic], ignore_index=True)
    for name in NUMBERS:
        breaks = np.unique(np.quantile(both[name].dropna(), np.linspace(0, 1, groups + 1)))
        codes = np.digitize(both[name], breaks[1:-1])
        both[name] = np.where(both[name].isna(), "missing", codes.astype(str))
    both = both.fillna("missing")
    return both[:len(real)], both[len(real):]


def cells(real, synthetic):
    real, synthetic = cut(real, synthetic)
    out = {}
    for ways in (1, 2, 3):
        for columns in itertools.combinations(COLUMNS, ways):
            o, s = real[list(columns)].value_counts().align(synthetic[list(columns)].value_counts(), fill_value=0)
            out[" x ".join(columns)] = cell_measures(o, s)
    return out


# --- detection


def logistic(real, synthetic, random):
    parts = []
    for name in NUMBERS:
        mean = real[name].mean()
        parts.append(np.r_[real[name].fillna(mean), synthetic[name].fillna(mean)][:, None])
    for name in LABELS:
        levels = real[name].fillna("missing").unique()
        both = pd.concat([real[name], synthetic[name]]).fillna("missing").to_numpy()
        parts.append((both[:, None] == levels[None, :]).astype(float))
    x = np.hstack(parts)
    y = np.r_[np.ones(len(real)), np.zeros(len(synthetic))]
    fold = np.r_[random.permutation(len(real)) % 3, random.permutation(len(synthetic)) % 3]
    out = {"fold": fold.tolist(), "auc": [], "auc_default": []}
    for k in range(3):
        for name, model in [
                ("auc", LogisticRegression(solver="lbfgs", tol=1e-10, max_iter=100_000)),
                ("auc_default", LogisticRegression(solver="lbfgs"))]:
            pipeline = Pipeline([("imputer", SimpleImputer()), ("scalar", RobustScaler()), ("classifier", model)])
            pipeline.fit(x[fold != k], y[fold != k])
            found = roc_auc_score(y[fold == k], pipeline.predict_proba(x[fold == k])[:, 1])
            out[name].append(float(found))
    out["score"] = float(1 - np.mean([max(0.5, one) * 2 - 1 for one in out["auc"]]))
    return out


# --- points


def points(real, synthetic):
    parts = [[], []]
    for name in NUMBERS:
        low, high, mean = real[name].min(), real[name].max(), real[name].mean()
        some = real[name].isna().any() or synthetic[name].isna().any()
        for part, table in zip(parts, (real, synthetic)):
            part.append(((table[name].fillna(mean) - low) / (high - low)).to_numpy()[:, None])
            if some:
                part.append(np.column_stack([table[name].isna(), table[name].notna()]).astype(float))
    for name in LABELS:
        levels = pd.concat([real[name], synthetic[name]]).fillna("missing").unique()
        for part, table in zip(parts, (real, synthetic)):
            part.append((table[name].fillna("missing").to_numpy()[:, None] == levels[None, :]).astype(float))
    return np.hstack(parts[0]), np.hstack(parts[1])


def alpha(real, synthetic):
    x, s = points(real, synthetic)
    n = min(len(x), len(s))
    x, s = x[:n], s[:n]
    alphas = np.linspace(0, 1, 30)
    norm = lambda rows, centre: np.sqrt(((rows - centre) ** 2).sum(axis=1))
    radii = np.quantile(norm(x, x.mean(axis=0)), alphas)
    inside = np.array([np.mean(norm(s, x.mean(axis=0)) <= r) for r in radii])
    to_real = NearestNeighbors(n_neighbors=2).fit(x).kneighbors(x)[0][:, 1]
    to_synthetic, which = NearestNeighbors(n_neighbors=1).fit(s).kneighbors(x)
    to_synthetic, which = to_synthetic[:, 0], which[:, 0]
    from_centre = norm(s[which], s.mean(axis=0))
    covered = np.array([
        np.mean((to_synthetic <= to_real) & (from_centre <= r)) for r in np.quantile(from_centre, alphas)])
    back, nearest = NearestNeighbors(n_neighbors=1).fit(x).kneighbors(s)
    return {
        "rows": n,
        "alpha-precision": float(1 - np.abs(alphas - inside).sum() / alphas.sum()),
        "beta-recall": float(1 - np.abs(alphas - covered).sum() / alphas.sum()),
        "authenticity": float(np.mean(back[:, 0] > to_real[nearest[:, 0]])),
    }


def mmd(real, synthetic):
    x, s = points(real, synthetic)
    n = min(len(x), len(s))
    x, s = x[:n], s[:n]
    scale = 2 * np.median(pdist(x)) ** 2
    xx, ss, xs = (np.exp(-cdist(a, b, "sqeuclidean") / scale) for a, b in ((x, x), (s, s), (x, s)))
    value = (xx.sum() - n) / (n * (n - 1)) + (ss.sum() - n) / (n * (n - 1)) - 2 * xs.mean()
    return {"rows": n, "mmd": float(value)}


def main(folder):
    os.makedirs(folder, exist_ok=True)
    random = np.random.default_rng(20261122)
    pairs = {"whole": (law(random, 420), law(random, 360, shift=0.3, broken=True))}
    pairs["gaps"] = (gaps(random, law(random, 400)), gaps(random, law(random, 400, shift=0.2, broken=True)))
    out = {"by": f"numpy {np.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}",
           "script": "reference/joint.py", "pairs": {}}
    for name, (real, synthetic) in pairs.items():
        out["pairs"][name] = {
            "triples": triples(real, synthetic),
            "cells": cells(real, synthetic),
            "logistic": logistic(real, synthetic, random),
            "alpha": alpha(real, synthetic),
            "mmd": mmd(real, synthetic),
        }
        if name == "whole":
            out["pairs"][name]["associations"] = associations(real, synthetic)
        real.to_csv(os.path.join(folder, f"{name}_real.csv"), index=False, lineterminator="\n")
        synthetic.to_csv(os.path.join(folder, f"{name}_synthetic.csv"), index=False, lineterminator="\n")
    with open(os.path.join(folder, "joint.json"), "w", encoding="utf-8") as file:
        json.dump(out, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
