#!/usr/bin/env python3
"""SDV's single-table synthesizers at their default settings.

    python peer_sdv.py --peer gaussian_copula|tvae|ctgan --data DATA --out OUT --tables adult ... [--seed 1]
                       [--max-seconds 900] [--suffix _seed2]

The columns' kinds are given from meta.json (numerical or categorical), nothing else is changed. Missing values are
handed over as NaN and handled by SDV. With --max-seconds, a TVAE or CTGAN fit ends after the epoch in which that time
is up; run.json always says how many epochs were run.
"""
import random
import sys
import time
import warnings

import ctgan.synthesizers.ctgan
import ctgan.synthesizers.tvae
import numpy
import torch

import common

torch.set_num_threads(1)
warnings.filterwarnings("ignore")

from sdv.metadata import Metadata  # noqa: E402
from sdv.single_table import CTGANSynthesizer, GaussianCopulaSynthesizer, TVAESynthesizer  # noqa: E402

PEERS = {"gaussian_copula": GaussianCopulaSynthesizer, "tvae": TVAESynthesizer, "ctgan": CTGANSynthesizer}
EPOCHS = 300  # SDV's default


def seed_all(seed):
    random.seed(seed)
    numpy.random.seed(seed)
    torch.manual_seed(seed)


def make(peer, metadata):
    if peer == "gaussian_copula":
        return PEERS[peer](metadata)
    return PEERS[peer](metadata, epochs=EPOCHS, enable_gpu=False)


class Deadline:
    """Stands in for the progress bar around ctgan's loop over epochs, and ends that loop once the time is up."""

    seconds, ran = float("inf"), 0

    def __init__(self, epochs, **_):
        self.epochs = epochs

    def __iter__(self):
        start, Deadline.ran = time.perf_counter(), 0
        for epoch in self.epochs:
            yield epoch
            Deadline.ran += 1
            if time.perf_counter() - start > Deadline.seconds:
                return


def extra(parser):
    parser.add_argument("--peer", required=True, choices=sorted(PEERS))
    parser.add_argument("--max-seconds", type=float, default=float("inf"))
    parser.add_argument("--suffix", default="", help="appended to the peer's folder name, for further seeds")


def main():
    args = common.arguments(__doc__, extra)
    Deadline.seconds = args.max_seconds
    ctgan.synthesizers.ctgan.tqdm = ctgan.synthesizers.tvae.tqdm = Deadline
    for name in args.tables:
        for part in args.parts:
            table = common.Table(args.data, name, part)
            frame = table.typed()
            metadata = Metadata.load_from_dict({"tables": {name: {"columns": {
                column: {"sdtype": kind} for column, kind in table.types.items()}}}})
            seed_all(args.seed)
            with common.Clock() as fit:
                synthesizer = make(args.peer, metadata)
                synthesizer.fit({name: frame})
            epochs = None if args.peer == "gaussian_copula" else Deadline.ran
            # SDV samples from a fixed state of its own; without this every seed would give the same rows
            synthesizer._set_random_state(args.seed)
            with common.Clock() as sample:
                synthetic = synthesizer.sample(num_rows=len(frame))
                synthetic = synthetic[name] if isinstance(synthetic, dict) else synthetic
            folder = f"{args.out}/{args.peer}{args.suffix}/{name}"
            table.write(synthetic, f"{folder}/{part}.csv")
            common.record(folder, part, {
                "by": type(synthesizer).__name__, "rows": len(synthetic), "seed": args.seed, "epochs": epochs,
                "epochs_default": None if epochs is None else EPOCHS,
                "fit_s": fit.wall, "fit_cpu_s": fit.cpu, "sample_s": sample.wall,
                "settings": "defaults" if epochs in (None, EPOCHS) else "defaults but epochs",
                "missing": "NaN, handled by SDV",
                "versions": common.versions("sdv", "ctgan", "rdt", "copulas", "pandas", "numpy", "torch",
                                            "scikit-learn")})
            print(f"{args.peer}{args.suffix} {name} {part}: fit {fit.wall} s, sample {sample.wall} s, epochs {epochs}",
                  flush=True)


if __name__ == "__main__":
    sys.exit(main())
