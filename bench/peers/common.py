"""What the peers' scripts share: reading the split files, writing a synthetic table in the style of the real one, and
the run.json beside it. No peer is imported here."""
import argparse
import csv
import decimal
import importlib.metadata
import json
import os
import platform
import time

import numpy
import pandas

PARTS = {"full": "train", "half": "half_a"}


def arguments(description, extra=None):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", required=True, help="the folder split.py wrote")
    parser.add_argument("--out", required=True, help="OUT/<peer>/<table>/ is written to")
    parser.add_argument("--tables", nargs="+", required=True, help="names of tables")
    parser.add_argument("--parts", nargs="+", default=["full", "half"], choices=["full", "half"])
    parser.add_argument("--seed", type=int, default=1)
    if extra:
        extra(parser)
    return parser.parse_args()


class Table:
    """One split file, as text and as typed columns."""

    def __init__(self, data, name, part):
        folder = os.path.join(data, name)
        with open(os.path.join(folder, "meta.json"), encoding="utf-8") as source:
            self.meta = json.load(source)
        self.name = name
        self.types = self.meta["types"]
        self.text = pandas.read_csv(os.path.join(folder, PARTS[part] + ".csv"), dtype=str, keep_default_na=False)
        self.missing = set(self.meta["missing_tokens"])
        self.styles = {}
        for column, kind in self.types.items():
            if kind == "numerical":
                self.styles[column] = self.style(column)

    def style(self, column):
        """Most decimals of any value, and whether a value may be written without a decimal point."""
        decimals, whole = 0, False
        for value in self.text[column].unique():
            if value not in self.missing:
                decimals = max(decimals, -decimal.Decimal(value).as_tuple().exponent)
                whole |= "." not in value
        return decimals, whole

    def typed(self):
        """Numerical columns as int64, or as float64 where there are decimals or missing values; categorical ones as
        str, missing = NaN."""
        frame = {}
        for column, kind in self.types.items():
            values = self.text[column]
            gone = values.isin(self.missing)
            if kind == "numerical":
                numbers = pandas.to_numeric(values.mask(gone), errors="raise")
                frame[column] = numbers
            else:
                frame[column] = values.astype(object).mask(gone, numpy.nan)
        return pandas.DataFrame(frame)

    def write(self, frame, path):
        """Numbers are rounded to the most decimals the real column has, and written with as few as it takes; missing
        values are written as the table's own token."""
        token = self.meta["missing_written_as"]
        columns = []
        for column, kind in self.types.items():
            values = frame[column]
            if kind == "numerical":
                style = self.styles[column]
                cells = [token if pandas.isna(value) else number(float(value), style) for value in values]
            else:
                cells = [token if pandas.isna(value) else str(value) for value in values]
            columns.append(cells)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + ".part", "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(self.types)
            writer.writerows(zip(*columns))
        os.replace(path + ".part", path)


def number(value, style):
    decimals, whole = style
    if not numpy.isfinite(value):
        return repr(value)
    if decimals == 0:
        return str(int(round(value)))
    text = f"{value:.{decimals}f}".rstrip("0")
    if text.endswith("."):
        text = text[:-1] if whole else text + "0"
    return "0" + text[2:] if text in ("-0", "-0.0") else text


def versions(*packages):
    found = {"python": platform.python_version()}
    for package in packages:
        found[package] = importlib.metadata.version(package)
    return found


def record(folder, part, entry):
    """Adds one part's entry to run.json."""
    path = os.path.join(folder, "run.json")
    runs = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as source:
            runs = json.load(source)
    runs[part] = entry
    os.makedirs(folder, exist_ok=True)
    with open(path + ".part", "w", encoding="utf-8") as out:
        json.dump(runs, out, indent=2)
        out.write("\n")
    os.replace(path + ".part", path)


class Clock:
    """Wall-clock and processor seconds of one step."""

    def __enter__(self):
        self.wall, self.cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *failure):
        self.wall = round(time.perf_counter() - self.wall, 2)
        self.cpu = round(time.process_time() - self.cpu, 2)
