"""The closed loop of a Gaussian under maximum likelihood, as a NumPy program would have it.

Mean and variance of M points are drawn as a normal and a chi-squared variate, for all replicates at
once.

Usage:  python3 gaussian.py logarithm|linear M GENERATIONS REPLICATES SEED

With linear it is the variance itself that is kept, which leaves the range of doubles after some tens of
thousands of generations. Prints a header and one line of CSV: the time of one generation of one
replicate, and the mean of the logarithm of the variance at the end.
"""
import sys
import time

import numpy as np


def logarithm(rng, samples, generations, replicates):
    mean, log_variance = np.zeros(replicates), np.zeros(replicates)
    for _ in range(generations):
        deviation = np.exp(0.5 * log_variance)
        mean += deviation * rng.standard_normal(replicates) / np.sqrt(samples)
        log_variance += np.log(rng.chisquare(samples - 1, replicates) / samples)
    return log_variance.mean()


def linear(rng, samples, generations, replicates):
    mean, variance = np.zeros(replicates), np.ones(replicates)
    for _ in range(generations):
        mean += np.sqrt(variance / samples) * rng.standard_normal(replicates)
        variance *= rng.chisquare(samples - 1, replicates) / samples
    return np.log(variance).mean()


program = {"logarithm": logarithm, "linear": linear}[sys.argv[1]]
samples, generations, replicates, seed = map(int, sys.argv[2:])
rng = np.random.default_rng(seed)
start = time.perf_counter()
mean = program(rng, samples, generations, replicates)
seconds = time.perf_counter() - start
print("program,seconds,ns_per_generation,mean_log_variance")
print(f"numpy,{seconds},{1e9 * seconds / (generations * replicates)},{mean}")
