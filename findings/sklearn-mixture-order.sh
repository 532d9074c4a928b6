#!/usr/bin/env bash
# scikit-learn 1.9.1, GaussianMixture.sample().
#
# Expected: rows are independent draws, in any order: the first half is as good as the whole.
#
# What happens: the numbers of rows of all components are drawn first, and the rows come component by component. Of two
# equal components the first half of the rows is one component, and the second half the other.
#
# Why it matters: a training set that takes the first k rows, a batch, a train-test split without shuffling, or a time
# series made of them holds one mode only. In a loop that keeps the first half of 2n rows the second mode is gone
# after one generation; drawn n rows, it lives for some n generations. Shuffle, or take rows at random.
#
# Chance: none for the order; the mode is kept by the first half only if the first component has fewer than half of the
# rows, which bounds its share there. Fixed seeds. Seen: share of the left mode .000 and .998 in the two halves; after five
# generations both modes live in 1 of 20 loops that take the first half, in 20 of 20 that take a random half.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-cache-dir scikit-learn==1.9.1 numpy==2.4.6 scipy==1.17.1
OMP_NUM_THREADS=1 "$work/venv/bin/python" - <<'PY'
import sys
import numpy as np
from sklearn.mixture import GaussianMixture

n, generator = 1000, np.random.RandomState(0)
data = np.concatenate([generator.standard_normal(n) - 5, generator.standard_normal(n) + 5])[:, None]
rows, labels = GaussianMixture(2, random_state=0).fit(data).sample(2 * n)
halves = [float((half < 0).mean()) for half in (rows[:n], rows[n:])]
print(f"share of the left mode in the first half of the rows {halves[0]:.3f}, in the second {halves[1]:.3f}")
print(f"the component changes {np.count_nonzero(np.diff(labels))} time(s) from row to row; independent rows: about {n}")
ends = {"first half": [], "random half": []}
for name in ends:
    for replicate in range(20):
        points = data
        for generation in range(5):
            fit = GaussianMixture(2, random_state=replicate).fit(points)
            rows = fit.sample(200)[0]
            points = rows[:100] if name == "first half" else generator.permutation(rows)[:100]
        ends[name].append(float((points < 0).mean()))
alive = {name: sum(0 < share < 1 for share in shares) for name, shares in ends.items()}
print(f"after 5 generations both modes are there in {alive} of 20 loops")
ok = abs(halves[0] - halves[1]) > 0.9 and np.count_nonzero(np.diff(labels)) == 1
ok = ok and alive["first half"] <= 5 and alive["random half"] == 20
print("as described" if ok else "CHANGED")
sys.exit(0 if ok else 1)
PY
