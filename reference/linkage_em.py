"""Reference values for Fellegi-Sunter's m and u by EM, from recordlinkage's ECMClassifier.

Run by hand: python linkage_em.py ../core/src/test/resources/org/semblance/linkage/linkage-em.csv
Draws agreement of four fields for 200,000 pairs, 5 % of them matches, and writes how often each pattern occurs and
what the classifier learns. Binary agreement, since this is what it knows.
"""
import sys

import numpy as np
import pandas as pd
import recordlinkage as rl

rng = np.random.default_rng(5)
n, share = 200_000, 0.05
m = [0.9, 0.8, 0.95, 0.7]
u = [0.05, 0.1, 0.5, 0.02]
match = rng.random(n) < share
data = np.column_stack([rng.random(n) < np.where(match, m[f], u[f]) for f in range(4)]).astype(int)
frame = pd.DataFrame(data, columns=list("abcd"))
model = rl.ECMClassifier(init="jaro", max_iter=2000, atol=1e-10)
model.fit(frame)
counts = frame.groupby(list("abcd")).size().reset_index(name="count")
with open(sys.argv[1], "w") as out:
    out.write("a,b,c,d,count\n")
    for row in counts.itertuples(index=False):
        out.write(",".join(map(str, row)) + "\n")
    out.write("m," + ",".join(repr(float(model.m_probs[f][1])) for f in "abcd") + "\n")
    out.write("u," + ",".join(repr(float(model.u_probs[f][1])) for f in "abcd") + "\n")
    out.write("share," + repr(float(model.p)) + "\n")
