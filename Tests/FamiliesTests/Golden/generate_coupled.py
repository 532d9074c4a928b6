"""Writes the reference moments and the maximum-likelihood and penalised estimates of the coupled Ising model, by enumerating its levels at high precision."""

import itertools
import pathlib

from mpmath import binomial, exp, log, mp, mpf, nstr, sign

mp.dps = 200
FOLDER = pathlib.Path(__file__).parent
TOLERANCE = mpf(10) ** -60

SPINS = [2, 3, 10, 20, 50]
THETAS = """0,0 0.5,0.3 -0.4,0.8 0.7,-1.2 -1.1,-0.6 0.05,1.05 0.3,-40 5,3 -0.02,2.5 1e-7,-1e-7
            0,30 0,-30 3,-12 -8,60 -2.5,-200"""

SAMPLES = {
    2: """2x1;0x2;-2x1 2x3;0x5;-2x2 2x1;0x1;-2x1 2x1;0x7;-2x4 2x98;0x1;-2x1 2x1000000;0x1;-2x1
          2x1;0x1000000;-2x1 2x500000;-2x499999;0x1 2x1;0x500000;-2x499999
          2x500000000000;0x499999999999;-2x1 2x500000000000;0x1;-2x499999999999""",
    3: """3x1;1x3;-1x3;-3x1 3x5;1x2;-1x7;-3x1 3x1;-1x1 3x1;1x1;-1x1 3x2;1x3;-3x5 1x500000;-1x499999;3x1
          3x500000;-3x499999;1x1 3x1000000;1x1;-1x1 -1x1000000;-3x1;1x1
          1x500000000000;-1x499999999999;-3x1""",
    10: """10x3;8x40;-10x1 10x1;8x3;4x10;0x20;-2x18;-6x7;-8x2 2x5;0x9;-2x6 -10x20;-8x5;6x1;10x18
           4x1;8x1 10x1;0x1;-10x1 10x7;6x1 -4x12;-6x30;-8x11
           4x500000;6x499999;8x1 4x500000;6x499999;-10x1 10x5000;-10x4999;0x1 10x5000;-10x4999;8x1
           10x1;-10x9999;-8x1 6x1000000;4x1;8x1 6x1000000;10x1;-10x1 0x1000000;2x1;-2x1
           10x1000000;8x1;6x1 10x999999;6x1 -10x1000000;10x1;-8x1
           8x500000000000;10x499999999999;6x1 10x500000000000;-10x499999999999;0x1
           0x999999999998;2x1;-2x1 -6x999999999999;-2x1""",
    20: """20x98;18x1;14x1 20x5;16x9;10x3;4x1;-12x2 -20x40;-18x10;18x11;20x37 0x10;2x7;-2x8;4x3;-6x2
           12x30;14x29;16x1 -20x1000000;-18x1;20x1""",
    50: """50x98;48x1;40x1 50x1;30x6;12x14;0x20;-8x17;-26x4 -50x33;-48x20;46x9;50x38 2x50;0x49;-2x1
           50x500000;-50x499999;0x1 36x1000000;34x1;38x1 -48x500000000000;-50x499999999999;-46x1""",
}

PENALTIES = [("gaussian", "2"), ("gaussian", "0.1"), ("gaussian", "50"),
             ("laplace", "1"), ("laplace", "0.1"), ("laplace", "20")]
PENALISED = [(2, "2x7"), (3, "1x3;-1x6"), (10, "10x5"), (10, "4x1"), (10, "10x6;-10x5"), (10, "0x8"),
             (10, "10x3;8x40;-10x1"), (10, "2x5;0x9;-2x7"), (20, "20x98;18x1;14x1"), (50, "-50x30;-48x20")]


def number(value):
    """18 significant digits, or 0 for a value that vanishes by symmetry."""
    return "0" if abs(value) < mpf(10) ** -150 else nstr(value, 18)


def statistics(spins):
    """The terms (weight, phi1, phi2) of all levels."""
    levels = [spins - 2 * k for k in range(spins + 1)]
    return [(binomial(spins, k), mpf(s), mpf(s * s - spins) / (2 * spins)) for k, s in enumerate(levels)]


def moments(terms, theta):
    """Log partition function, mean and Fisher matrix, by summation over the levels."""
    weights = [w * exp(theta[0] * x + theta[1] * y) for w, x, y in terms]
    total = sum(weights)
    chances = [w / total for w in weights]
    a, b = (sum(p * t[i] for p, t in zip(chances, terms)) for i in (1, 2))
    j11 = sum(p * (x - a) ** 2 for p, (_, x, _) in zip(chances, terms))
    j12 = sum(p * (x - a) * (y - b) for p, (_, x, y) in zip(chances, terms))
    j22 = sum(p * (y - b) ** 2 for p, (_, _, y) in zip(chances, terms))
    return log(total), (a, b), (j11, j12, j22)


def sample_mean(spins, sample):
    """Number of points and mean statistics of a sample such as 4x1;8x1."""
    points = [tuple(map(int, point.split("x"))) for point in sample.split(";")]
    count = sum(n for _, n in points)
    first = sum(s * n for s, n in points)
    second = sum((s * s - spins) * n for s, n in points)
    return count, (mpf(first) / count, mpf(second) / (2 * spins * count))


def is_interior(terms, target, free):
    """Whether the free coordinates of a target lie strictly inside the convex hull of the statistics."""
    if free != (0, 1):
        return all(min(t[i + 1] for t in terms) < target[i] < max(t[i + 1] for t in terms) for i in free)
    x, y = target
    chords = ((y - b) * (c - a) - (d - b) * (x - a) for (_, c, d), (_, a, b) in zip(terms, terms[1:]))
    return y < terms[0][2] and all(chord > 0 for chord in chords)


def minimiser(terms, target, curvature=0, free=(0, 1)):
    """Minimiser of A - theta.target + curvature |theta|^2 / 2 over the free coordinates, by damped Newton steps."""
    def objective(theta):
        a, mean, (j11, j12, j22) = moments(terms, theta)
        value = a - sum(t * x - curvature * t * t / 2 for t, x in zip(theta, target))
        gradient = [mean[i] - target[i] + curvature * theta[i] if i in free else mpf(0) for i in (0, 1)]
        return value, gradient, (j11 + curvature, j12 if free == (0, 1) else 0, j22 + curvature)

    theta = (mpf(0), mpf(0))
    value, gradient, (j11, j12, j22) = objective(theta)
    while max(map(abs, gradient)) > TOLERANCE:
        determinant = j11 * j22 - j12 ** 2
        step = ((j22 * gradient[0] - j12 * gradient[1]) / determinant,
                (j11 * gradient[1] - j12 * gradient[0]) / determinant)
        slope = step[0] * gradient[0] + step[1] * gradient[1]
        scale = mpf(1)
        while True:
            trial = tuple(t - scale * s for t, s in zip(theta, step))
            next_value, next_gradient, next_fisher = objective(trial)
            if next_value <= value - scale * slope / 4:
                break
            scale /= 2
        theta, value, gradient, (j11, j12, j22) = trial, next_value, next_gradient, next_fisher
    return tuple(t if abs(t) > mpf(10) ** -40 else mpf(0) for t in theta)


def gaussian_estimate(terms, count, mean, variance):
    """Maximiser under independent Gaussian priors."""
    return minimiser(terms, mean, curvature=1 / (count * variance))


def laplace_estimate(terms, count, mean, rate):
    """Maximiser under independent Laplace priors: the one sign pattern that meets the subgradient conditions."""
    found = []
    for pattern in itertools.product((-1, 0, 1), repeat=2):
        free = tuple(i for i in (0, 1) if pattern[i])
        target = [x - rate * s / count for x, s in zip(mean, pattern)]
        if not is_interior(terms, target, free):
            continue
        theta = minimiser(terms, target, free=free)
        pull = [count * (x - y) for x, y in zip(mean, moments(terms, theta)[1])]
        if all(sign(t) == s for t, s in zip(theta, pattern)) and all(s or abs(g) < rate for g, s in zip(pull, pattern)):
            found.append(theta)
    assert len(found) == 1
    return found[0]


def write(name, header, rows):
    """Writes one CSV file beside this script."""
    (FOLDER / name).write_text("\n".join([header] + [",".join(map(str, row)) for row in rows]) + "\n")


def moment_rows():
    for spins in SPINS:
        terms = statistics(spins)
        for text in THETAS.split():
            theta = tuple(map(mpf, text.split(",")))
            a, mean, fisher = moments(terms, theta)
            entropy = a - theta[0] * mean[0] - theta[1] * mean[1]
            yield [spins, text, *map(number, (a, *mean, *fisher, entropy))]


def estimate_rows():
    for spins, samples in SAMPLES.items():
        terms = statistics(spins)
        for sample in samples.split():
            count, mean = sample_mean(spins, sample)
            assert is_interior(terms, mean, (0, 1))
            theta = minimiser(terms, mean)
            residual = max(abs(x - y) for x, y in zip(mean, moments(terms, theta)[1]))
            assert residual < mpf(10) ** -40
            yield [spins, count, sample, *map(number, theta)]


def penalised_rows():
    for spins, sample in PENALISED:
        terms = statistics(spins)
        count, mean = sample_mean(spins, sample)
        for prior, parameter in PENALTIES:
            estimate = gaussian_estimate if prior == "gaussian" else laplace_estimate
            theta = estimate(terms, count, mean, mpf(parameter))
            yield [spins, sample, prior, parameter, *map(number, theta)]


write("coupled-spins.csv", "spins,theta1,theta2,log_partition,mean1,mean2,fisher11,fisher12,fisher22,entropy", moment_rows())
write("coupled-spins-estimates.csv", "spins,samples,levels,theta1,theta2", estimate_rows())
write("coupled-spins-penalised.csv", "spins,levels,prior,parameter,theta1,theta2", penalised_rows())
