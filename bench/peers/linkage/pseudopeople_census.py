"""pseudopeople's noise at its defaults on its packaged sample census, repeated and timed: prints one line of JSON.

    env-pseudopeople/bin/python pseudopeople_census.py --rows 1000000 --out OUT

pseudopeople does not make people: the packaged 10,000 are written again under new person and household ids until there
are enough. Timed: reading and noising (one step of the package), and writing one CSV file. Strings are numpy's, since
pandas 3's own break the package's phonetic errors."""
import argparse
import importlib.metadata
import json
import os
import pathlib
import resource
import tempfile
import time
import warnings

import pandas
import pseudopeople
from pseudopeople.constants import paths

pandas.set_option("future.infer_string", False)
warnings.filterwarnings("ignore")


def repeated(source, folder, rows):
    """The sample census as often as it takes, in one file, and the note of its version that the package asks for."""
    parts = sorted((pathlib.Path(source) / "decennial_census").glob("*.parquet"))
    sample = pandas.concat([pandas.read_parquet(part) for part in parts])
    sample = sample[sample["year"] == 2020]
    ids = [column for column in sample.columns if column.endswith("_id") or column.startswith("guardian")]
    kinds = sample.dtypes
    sample = sample.astype({column: object for column in sample.columns if kinds[column].name == "category"})
    copies = []
    for copy in range(-(-rows // len(sample))):
        again = sample.copy()
        for column in ids:
            again[column] = again[column].where(again[column].isna(), again[column].astype(str) + f"_{copy}")
        copies.append(again)
    whole = pandas.concat(copies).head(rows).reset_index(drop=True)
    whole = whole.astype({column: kind for column, kind in kinds.items() if kind.name != "category"})
    whole = whole.astype({column: "category" for column, kind in kinds.items() if kind.name == "category"})
    target = pathlib.Path(folder) / "decennial_census"
    target.mkdir()
    whole.to_parquet(target / "decennial_census.parquet")
    (pathlib.Path(folder) / "CHANGELOG.rst").write_text("**1.4.2 - repeated sample**\n", encoding="utf-8")


def main(rows, out):
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        repeated(paths.SAMPLE_DATA_ROOT, folder, rows)
        wall, cpu = time.perf_counter(), time.process_time()
        census = pseudopeople.generate_decennial_census(source=folder, seed=1)
        noised, cpu_noise = time.perf_counter() - wall, time.process_time() - cpu
    census.to_csv(os.path.join(out, "census.csv"), index=False)
    seconds, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(json.dumps({
        "version": importlib.metadata.version("pseudopeople"),
        "rows": rows,
        "left": len(census),
        "columns": census.shape[1],
        "noise": noised,
        "noise_cpu": cpu_noise,
        "seconds": seconds,
        "cpu": cpu,
        "rows_per_second": rows / seconds,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--out", required=True)
    asked = parser.parse_args()
    main(asked.rows, asked.out)
