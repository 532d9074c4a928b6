#!/usr/bin/env bash
# openturns 1.27.post1 (a fresh process) and scikit-learn 1.9.1 (GaussianProcessRegressor.sample_y): samplers that carry
# a seed of their own.
#
# Expected: without a seed, new random numbers in every process and every call.
#
# What happens: OpenTURNS starts every process from the same state, so the replicates of a job array are one replicate.
# sample_y has random_state=0 by default, so each generation of a loop gets the same noise, whatever seed numpy has.
#
# Why it matters: equal noise in each generation makes a loop ballistic. A Gaussian that is refitted to mean + scale z
# with z the same forever has ln scale falling or rising by ln(std z), of order 1/sqrt(2n), where independent noise
# gives -1/n and a random walk: collapse, or explosion, after sqrt(n) generations in place of n. Give a seed per
# replicate and generation.
#
# Chance: equality is exact; two independent normal numbers are never equal. Seen: .608201651 first in both processes;
# two calls equal.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-cache-dir openturns==1.27.post1 scikit-learn==1.9.1 numpy==2.4.6 scipy==1.17.1
OMP_NUM_THREADS=1 "$work/venv/bin/python" - <<'PY'
import subprocess
import sys
import numpy as np
from sklearn.gaussian_process import GaussianProcessRegressor

program = "import openturns as ot; print([row[0] for row in ot.Normal().getSample(5)])"
first, second = (subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
                 for _ in range(2))
print("openturns, two processes:", first.strip(), "equal" if first == second else "different")
x = np.arange(5.0)[:, None]
process = GaussianProcessRegressor(optimizer=None).fit(x, np.zeros(5))
draws = []
for seed in (1, 2):
    np.random.seed(seed)
    draws.append(process.sample_y(x + 0.5).ravel())
print("sample_y, two calls:", draws[0], "equal" if np.array_equal(*draws) else "different")
ok = first == second and np.array_equal(*draws)
print("as described" if ok else "CHANGED")
sys.exit(0 if ok else 1)
PY
