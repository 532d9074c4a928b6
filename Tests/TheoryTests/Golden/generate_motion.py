"""Reference values for exponential families f(s|theta) = h(s) exp(theta.phi(s) - A(theta)).

Everything is computed by brute force (sums over all outcomes, iterated chains) or from a
closed form that is checked against one, with 60 digits, and written with 17 significant
digits as CSV next to this script (family-derivatives.csv with the tests of the families).  Inputs (theta, start, ...) are doubles and are written
in their shortest exact form, so a reader that parses them works at exactly the same point.
Cells are empty where they do not apply.  Needs mpmath, numpy and scipy.

  family-derivatives.csv  log partition A, mean, Fisher information J, gradient of log det J
  one-step.csv            law of the estimate after one generation of sample and re-estimate
  cir.csv                 Poisson loop against the Cox-Ingersoll-Ross diffusion
  coordinates.csv         one spin, Jeffreys' prior maximised in three coordinates
  support.csv             haploid Wright-Fisher chain: survival and entropy term of one type
  entropy-slopes.csv      M times the expected entropy change in one generation
"""

import csv
import os
from math import comb, factorial, prod

import numpy as np
from mpmath import mp, mpf
from scipy.integrate import solve_ivp
from scipy.stats import poisson as scipy_poisson

mp.dps = 60


# ---------------------------------------------------------------- helpers

def cell(x):
    if x is None:
        return ""
    if isinstance(x, (str, int)):
        return str(x)
    if isinstance(x, float):  # an input: shortest text that parses back to the same double
        return repr(x)
    return mp.nstr(x if abs(x) > mpf(10) ** -50 else mpf(0), 17)


def write(name, columns, rows):
    folder = os.path.dirname(os.path.abspath(__file__))
    if name == "family-derivatives.csv":
        folder = os.path.join(folder, "../../FamiliesTests/Golden")
    path = os.path.join(folder, name)
    with open(path, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns.split(","))
        for row in rows:
            assert len(row) == len(columns.split(",")), row
            out.writerow([cell(x) for x in row])
    print(name, len(rows))


def pad(values, length):
    return list(values) + [None] * (length - len(values))


def close(x, y, tolerance=mpf(10) ** -25):
    assert abs(x - y) <= tolerance * (1 + abs(y)), (x, y)


def dot(a, b):
    return mp.fsum(x * y for x, y in zip(a, b))


def counts_of(total, parts):
    """All ways to write total as an ordered sum of parts counts."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in counts_of(total - first, parts - 1):
            yield (first,) + rest


def binomial(n, p):
    """Probabilities of 0..n successes."""
    return [comb(n, k) * p ** k * (1 - p) ** (n - k) for k in range(n + 1)]


# ---------------------------------------------------------------- families

def levels(family, size):
    """The outcomes of a finite family: (base weight, statistics)."""
    if family == "independent-spins":
        return [(comb(size, k), (mpf(2 * k - size),)) for k in range(size + 1)]
    if family == "coupled-spins":
        return [(comb(size, k), (mpf(2 * k - size), (mpf(2 * k - size) ** 2 - size) / (2 * size)))
                for k in range(size + 1)]
    if family == "binomial":
        return [(comb(size, k), (mpf(k),)) for k in range(size + 1)]
    if family == "categorical":
        return [(1, tuple(mpf(a == symbol) for a in range(size - 1))) for symbol in range(size)]
    return None


def precision_and_shift(size, theta):
    """The precision and its product with the mean, from (s_i; s_i s_j for i <= j)."""
    precision, place = mp.matrix(size, size), size
    for i in range(size):
        for j in range(i, size):
            precision[i, j] = precision[j, i] = -theta[place] * (2 if i == j else 1)
            place += 1
    return precision, mp.matrix(theta[:size])


def log_partition(family, size, theta):
    outcomes = levels(family, size)
    if outcomes:
        return mp.log(mp.fsum(w * mp.exp(dot(theta, phi)) for w, phi in outcomes))
    if family == "poisson":
        return mp.exp(theta[0])
    if family == "exponential":
        return -mp.log(-theta[0])
    if family == "negative-binomial":  # size r / 10
        return -mpf(size) / 10 * mp.log(1 - mp.exp(theta[0]))
    if family == "gamma-known-shape":  # shape k / 10
        return -mpf(size) / 10 * mp.log(-theta[0])
    if family == "gaussian-known-variance":  # variance v / 10
        return mpf(size) / 20 * theta[0] ** 2
    if family == "gaussian":
        return -theta[0] ** 2 / (4 * theta[1]) + mp.log(-mp.pi / theta[1]) / 2
    if family == "gamma":
        return mp.loggamma(theta[1]) - theta[1] * mp.log(-theta[0])
    if family == "multivariate-gaussian":
        precision, shift = precision_and_shift(size, theta)
        mean = precision ** -1 * shift
        return ((shift.T * mean)[0] - mp.log(mp.det(precision)) + size * mp.log(2 * mp.pi)) / 2
    raise ValueError(family)


def probabilities(family, size, theta):
    a = log_partition(family, size, theta)
    return [w * mp.exp(dot(theta, phi) - a) for w, phi in levels(family, size)]


def mean_and_fisher(family, size, theta):
    outcomes = levels(family, size)
    if outcomes:
        p = probabilities(family, size, theta)
        d = len(theta)
        mean = [mp.fsum(q * phi[a] for q, (_, phi) in zip(p, outcomes)) for a in range(d)]
        fisher = mp.matrix(d, d)
        for a in range(d):
            for b in range(d):
                fisher[a, b] = mp.fsum(q * (phi[a] - mean[a]) * (phi[b] - mean[b])
                                       for q, (_, phi) in zip(p, outcomes))
        return mean, fisher
    if family == "poisson":
        return [mp.exp(theta[0])], mp.matrix([[mp.exp(theta[0])]])
    if family == "exponential":
        return [-1 / theta[0]], mp.matrix([[1 / theta[0] ** 2]])
    if family == "negative-binomial":
        r, p = mpf(size) / 10, mp.exp(theta[0])
        return [r * p / (1 - p)], mp.matrix([[r * p / (1 - p) ** 2]])
    if family == "gamma-known-shape":
        k = mpf(size) / 10
        return [-k / theta[0]], mp.matrix([[k / theta[0] ** 2]])
    if family == "gaussian-known-variance":
        v = mpf(size) / 10
        return [v * theta[0]], mp.matrix([[v]])
    if family == "gamma":
        beta, k = -theta[0], theta[1]
        return ([k / beta, mp.digamma(k) - mp.log(beta)],
                mp.matrix([[k / beta ** 2, 1 / beta], [1 / beta, mp.psi(1, k)]]))
    if family == "multivariate-gaussian":
        precision, shift = precision_and_shift(size, theta)
        covariance = precision ** -1
        m = covariance * shift
        # Each statistic as a polynomial in z = s - m: a constant, a linear and a quadratic form.
        parts = []
        for i in range(size):
            parts.append((m[i], mp.matrix([int(a == i) for a in range(size)]), mp.zeros(size)))
        for i in range(size):
            for j in range(i, size):
                linear, quadratic = mp.zeros(size, 1), mp.zeros(size)
                linear[i] += m[j]
                linear[j] += m[i]
                quadratic[i, j] += mpf(1) / 2
                quadratic[j, i] += mpf(1) / 2
                parts.append((m[i] * m[j], linear, quadratic))

        def trace(q):
            return mp.fsum(q[a, a] for a in range(size))

        mean = [c + trace(q * covariance) for c, _, q in parts]
        fisher = mp.matrix(len(parts), len(parts))
        for a, (_, l, q) in enumerate(parts):
            for b, (_, k, r) in enumerate(parts):
                fisher[a, b] = (l.T * covariance * k)[0] + 2 * trace(q * covariance * r * covariance)
        return mean, fisher
    v = -1 / (2 * theta[1])
    m = theta[0] * v
    return [m, m * m + v], mp.matrix([[v, 2 * m * v], [2 * m * v, 4 * m * m * v + 2 * v * v]])


def log_det_gradient(family, size, theta):
    """Gradient of log det J; for finite families sum_s p c_a (c.J^-1.c), c = phi - mean."""
    if family == "poisson":
        return [mpf(1)]
    if family in ("exponential", "gamma-known-shape"):
        return [-2 / theta[0]]
    if family == "negative-binomial":
        p = mp.exp(theta[0])
        return [(1 + p) / (1 - p)]
    if family == "gaussian-known-variance":
        return [mpf(0)]
    if family == "gaussian":  # det J = 2 v^3, v = -1 / (2 theta2)
        return [mpf(0), -3 / theta[1]]
    if family == "gamma":
        k = theta[1]
        return [-2 / theta[0], 1 / k + (mp.psi(2, k) + 1 / k ** 2) / (mp.psi(1, k) - 1 / k)]
    if family == "multivariate-gaussian":  # det J is a constant times det Sigma^(size + 2)
        covariance = precision_and_shift(size, theta)[0] ** -1
        return [mpf(0)] * size + [2 * (size + 2) * covariance[i, j]
                                  for i in range(size) for j in range(i, size)]
    mean, fisher = mean_and_fisher(family, size, theta)
    inverse = fisher ** -1
    gradient = [mpf(0)] * len(theta)
    for p, (_, phi) in zip(probabilities(family, size, theta), levels(family, size)):
        c = mp.matrix([x - y for x, y in zip(phi, mean)])
        length = (c.T * inverse * c)[0]
        gradient = [g + p * x * length for g, x in zip(gradient, c)]
    return gradient


def entropy(family, size, theta):
    """S = A - theta.mean."""
    return log_partition(family, size, theta) - dot(theta, mean_and_fisher(family, size, theta)[0])


# ---------------------------------------------------------------- family-derivatives.csv

def family_derivatives():
    one = [0.0, 0.001, -0.05, 0.2, -0.4, 0.75, 1.0, -1.5, 2.5, -4.0, 6.0, -8.0]
    two = [(0.0, 0.0), (0.001, -0.002), (0.1, 0.4), (0.3, -0.5), (-0.7, 0.9), (1.2, -2.0),
           (-2.0, 1.5), (0.0, 5.0), (0.5, -8.0), (0.01, 8.0), (4.0, -3.0), (-8.0, 2.0)]
    four = [(0.0, 0.0, 0.0, 0.0), (0.001, -0.002, 0.003, 0.0), (0.5, -0.3, 0.2, 0.1),
            (1.0, 1.0, 1.0, 1.0), (-1.0, 0.5, 2.0, -0.25), (2.0, -2.0, 1.0, -1.0),
            (-3.0, -3.0, -3.0, -3.0), (4.0, 0.0, 0.0, 0.0), (0.0, -6.0, 0.0, 3.0),
            (8.0, 7.0, -1.0, 0.5), (-8.0, 0.1, -0.1, 8.0), (-8.0, -4.0, -2.0, -1.0)]
    gauss = [(0.0, 1.0), (1.0, 2.0), (5.0, 0.01), (-5.0, 0.01), (5.0, 100.0), (-5.0, 1.0),
             (0.0, 0.01), (0.0, 100.0), (0.001, 0.5), (-0.3, 10.0), (2.5, 0.1), (-1.5, 30.0)]
    cases = [("independent-spins", n, (t,)) for n in (1, 5, 20) for t in one]
    cases += [("coupled-spins", n, t) for n in (2, 3, 10) for t in two]
    cases += [("poisson", 0, (t,)) for t in one]
    cases += [("exponential", 0, (-t,)) for t in
              (0.001, 0.02, 0.1, 0.3, 0.5, 1.0, 1.5, 2.0, 4.0, 8.0, 50.0, 1000.0)]
    cases += [("gaussian", 0, (m / v, -1 / (2 * v))) for m, v in gauss]
    cases += [("categorical", 3, t) for t in two] + [("categorical", 5, t) for t in four]

    cases += [("gamma", 0, t) for t in
              [(-1.0, 1.0), (-0.01, 0.003), (-2.0, 0.3), (-0.5, 2.5), (-30.0, 7.0), (-1.0, 11.75),
               (-0.001, 12.25), (-40.0, 80.0), (-100.0, 1e4), (-3.0, 1e6), (-1e7, 1e7), (-0.25, 1e12)]]
    cases += [("multivariate-gaussian", 1, (m / v, -1 / (2 * v))) for m, v in gauss]
    cases += [("multivariate-gaussian", 2, t) for t in
              [(0.0, 0.0, -0.5, 0.0, -0.5), (1.0, -2.0, -0.5, 0.25, -1.5), (3.0, 0.5, -2.0, -1.5, -0.75),
               (-20.0, 5.0, -50.0, 4.0, -0.5), (0.1, 0.2, -0.01, 0.005, -0.25),
               (6.0, -4.0, -100.0, 30.0, -3.0)]]

    cases += [("binomial", n, (t,)) for n in (1, 7) for t in one]
    below = (0.01, 0.1, 0.3, 0.5, 1.0, 2.0, 4.0, 8.0)
    cases += [("negative-binomial", r, (-t,)) for r in (3, 10, 60) for t in below]
    cases += [("gamma-known-shape", k, (-t,)) for k in (8, 70) for t in below]
    cases += [("gaussian-known-variance", v, (t,)) for v in (2, 300) for t in one]

    rows = []
    for family, size, doubles in cases:
        theta = [mpf(t) for t in doubles]
        d = len(theta)
        unit = [tuple(int(a == b) for b in range(d)) for a in range(d)]
        a = log_partition(family, size, theta)
        mean, fisher = mean_and_fisher(family, size, theta)
        gradient = log_det_gradient(family, size, theta)

        # Every derivative against numerical differentiation.
        def potential(*t):
            return log_partition(family, size, t)

        def log_det(*t):
            return mp.log(mp.det(mean_and_fisher(family, size, t)[1]))

        for i in range(d):
            close(mean[i], mp.diff(potential, theta, unit[i]))
            close(gradient[i], mp.diff(log_det, theta, unit[i]))
            for j in range(d):
                order = tuple(x + y for x, y in zip(unit[i], unit[j]))
                close(fisher[i, j], mp.diff(potential, theta, order))
        # Closed forms.
        if family == "independent-spins":
            close(a, size * mp.log(2 * mp.cosh(theta[0])))
            close(gradient[0], -2 * mp.tanh(theta[0]))
        if family == "categorical":  # det J is the product of all K probabilities
            close(log_det(*theta), sum(mp.log(p) for p in probabilities(family, size, theta)))
            for i in range(d):
                close(gradient[i], 1 - size * mean[i])

        block = [fisher[0, 0]] + ([fisher[0, 1], fisher[1, 1]] if d > 1 else [None, None])
        rows.append([family, size] + pad(doubles, 5) + [a] + pad(mean, 5) + block + pad(gradient, 5))
    write("family-derivatives.csv",
          "family,size,theta1,theta2,theta3,theta4,theta5,logPartition,mean1,mean2,mean3,mean4,mean5,"
          "fisher11,fisher12,fisher22,"
          "logDetGradient1,logDetGradient2,logDetGradient3,logDetGradient4,logDetGradient5", rows)


# ---------------------------------------------------------------- one-step.csv

def fit(family, size, total, weight, variance):
    """argmax of theta.total - weight A(theta) - |theta|^2 / (2 variance), by Newton steps."""
    ridge = mpf(0) if variance is None else 1 / mpf(variance)

    def objective(t):
        return dot(t, total) - weight * log_partition(family, size, t) - ridge * dot(t, t) / 2

    theta = [mpf(0)] * len(total)
    while True:
        mean, fisher = mean_and_fisher(family, size, theta)
        slope = mp.matrix([x - weight * m - ridge * t for x, m, t in zip(total, mean, theta)])
        step = list(mp.lu_solve(weight * fisher + ridge * mp.eye(len(theta)), slope))
        size_of_step = mp.sqrt(dot(step, step))
        scale = mpf(1)
        if size_of_step > 1e-5:
            while objective([t + scale * s for t, s in zip(theta, step)]) <= objective(theta):
                scale /= 2
        theta = [t + scale * s for t, s in zip(theta, step)]
        if size_of_step < mpf(10) ** -30:  # quadratic convergence: now exact to all digits
            return theta


def inside(n_spins, count, sum_s, sum_s2):
    """Is the mean of (S, S^2) strictly inside the polygon with vertices (S, S^2)?"""
    vertices = [(s, s * s) for s in range(-n_spins, n_spins + 1, 2)]  # counter-clockwise
    for (x0, y0), (x1, y1) in zip(vertices, vertices[1:] + vertices[:1]):
        if (x1 - x0) * (sum_s2 - count * y0) - (y1 - y0) * (sum_s - count * x0) <= 0:
            return False
    return True


def one_step():
    rows = []

    def add(family, size, samples, theta, sums, m, variance, law):
        """law: (probability, estimate or None), or finished conditional moments."""
        d = len(theta)
        if isinstance(law, dict):
            interior, mean, cov, change = law["interior"], law["mean"], law["cov"], law["entropy"]
        else:
            close(mp.fsum(p for p, _ in law), 1, mpf(10) ** -40)
            finite = [(p, t) for p, t in law if t is not None]
            interior = mp.fsum(p for p, _ in finite)

            def expect(f):
                return mp.fsum(p * f(t) for p, t in finite) / interior

            mean = [expect(lambda t: t[a]) for a in range(d)]
            cov = [[expect(lambda t: (t[a] - mean[a]) * (t[b] - mean[b])) for b in range(d)]
                   for a in range(d)]
            start = entropy(family, size, [mpf(t) for t in theta])
            change = expect(lambda t: entropy(family, size, t) - start)
        rows.append([family, size, samples] + pad(theta, 2) + pad(sums, 2) + [m, variance, interior]
                    + pad(mean, 2) + [cov[0][0]]
                    + ([cov[0][1], cov[1][1]] if d > 1 else [None, None]) + [change])

    # Independent spins: the M N spins are independent, so the number of up spins is binomial.
    n, samples, theta = 5, 20, 0.4
    for sums, m, variance in [((0.0,), 0, None), ((1.0,), 1, None), ((0.0,), 0, 2.0)]:
        law = []
        weights = binomial(samples * n, 1 / (1 + mp.exp(-2 * mpf(theta))))
        for up, p in enumerate(weights):
            total = 2 * up - samples * n + mpf(sums[0])
            x = total / (n * (samples + m))
            if variance is None:
                estimate = [mp.atanh(x)] if abs(x) < 1 else None
                if up in (1, 40, 99):
                    close(estimate[0], fit("independent-spins", n, [total], samples + m, None)[0])
            else:
                estimate = fit("independent-spins", n, [total], samples + m, variance)
            law.append((p, estimate))
        add("independent-spins", n, samples, (theta,), sums, m, variance, law)

    # Poisson: the sum of the sample is Poisson(M exp(theta)).
    samples, theta = 20, float(mp.log(1.5))
    rate = samples * mp.exp(mpf(theta))
    for sums, m in [((0.0,), 0), ((3.0,), 2)]:
        law, k, p = [], 0, mp.exp(-rate)
        while k < rate or p > mpf(10) ** -58:
            total = k + mpf(sums[0])
            law.append((p, [mp.log(total / (samples + m))] if total > 0 else None))
            k, p = k + 1, p * rate / (k + 1)
        add("poisson", 0, samples, (theta,), sums, m, None, law)

    # Finite families with two parameters: all multinomial samples.
    for family, size, samples, theta, sums, m, variance in [
            ("coupled-spins", 2, 12, (0.3, -0.5), (0.0, 0.0), 0, None),
            ("coupled-spins", 2, 12, (0.3, -0.5), (0.0, -0.5), 1, 2.0),
            ("coupled-spins", 3, 8, (0.1, 0.4), (0.0, 0.0), 0, None),
            ("categorical", 3, 15, (0.5, -0.3), (0.0, 0.0), 0, None)]:
        outcomes = levels(family, size)
        p_outcome = probabilities(family, size, [mpf(t) for t in theta])
        law = []
        for counts in counts_of(samples, len(outcomes)):
            p = factorial(samples) // prod(factorial(c) for c in counts) \
                * mp.fprod(q ** c for q, c in zip(p_outcome, counts))
            total = [mpf(sums[a]) + mp.fsum(c * phi[a] for c, (_, phi) in zip(counts, outcomes))
                     for a in range(2)]
            count = samples + m
            if variance is not None:
                finite = True
            elif family == "coupled-spins":
                sum_s2 = 2 * size * total[1] + size * count  # phi2 = (S^2 - N) / (2 N)
                finite = inside(size, count, int(mp.nint(total[0])), int(mp.nint(sum_s2)))
            else:
                finite = min(counts) > 0
            estimate = fit(family, size, total, count, variance) if finite else None
            # With as many outcomes as free frequencies the fit reproduces the frequencies.
            if finite and variance is None and len(outcomes) == 3:
                for q, c in zip(probabilities(family, size, estimate), counts):
                    close(q, mpf(c) / samples)
            law.append((p, estimate))
        add(family, size, samples, theta, sums, m, variance, law)

    # Gaussian, mean 1, variance 2: v = 2 X / M with X ~ chi^2(M-1), m ~ N(1, 2/M) independent.
    samples, mu, sigma2 = 20, mpf(1), mpf(2)
    inv1 = samples / (sigma2 * (samples - 3))  # E 1/v
    inv2 = samples ** 2 / (sigma2 ** 2 * (samples - 3) * (samples - 5))  # E 1/v^2
    spread = inv2 - inv1 ** 2
    change = (mp.psi(0, mpf(samples - 1) / 2) + mp.log(mpf(2) / samples)) / 2
    half = mpf(samples - 1) / 2

    def chi2_expect(f):
        return mp.quad(lambda x: f(sigma2 * x / samples) * x ** (half - 1) * mp.exp(-x / 2),
                       [0, 5, 20, 40, 80, 160, 400]) / (2 ** half * mp.gamma(half))

    close(inv1, chi2_expect(lambda v: 1 / v))
    close(inv2, chi2_expect(lambda v: 1 / v ** 2))
    close(change, chi2_expect(lambda v: mp.log(v / sigma2) / 2))
    add("gaussian", 0, samples, (0.5, -0.25), (0.0, 0.0), 0, None, {
        "interior": mpf(1), "mean": [mu * inv1, -inv1 / 2],
        "cov": [[(mu ** 2 + sigma2 / samples) * inv2 - (mu * inv1) ** 2, -mu * spread / 2],
                [-mu * spread / 2, spread / 4]],
        "entropy": change})

    # Exponential, theta = -1: theta' = -M / G with G ~ Gamma(M).
    def gamma_expect(f):
        return mp.quad(lambda g: f(g) * g ** (samples - 1) * mp.exp(-g),
                       [0, 5, 20, 40, 80, 200]) / mp.gamma(samples)

    mean = -mpf(samples) / (samples - 1)
    var = mpf(samples) ** 2 / ((samples - 1) * (samples - 2)) - mean ** 2
    change = mp.psi(0, samples) - mp.log(samples)
    close(mean, gamma_expect(lambda g: -samples / g))
    close(var, gamma_expect(lambda g: (samples / g + mean) ** 2))
    close(change, gamma_expect(lambda g: mp.log(g / samples)))
    add("exponential", 0, samples, (-1.0,), (0.0,), 0, None,
        {"interior": mpf(1), "mean": [mean], "cov": [[var]], "entropy": change})

    write("one-step.csv",
          "family,size,samples,theta1,theta2,pointSum1,pointSum2,pointCount,priorVariance,"
          "interior,mean1,mean2,cov11,cov12,cov22,entropy", rows)


# ---------------------------------------------------------------- cir.csv

def cir():
    rows = []
    for samples in (50, 100, 400):
        for generations in (samples, samples // 2):
            for m, truth, rate in [(1, 1.0, 0.0), (1, 1.0, 1.0), (1, 0.25, 1.0), (0, 0.0, 1.0)]:
                for start in (1.0, 0.5):
                    for argument in (0.5, 2.0, 10.0):
                        # E[exp(-a v') | v] = exp(-(1 - exp(-a/D)) (M v + m truth)), D = M+m+rate.
                        a, drift = mpf(argument), mpf(0)
                        for _ in range(generations):
                            x = -mp.expm1(-a / (samples + m + mpf(rate)))
                            a, drift = samples * x, drift + m * mpf(truth) * x
                        finite = mp.exp(-a * start - drift)
                        # Riccati: psi' = -(m+rate) psi - psi^2/2, psi(0) = argument.
                        tau, k = mpf(generations) / samples, mpf(m + rate)
                        base = 1 + argument * (1 - mp.exp(-k * tau)) / (2 * k)
                        limit = mp.exp(-argument * mp.exp(-k * tau) / base * start
                                       - m * truth * 2 * mp.log(base))
                        if samples == 50:
                            check_cir(samples, m, truth, rate, start, generations, argument,
                                      finite, limit)
                        rows.append([samples, m, truth, rate, start, generations, argument,
                                     finite, limit])
    write("cir.csv", "samples,external,truth,rate,start,generations,argument,finite,limit", rows)


def check_cir(samples, m, truth, rate, start, generations, argument, finite, limit):
    """The limit against a numerical Riccati solution, the loop against its chain over K."""
    k = m + rate
    ode = solve_ivp(lambda _, y: [-k * y[0] - y[0] ** 2 / 2, m * truth * y[0]],
                    (0, generations / samples), [argument, 0], rtol=1e-12, atol=1e-14).y[:, -1]
    close(float(limit), np.exp(-ode[0] * start - ode[1]), 1e-10)
    scale = samples + m + rate
    counts = np.arange(900)
    step = scipy_poisson.pmf(counts[None, :], (samples * counts / scale + m * truth)[:, None])
    p = scipy_poisson.pmf(counts, samples * start + m * truth)
    for _ in range(generations - 1):
        p = p @ step
    close(float(finite), float(p @ np.exp(-argument * counts / scale)), 1e-10)


# ---------------------------------------------------------------- coordinates.csv

def coordinates():
    rows = []
    half = mpf(1) / 2
    for n in (10, 50):
        for coordinate, estimate in [
                ("logit", lambda k: (k + half) / (n + 1)),
                ("arcsine", lambda k: mpf(k) / n),
                ("mean", lambda k: min(max((k - half) / (n - 1), mpf(0)), mpf(1)))]:
            value = [estimate(k) for k in range(n + 1)]
            step = [binomial(n, p) for p in value]
            for start in (0.5, 0.3):
                law = binomial(n, mpf(start))  # law of k in generation 1
                for generation in range(1, 3 * n + 1):
                    if generation > 1:
                        law = [mp.fdot(law, column) for column in zip(*step)]
                    if generation not in (1, n // 2, n, 3 * n):
                        continue
                    close(mp.fsum(law), 1)
                    alive = mp.fsum(w for w, p in zip(law, value) if 0 < p < 1)
                    mean = mp.fdot(law, value)
                    variance = mp.fsum(w * (p - mean) ** 2 for w, p in zip(law, value))
                    mixed = mp.fsum(w * 4 * p * (1 - p) for w, p in zip(law, value))
                    if coordinate == "arcsine":
                        close(mean, mpf(start))
                        close(mixed, 4 * mpf(start) * (1 - mpf(start))
                              * (1 - mpf(1) / n) ** generation)
                    if coordinate == "logit":
                        close(mean, half + (mpf(start) - half) * (mpf(n) / (n + 1)) ** generation)
                        close(alive, 1)
                    rows.append([n, start, coordinate, generation, alive, mean, variance, mixed])
    write("coordinates.csv",
          "population,start,coordinate,generation,alive,mean,variance,heterozygosity", rows)


# ---------------------------------------------------------------- support.csv

def support():
    rows = []
    for samples in (10, 50):
        step = [binomial(samples, mpf(k) / samples) for k in range(samples + 1)]
        x = [mpf(k) / samples for k in range(samples + 1)]
        term = [mpf(0)] + [-y * mp.log(y) for y in x[1:]]
        for count in (1, 2, 5):
            law = [mpf(k == count) for k in range(samples + 1)]
            for generation in range(1, 101):
                law = [mp.fdot(law, column) for column in zip(*step)]
                if generation not in (1, 5, 10, 50, 100):
                    continue
                close(mp.fdot(law, x), mpf(count) / samples)
                if generation == 1:
                    close(1 - law[0], 1 - (1 - mpf(count) / samples) ** samples)
                rows.append([samples, count, generation, mp.fsum(law[1:]), mp.fdot(law, term)])
    write("support.csv", "samples,count,generation,alive,entropyTerm", rows)


# ---------------------------------------------------------------- entropy-slopes.csv

def entropy_slopes():
    rows = []

    def log_mean(shape, scale):
        """E log(scale G), G ~ Gamma(shape), checked by quadrature over u = log G."""
        value = mp.psi(0, shape) + mp.log(scale)
        with mp.workdps(30):
            centre, width = mp.log(shape), 1 / mp.sqrt(shape)
            nodes = [centre + width * j for j in (-40, -20, -10, -5, 0, 5, 10, 20)]
            integral = mp.quad(lambda u: (u + mp.log(scale))
                               * mp.exp(shape * u - mp.exp(u) - mp.loggamma(shape)), nodes)
        close(integral, value, mpf(10) ** -20)
        return value

    for samples in (10, 100, 1000):  # S' - S = log(mean), mean ~ Gamma(M) / M
        rows.append(["exponential", 0, samples,
                     samples * log_mean(mpf(samples), mpf(1) / samples)])
    for samples in (10, 100, 1000):  # S' - S = log(v / sigma^2) / 2, v / sigma^2 ~ chi^2(M-1) / M
        rows.append(["gaussian", 0, samples,
                     samples * log_mean(mpf(samples - 1) / 2, mpf(2) / samples) / 2])
    symbols = 4
    for samples in (20, 100, 400):  # each count is Binomial(M, 1/4)
        p = binomial(samples, mpf(1) / symbols)
        term = [mpf(0)] + [-mpf(k) / samples * mp.log(mpf(k) / samples)
                           for k in range(1, samples + 1)]
        change = symbols * mp.fdot(p, term) - mp.log(symbols)
        if samples == 20:  # all multinomial samples
            close(change, mp.fsum(
                factorial(samples) // prod(factorial(c) for c in counts)
                * mp.fsum(term[c] for c in counts)
                for counts in counts_of(samples, symbols)) / mpf(symbols) ** samples
                - mp.log(symbols))
        rows.append(["categorical", symbols, samples, samples * change])
    write("entropy-slopes.csv", "family,size,samples,slope", rows)


if __name__ == "__main__":
    family_derivatives()
    one_step()
    cir()
    coordinates()
    support()
    entropy_slopes()
