#!/usr/bin/env python3
"""Generates random pairs of small databases (no real data in them) and scores them with sdmetrics, as CSV and JSON.

    python sdmetrics_related.py --out ../core/src/test/resources/reference/sdmetrics/related

Databases, each drawn anew for the real and for the synthetic side:
  1  customers -> orders -> lines, dates, missing values; real foreign keys may be missing
  2  the same, but the real foreign keys are complete while synthetic ones are missing or point at nobody, keys repeat,
     and values lie outside the real range and labels
  3  games with two foreign keys to teams, and players of teams: several relationships between the same tables
  4  a junction of two tables with a composite key that another table points at
  5  constant columns, a column that is missing altogether, parents that hardly anybody points at
  6  sequences: series of unequal length under a key, with missing values, zeros and negative numbers

Written with sdmetrics 0.32. Differences from 0.29, the version the measures were built after, seen by comparing the sources:
the reports are the same functions of the same data, but 0.32 adds to Data Validity the adherence to datetime_format and
regex_format where metadata gives them (here it gives none), to both reports constraints, and to metadata ranges of columns.
"""
import argparse
import importlib.metadata
import json
import math
import os
import warnings

import numpy
import pandas

warnings.filterwarnings("ignore")

from sdmetrics.column_pairs import InterRowMSAS, StatisticMSAS  # noqa: E402
from sdmetrics.multi_table import CardinalityStatisticSimilarity  # noqa: E402
from sdmetrics.reports.multi_table import DiagnosticReport, QualityReport  # noqa: E402
from sdmetrics.single_column import SequenceLengthSimilarity  # noqa: E402


def some_missing(random, values, share):
    values = numpy.array(values, dtype=object)
    values[random.random(len(values)) < share] = None
    return values


def dates(random, rows, start, days):
    return pandas.to_datetime(start) + pandas.to_timedelta(random.integers(0, days, rows), unit="D")


def shop(random, side, strict):
    synthetic = side == "synthetic"
    n = 40 if not synthetic else 36
    age = random.normal(45, 12, n).round(1)
    customers = pandas.DataFrame({
        "id": [f"c{i}" for i in range(n)],
        "age": some_missing(random, age, 0.1).astype(float),
        "town": some_missing(random, random.choice(["x", "y", "z"], n, p=[0.5, 0.3, 0.2]), 0.05),
        "since": dates(random, n, "2019-01-01", 700)})
    orders_n = 110 if not synthetic else 120
    who = random.integers(0, n, orders_n)
    total = (numpy.nan_to_num(age[who]) * (2 if not synthetic else 1) + random.normal(0, 10, orders_n)).round(2)
    customer = numpy.array([f"c{i}" for i in who], dtype=object)
    if not strict or synthetic:
        customer = some_missing(random, customer, 0.1)
    if synthetic:
        customer[random.random(orders_n) < 0.05] = "nobody"
    orders = pandas.DataFrame({
        "id": [f"o{i}" for i in range(orders_n)],
        "customer": customer,
        "total": total,
        "paid": random.choice(["yes", "no"], orders_n),
        "day": dates(random, orders_n, "2021-03-01", 300)})
    if strict and synthetic:
        orders.loc[orders_n - 3:, "id"] = "o1"
        orders.loc[:3, "paid"] = "perhaps"
        orders.loc[5:9, "total"] = 999.0
        customers.loc[:1, "town"] = None
        customers.loc[3, "id"] = "c0"
    lines_n = 150
    lines = pandas.DataFrame({
        "order": [f"o{i}" for i in random.integers(0, orders_n, lines_n)],
        "pieces": random.poisson(2, lines_n).astype(float),
        "kind": random.choice(["a", "b", "c"] if not synthetic else ["a", "b", "d"], lines_n)})
    return {"customers": customers, "orders": orders, "lines": lines}


SHOP = dict(
    types={"customers": dict(id="id", age="numerical", town="categorical", since="datetime"),
           "orders": dict(id="id", customer="id", total="numerical", paid="boolean", day="datetime"),
           "lines": dict(order="id", pieces="numerical", kind="categorical")},
    keys={"customers": ["id"], "orders": ["id"]},
    relationships=[("customers", ["id"], "orders", ["customer"]), ("orders", ["id"], "lines", ["order"])])


def league(random, side):
    n, games_n, players_n = 12, 140, 90
    strength = random.normal(0, 1, n).round(2)
    teams = pandas.DataFrame({"id": [f"t{i}" for i in range(n)], "strength": strength,
                              "ground": random.choice(["grass", "sand"], n)})
    home, away = random.integers(0, n, games_n), random.integers(0, n, games_n)
    effect = 1 if side == "real" else 0.2
    games = pandas.DataFrame({
        "home": [f"t{i}" for i in home], "away": [f"t{i}" for i in away],
        "goals": random.poisson(numpy.exp(effect * strength[home])).astype(float),
        "against": random.poisson(numpy.exp(effect * strength[away])).astype(float),
        "weather": some_missing(random, random.choice(["rain", "sun"], games_n), 0.1)})
    of = random.integers(0, n, players_n)
    players = pandas.DataFrame({"id": [f"p{i}" for i in range(players_n)], "team": [f"t{i}" for i in of],
                                "fee": numpy.exp(strength[of] * effect + random.normal(0, 0.5, players_n)).round(3)})
    return {"teams": teams, "games": games, "players": players}


LEAGUE = dict(
    types={"teams": dict(id="id", strength="numerical", ground="categorical"),
           "games": dict(home="id", away="id", goals="numerical", against="numerical", weather="categorical"),
           "players": dict(id="id", team="id", fee="numerical")},
    keys={"teams": ["id"], "players": ["id"]},
    relationships=[("teams", ["id"], "games", ["home"]), ("teams", ["id"], "games", ["away"]),
                   ("teams", ["id"], "players", ["team"])])


def school(random, side):
    n, m = 30, 8
    pupils = pandas.DataFrame({"id": [f"s{i}" for i in range(n)], "year": random.integers(1, 5, n).astype(float)})
    courses = pandas.DataFrame({"id": [f"k{i}" for i in range(m)], "field": random.choice(["art", "maths"], m)})
    pairs = [(i, j) for i in range(n) for j in range(m) if random.random() < 0.3]
    taken = pandas.DataFrame({
        "pupil": [f"s{i}" for i, _ in pairs], "course": [f"k{j}" for _, j in pairs],
        "mark": (pupils["year"].to_numpy()[[i for i, _ in pairs]] + random.normal(0, 1, len(pairs))).round(1)})
    chosen = random.integers(0, len(pairs), 120)
    tests = pandas.DataFrame({
        "pupil": taken["pupil"].to_numpy()[chosen], "course": taken["course"].to_numpy()[chosen],
        "points": (taken["mark"].to_numpy()[chosen] * 10 + random.normal(0, 5, 120)).round(0),
        "late": random.choice(["yes", "no"], 120, p=[0.2, 0.8])})
    if side == "synthetic":
        tests.loc[:9, "course"] = "k0"
    return {"pupils": pupils, "courses": courses, "taken": taken, "tests": tests}


SCHOOL = dict(
    types={"pupils": dict(id="id", year="numerical"), "courses": dict(id="id", field="categorical"),
           "taken": dict(pupil="id", course="id", mark="numerical"),
           "tests": dict(pupil="id", course="id", points="numerical", late="boolean")},
    keys={"pupils": ["id"], "courses": ["id"], "taken": ["pupil", "course"]},
    relationships=[("pupils", ["id"], "taken", ["pupil"]), ("courses", ["id"], "taken", ["course"]),
                   ("taken", ["pupil", "course"], "tests", ["pupil", "course"])])


def odd(random, side):
    n = 20
    a = pandas.DataFrame({"id": [f"a{i}" for i in range(n)], "same": numpy.full(n, 3.0),
                          "word": numpy.full(n, "only", dtype=object), "x": random.normal(0, 1, n).round(2)})
    # Nobody of the last ten has children; in the real database everybody of the first ten has two.
    who = numpy.repeat(numpy.arange(10), 2) if side == "real" else random.integers(0, 15, 20)
    b = pandas.DataFrame({"a": [f"a{i}" for i in who], "nothing": numpy.full(20, numpy.nan),
                          "y": random.normal(0, 1, 20).round(2), "flag": some_missing(random, random.choice(["1", "0"], 20), 0.2)})
    # Not all are missing: where no row meets another, sdmetrics scores 1 for labels, and we nothing.
    c = pandas.DataFrame({"a": ["a1", None, None, "a2", None, None], "z": random.normal(0, 1, 6).round(2)})
    return {"a": a, "b": b, "c": c}


ODD = dict(
    types={"a": dict(id="id", same="numerical", word="categorical", x="numerical"),
           "b": dict(a="id", nothing="numerical", y="numerical", flag="categorical"),
           "c": dict(a="id", z="numerical")},
    keys={"a": ["id"]},
    relationships=[("a", ["id"], "b", ["a"]), ("a", ["id"], "c", ["a"])])


def series(random, side):
    rows = []
    for s in range(25):
        x = random.normal(0, 3)
        for t in range(random.integers(1, 12 if side == "real" else 9)):
            x = (0.9 if side == "real" else 0.3) * x + random.normal(0, 1)
            rows.append((f"s{s}", t, round(x, 2), round(math.exp(x / 3), 3) if random.random() > 0.05 else 0.0))
    table = pandas.DataFrame(rows, columns=["who", "t", "level", "size"])
    table["level"] = some_missing(random, table["level"], 0.1).astype(float)
    table["who"] = some_missing(random, table["who"], 0.03)
    table["t"] = table["t"].astype(float)
    order = random.permutation(len(table))
    table = table.iloc[order].sort_values("t", kind="stable").reset_index(drop=True)
    return {"series": table}


SERIES = dict(types={"series": dict(who="id", t="numerical", level="numerical", size="numerical")}, keys={},
              relationships=[], sequence=["series", "who", "t"])


def plain(value):
    return None if value is None or pandas.isna(value) else float(value)


def alone(names):
    return names[0] if len(names) == 1 else names


def metadata(shape):
    tables = {}
    for name, columns in shape["types"].items():
        tables[name] = {"columns": {column: {"sdtype": kind} for column, kind in columns.items()}}
        if name in shape["keys"]:
            tables[name]["primary_key"] = alone(shape["keys"][name])
    if "sequence" in shape:
        tables[shape["sequence"][0]].update(sequence_key=shape["sequence"][1], sequence_index=shape["sequence"][2])
    return {"tables": tables, "relationships": [
        {"parent_table_name": parent, "parent_primary_key": alone(key), "child_table_name": child,
         "child_foreign_key": alone(foreign)} for parent, key, child, foreign in shape["relationships"]]}


def details(report, name):
    return report.get_details(name).to_dict("records")


def quality(real, synthetic, shape, correlation, association):
    report = QualityReport()
    report.real_correlation_threshold = correlation
    report.real_association_threshold = association
    report.generate(real, synthetic, metadata(shape), verbose=False)
    scores = dict(report.get_properties().itertuples(index=False, name=None))
    counts = [row.get("Meets Threshold?") for row in details(report, "Intertable Trends")] if shape["relationships"] else []
    return {
        "score": plain(report.get_score()),
        "properties": {name: plain(score) for name, score in scores.items()},
        "shapes": [[row["Table"], row["Column"], plain(row["Score"])] for row in details(report, "Column Shapes")],
        "pairs": [[row["Table"], row["Column 1"], row["Column 2"], bool(row["Meets Threshold?"] is True or
                   row["Meets Threshold?"] == True), plain(row["Score"])]  # noqa: E712
                  for row in details(report, "Column Pair Trends") if row["Meets Threshold?"] is not pandas.NA],
        "intertable": [[row["Parent Table"], row["Child Table"], row["Foreign Key"], row["Column 1"], row["Column 2"],
                        bool(counts[i] is not pandas.NA and counts[i]), plain(row["Score"])]
                       for i, row in enumerate(details(report, "Intertable Trends"))] if shape["relationships"] else [],
        "cardinality": [plain(row["Score"]) for row in details(report, "Cardinality")] if shape["relationships"] else []}


def diagnostic(real, synthetic, shape):
    report = DiagnosticReport()
    report.generate(real, synthetic, metadata(shape), verbose=False)
    scores = dict(report.get_properties().itertuples(index=False, name=None))
    return {
        "score": plain(report.get_score()),
        "properties": {name: plain(score) for name, score in scores.items() if not pandas.isna(score)},
        "validity": [[row["Table"], row["Column"] if isinstance(row["Column"], str) else " + ".join(row["Column"]),
                      row["Metric"], plain(row["Score"])] for row in details(report, "Data Validity")],
        "relationships": [[row["Metric"], plain(row["Score"])] for row in details(report, "Relationship Validity")]
        if shape["relationships"] else []}


def sequences(real, synthetic, shape):
    table, key, order = shape["sequence"]
    real = real[table].sort_values(order, kind="stable")
    synthetic = synthetic[table].sort_values(order, kind="stable")
    out = {"lengths": plain(SequenceLengthSimilarity.compute(real[key], synthetic[key]))}
    for column in ("level", "size"):
        pair = (real[key], real[column]), (synthetic[key], synthetic[column])
        for statistic in ("mean", "median", "std", "min", "max"):
            out[f"{column} {statistic}"] = plain(StatisticMSAS.compute(*pair, statistic=statistic))
        for rows in (1, 3):
            for log in (False, True):
                out[f"{column} rows {rows} log {str(log).lower()}"] = plain(
                    InterRowMSAS.compute(*pair, n_rows_diff=rows, apply_log=log))
    return out


def cardinality(real, synthetic, shape):
    out = {}
    for statistic in ("mean", "median", "std"):
        out[statistic] = []
        for relation in metadata(shape)["relationships"]:
            score = CardinalityStatisticSimilarity.compute_breakdown(
                real, synthetic, {**metadata(shape), "relationships": [relation]}, statistic=statistic)
            out[statistic].append(plain(list(score.values())[0]["score"]))
    return out


DATABASES = [(lambda r, s: shop(r, s, False), SHOP), (lambda r, s: shop(r, s, True), SHOP), (league, LEAGUE),
             (school, SCHOOL), (odd, ODD), (series, SERIES)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    for number, (make, shape) in enumerate(DATABASES, 1):
        sides = {side: make(numpy.random.default_rng([number, len(side)]), side) for side in ("real", "synthetic")}
        for side, tables in sides.items():
            for name, table in tables.items():
                table.to_csv(os.path.join(args.out, f"db{number}_{name}_{side}.csv"), index=False, lineterminator="\n")
        real, synthetic = sides["real"], sides["synthetic"]
        out = {"by": "sdmetrics " + importlib.metadata.version("sdmetrics"), "script": "reference/sdmetrics_related.py",
               **shape, "quality (0, 0)": quality(real, synthetic, shape, 0, 0),
               "quality (0.5, 0.3)": quality(real, synthetic, shape, 0.5, 0.3),
               "diagnostic": diagnostic(real, synthetic, shape)}
        if shape["relationships"]:
            out["cardinality"] = cardinality(real, synthetic, shape)
        if "sequence" in shape:
            out["sequences"] = sequences(real, synthetic, shape)
        with open(os.path.join(args.out, f"db{number}.json"), "w", encoding="utf-8") as file:
            json.dump(out, file, indent=1)
            file.write("\n")


if __name__ == "__main__":
    main()
