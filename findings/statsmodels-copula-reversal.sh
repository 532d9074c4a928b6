#!/usr/bin/env bash
# statsmodels 0.15.0, GaussianCopula: fit_corr_param (Kendall's tau inverted) and rvs, in the loop fit, draw n, refit.
#
# Expected: the correlation r is (nearly) a martingale, so the loop ends at +1 with probability (1 + r)/2.
#
# What happens: Kendall's tau is estimated without bias, so tau = (2/pi) arcsin r is the exact martingale, for every n:
#     P(ends at +1) = (1 + tau)/2 = 1/2 + arcsin(r)/pi,
# .795 from r = .8 where (1 + r)/2 = .900. (With Pearson's r the limit for large n is the same: Fisher's z has drift
# r/(2n) and variance 1/n, and arcsin r is its scale function.)
#
# Why it matters: what a synthesiser with a copula does to a dependence is exactly known, and it is twice as often
# reversed as the correlation says. A good test of any copula program in a loop.
#
# Chance: 400 loops, standard deviation .020; (1 + r)/2 is 5 of those away, the nearest bound of the check 3.2: a false
# alarm has probability 8e-4 with a new seed, and the seed is fixed. Seen at n = 10, r = .8: .797 end at +1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-cache-dir statsmodels==0.15.0 numpy==2.4.6 scipy==1.17.1
OMP_NUM_THREADS=1 "$work/venv/bin/python" - <<'PY'
import sys
import warnings
import numpy as np
from statsmodels.distributions.copula.api import GaussianCopula

warnings.filterwarnings("ignore")
n, loops, start = 10, 400, 0.8
generator, ups, alive = np.random.default_rng(0), 0, 0
for _ in range(loops):
    r = start
    for _ in range(2000):
        sample = GaussianCopula(corr=r, k_dim=2).rvs(n, random_state=generator)
        r = float(GaussianCopula(k_dim=2).fit_corr_param(sample))
        if abs(r) > 1 - 1e-9:
            break
    else:
        alive += 1
    ups += r > 0
law = 0.5 + np.arcsin(start) / np.pi
share = ups / loops
print(f"ends at +1: {share:.3f}; 1/2 + arcsin(r)/pi = {law:.3f}; (1 + r)/2 = {(1 + start) / 2:.3f}; not ended: {alive}")
ok = abs(share - law) < 0.08 and share < 0.86 and alive == 0
print("as described" if ok else "CHANGED")
sys.exit(0 if ok else 1)
PY
