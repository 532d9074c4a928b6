"""Writes the divergences of models near to and far from one another, and the moments of many coupled spins, with mpmath."""

import pathlib

from mpmath import binomial, digamma, exp, log, loggamma, mp, mpf, nstr

mp.dps = 1200
FOLDER = pathlib.Path(__file__).parent


def term(p, q):
    return p * log(p / q) if p else mpf(0)


def bernoulli(trials, p, q):
    # What is kept is 1 - p as a double; the sums of both probabilities then matter to second order only.
    pairs = [(mpf(p), mpf(q)), (mpf(1 - p), mpf(1 - q))]
    return trials * sum(term(a, b) - a + b for a, b in pairs)


def poisson(_, p, q):
    return term(mpf(p), mpf(q)) - mpf(p) + mpf(q)


def negative_binomial(size, p, q):
    r, p, q = mpf(size), mpf(p), mpf(q)
    return term(p, q) - (p + r) * log((p + r) / (q + r))


def gamma(shape, p, q):
    ratio = mpf(p) / mpf(q)
    return mpf(shape) * (ratio - 1 - log(ratio))


def gaussian_mean(variance, p, q):
    return (mpf(p) - mpf(q)) ** 2 / (2 * mpf(variance))


def gaussian(_, p, q):
    (m, v), (n, w) = [[mpf(x) for x in each] for each in (p, q)]
    return (v / w - 1 - log(v / w) + (m - n) ** 2 / w) / 2


def gamma_shape(_, p, q):
    (m, k), (n, l) = [[mpf(x) for x in each] for each in (p, q)]
    # Of shapes k, l and rates k/m, l/n.
    b, c = k / m, l / n
    return (k - l) * digamma(k) - loggamma(k) + loggamma(l) + l * log(b / c) + k * (c / b - 1)


def categorical(_, p, q):
    return sum(term(mpf(a), mpf(b)) for a, b in zip(p, q))


def levels(spins, theta):
    a, b = [mpf(x) for x in theta]
    weights = [binomial(spins, k) * exp(a * s + b * mpf(s * s - spins) / (2 * spins))
               for k, s in enumerate(range(-spins, spins + 1, 2))]
    total = sum(weights)
    return [w / total for w in weights], log(total)


def coupled(spins, p, q):
    return sum(term(a, b) for a, b in zip(levels(int(spins), p)[0], levels(int(spins), q)[0]))


def to_interior(spins, p, q):
    """From two levels of given probability, "level probability level probability"."""
    chances = levels(int(spins), q)[0]
    return sum(term(mpf(c), chances[(int(s) + int(spins)) // 2]) for s, c in zip(p[::2], p[1::2]) if c)


NEAR = 2.0**-30
CASES = {
    "binomial": (bernoulli, [
        (1, 0.3, 0.3 + NEAR), (7, 0.3, 0.8), (7, 1e-12, 1.000001e-12), (3, 1e-300, 0.5), (3, 0.5, 1e-300),
        (1000000000, 0.5, 0.5 + 1e-9), (5, 0.0, 0.01), (5, 1.0, 0.99)]),
    "poisson": (poisson, [
        (0, 1.0, 1 + NEAR), (0, 1e12, 1e12 + 1000), (0, 1e12, 1e12 + 0.125), (0, 3.0, 300.0), (0, 1e-300, 4.0),
        (0, 4.0, 1e-300), (0, 0.0, 2.5), (0, 4e15, 1.0)]),
    "negative-binomial": (negative_binomial, [
        (1, 2.0, 2 + NEAR), (1e-6, 1.0, 2.0), (1e9, 3.0, 3.0001), (1e9, 3.0, 40.0), (2.5, 1e12, 1e12 + 1e5),
        (1, 1e-200, 7.0), (0.3, 0.0, 1e-9), (1, 5.0, 1e-200)]),
    "gamma": (gamma, [
        (1, 1.0, 1 + NEAR), (1e9, 2.0, 2.00001), (0.2, 1e-100, 1e100), (0.2, 1e100, 1e-100), (7, 3.0, 1.0),
        (1, 1e100, 1.0001e100), (1, 1e-300, 1e300)]),
    "gaussian-mean": (gaussian_mean, [
        (1, 1e8, 1e8 + 0.25), (1, 0.0, 1e-5), (0.25, -1e100, 1e100), (1e-100, 1.0, 1.0 + NEAR)]),
    "gaussian": (gaussian, [
        (0, (1e8, 1.0), (1e8 + 0.125, 1.25)), (0, (0.0, 1.0), (0.0, 1 + NEAR)), (0, (1e9, 1.0), (1e9, 1.0001)),
        (0, (0.0, 1e-100), (1e-50, 2e-100)), (0, (0.0, 1e-80), (0.0, 1e80)), (0, (3.0, 2.0), (-1.0, 0.5)),
        (0, (-1e9, 1.0), (-1e9 + NEAR * 1024, 1 - NEAR))]),
    "gamma-shape": (gamma_shape, [
        (0, (1.0, 1.0), (1.0, 1 + NEAR)), (0, (2.0, 0.2), (2.0, 0.3)), (0, (2.0, 0.2), (2.0, 30.0)),
        (0, (1e100, 5.0), (1.25e100, 4.0)), (0, (1.0, 1e9), (1.0, 1.0001e9)), (0, (1.0, 1e9), (1 + 1e-6, 1e9)),
        (0, (1e-100, 1e-3), (1e-90, 1e-3)), (0, (3.0, 1e3), (3.0, 1e-2)), (0, (3.0, 1e-2), (3.0, 1e3)),
        (0, (3.0, 1e-3), (3.0, 1.00001e-3)), (0, (3.0, 7.0), (2.0, 15.0))]),
    "categorical": (categorical, [
        (0, (0.5, 0.25, 0.25), (0.5 + NEAR, 0.25 - NEAR, 0.25)), (0, (0.5, 0.25, 0.25), (0.125, 0.125, 0.75)),
        (0, (0.5, 0.5, 0.0), (0.5, 0.25, 0.25)), (0, (0.0, 1.0, 0.0), (NEAR, 1 - 2 * NEAR, NEAR))]),
    "coupled-spins": (coupled, [
        (10, (0.3, -0.7), (0.3 + NEAR, -0.7)), (10, (0.3, -0.7), (0.3, -0.7 + 1e-5)), (10, (2.0, 1.0), (-2.0, 3.0)),
        (10, (5.0, 2.0), (5.0, 2.5)), (2, (0.0, 0.0), (1e-7, -1e-7)), (60, (0.2, -2.0), (0.20001, -2.0))]),
    "coupled-spins-face": (to_interior, [
        (10, (4, 0.25, 6, 0.75), (0.3, -0.7)), (10, (-10, 0.5, 10, 0.5), (0.0, 20.0)), (10, (10, 1.0), (20.0, 0.0)),
        (10, (10, 1.0), (-2.0, 0.5))]),
}

MANY = """60 11.95 -100,60 0.3 -0.7,60 -0.4 1.6,150 11.95 -100,150 0.01 1.2,150 3 -40,400 11.95 -100,400 -20 15,
          400 0.002 1.1,1000 11.95 -100,1000 50 -100,1000 0.001 1.05,1000 -30 -20,1000 0.3 100"""


def text(values):
    return ";".join(repr(float(x)) for x in (values if isinstance(values, tuple) else (values,)))


def main():
    rows = ["family,setting,p,q,divergence"]
    for family, (divergence, cases) in CASES.items():
        for setting, p, q in cases:
            rows.append(f"{family},{setting},{text(p)},{text(q)},{nstr(divergence(setting, p, q), 18)}")
    (FOLDER / "divergences.csv").write_text("\n".join(rows) + "\n")
    mp.dps = 60
    rows = ["spins,theta1,theta2,mean,variance,log_partition,entropy"]
    for spins, *theta in (case.split() for case in MANY.split(",")):
        chances, A = levels(int(spins), [float(x) for x in theta])
        s = range(-int(spins), int(spins) + 1, 2)
        mean = sum(p * x for p, x in zip(chances, s))
        variance = sum(p * (x - mean) ** 2 for p, x in zip(chances, s))
        entropy = sum(p * (log(binomial(int(spins), k)) - log(p)) for k, p in enumerate(chances))
        values = ",".join(nstr(x, 18) for x in (mean, variance, A, entropy))
        rows.append(f"{spins},{theta[0]},{theta[1]},{values}")
    (FOLDER / "coupled-spins-many.csv").write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
