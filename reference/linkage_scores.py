"""Reference values for the scores of links, from er-evaluation, recordlinkage and scikit-learn.

Run by hand: python linkage_scores.py ../core/src/test/resources/org/semblance/linkage/linkage-scores.csv
Draws clusterings of 40 to 120 records and writes, a line each, both clusterings and what the packages say of them.
"""
import csv
import math
import random
import sys

import er_evaluation as ee
import pandas as pd
import recordlinkage as rl
from sklearn import metrics


def case(rng, n, true_clusters, found_clusters, agree):
    true = [rng.randrange(true_clusters) for _ in range(n)]
    found = [t if rng.random() < agree else found_clusters + rng.randrange(found_clusters) for t in true]
    t, f = pd.Series(true), pd.Series(found)
    links_true = rl.index.Full().index(pd.DataFrame(index=t.index))
    same = lambda s: links_true[[s[a] == s[b] for a, b in links_true]]
    m, p = same(t), same(f)
    confusion = rl.confusion_matrix(m, p, len(links_true))
    entropy = lambda s: -sum(c / n * math.log(c / n) for c in s.value_counts())
    joint = -sum(c / n * math.log(c / n) for c in pd.Series(list(zip(true, found))).value_counts())
    return [
        " ".join(map(str, true)), " ".join(map(str, found)),
        rl.precision(confusion), rl.recall(confusion), rl.fscore(confusion),
        ee.metrics.pairwise_precision(f, t), ee.metrics.pairwise_recall(f, t),
        ee.metrics.b_cubed_precision(f, t), ee.metrics.b_cubed_recall(f, t),
        ee.metrics.cluster_precision(f, t), ee.metrics.cluster_recall(f, t),
        ee.metrics.cluster_homogeneity(f, t), ee.metrics.cluster_completeness(f, t), ee.metrics.cluster_v_measure(f, t),
        metrics.adjusted_rand_score(true, found), metrics.fowlkes_mallows_score(true, found),
        2 * joint - entropy(t) - entropy(f),
    ]


def main(path):
    rng = random.Random(7)
    with open(path, "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["true", "found", "rl_precision", "rl_recall", "rl_fscore", "pairwise_precision", "pairwise_recall",
                         "b3_precision", "b3_recall", "cluster_precision", "cluster_recall", "homogeneity", "completeness",
                         "v_measure", "ari", "fowlkes_mallows", "vi"])
        for n, a, b, agree in [(40, 12, 9, .5), (60, 30, 8, .9), (80, 60, 40, .7), (120, 20, 50, .8), (50, 45, 45, .95)]:
            writer.writerow(case(rng, n, a, b, agree))


main(sys.argv[1])
