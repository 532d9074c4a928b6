"""Job f with NumPy: mean absorption times of the haploid Wright-Fisher chain from all starts.

Usage:  python3 absorption.py N

The dense system (1 - Q) t = 1 goes to numpy.linalg.solve. Prints a header and one line of CSV: the mean
time from n/2.
"""
import sys
import time

import numpy as np

n = int(sys.argv[1])
start = time.perf_counter()
k = np.arange(1, n)
log_factorial = np.concatenate([[0], np.cumsum(np.log(np.arange(1, n + 1)))])
log_choices = log_factorial[n] - log_factorial - log_factorial[::-1]
p = (k / n)[:, None]
j = np.arange(n + 1)
rows = np.exp(log_choices + j * np.log(p) + (n - j) * np.log1p(-p))
# What rounding left over would count as an exit.
rows /= rows.sum(axis=1, keepdims=True)
times = np.linalg.solve(np.eye(n - 1) - rows[:, 1:n], np.ones(n - 1))
seconds = time.perf_counter() - start
print(f"seconds,time\n{seconds},{times[n // 2 - 1]:.9f}")
