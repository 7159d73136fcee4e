"""Reference trees for CartTest: scikit-learn's classification trees on whole-number codes.

Run by hand: python3 reference/cart.py > core/src/test/resources/reference/cart.json
Needs numpy and scikit-learn. The test rebuilds the same codes from the arrays kept in the file.
"""
import json

import numpy as np
import sklearn
from sklearn.tree import DecisionTreeClassifier

cases = []
for seed, n, bins, classes, leaf in [(1, 400, 40, 3, 20), (2, 600, 200, 5, 30), (3, 300, 12, 2, 10)]:
    rng = np.random.default_rng(seed)
    x = rng.integers(0, bins, (n, 3))
    score = x[:, 0] / bins + 0.5 * (x[:, 1] > bins / 3) + rng.normal(0, 0.25, n)
    y = np.digitize(score, np.quantile(score, np.linspace(0, 1, classes + 1)[1:-1]))
    tree = DecisionTreeClassifier(min_samples_leaf=leaf, random_state=0).fit(x, y)
    leaves = tree.apply(x)
    within = 0.0
    for l in np.unique(leaves):
        counts = np.bincount(y[leaves == l], minlength=classes)
        within += counts.sum() - (counts**2).sum() / counts.sum()
    cases.append(
        {
            "x": x.T.tolist(),
            "y": y.tolist(),
            "bins": bins,
            "classes": classes,
            "leaf": leaf,
            "root": [int(tree.tree_.feature[0]), float(tree.tree_.threshold[0])],
            "leaves": int(tree.get_n_leaves()),
            "within": within,
        }
    )
print(json.dumps({"by": f"scikit-learn {sklearn.__version__}", "script": "reference/cart.py", "tolerance": 1e-9, "cases": cases}))
