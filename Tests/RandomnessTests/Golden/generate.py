"""Writes reference binomial log-probabilities and Stirling corrections (needs mpmath)."""

import math
import pathlib

import mpmath

mpmath.mp.dps = 80
folder = pathlib.Path(__file__).parent


def log_pmf(n, p, k):
    p = mpmath.mpf(p)
    n = mpmath.mpf(n)
    return (mpmath.loggamma(n + 1) - mpmath.loggamma(k + 1) - mpmath.loggamma(n - k + 1)
            + (k * mpmath.log(p) if k else 0) + ((n - k) * mpmath.log1p(-p) if n - k else 0))


with open(folder / "binomial-log-probability.csv", "w") as file:
    file.write("trials,probability,k,log_probability\n")
    for n in [1, 7, 16, 100, 1000, 10**6, 10**9, 10**12, 2**53]:
        for p in [1e-12, 0.001, 0.1, 0.3, 0.5, 0.75, 1 - 2.0**-20]:
            sigma = math.sqrt(n * p * (1 - p))
            counts = {0, 1, n} if n < 10**6 else set()
            for z in [-30, -8, -3, -1, 0, 0.5, 2, 6, 12]:
                counts.add(int(round(n * p + z * sigma)))
            for k in sorted(counts):
                if 0 <= k <= n:
                    file.write(f"{n},{p!r},{k},{mpmath.nstr(log_pmf(n, p, k), 20)}\n")


def log_poisson(mean, k):
    mean = mpmath.mpf(mean)
    return (k * mpmath.log(mean) if k else 0) - mean - mpmath.loggamma(k + 1)


with open(folder / "poisson-log-probability.csv", "w") as file:
    file.write("mean,k,log_probability\n")
    for mean in [1e-300, 1e-8, 0.3, 1.0, 9.99, 10.0, 57.25, 1000.1, 1e6 + 0.3, 1e12 + 0.5, 2.0**52]:
        counts = {0, 1, 2, 40}
        for z in [-30, -8, -3, -1, 0, 0.5, 2, 6, 12]:
            counts.add(int(round(mean + z * math.sqrt(mean))))
        for k in sorted(counts):
            # Far below a large mean the probability is of no use to anyone.
            if k >= 0 and (mean < 1e6 or k > mean / 2):
                file.write(f"{mean!r},{k},{mpmath.nstr(log_poisson(mean, k), 20)}\n")
