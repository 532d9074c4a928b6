"""Jobs a, c and e with NumPy: the closed loop of a Gaussian under maximum likelihood.

Usage:  python3 gaussian.py replace|accumulate sufficient|raw M SEED REPLICATES GENERATIONS BATCH

With `sufficient`, mean and squared deviations of M points are a normal and a chi-squared variate, for
BATCH replicates at once; with `raw` all M points are drawn, and mean and variance computed from them.
Prints a header and one line of CSV.
"""
import sys
import time

import numpy as np


def replace_sufficient(rng, samples, generations, replicates):
  mean, log_variance = np.zeros(replicates), np.zeros(replicates)
  for _ in range(generations):
    deviation = np.exp(0.5 * log_variance)
    mean += deviation * rng.standard_normal(replicates) / np.sqrt(samples)
    log_variance += np.log(rng.chisquare(samples - 1, replicates) / samples)
  return mean, log_variance


def points(rng, samples, mean, deviation):
  """The mean and the mean squared deviation of so many points of every replicate."""
  data = rng.standard_normal((len(mean), samples))
  data *= deviation[:, None]
  data += mean[:, None]
  centre = data.mean(axis=1)
  data -= centre[:, None]
  return centre, np.einsum("ij,ij->i", data, data) / samples


def replace_raw(rng, samples, generations, replicates):
  mean, variance = np.zeros(replicates), np.ones(replicates)
  for _ in range(generations):
    mean, variance = points(rng, samples, mean, np.sqrt(variance))
  return mean, np.log(variance)


def accumulate_sufficient(rng, samples, generations, replicates):
  mean, variance = np.zeros(replicates), np.ones(replicates)
  total, squares = np.zeros(replicates), np.zeros(replicates)
  for generation in range(1, generations + 1):
    new = mean + np.sqrt(variance / samples) * rng.standard_normal(replicates)
    total += samples * new
    squares += variance * rng.chisquare(samples - 1, replicates) + samples * new * new
    mean = total / (generation * samples)
    variance = squares / (generation * samples) - mean * mean
  return mean, np.log(variance)


def accumulate_raw(rng, samples, generations, replicates):
  mean, variance = np.zeros(replicates), np.ones(replicates)
  total, squares = np.zeros(replicates), np.zeros(replicates)
  for generation in range(1, generations + 1):
    new, scatter = points(rng, samples, mean, np.sqrt(variance))
    total += samples * new
    squares += samples * (scatter + new * new)
    mean = total / (generation * samples)
    variance = squares / (generation * samples) - mean * mean
  return mean, np.log(variance)


def main():
  loop = {
    ("replace", "sufficient"): replace_sufficient,
    ("replace", "raw"): replace_raw,
    ("accumulate", "sufficient"): accumulate_sufficient,
    ("accumulate", "raw"): accumulate_raw,
  }[sys.argv[1], sys.argv[2]]
  samples, seed, replicates, generations, batch = map(int, sys.argv[3:])
  rng = np.random.default_rng(seed)
  start = time.perf_counter()
  ends = [loop(rng, samples, generations, min(batch, replicates - first))
          for first in range(0, replicates, batch)]
  seconds = time.perf_counter() - start
  mean, log_variance = (np.concatenate(part) for part in zip(*ends))
  print("replicates,generations,seconds,log_variance,variance,square_mean,far")
  print(f"{replicates},{replicates * generations},{seconds},{log_variance.mean()},"
        f"{np.exp(log_variance).mean()},{(mean * mean).mean()},{(abs(mean) > 0.5).mean()}")


main()
