#!/usr/bin/env bash
# arviz-stats 0.8.0 (the statistics of ArviZ), ess() and rhat() on chains that have been absorbed.
#
# Expected: a dead chain has no effective size (not a number, or 1), or R-hat warns.
#
# What happens: a table of equal numbers is given the effective size of independent draws, all of it. Four Wright-Fisher
# chains that ended at 0 count as 10000 independent points. R-hat is not a number, so a test "R-hat > 1.01" is silent.
#
# Why it matters: collapse is the best convergence there is for these numbers; an error bar made with them is 0/100.
# Before absorption the same chain has an effective size of a few.
#
# Chance: none after absorption. 2500 generations at n = 100 (mean time 137) leave a chain alive with probability 1e-11.
# Seen: 10000 of 10000 and nan after absorption.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-cache-dir arviz-stats==0.8.0 numpy==2.4.6 scipy==1.17.1
OMP_NUM_THREADS=1 "$work/venv/bin/python" - <<'PY'
import sys
import warnings
import numpy as np
from arviz_stats.base import array_stats

warnings.filterwarnings("ignore")


def chain(n, generations, seed):
    generator, count, path = np.random.default_rng(seed), n // 2, []
    for _ in range(generations):
        count = generator.binomial(n, count / n)
        path.append(count / n)
    return path


paths = [path for path in (chain(100, 5000, seed) for seed in range(40)) if path[-1] == 0][:4]
early, dead = np.array(paths)[:, :20], np.array(paths)[:, 2500:]
size, hat = float(array_stats.ess(dead)), float(array_stats.rhat(dead))
print(f"first 20 generations: effective size {float(array_stats.ess(early)):.1f} of {early.size}")
print(f"after absorption: effective size {size:.1f} of {dead.size}, R-hat {hat}, R-hat > 1.01: {hat > 1.01}")
ok = size == dead.size and np.isnan(hat)
print("as described" if ok else "CHANGED")
sys.exit(0 if ok else 1)
PY
