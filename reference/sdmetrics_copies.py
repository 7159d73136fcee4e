#!/usr/bin/env python3
"""Reference values of SDMetrics' copy checks, and tables of near copies to compute them on.

    python sdmetrics_copies.py FOLDER      (FOLDER holds the tables of sdmetrics_pairs.py: .../reference/sdmetrics)

For every pair of tables, FOLDER/near{i}.csv is made: 200 rows of the real table of which most are changed a little
(numbers by up to 1.3 %, or not at all), some a lot, some in a label or in what is missing. Written to copies.json:

  near       NewRowSynthesis of the real table and near{i}.csv, with tolerances 0.01 and 0
  synthetic  NewRowSynthesis of the pair itself
  dcr        the median, mean and least distance to the closest record, synthetic -> real
  overfit    DCROverfittingProtection with the first 150 real rows as training and the others as validation set
  baseline   DCRBaselineProtection, the mean of 20 seeds (random rows differ: hold the mean against a mean)
"""
import importlib.metadata
import json
import os
import sys
import warnings

import numpy
import pandas

warnings.filterwarnings("ignore")

from sdmetrics.single_table import (  # noqa: E402
    DCRBaselineProtection, DCROverfittingProtection, NewRowSynthesis)
from sdmetrics.single_table.privacy.dcr_utils import calculate_dcr  # noqa: E402

NUMBERS = ["a", "b", "c"]
LABELS = ["u", "v", "w"]
METADATA = {"tables": {"t": {"columns": {
    **{name: {"sdtype": "numerical"} for name in NUMBERS},
    **{name: {"sdtype": "categorical"} for name in LABELS}}}}}
SINGLE = {"columns": METADATA["tables"]["t"]["columns"]}


def read(path):
    text = pandas.read_csv(path, dtype=str, keep_default_na=False)
    text = text.mask(text == "")
    return pandas.DataFrame({
        name: pandas.to_numeric(text[name]).astype(float) if name in NUMBERS else text[name].astype(object)
        for name in text})


def near(real, random):
    rows = real.iloc[random.choice(len(real), 200, replace=False)].reset_index(drop=True).copy()
    kind = random.random(len(rows))
    for name in NUMBERS:
        change = random.uniform(-0.013, 0.013, len(rows)) * (random.random(len(rows)) < 0.5)
        rows[name] = (rows[name] * (1 + change)).round(4)
        rows.loc[kind > 0.85, name] = (rows.loc[kind > 0.85, name] * 1.5).round(4)
    rows.loc[(kind > 0.75) & (kind < 0.85), "u"] = "another"
    rows.loc[(kind > 0.7) & (kind < 0.75), "a"] = numpy.nan
    return rows


def new_rows(real, synthetic, tolerance=0.01):
    return NewRowSynthesis.compute(real.copy(), synthetic.copy(), SINGLE, numerical_match_tolerance=tolerance)


def baseline(real, synthetic):
    scores = []
    for seed in range(20):
        numpy.random.seed(seed)
        DCRBaselineProtection._seed = seed
        scores.append(DCRBaselineProtection.compute(real, synthetic, METADATA, "t"))
    return scores


def main(folder):
    out = {"by": "sdmetrics " + importlib.metadata.version("sdmetrics"), "script": "reference/sdmetrics_copies.py"}
    for pair in range(1, 5):
        real = read(os.path.join(folder, f"pair{pair}_real.csv"))
        synthetic = read(os.path.join(folder, f"pair{pair}_synthetic.csv"))
        near(real, numpy.random.default_rng(pair)).to_csv(os.path.join(folder, f"near{pair}.csv"), index=False)
        changed = read(os.path.join(folder, f"near{pair}.csv"))
        dcr = calculate_dcr(synthetic, real, SINGLE)
        scores = baseline(real, synthetic)
        out[f"pair{pair}"] = {
            "near": new_rows(real, changed),
            "near_exact": new_rows(real, changed, 0.0),
            "synthetic": new_rows(real, synthetic),
            "dcr": {"median": dcr.median(), "mean": dcr.mean(), "min": dcr.min()},
            "overfit": DCROverfittingProtection.compute_breakdown(
                real[:150], synthetic, real[150:], METADATA, "t"),
            "baseline": {"mean": numpy.mean(scores), "deviation": numpy.std(scores, ddof=1)},
        }
    with open(os.path.join(folder, "copies.json"), "w", encoding="utf-8") as target:
        json.dump(out, target, indent=1)
        target.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
