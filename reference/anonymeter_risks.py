#!/usr/bin/env python3
"""Reference values of Anonymeter, and the tables to compute them on.

    python anonymeter_risks.py --out FOLDER      (pip install anonymeter==1.1.0; FOLDER: .../reference/privacy)

Three tables of 400 rows: ori (learnt from), control (held back), syn (60 rows of ori, 60 with numbers changed a little,
the rest fresh). No value is missing, no two rows are equally far from a third, and every number has the same least and
largest value in all tables, so that the ranges that distances are scaled by are the same for each attack: every row is
attacked, and the numbers of successes must agree exactly, but for those of attacks that draw at random:

  rates         success_rate and residual_success for many counts
  linkability   k = 1 and 3; columns a, b, u against c, d, v
  inference     secrets u, v (labels) and c (a number, within 5 %), all other columns known
  univariate    every possible question about one column: how many there are, answered once in ori, once in control
  multivariate  2,000 questions about three columns: the shares answered once, with their standard errors
"""
import argparse
import importlib.metadata
import json
import os
import warnings

import numpy
import pandas

warnings.filterwarnings("ignore")

from anonymeter.evaluators import (  # noqa: E402
    InferenceEvaluator, LinkabilityEvaluator)
from anonymeter.evaluators.singling_out_evaluator import (  # noqa: E402
    _evaluate_queries, multivariate_singling_out_queries, univariate_singling_out_queries)
from anonymeter.stats.confidence import residual_success, success_rate  # noqa: E402

ROWS = 400
NUMBERS = {"a": 100.0, "b": 10.0, "c": 500.0, "d": 1.0}


def fresh(random, rows):
    f = random.normal(size=rows)
    table = pandas.DataFrame({
        "a": 50 + 12 * (f + random.normal(size=rows)),
        "b": 5 + 1.2 * (f + random.normal(size=rows)),
        "c": 100 * numpy.exp(0.3 * f + 0.3 * random.normal(size=rows)),
        "d": random.random(rows),
        "u": numpy.array(["x", "y", "z", "w"])[numpy.clip(numpy.floor(1.5 + f + random.normal(size=rows)), 0, 3).astype(int)],
        "v": numpy.where(f + random.normal(size=rows) > 0, "yes", "no"),
    })
    # Ages of a sort: whole numbers, of which some occur once.
    table["e"] = numpy.round(40 + 15 * (0.5 * f + random.normal(size=rows))).clip(0, 100)
    for name, most in NUMBERS.items():
        table[name] = table[name].clip(0.02 * most, 0.98 * most).round(6)
    return table


def pinned(table):
    """The first two rows hold the ends of all ranges."""
    for name, most in {**NUMBERS, "e": 100.0}.items():
        table.loc[0, name], table.loc[1, name] = 0.0, most
    return table


def counts(evaluator):
    results = evaluator.results()
    risk = evaluator.risk()
    return {"attacks": results.n_attacks_ori, "success": int(results.n_success), "control": float(results.n_control),
            "risk": risk.value, "low": risk.ci[0], "high": risk.ci[1]}


def rates():
    out = []
    for total, success, control in [(400, 0, 0), (400, 37, 12), (500, 250, 100), (50, 50, 3), (1000, 3, 5), (20, 1, 0)]:
        attack, other = success_rate(total, success, 0.95), success_rate(total, control, 0.95)
        rest = residual_success(attack, other)
        out.append({"total": total, "success": success, "control": control, "rate": attack.value, "error": attack.error,
                    "residual": rest.value, "residual_error": rest.error})
    return out


def singling(ori, syn, control):
    import polars
    tables = [polars.DataFrame(table).unique(maintain_order=True) for table in (syn, ori, control)]
    one = univariate_singling_out_queries(tables[0], 100_000, numpy.random.default_rng(1))
    three = multivariate_singling_out_queries(tables[0], 2_000, 3, 1_000_000, numpy.random.default_rng(2))
    found = [[sum(c == 1 for c in _evaluate_queries(table, queries)) for table in tables[1:]]
             for queries in (one, three)]
    error = [(share * (1 - share) / len(three)) ** 0.5 for share in (n / len(three) for n in found[1])]
    return ({"questions": len(one), "success": found[0][0], "control": found[0][1]},
            {"questions": len(three), "success": found[1][0] / len(three), "control": found[1][1] / len(three),
             "success_error": error[0], "control_error": error[1]})


def main(folder):
    random = numpy.random.default_rng(20_261)
    ori, control, syn = (pinned(fresh(random, ROWS)) for _ in range(3))
    syn.iloc[2:62] = ori.iloc[100:160].to_numpy()
    near = ori.iloc[200:260].copy()
    for name in NUMBERS:
        near[name] = (near[name] * (1 + random.normal(0, 0.004, 60))).clip(0, NUMBERS[name]).round(6)
    syn.iloc[62:122] = near.to_numpy()
    tables = {"ori": ori, "control": control, "syn": syn}
    for name, table in tables.items():
        table.to_csv(os.path.join(folder, name + ".csv"), index=False)
        tables[name] = pandas.read_csv(os.path.join(folder, name + ".csv"))
    ori, control, syn = tables["ori"], tables["control"], tables["syn"]
    out = {"by": "anonymeter " + importlib.metadata.version("anonymeter"), "script": "reference/anonymeter_risks.py",
           "rates": rates(), "linkability": {}, "inference": {}}
    for k in (1, 3):
        link = LinkabilityEvaluator(ori, syn, (["a", "b", "u"], ["c", "d", "v"]), n_attacks=ROWS, n_neighbors=k,
                                    control=control).evaluate(n_jobs=2)
        out["linkability"][str(k)] = counts(link)
    for secret in ("u", "v", "c"):
        known = [name for name in ori if name != secret]
        infer = InferenceEvaluator(ori, syn, known, secret, regression=secret == "c", n_attacks=ROWS,
                                   control=control).evaluate(n_jobs=2)
        out["inference"][secret] = counts(infer)
    out["univariate"], out["multivariate"] = singling(ori, syn, control)
    with open(os.path.join(folder, "risks.json"), "w", encoding="utf-8") as target:
        json.dump(out, target, indent=1)
        target.write("\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    main(parser.parse_args().out)
