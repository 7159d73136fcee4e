#!/usr/bin/env python3
"""SDV's PAR on one table of sequences.

    python sdv_par.py TABLE.csv OUT.csv --entity Symbol --order Date [--context COLUMN ...] [--drop COLUMN ...]
                      [--epochs 128] [--seconds 1000000] [--seed 1]

Kinds of columns are given: the entity is an id, the order a date or a number, the others are categories or numbers. Context are
columns that are the same in all rows of an entity. A fit ends after the epoch in which the seconds are up. The last line printed is JSON: seconds of fit and
sample, and the epochs that were run.
"""
import argparse
import json
import random
import time
import warnings

import deepecho.models.par
import numpy
import pandas
import sdv
import torch

torch.set_num_threads(1)
warnings.filterwarnings("ignore")

from sdv.metadata import Metadata  # noqa: E402
from sdv.sequential import PARSynthesizer  # noqa: E402


class Deadline:
    """Stands in for the progress bar around PAR's loop over epochs, and ends that loop once the time is up."""

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

    def set_description(self, *_):
        pass

    def close(self):
        pass


def kind(name, column, given):
    """The entity is an id, text in the order is a date, other text a category, everything else a number."""
    if name == given.entity:
        return {"sdtype": "id"}
    if column.dtype == object:
        return {"sdtype": "datetime", "datetime_format": "%Y-%m-%d"} if name == given.order else {"sdtype": "categorical"}
    return {"sdtype": "numerical"}


def main():
    words = argparse.ArgumentParser()
    words.add_argument("table")
    words.add_argument("out")
    words.add_argument("--entity", required=True)
    words.add_argument("--order", required=True)
    words.add_argument("--context", nargs="*", default=[])
    words.add_argument("--drop", nargs="*", default=[])
    words.add_argument("--epochs", type=int, default=128)
    words.add_argument("--seconds", type=float, default=1e6)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    random.seed(given.seed)
    numpy.random.seed(given.seed)
    torch.manual_seed(given.seed)
    deepecho.models.par.tqdm = Deadline
    Deadline.seconds = given.seconds

    real = pandas.read_csv(given.table).drop(columns=given.drop)
    metadata = Metadata.load_from_dict({
        "METADATA_SPEC_VERSION": "V1",
        "tables": {"t": {
            "columns": {name: kind(name, real[name], given) for name in real.columns},
            "sequence_key": given.entity,
            "sequence_index": given.order,
        }},
        "relationships": [],
    })
    synthesizer = PARSynthesizer(
        metadata, epochs=given.epochs, context_columns=given.context, cuda=False, verbose=True)
    start = time.perf_counter()
    synthesizer.fit({"t": real})
    fitted = time.perf_counter()
    drawn = synthesizer.sample_sequences(real[given.entity].nunique())
    sampled = time.perf_counter()
    drawn = drawn["t"] if isinstance(drawn, dict) else drawn
    drawn[list(real.columns)].to_csv(given.out, index=False)
    print(json.dumps({
        "sdv": sdv.__version__, "fit": fitted - start, "sample": sampled - fitted, "epochs": Deadline.ran,
        "rows": len(drawn)}))


if __name__ == "__main__":
    main()
