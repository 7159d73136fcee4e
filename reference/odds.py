#!/usr/bin/env python3
"""Equalised odds of fixed predictions by SDMetrics: the reference of ModelRatesTest.

    pip install sdmetrics==0.32.0
    python odds.py core/src/test/resources/reference/odds/odds.json

Two groups, two models; keeps what each says of every row, the equalised odds score of each and the improvement.
"""
import json
import sys

import numpy as np
import sdmetrics
from sdmetrics.single_table.equalized_odds import EqualizedOddsImprovement

rng = np.random.default_rng(3)
n = 300
group = rng.random(n) < 0.4
truth = (rng.random(n) < 0.3 + 0.2 * group).astype(int)
models = {}
for name, tilt in (("real", 0.1), ("synthetic", 0.3)):
    said = (rng.random(n) < 0.2 + 0.5 * truth - tilt * group * truth + 0.1 * group).astype(int)
    counts = EqualizedOddsImprovement._compute_prediction_counts(said, truth, group)
    models[name] = {"said": said.tolist(), "score": EqualizedOddsImprovement._compute_equalized_odds_score(counts)}
score = (models["synthetic"]["score"] - models["real"]["score"]) / 2 + 0.5
with open(sys.argv[1], "w") as file:
    json.dump({"by": f"SDMetrics {sdmetrics.__version__}", "script": "reference/odds.py", "group": group.astype(int).tolist(),
               "truth": truth.tolist(), **models, "improvement": score}, file)
