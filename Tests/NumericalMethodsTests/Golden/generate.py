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

# Squares of singular values of U diag(e^l), U unit lower triangular, from the eigenvalues of the product with its
# transpose in as many digits as the scales ask for.
with open(folder / "scaled-singular-values.csv", "w") as file:
    file.write("case,index,log_scale,row,log_singular\n")
    cases = [
        ([0, 0, 0], [[1], [0.5, 1], [-2, 0.25, 1]]),
        ([0, -1, -2, -3], [[1], [0.9, 1], [0.3, -0.4, 1], [1.5, 0.2, -0.7, 1]]),
        ([-3, 40, -100], [[1], [2, 1], [-1, 0.5, 1]]),
        ([0, -200, -450, -500.5, -1800], [[1], [3, 1], [0.1, -2, 1], [1, 1, 1, 1], [-0.5, 0.75, 0, 2, 1]]),
    ]
    for case, (scales, rows) in enumerate(cases):
        n = len(scales)
        with mpmath.workdps(40 + int(2 * (max(scales) - min(scales)))):
            matrix = mpmath.zeros(n)
            for i, row in enumerate(rows):
                for j, entry in enumerate(row):
                    matrix[i, j] = mpmath.mpf(entry) * mpmath.exp(scales[j])
            values = sorted(mpmath.eigsy(matrix * matrix.T, eigvals_only=True), reverse=True)
            logs = [mpmath.log(value) / 2 for value in values]
        for i in range(n):
            row = " ".join(str(x) for x in rows[i])
            file.write(f"{case},{i},{scales[i]},{row},{mpmath.nstr(logs[i], 17)}\n")
