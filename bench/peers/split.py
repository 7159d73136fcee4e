#!/usr/bin/env python3
"""Cuts every table of a list into the files that all synthesizers of the benchmark fit on.

    python split.py --data DATA_ROOT --tables tables.txt --out DATA

Writes DATA/<table>/{train,test,half_a,half_b}.csv and meta.json. Everything is read and written as text, so a
value is written back byte for byte as it was read (the script stops if a source file does not survive that).

Rules, all deterministic:
  test    the given test file where there is one; else, of the n rows of the source,
          the n // 10 rows first in numpy.random.default_rng(1234).permutation(n); the other rows are train
  half_a  of the m rows of train, the m // 2 rows first in numpy.random.default_rng(1234).permutation(m)
  half_b  the other rows of train
  Within each file, rows keep the order of the source.
Column types, looked at over train and test together:
  categorical  a column the table list names as such, or one that has a value that is neither missing nor a finite
               number, or one with at most 2 distinct values
  numerical    every other column
"""
import argparse
import csv
import hashlib
import io
import json
import math
import os
import sys

import numpy

SEED = 1234


def read_tables(path):
    tables = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split("#", 1)[0].split()
            if fields:
                table = dict(field.split("=", 1) for field in fields[1:])
                table["name"] = fields[0]
                tables.append(table)
    return tables


def to_text(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def read(path):
    with open(path, encoding="utf-8", newline="") as source:
        text = source.read()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if to_text(rows) != text:
        sys.exit(path + ": would not be written back byte for byte")
    if any(len(row) != len(rows[0]) for row in rows):
        sys.exit(path + ": rows of unequal length")
    return rows[0], rows[1:]


def is_number(text):
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def take(rows, first):
    """The rows first in the permutation, and the others; both in file order."""
    chosen = set(numpy.random.default_rng(SEED).permutation(len(rows))[:first].tolist())
    return ([row for i, row in enumerate(rows) if i in chosen],
            [row for i, row in enumerate(rows) if i not in chosen])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder the paths of the table list start at")
    parser.add_argument("--tables", required=True, help="the table list")
    parser.add_argument("--out", required=True, help="folder to write to")
    args = parser.parse_args()

    for table in read_tables(args.tables):
        header, train = read(os.path.join(args.data, table["train"]))
        test_path = os.path.join(args.data, table["test"]) if "test" in table else None
        given = test_path is not None and os.path.exists(test_path)
        if given:
            test_header, test = read(test_path)
            if test_header != header:
                sys.exit(table["name"] + ": train and test have different columns")
        else:
            test, train = take(train, len(train) // 10)
        half_a, half_b = take(train, len(train) // 2)

        missing = [""] + [token for token in table.get("missing", "").split(",") if token]
        coded = [name for name in table.get("categorical", "").split(",") if name]
        if table["target"] not in header or any(name not in header for name in coded):
            sys.exit(table["name"] + ": the table list names a column that is not there")
        types, seen_missing = {}, {token: 0 for token in missing}
        for j, name in enumerate(header):
            values = [row[j] for row in train + test]
            for token in missing:
                seen_missing[token] += values.count(token)
            present = {value for value in values if value not in missing}
            plain = name not in coded and len(present) > 2 and all(is_number(value) for value in present)
            types[name] = "numerical" if plain else "categorical"

        folder = os.path.join(args.out, table["name"])
        os.makedirs(folder, exist_ok=True)
        digests = {}
        for part, rows in (("train", train), ("test", test), ("half_a", half_a), ("half_b", half_b)):
            text = to_text([header] + rows).encode("utf-8")
            digests[part] = hashlib.sha256(text).hexdigest()
            with open(os.path.join(folder, part + ".csv"), "wb") as out:
                out.write(text)
        meta = {
            "name": table["name"],
            "target": table["target"],
            "task": table["task"],
            "test": "given" if given else "cut from train",
            "rows": {"train": len(train), "test": len(test), "half_a": len(half_a), "half_b": len(half_b)},
            "missing_tokens": missing,
            # how a synthesizer's missing value is written: the token the table itself uses most
            "missing_written_as": max(missing, key=lambda token: seen_missing[token]),
            "types": types,
            "sha256": digests,
        }
        with open(os.path.join(folder, "meta.json"), "w", encoding="utf-8") as out:
            json.dump(meta, out, indent=2)
            out.write("\n")
        numerical = sum(kind == "numerical" for kind in types.values())
        print(f"{table['name']}: {meta['rows']}, {numerical} numerical, {len(types) - numerical} categorical,"
              f" test {meta['test']}")


if __name__ == "__main__":
    main()
