"""Job b with NumPy: the number of spins up, k' ~ Binomial(n, k/n), until all are alike.

Usage:  python3 spins.py sufficient|raw N SEED REPLICATES

With `sufficient`, a binomial variate for each replicate that is still alive; with `raw`, all n spins of
each are drawn and counted. Prints a header and one line of CSV.
"""
import sys
import time

import numpy as np


def sufficient(rng, n, probability):
  return rng.binomial(n, probability)


def raw(rng, n, probability):
  return np.count_nonzero(rng.random((len(probability), n)) < probability[:, None], axis=1)


draw = {"sufficient": sufficient, "raw": raw}[sys.argv[1]]
n, seed, replicates = map(int, sys.argv[2:])
rng = np.random.default_rng(seed)
start = time.perf_counter()
alive = np.full(replicates, n // 2)
generations, ups = 0, 0
while len(alive) > 0:
  generations += len(alive)
  alive = draw(rng, n, alive / n)
  ups += np.count_nonzero(alive == n)
  alive = alive[(alive > 0) & (alive < n)]
seconds = time.perf_counter() - start
print("replicates,generations,seconds,time,up")
print(f"{replicates},{generations},{seconds},{generations / replicates},{ups / replicates}")
