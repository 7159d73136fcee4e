#!/usr/bin/env python3
"""Groups of MDAV by its paper: the reference of MicroAggregationTest.

    pip install numpy
    python mdav.py core/src/test/resources/reference/disclosure/mdav.json

MDAV (Domingo-Ferrer and Torra 2005, doi:10.1007/s10618-005-0007-5, algorithm 5.1), written out from the text with plain
loops over lists: points, on standardised columns (divisor n - 1), are grouped by size k. Writes for several n, p and k
the points (rows) and the number of the group of each, in the order the groups are made.
"""
import json
import sys

import numpy


def distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))


def mdav(points, k):
    left = list(range(len(points)))
    groups = []

    def furthest(centre):
        return max(left, key=lambda i: distance(points[i], centre))

    def mean():
        return [sum(points[i][c] for i in left) / len(left) for c in range(len(points[0]))]

    def group(seed):
        near = sorted((i for i in left if i != seed), key=lambda i: distance(points[i], points[seed]))[:k - 1]
        members = [seed] + near
        groups.append(members)
        for i in members:
            left.remove(i)

    while len(left) >= 3 * k:
        r = furthest(mean())
        # s is furthest from r among all that are left; it is never among the k - 1 nearest of r for 3k different points.
        s = furthest(points[r])
        group(r)
        group(s)
    if len(left) >= 2 * k:
        group(furthest(mean()))
    if left:
        groups.append(list(left))
    of = [None] * len(points)
    for number, members in enumerate(groups):
        for i in members:
            of[i] = number
    return of


def main(path):
    random = numpy.random.default_rng(11)
    cases = []
    for n, p, k in ((7, 1, 3), (9, 2, 3), (11, 2, 3), (12, 2, 4), (50, 3, 3), (101, 2, 5), (64, 4, 10), (5, 2, 3)):
        raw = (random.normal(0, 1, (n, p)) * (1, 10, 100, 0.1)[:p] + random.exponential(1, (n, 1))).round(6)
        points = (raw - raw.mean(0)) / raw.std(0, ddof=1)
        cases.append({"size": k, "points": raw.tolist(), "groups": mdav(points.tolist(), k)})
    with open(path, "w") as file:
        json.dump(cases, file)
        file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
