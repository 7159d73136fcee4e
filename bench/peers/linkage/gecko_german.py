"""gecko's documented German example (its page docs/examples/german.md), timed: prints one line of JSON.

    env/bin/python gecko_german.py --rows 1000000 --out OUT [--tables FOLDER]

Six columns, four mutators at the page's probabilities, both CSV files. FOLDER is a copy of gecko-data with CLDR's
keyboard de-t-k0-windows.xml in it; without it, german_tables.py makes tables of the same size (not timed).

The page speaks of replacements inside a word, but its call lacks inline=True, without which gecko compares whole values
and replaces nothing: here the call has it. --as-printed leaves it out."""
import argparse
import importlib.metadata
import json
import os
import pathlib
import resource
import tempfile
import time
import warnings

import numpy as np
from gecko import generator, mutator

import german_tables


def generate(tables, count, rng):
    last_name = generator.from_frequency_table(
        tables / "de_DE" / "last-name.csv", value_column="last_name", freq_column="count", rng=rng)
    given_name_gender = generator.from_multicolumn_frequency_table(
        tables / "de_DE" / "given-name-gender.csv",
        value_columns=["given_name", "gender"], freq_column="count", rng=rng)
    address = generator.from_multicolumn_frequency_table(
        tables / "de_DE" / "street-municipality-postcode.csv",
        value_columns=["street_name", "municipality", "postcode"], freq_column="count", rng=rng)
    return generator.to_data_frame([
        (("given_name", "gender"), given_name_gender),
        ("last_name", last_name),
        (("street_name", "municipality", "postcode"), address),
    ], count)


def mutate(frame, tables, rng, inline):
    return mutator.mutate_data_frame(frame, [
        ("given_name", [(0.1, mutator.with_replacement_table(tables / "common" / "ocr.csv", inline=inline, rng=rng))]),
        ("gender", [
            (0.02, mutator.with_categorical_values(
                tables / "de_DE" / "given-name-gender.csv", value_column="gender", rng=rng)),
            (0.05, mutator.with_missing_value("", rng=rng)),
        ]),
        ("postcode", [(0.01, mutator.with_cldr_keymap_file(
            tables / "de-t-k0-windows.xml", charset="0123456789", rng=rng))]),
    ])


def main(rows, out, tables, inline, seed):
    os.makedirs(out, exist_ok=True)
    laps, cpu = [time.perf_counter()], time.process_time()
    rng = np.random.default_rng(seed)
    original = generate(tables, rows, rng)
    laps.append(time.perf_counter())
    mutated = mutate(original, tables, rng, inline)
    laps.append(time.perf_counter())
    original.to_csv(os.path.join(out, "german-original.csv"), index_label="id")
    mutated.to_csv(os.path.join(out, "german-mutated.csv"), index_label="id")
    laps.append(time.perf_counter())
    cpu = time.process_time() - cpu
    steps = [after - before for before, after in zip(laps, laps[1:])]
    print(json.dumps({
        "version": importlib.metadata.version("gecko-syndata"),
        "rows": rows,
        "generate": steps[0],
        "mutate": steps[1],
        "write": steps[2],
        "seconds": sum(steps),
        "cpu": cpu,
        "rows_per_second": rows / sum(steps),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "changed": {column: float((original[column] != mutated[column]).mean()) for column in original.columns},
    }))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--out", required=True)
    parser.add_argument("--tables", type=pathlib.Path)
    parser.add_argument("--as-printed", action="store_true")
    parser.add_argument("--seed", type=int, default=727)
    asked = parser.parse_args()
    warnings.filterwarnings("ignore")
    with tempfile.TemporaryDirectory() as made:
        if asked.tables is None:
            german_tables.make(made)
        main(asked.rows, asked.out, asked.tables or pathlib.Path(made), not asked.as_printed, asked.seed)
