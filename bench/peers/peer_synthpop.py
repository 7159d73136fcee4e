#!/usr/bin/env python3
"""py-synthpop, the Python version of R's synthpop: sequential CART at its default settings.

    python peer_synthpop.py --data DATA --out OUT --tables adult ... [--seed 1]

Columns are synthesised in their order in the file. Missing values are handed over as NaN and handled by py-synthpop (a
level of its own in a categorical column, a further column beside a numerical one).
"""
import contextlib
import io
import random
import sys
import warnings

import numpy

import common

warnings.filterwarnings("ignore")

from synthpop import Synthpop  # noqa: E402


def main():
    args = common.arguments(__doc__)
    for name in args.tables:
        for part in args.parts:
            table = common.Table(args.data, name, part)
            frame = table.typed()
            # its column kinds are int, float and category; names c0, c1, ... as it makes names of its own from them
            back = {f"c{i}": column for i, column in enumerate(table.types)}
            frame.columns = list(back)
            kinds = {}
            for column in frame:
                if table.types[back[column]] == "categorical":
                    frame[column] = frame[column].astype("category")
                    kinds[column] = "category"
                else:
                    kinds[column] = "int" if frame[column].dtype.kind == "i" else "float"
            rows = len(frame)
            random.seed(args.seed)
            numpy.random.seed(args.seed)
            with contextlib.redirect_stdout(io.StringIO()):
                with common.Clock() as fit:
                    synthesizer = Synthpop(seed=args.seed)
                    synthesizer.fit(frame, kinds)
                with common.Clock() as sample:
                    synthetic = synthesizer.generate(rows)
            folder = f"{args.out}/py_synthpop/{name}"
            table.write(synthetic.rename(columns=back), f"{folder}/{part}.csv")
            common.record(folder, part, {
                "by": "py-synthpop Synthpop, method cart", "rows": rows, "seed": args.seed, "epochs": None,
                "fit_s": fit.wall, "fit_cpu_s": fit.cpu, "sample_s": sample.wall, "settings": "defaults",
                "missing": "NaN, handled by py-synthpop",
                "versions": common.versions("py-synthpop", "pandas", "numpy", "scikit-learn")})
            print(f"py_synthpop {name} {part}: fit {fit.wall} s, sample {sample.wall} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
