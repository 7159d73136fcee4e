"""Whether SDV itself accepts our metadata and our synthetic tables.

  semblance inspect FOLDER --sdv > metadata.json
  python3 -m venv v; v/bin/pip install sdv
  v/bin/python reference/sdv_metadata.py metadata.json FOLDER [SYNTHETIC_FOLDER]

Loads the metadata with sdv.metadata.Metadata, validates it, and validates the real tables against it; with a second folder it
runs SDV's run_diagnostic on real and synthetic tables and prints its score (1.0 is perfect) and what is below it.
Checked with SDV 2.0.0: clinic, sakila, northwind, chinook, synthea_27, sdv_multiparent, sdv_got.
"""

import json
import sys
import warnings
from pathlib import Path

import pandas as pd

warnings.simplefilter("ignore")
from sdv.evaluation import run_diagnostic  # noqa: E402
from sdv.metadata import Metadata  # noqa: E402


def tables(folder, metadata):
    read = {}
    for name, table in metadata["tables"].items():
        # Keys as texts on both sides, as they are written: pandas would read a foreign key with gaps as 1.0.
        texts = {c: str for c, d in table["columns"].items() if d["sdtype"] not in ("numerical", "boolean")}
        read[name] = pd.read_csv(Path(folder) / f"{name}.csv", dtype=texts, sep=None, engine="python")
    return read


def main():
    metadata = json.load(open(sys.argv[1]))
    loaded = Metadata.load_from_dict(metadata)
    loaded.validate()
    print("metadata is valid")
    real = tables(sys.argv[2], metadata)
    try:
        loaded.validate_data(real)
        print("data are valid")
    except Exception as e:  # SDV's own message says what
        print("data are not valid:", str(e)[:2000])
    if len(sys.argv) > 3:
        synthetic = tables(sys.argv[3], metadata)
        report = run_diagnostic(real, synthetic, loaded, verbose=False)
        print("diagnostic", report.get_score())
        for name in report.get_properties()["Property"]:
            details = report.get_details(name)
            if "Score" in details and (details["Score"] < 1).any():
                print(details[details["Score"] < 1].to_string())


if __name__ == "__main__":
    main()
