#!/usr/bin/env python3
"""Checks every synthetic table under OUT against its split files and gathers all run.json files in OUT/peers.json.

    python collect.py --data DATA --out OUT

Checked: same header, the wanted number of rows, numbers where numbers belong, no category that the fitted rows do not
have. Counted: rows that are, as text, equal to a row that was fitted on.
"""
import argparse
import csv
import glob
import json
import os
import sys

PARTS = {"full": "train", "half": "half_a"}


def read(path):
    with open(path, encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source))
    return rows[0], rows[1:]


def check(meta, fitted, synthetic):
    header, real = fitted
    problems = []
    if synthetic[0] != header:
        return ["header differs"], None
    if len(synthetic[1]) != len(real):
        problems.append(f"{len(synthetic[1])} rows instead of {len(real)}")
    missing = set(meta["missing_tokens"])
    for j, name in enumerate(header):
        values = {row[j] for row in synthetic[1]} - missing
        if meta["types"][name] == "numerical":
            try:
                for value in values:
                    float(value)
            except ValueError:
                problems.append(f"{name}: {value!r} is no number")
        else:
            unknown = values - {row[j] for row in real}
            if unknown:
                problems.append(f"{name}: unknown categories {sorted(unknown)[:3]}")
    known = {tuple(row) for row in real}
    return problems, sum(tuple(row) in known for row in synthetic[1]) / max(1, len(synthetic[1]))


def cell(runs):
    """Processor seconds of the fit, with the epochs where they are not the default number."""
    text = []
    for part in ("full", "half"):
        if part in runs:
            run = runs[part]
            short = f", {run['epochs']} epochs" if run["epochs"] != run.get("epochs_default") else ""
            seconds = f"{run['fit_cpu_s']:.0f}" if run["fit_s"] >= 10 else f"{run['fit_cpu_s']:.1f}"
            text.append(f"{seconds}{short}" if part == "full" else f"({seconds}{short})")
    return " ".join(text) or "-"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    peers, bad = {}, 0
    for path in sorted(glob.glob(os.path.join(args.out, "*", "*", "run.json"))):
        folder = os.path.dirname(path)
        peer, name = folder.split(os.sep)[-2:]
        with open(path, encoding="utf-8") as source:
            runs = json.load(source)
        with open(os.path.join(args.data, name, "meta.json"), encoding="utf-8") as source:
            meta = json.load(source)
        for part in sorted(runs):
            fitted = read(os.path.join(args.data, name, PARTS[part] + ".csv"))
            problems, copies = check(meta, fitted, read(os.path.join(folder, part + ".csv")))
            runs[part]["copied_rows"] = copies if copies is None else round(copies, 5)
            if problems:
                bad += 1
                print(peer, name, part, problems)
                runs[part]["problems"] = problems
        peers.setdefault(peer, {})[name] = runs
    with open(os.path.join(args.out, "peers.json"), "w", encoding="utf-8") as out:
        json.dump(peers, out, indent=1)
        out.write("\n")
    names = sorted({name for tables in peers.values() for name in tables})
    print("| processor seconds of the fit: full (half) | " + " | ".join(names) + " |\n" + "|---" * (len(names) + 1) + "|")
    for peer, tables in peers.items():
        print(f"| {peer} | " + " | ".join(cell(tables.get(name, {})) for name in names) + " |")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
