#!/usr/bin/env python3
"""arfpy, adversarial random forests (FORDE and FORGE), at its default settings.

    python peer_arf.py --data DATA --out OUT --tables adult ... [--seed 1]

arfpy knows no missing values: in a categorical column they are a level of their own, in a numerical one they are filled
with the median and a yes/no column beside it says where they were (and where the synthetic ones are). Numbers are
rounded to the most decimals the real column has, as arfpy draws them from a continuous distribution.
"""
import random
import sys
import warnings

import numpy

import common

warnings.filterwarnings("ignore")

from arfpy import arf  # noqa: E402

GONE = "(missing)"


def main():
    args = common.arguments(__doc__)
    for name in args.tables:
        for part in args.parts:
            table = common.Table(args.data, name, part)
            typed = table.typed()
            frame, flags = typed.copy(), {}
            for i, (column, kind) in enumerate(table.types.items()):
                gone = typed[column].isna()
                if kind == "categorical":
                    frame[column] = typed[column].mask(gone, GONE)
                elif gone.any():
                    frame[column] = typed[column].fillna(typed[column].median())
                    flags[column] = f"missing {i}"
                    frame[flags[column]] = numpy.where(gone, "yes", "no")
            for column in frame:
                if frame[column].dtype.kind == "i":
                    frame[column] = frame[column].astype(float)
            rows = len(frame)
            random.seed(args.seed)
            numpy.random.seed(args.seed)
            with common.Clock() as fit:
                forest = arf.arf(x=frame, verbose=False, random_state=args.seed)
                forest.forde()
            with common.Clock() as sample:
                synthetic = forest.forge(n=rows)
            for column, kind in table.types.items():
                if kind == "categorical":
                    synthetic[column] = synthetic[column].astype(object)
                    synthetic[column] = synthetic[column].mask(synthetic[column] == GONE)
                elif column in flags:
                    synthetic[column] = synthetic[column].astype(float).mask(synthetic[flags[column]] == "yes")
            folder = f"{args.out}/arf/{name}"
            table.write(synthetic, f"{folder}/{part}.csv")
            common.record(folder, part, {
                "by": "arfpy arf, forde, forge", "rows": rows, "seed": args.seed, "epochs": None,
                "fit_s": fit.wall, "fit_cpu_s": fit.cpu, "sample_s": sample.wall, "settings": "defaults",
                "iterations": len(forest.acc) - 1, "accuracy": [round(float(value), 4) for value in forest.acc],
                "missing": "categorical: a level; numerical: median and a yes/no column beside it",
                "versions": common.versions("arfpy", "pandas", "numpy", "scikit-learn", "scipy")})
            print(f"arf {name} {part}: fit {fit.wall} s, sample {sample.wall} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
