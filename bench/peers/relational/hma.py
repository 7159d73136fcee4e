"""SDV's HMASynthesizer on a folder of CSV files: prints one line of JSON as its last one.

    env/bin/python hma.py FOLDER METADATA.json OUT [--scale 1]

METADATA.json is SDV's metadata (V1), as `semblance inspect FOLDER --sdv` prints it. OUT gets a CSV file for each table.
The line holds the seconds and processor seconds of fitting and sampling, or "refused" with SDV's own words where it does
not take the tables. Reading and writing are not timed. SDV is under the Business Source License: it is only run here."""
import argparse
import importlib.metadata
import inspect
import json
import logging
import pathlib
import sys
import time
import warnings

import pandas

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)


def sample(synthesizer, metadata, data, scale):
    """As many rows as the data has: SDV 2 asks for the rows of one table that points at no other, SDV 1 for a scale."""
    if "scale" in inspect.signature(synthesizer.sample).parameters:
        return synthesizer.sample(scale=scale)
    children = {relation["child_table_name"] for relation in metadata.relationships}
    roots = [table for table in metadata.tables if table not in children]
    main_table = max(roots, key=lambda table: len(data[table]))
    return synthesizer.sample(num_rows=round(scale * len(data[main_table])), main_table_name=main_table)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("metadata", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--scale", type=float, default=1)
    options = parser.parse_args()
    answer = {"sdv": importlib.metadata.version("sdv")}
    try:
        from sdv.metadata import Metadata
        from sdv.multi_table import HMASynthesizer

        metadata = Metadata.load_from_json(options.metadata)
        data = {}
        for table in metadata.tables:
            keys = {
                name: "str"
                for name, column in metadata.tables[table].columns.items()
                if column["sdtype"] == "id"
            }
            data[table] = pandas.read_csv(
                options.folder / f"{table}.csv", dtype=keys, keep_default_na=False, na_values=["", "NA"], low_memory=False
            )
        synthesizer = HMASynthesizer(metadata, verbose=False)
        wall, processor = time.perf_counter(), time.process_time()
        synthesizer.fit(data)
        answer["fit"] = time.perf_counter() - wall
        answer["fit_processor"] = time.process_time() - processor
        wall, processor = time.perf_counter(), time.process_time()
        drawn = sample(synthesizer, metadata, data, options.scale)
        answer["sample"] = time.perf_counter() - wall
        answer["sample_processor"] = time.process_time() - processor
        options.out.mkdir(parents=True, exist_ok=True)
        for table, rows in drawn.items():
            for column in rows.columns:
                if not set(map(str, rows[column].dropna().unique())) <= {"True", "False"}:
                    continue
                # As the source spells them: pandas reads TRUE and would write True.
                read = pandas.read_csv(options.folder / f"{table}.csv", dtype=str, usecols=[column])[column]
                if read.dropna().str.isupper().all():
                    rows[column] = rows[column].map({True: "TRUE", False: "FALSE"})
            rows.to_csv(options.out / f"{table}.csv", index=False)
    except Exception as e:
        answer["refused"] = " ".join(f"{type(e).__name__}: {e}".split())[:300]
    print(json.dumps(answer))


if __name__ == "__main__":
    sys.exit(main())
