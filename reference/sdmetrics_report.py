#!/usr/bin/env python3
"""Ten random pairs of small tables (no real data in them), and what SDMetrics' reports and column metrics say of them.

    pip install sdmetrics==0.32.0
    python sdmetrics_report.py core/src/test/resources/reference/sdmetrics_report

Writes pairN_real.csv, pairN_synthetic.csv and scores.json: per pair the kinds of the columns, the Quality Report with
its default thresholds (0.5, 0.3) and with (0, 0), the Diagnostic Report, and per column RangeCoverage, CategoryCoverage,
MissingValueSimilarity, StatisticSimilarity (mean, median, std) and KeyUniqueness. A score that SDMetrics does not give is
null. The empty field is a missing value.

SDMetrics 0.29 and 0.32 give the same scores here. They differ where the metadata holds a regex_format, a
datetime_format or a range: from 0.30 on DatetimeFormatAdherence and RegexFormatAdherence are further scores of Data
Validity, and the ranges given replace those of the real table. No metadata of this script holds any.

Columns: id (a key; repeated and missing in some synthetic tables), n whole numbers, x and y decimal numbers that go
together, z zeros and large numbers (constant in some tables), d dates, k and m labels, f true or false.
"""
import json
import math
import os
import sys
import warnings

import numpy
import pandas

warnings.filterwarnings("ignore")

import sdmetrics  # noqa: E402
from sdmetrics import single_column  # noqa: E402
from sdmetrics.reports.single_table import DiagnosticReport, QualityReport  # noqa: E402

KINDS = {"id": "key", "n": "whole", "x": "decimal", "y": "decimal", "z": "decimal", "d": "date", "k": "category",
         "m": "category", "f": "flag"}
TYPES = {"key": "id", "whole": "numerical", "decimal": "numerical", "date": "datetime", "category": "categorical",
         "flag": "boolean"}


def table(random, rows, number, synthetic):
    shift = random.normal(0, 0.6) if synthetic else 0.0
    slope = random.uniform(-1, 1) if synthetic else [0.9, 0.2, -0.8, 0.6, 1.5][number % 5]
    x = random.normal(20 + 5 * shift, 5, rows).round(2)
    y = (slope * x + random.normal(0, 3, rows)).round(random.integers(0, 4))
    z = numpy.where(random.random(rows) < 0.5, 0, random.exponential(100, rows)).round(1)
    if number in (3, 7) and (synthetic or number == 3):
        z = numpy.full(rows, 4.0)
    k = numpy.array(["a", "b", "c", "d", "e"])[numpy.clip((x - 10) // 5, 0, 4).astype(int) - (number % 2)]
    k = numpy.where(random.random(rows) < 0.2, random.choice(["a", "f" if synthetic else "b"], rows), k)
    m = random.choice([f"m{i}" for i in range(15)], rows, p=random.dirichlet(numpy.ones(15)))
    m = numpy.where(random.random(rows) < (0.2 if synthetic else 0.6), numpy.char.add("of ", k), m)
    f = numpy.where(random.random(rows) < 1 / (1 + numpy.exp(-(x - 20) / 3)), "true", "false")
    ids = numpy.arange(1, rows + 1)
    if synthetic and number % 3 == 0:
        ids = random.integers(1, 3 * rows, rows)
    days = (numpy.datetime64("2019-03-01") + random.integers(0, 700, rows) + int(40 * shift)).astype(str)
    columns = {"id": ids.astype(str), "n": random.poisson(4 + max(0, shift), rows).astype(str),
               "x": x.astype(str), "y": y.astype(str), "z": z.astype(str), "d": days, "k": k, "m": m, "f": f}
    frame = pandas.DataFrame(columns, dtype=object)
    for name in ("x", "y", "d", "k", "m", "f") + (("id",) if number == 6 and synthetic else ()):
        share = random.choice([0, 0, 0.05, 0.3])
        frame[name] = frame[name].mask(pandas.Series(random.random(rows) < share))
    return frame


def typed(frame, kinds):
    out = {}
    for name, kind in kinds.items():
        column = frame[name]
        if kind == "whole":
            out[name] = column.astype(float).astype("int64")
        elif kind == "decimal":
            out[name] = column.astype(float)
        elif kind == "date":
            out[name] = pandas.to_datetime(column)
        else:
            out[name] = column.astype(object)
    return pandas.DataFrame(out)


def plain(value):
    return None if value is None or math.isnan(value) else float(value)


def report(kind, real, synthetic, metadata, **settings):
    made = kind()
    made.num_rows_subsample = None
    for name, value in settings.items():
        setattr(made, name, value)
    made.generate(real.copy(), synthetic.copy(), metadata, verbose=False)
    return {"score": plain(made.get_score()),
            **{row["Property"]: plain(row["Score"]) for row in made.get_properties().to_dict("records")}}


def column(real, synthetic, kind):
    scores = {"missing-similarity": single_column.MissingValueSimilarity.compute(real, synthetic)}
    if kind == "key":
        scores["key-uniqueness"] = single_column.KeyUniqueness.compute(real, synthetic)
    elif kind in ("category", "flag"):
        scores["category-coverage"] = single_column.CategoryCoverage.compute(real, synthetic)
    else:
        scores["range-coverage"] = single_column.RangeCoverage.compute(real, synthetic)
        for statistic in ("mean", "median", "std"):
            if kind == "date":
                # As numbers, for SDMetrics cannot take the difference of two dates' means.
                both = [pandas.Series(side.dropna().astype("int64").astype(float)) for side in (real, synthetic)]
                scores[statistic] = single_column.StatisticSimilarity.compute(*both, statistic=statistic)
            else:
                scores[statistic] = single_column.StatisticSimilarity.compute(real, synthetic, statistic=statistic)
    return {name: plain(score) for name, score in scores.items()}


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    pairs = []
    for number in range(1, 11):
        random = numpy.random.default_rng([7, number])
        frames = [table(random, int(random.integers(60, 220)), number, synthetic) for synthetic in (False, True)]
        kinds = [dict(KINDS), dict(KINDS)]
        if number in (4, 8):
            # Read as a decimal number, as a column with one decimal is.
            kinds[1]["n"] = "decimal"
        for side, frame in zip(("real", "synthetic"), frames):
            frame.to_csv(os.path.join(folder, f"pair{number}_{side}.csv"), index=False, lineterminator="\n")
        real, synthetic = (typed(frame, kind) for frame, kind in zip(frames, kinds))
        columns = {name: {"sdtype": TYPES[kind]} for name, kind in KINDS.items()}
        metadata = {"columns": columns, "primary_key": "id"}
        sequence = {"columns": columns, "primary_key": "id", "sequence_index": "d"}
        pairs.append({
            "real": kinds[0], "synthetic": kinds[1],
            "quality": report(QualityReport, real, synthetic, metadata),
            "quality of all pairs": report(QualityReport, real, synthetic, metadata, real_correlation_threshold=0,
                                           real_association_threshold=0),
            "diagnostic": report(DiagnosticReport, real, synthetic, metadata),
            "diagnostic of a sequence": report(DiagnosticReport, real, synthetic, sequence),
            "columns": {name: column(real[name], synthetic[name], kind) for name, kind in KINDS.items()},
        })
    with open(os.path.join(folder, "scores.json"), "w", encoding="utf-8") as file:
        json.dump({"by": "sdmetrics " + sdmetrics.__version__, "pairs": pairs}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
