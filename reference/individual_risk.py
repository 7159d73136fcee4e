#!/usr/bin/env python3
"""Exact individual risks E(1/F | f), F negative binomial: the reference of KeyRiskTest.

    pip install mpmath
    python individual_risk.py

Prints f, persons and the risk p**f / f * 2F1(f, f; f + 1; 1 - p) with p = f / persons, in 50 digits of working.
"""
import mpmath

mpmath.mp.dps = 50

for f, persons in ((1, "1.0000001"), (1, "20"), (2, "2.001"), (2, "50"), (3, "108"), (3, "4"), (7, "1000"), (40, "60"),
                   (500, "501"), (61, "1000"), (30, "1e9")):
    p = mpmath.mpf(f) / mpmath.mpf(persons)
    risk = mpmath.quad(lambda u: u ** (f - 1) * p / (p + (1 - p) * u), [0, 1])
    again = p ** f / f * mpmath.hyp2f1(f, f, f + 1, 1 - p)
    assert abs(risk - again) < risk * mpmath.mpf("1e-20"), (f, persons, risk, again)
    print(f'"{f}, {persons}, {mpmath.nstr(risk, 17)}",')
