#!/usr/bin/env python3
"""Reference values of sdmetrics for one pair of CSV files, as JSON.

    python sdmetrics_scores.py REAL.csv SYNTHETIC.csv --out SCORES.json
        (--numerical a b --categorical c d | --meta meta.json) [--missing NA ?] [--tolerance 1e-6]

The column kinds are given, never guessed: by name, or by a JSON file with "types" (name -> numerical/categorical) and
"missing_tokens". The empty field is always missing; further tokens by --missing. Written are

  column_shapes             KSComplement and TVComplement of every column, and their mean
  pair_trends_report        the pair trends of QualityReport with both thresholds at 0. In a mixed pair the numerical
                            column is cut with numpy's 10-bin histogram edges, each table with its OWN edges; the
                            maximum and the missing numbers share an eleventh bin
  pair_trends_defaults      the same with the thresholds QualityReport has by default: a pair whose real correlation
                            (Cramer's V of the real table) is not above the threshold has no score and does not count
  pair_trends_standalone    ContingencySimilarity called by itself for every pair that has a categorical column: the
                            numerical column of a mixed pair is cut with the REAL table's edges for both tables, the
                            outer edges at minus and plus infinity, and missing numbers have a bin of their own;
                            CorrelationSimilarity for the numerical pairs

A score that sdmetrics does not give (NaN) is null. TVComplement adds 1e-6 to the count of a category that only the
synthetic table has, which the tolerance has to leave room for.
"""
import argparse
import importlib.metadata
import itertools
import json
import math
import warnings

import pandas

warnings.filterwarnings("ignore")

from sdmetrics.column_pairs import ContingencySimilarity, CorrelationSimilarity  # noqa: E402
from sdmetrics.reports.single_table import QualityReport  # noqa: E402
from sdmetrics.single_column import KSComplement, TVComplement  # noqa: E402


def read(path, types, missing):
    text = pandas.read_csv(path, dtype=str, keep_default_na=False)
    if list(text) != list(types):
        raise SystemExit(f"{path}: its columns are not the ones given")
    frame = {}
    for name, kind in types.items():
        values = text[name].mask(text[name].isin(missing))
        frame[name] = pandas.to_numeric(values).astype(float) if kind == "numerical" else values.astype(object)
    return pandas.DataFrame(frame)


def plain(value):
    return None if value is None or math.isnan(value) else float(value)


def mean(scores):
    scores = [score for score in scores if score is not None]
    return sum(scores) / len(scores) if scores else None


def shapes(real, synthetic, types):
    columns = []
    for name, kind in types.items():
        metric = KSComplement if kind == "numerical" else TVComplement
        columns.append({"column": name, "metric": metric.__name__,
                        "score": plain(metric.compute(real[name], synthetic[name]))})
    return {"score": mean([column["score"] for column in columns]), "columns": columns}


def report(real, synthetic, types, correlation=None, association=None):
    quality = QualityReport()
    if correlation is not None:
        quality.real_correlation_threshold = correlation
        quality.real_association_threshold = association
    quality.num_rows_subsample = None  # all rows, whatever the size of the table
    metadata = {"columns": {name: {"sdtype": kind} for name, kind in types.items()}}
    quality.generate(real, synthetic, metadata, verbose=False)
    pairs = []
    for row in quality.get_details("Column Pair Trends").to_dict("records"):
        pair = {"first": row["Column 1"], "second": row["Column 2"], "metric": row["Metric"],
                "score": plain(row["Score"]), "counts": row.get("Meets Threshold?") in (True, None)}
        for key, label in (("real_correlation", "Real Correlation"),
                           ("synthetic_correlation", "Synthetic Correlation"),
                           ("real_association", "Real Association")):
            if row.get(label) is not None and not math.isnan(row[label]):
                pair[key] = float(row[label])
        if isinstance(row.get("Error"), str):
            pair["error"] = row["Error"]
        pairs.append(pair)
    properties = dict(quality.get_properties().itertuples(index=False, name=None))
    return {"thresholds": [quality.real_correlation_threshold, quality.real_association_threshold],
            "edges": "each table's own", "score": plain(properties["Column Pair Trends"]),
            "column_shapes_score": plain(properties["Column Shapes"]), "overall_score": plain(quality.get_score()),
            "pairs": pairs}


def standalone(real, synthetic, types):
    pairs = []
    for first, second in itertools.combinations(types, 2):
        names = [first, second]
        numerical = [name for name in names if types[name] == "numerical"]
        if len(numerical) == 2:
            metric = CorrelationSimilarity
            score = metric.compute(real[names], synthetic[names])
        else:
            metric = ContingencySimilarity
            score = metric.compute(real[names].copy(), synthetic[names].copy(),
                                   continuous_column_names=numerical or None)
        pairs.append({"first": first, "second": second, "metric": metric.__name__, "score": plain(score)})
    return {"edges": "the real table's, outer ones infinite", "score": mean([pair["score"] for pair in pairs]),
            "pairs": pairs}


def scores(real_path, synthetic_path, types, missing, tolerance):
    real, synthetic = read(real_path, types, missing), read(synthetic_path, types, missing)
    return {
        "by": "sdmetrics " + importlib.metadata.version("sdmetrics"),
        "script": "reference/sdmetrics_scores.py",
        "tolerance": tolerance,
        "missing_tokens": missing,
        "types": types,
        "column_shapes": shapes(real, synthetic, types),
        "pair_trends_report": report(real, synthetic, types, 0, 0),
        "pair_trends_defaults": report(real, synthetic, types),
        "pair_trends_standalone": standalone(real, synthetic, types),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("real")
    parser.add_argument("synthetic")
    parser.add_argument("--out", required=True)
    parser.add_argument("--meta")
    parser.add_argument("--numerical", nargs="*", default=[])
    parser.add_argument("--categorical", nargs="*", default=[])
    parser.add_argument("--missing", nargs="*", default=[])
    parser.add_argument("--tolerance", type=float, default=1e-6)
    args = parser.parse_args()
    missing = [""] + args.missing
    if args.meta:
        with open(args.meta, encoding="utf-8") as source:
            meta = json.load(source)
        types = meta["types"]
        missing = list(dict.fromkeys(missing + meta.get("missing_tokens", [])))
    else:
        header = list(pandas.read_csv(args.real, dtype=str, nrows=0))
        types = {name: "numerical" if name in args.numerical else "categorical" for name in header}
        if set(args.numerical) | set(args.categorical) != set(header):
            raise SystemExit("every column has to be named as numerical or categorical")
    with open(args.out, "w", encoding="utf-8") as out:
        json.dump(scores(args.real, args.synthetic, types, missing, args.tolerance), out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main()
