"""Job d with NumPy: a case of Figure 2, one chain, as `fig2-peer.c` has it.

Usage:  python3 fig2.py sufficient|raw CASE M SEED GENERATIONS BURN_IN

With `sufficient`, the numbers of samples on the levels are a multinomial variate; with `raw` a level is
drawn for each sample. Prints a header and one line of CSV.
"""
import math
import sys
import time

import numpy as np

N = 10
PRIOR_VARIANCE = 2.0
spin_sum = N - 2 * np.arange(N + 1)
measure = np.array([math.comb(N, k) for k in range(N + 1)], dtype=float)
phi = np.stack([spin_sum, (spin_sum**2 - N) / (2 * N)])


def probabilities(theta):
  """The probabilities of the levels, and the logarithm of the partition sum."""
  exponents = theta @ phi
  peak = exponents.max()
  weights = measure * np.exp(exponents - peak)
  total = weights.sum()
  return weights / total, peak + math.log(total)


def fit(theta, p, log_partition, sums, points):
  """The maximum of the posterior, by Newton's method with backtracking from `theta`."""
  def objective(theta, log_partition):
    return theta @ sums - points * log_partition - theta @ theta / (2 * PRIOR_VARIANCE)

  value = objective(theta, log_partition)
  while True:
    mean = phi @ p
    centred = phi - mean[:, None]
    gradient = sums - points * mean - theta / PRIOR_VARIANCE
    hessian = points * (centred * p) @ centred.T + np.eye(2) / PRIOR_VARIANCE
    step = np.linalg.solve(hessian, gradient)
    if np.abs(step).max() < 1e-9:
      return theta, p, log_partition
    slope, slack, length = gradient @ step, 1e-13 * points * (1 + abs(log_partition)), 1.0
    while True:
      trial = theta + length * step
      p, log_partition = probabilities(trial)
      rise = objective(trial, log_partition) - value
      if rise >= 1e-4 * length * slope - slack:
        break
      length /= 2
    theta, value = trial, value + rise


def chain(rng, method, case, samples, generations):
  """θ after each of so many generations from (0, 0)."""
  theta = np.zeros(2)
  p, log_partition = probabilities(theta)
  path = np.empty((generations, 2))
  external = {"i": -6, "ii": None, "iii": 0}[case]
  points = samples + (external is not None)
  for t in range(generations):
    if method == "sufficient":
      counts = rng.multinomial(samples, p)
      s, squares = counts @ spin_sum, counts @ spin_sum**2
    else:
      levels = spin_sum[np.searchsorted(np.cumsum(p[:-1]), rng.random(samples), side="right")]
      s, squares = levels.sum(), levels @ levels
    if case == "i":
      theta = np.array([math.atanh((s + external) / (points * N)), 0.0])
      p, log_partition = probabilities(theta)
    else:
      sums = np.array([s, (squares - points * N) / (2 * N)])
      theta, p, log_partition = fit(theta, p, log_partition, sums, points)
    path[t] = theta
  return path


method, case = sys.argv[1:3]
samples, seed, generations, burn_in = map(int, sys.argv[3:])
rng = np.random.default_rng(seed)
start = time.perf_counter()
path = chain(rng, method, case, samples, burn_in + generations)
# Every generation takes as long, those of the burn-in, too.
seconds = (time.perf_counter() - start) * generations / (burn_in + generations)
kept = path[burn_in:]
mean, variance = kept.mean(axis=0), kept.var(axis=0)
print("generations,seconds,mean1,var1,mean2,var2")
print(f"{generations},{seconds},{mean[0]},{variance[0]},{mean[1]},{variance[1]}")
