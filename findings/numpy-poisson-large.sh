#!/usr/bin/env bash
# numpy 2.4.6, Generator.poisson, means from 1e14 on.
#
# Expected: right up to the largest mean that is accepted, 9.2e18.
#
# What happens: candidates are accepted by comparing k ln m - m - ln k!, a difference of numbers of size m ln m in
# doubles. Its rounding error, about m ln m 2^-53, reaches 1 near m = 3e14; from there on the test accepts at random,
# and the law drifts to that of the candidates, which has heavy tails. Variance/mean: 1.008 at 1e14, 1.04 at 1e15,
# 1.42 at 1e16, 1.64 at 1e17; beyond 3 standard deviations .0071, .027 and .036 for .0027. Only even counts from 2^53 on.
#
# Why it matters: Poisson loops and checks of a law at large sizes (M phi as a branching process) take this for the
# truth. A normal number, rounded, is far better there: its error is of order 1/sqrt(m).
#
# Chance: 10^6 draws, standard deviation of a variance .0014; margins above 7 of those, and a fixed seed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-cache-dir numpy==2.4.6
OMP_NUM_THREADS=1 "$work/venv/bin/python" - <<'PY'
import sys
import numpy as np

generator = np.random.default_rng(1)
ratio = {}
for mean in (1e12, 1e15, 1e16, 1e17):
    count = generator.poisson(mean, 10**6)
    z = (count - np.int64(mean)).astype(float) / np.sqrt(mean)
    ratio[mean] = z.var()
    print(f"mean {mean:g}: variance/mean {z.var():.4f}, beyond 3 standard deviations {np.mean(abs(z) > 3):.5f} "
          f"(exact .00270), odd {np.mean(count & 1):.3f}")
ok = abs(ratio[1e12] - 1) < 0.01 and ratio[1e15] > 1.02 and ratio[1e16] > 1.3 and ratio[1e17] > 1.4
print("as described" if ok else "CHANGED")
sys.exit(0 if ok else 1)
PY
