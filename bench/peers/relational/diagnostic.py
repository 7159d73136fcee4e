"""SDV's own judgement of synthetic tables: whether it takes our metadata and what its run_diagnostic says.

    env/bin/python diagnostic.py REAL METADATA.json SYNTHETIC

REAL and SYNTHETIC are folders of CSV files, METADATA.json is what `semblance inspect REAL --sdv` prints. Prints one line
of JSON: the score, each property's score, and the worst rows of their details. Metadata that does not validate, and
data that does not fit it, end it with SDV's words."""
import argparse
import importlib.metadata
import json
import logging
import pathlib
import warnings

import pandas
from sdv.evaluation import run_diagnostic
from sdv.metadata import Metadata

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)


def tables(folder, metadata):
    """As SDV wants them: keys are texts, dates stay as they are written."""
    read = {}
    for name, table in metadata.tables.items():
        keys = {column: "str" for column, about in table.columns.items() if about["sdtype"] == "id"}
        read[name] = pandas.read_csv(
            folder / f"{name}.csv", dtype=keys, keep_default_na=False, na_values=["", "NA"], low_memory=False
        )
    return read


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("real", type=pathlib.Path)
    parser.add_argument("metadata", type=pathlib.Path)
    parser.add_argument("synthetic", type=pathlib.Path)
    options = parser.parse_args()
    metadata = Metadata.load_from_json(options.metadata)
    metadata.validate()
    real = tables(options.real, metadata)
    metadata.validate_data(real)
    report = run_diagnostic(real, tables(options.synthetic, metadata), metadata, verbose=False)
    properties = report.get_properties()
    low = {}
    for name in properties["Property"]:
        details = report.get_details(name)
        if "Score" in details and (details["Score"] < 1).any():
            worst = details[details["Score"] < 1].drop(columns=["Error"], errors="ignore")
            low[name] = worst.astype(str).head(20).to_dict("records")
    print(
        json.dumps(
            {
                "sdv": importlib.metadata.version("sdv"),
                "score": report.get_score(),
                **dict(zip(properties["Property"], properties["Score"])),
                "below 1": low,
            }
        )
    )


if __name__ == "__main__":
    main()
