"""The closed loop of a Gaussian under maximum likelihood, as a NumPy program would have it.

Mean and variance of M points are drawn as a normal and a chi-squared variate, for all replicates at
once. Prints millions of generations times replicates in a second, the best of five runs.
"""
import time

import numpy as np

SAMPLES, GENERATIONS, REPLICATES = 100, 2000, 1000


def run(seed):
    rng = np.random.default_rng(seed)
    mean, log_variance = np.zeros(REPLICATES), np.zeros(REPLICATES)
    for _ in range(GENERATIONS):
        deviation = np.exp(0.5 * log_variance)
        mean += deviation * rng.standard_normal(REPLICATES) / np.sqrt(SAMPLES)
        log_variance += np.log(rng.chisquare(SAMPLES - 1, REPLICATES) / SAMPLES)
    return log_variance.mean()


def run_linear(seed):
    """The same with the variance itself, which has left the range of doubles after a million."""
    rng = np.random.default_rng(seed)
    mean, variance = np.zeros(REPLICATES), np.ones(REPLICATES)
    for _ in range(GENERATIONS):
        mean += np.sqrt(variance / SAMPLES) * rng.standard_normal(REPLICATES)
        variance *= rng.chisquare(SAMPLES - 1, REPLICATES) / SAMPLES
    return np.log(variance).mean()


for name, program in (("logarithmic", run), ("linear", run_linear)):
    times = []
    for seed in range(5):
        start = time.perf_counter()
        program(seed)
        times.append(time.perf_counter() - start)
    print(f"NumPy, {name}: {1e-6 * GENERATIONS * REPLICATES / min(times):.1f}")
