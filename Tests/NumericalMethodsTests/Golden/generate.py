"""Writes reference values of distribution functions by summation and quadrature (needs mpmath)."""

import pathlib

import mpmath

mpmath.mp.dps = 40
folder = pathlib.Path(__file__).parent


def pmf(n, p, k):
    return mpmath.binomial(n, k) * p**k * (1 - p) ** (n - k)


with open(folder / "binomial.csv", "w") as file:
    file.write("trials,probability,k,pmf,cdf,survival\n")
    for n, p in [(1, 0.25), (10, 0.5), (50, 0.03), (200, 0.9), (1000, 0.5), (1000, 0.001)]:
        exact = mpmath.mpf(p)
        for k in sorted({0, 1, n // 10, n // 3, n // 2, int(n * p), n - 1, n}):
            cdf = mpmath.fsum(pmf(n, exact, j) for j in range(k + 1))
            survival = mpmath.fsum(pmf(n, exact, j) for j in range(k + 1, n + 1))
            row = [pmf(n, exact, k), cdf, survival]
            # Below 1e-300 relative accuracy is not promised.
            if min(x for x in row if x > 0) > mpmath.mpf("1e-290"):
                file.write(f"{n},{p},{k}," + ",".join(mpmath.nstr(x, 17) for x in row) + "\n")

with open(folder / "chi-squared.csv", "w") as file:
    file.write("degrees,x,survival\n")
    for degrees in [1, 2, 5, 30, 100, 1000]:
        for factor in [0.1, 0.5, 1, 1.3, 2, 4]:
            x = mpmath.mpf(degrees) * factor
            value = mpmath.gammainc(mpmath.mpf(degrees) / 2, x / 2, regularized=True)
            file.write(f"{degrees},{mpmath.nstr(x, 17)},{mpmath.nstr(value, 17)}\n")

with open(folder / "beta-quantile.csv", "w") as file:
    file.write("a,b,probability,quantile\n")
    for a, b in [(1, 1), (2, 3), (0.5, 0.5), (10, 191), (101, 100)]:
        for q in [0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.999999]:
            low, high = mpmath.mpf(0), mpmath.mpf(1)
            for _ in range(110):
                middle = (low + high) / 2
                if mpmath.betainc(a, b, 0, middle, regularized=True) < mpmath.mpf(q):
                    low = middle
                else:
                    high = middle
            file.write(f"{a},{b},{q},{mpmath.nstr(low, 17)}\n")
