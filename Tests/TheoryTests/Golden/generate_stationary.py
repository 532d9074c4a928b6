"""Writes the reference stationary and absorption laws of closed estimation loops, by quadrature and by dense linear algebra over all states."""

import itertools
import math
import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).parent


def write(name, header, rows):
    """Writes one CSV file beside this script."""
    (FOLDER / name).write_text("\n".join([header] + [",".join(map(str, row)) for row in rows]) + "\n")


def digits(value):
    """13 significant digits."""
    return format(float(value), ".13g")


def mean_and_variance(values, law):
    mean = values @ law
    return mean, (values - mean) ** 2 @ law


# Stationary density of the coupled Ising model, by the trapezoidal rule.

def density(theta1, theta2, samples, spins=10, statistics=(0, -0.5), variance=2):
    """The unnormalised density on the product of two arrays, with rows over the first parameter."""
    partition = 0
    for k in range(spins + 1):
        level = spins - 2 * k
        pair = (level ** 2 - spins) / (2 * spins)
        partition = partition + math.comb(spins, k) * np.outer(np.exp(theta1 * level), np.exp(theta2 * pair))
    first, second = (np.exp(-t ** 2 / variance + 2 * samples * t * s) for t, s in zip((theta1, theta2), statistics))
    return np.outer(first, second) * partition ** (-2 * samples)


def stationary_density(step=1 / 64, reach=14):
    grid = np.arange(-reach, reach + step, step)
    thetas = np.arange(15) / 2 - 3.45
    summary, marginals = [], []
    for case, samples in [("ii", 0), ("iii", 1)]:
        table = density(grid, grid, samples)
        total = table.sum() * step ** 2
        row = [case]
        for axis in (1, 0):
            mean, variance = mean_and_variance(grid, table.sum(axis=axis) * step ** 2 / total)
            row += [digits(0 if abs(mean) < 1e-13 else mean), digits(variance)]
        summary.append(row)
        first = density(thetas, grid, samples).sum(axis=1) * step / total
        second = density(grid, thetas, samples).sum(axis=0) * step / total
        for parameter, values in ((1, first), (2, second)):
            marginals += [[case, parameter, f"{p:.2f}", digits(v)] for p, v in zip(thetas, values)]
    write("stationary-coupled.csv", "case,mean1,var1,mean2,var2", summary)
    write("stationary-coupled-marginals.csv", "case,parameter,theta,density", marginals)


# Stationary laws of finite chains.

def stationary_law(transition):
    """The row vector left unchanged by a stochastic matrix; the final steps of the chain make small entries accurate too."""
    size = len(transition)
    system = np.eye(size) - transition.T
    system[-1] = 1
    law = abs(np.linalg.solve(system, np.eye(size)[-1]))
    for _ in range(400):
        law = law @ transition
    return law / law.sum()


def poisson_chain(external=1):
    rows = []
    for truth, rate, samples in itertools.product((1, 0.25), (0, 1), (20, 200)):
        size = samples + external + rate
        count = np.arange(22 * size if samples == 200 else 1000, dtype=np.longdouble)
        log_factorials = np.cumsum(np.log(np.maximum(count, 1)))
        transition = np.empty((len(count), len(count)))
        for k, mean in enumerate(samples * count / size + external * truth):
            row = np.exp(count * np.log(mean) - mean - log_factorials)
            transition[k] = row / row.sum()
        law = stationary_law(transition)
        assert law[-100:].sum() < 1e-16
        values = [law[0], law[1], law[10], law[200], *mean_and_variance(count.astype(float), law)]
        rows.append([truth, rate, samples, *map(digits, values)])
    write("poisson-stationary.csv", "truth,rate,samples,atom,p1,p10,p200,mean,variance", rows)


def binomial_law(samples, share, total):
    """The binomial law of chance share / total."""
    k = np.arange(samples + 1)
    ways = np.array([math.comb(samples, j) for j in range(samples + 1)], dtype=float)
    p = np.longdouble(share) / total
    return (ways * p ** k * (1 - p) ** (samples - k)).astype(float)


def bernoulli_chain():
    rows = []
    for samples, external, truth in itertools.product((2, 10, 100, 400), (1, 2), (0.5, 0.3)):
        size = samples + external
        fresh = binomial_law(external, truth, 1)
        drawn = [binomial_law(samples, j, size) for j in range(size + 1)]
        law = stationary_law(np.array([np.convolve(row, fresh) for row in drawn]))
        mean, variance = mean_and_variance(np.arange(size + 1) / size, law)
        closed = truth * (1 - truth) * size / (2 * samples * external + external ** 2 + samples)
        assert abs(variance - closed) < 1e-12
        quarter = law[:size // 4 + 1].sum()
        rows.append([samples, external, truth, *map(digits, (variance, mean, law[0], quarter))])
    write("anchored-bernoulli.csv", "samples,external,truth,variance,mean,atom,cdf_quarter", rows)


# Absorption of the closed loop of the coupled Ising model under maximum likelihood.

def fitted_frequencies(counts):
    """The level probabilities of the maximum-likelihood model in the closed family."""
    spins, samples = len(counts) - 1, sum(counts)
    frequencies = np.array(counts) / samples
    seen = [k for k, n in enumerate(counts) if n]
    if spins == 2 or seen[-1] - seen[0] <= 1 or seen == [0, spins]:
        return frequencies
    levels = spins - 2.0 * np.arange(spins + 1)
    statistics = np.array([levels, (levels ** 2 - spins) / (2 * spins)])
    weights = np.array([math.comb(spins, k) for k in range(spins + 1)])
    target = statistics @ frequencies
    value = lambda t: np.log(weights @ np.exp(t @ statistics)) - t @ target
    theta = np.zeros(2)
    for _ in range(200):
        chances = weights * np.exp(theta @ statistics)
        chances /= chances.sum()
        gap = statistics @ chances - target
        if abs(gap).max() < 2e-15:
            break
        centred = statistics - (statistics @ chances)[:, None]
        step = np.linalg.solve(centred * chances @ centred.T, gap)
        scale = 1.0
        while value(theta - scale * step) > value(theta) + 1e-14:
            scale /= 2
        theta = theta - scale * step
    assert abs(gap).max() < 1e-13
    return chances


def multinomial(states, chances):
    """The probability of every composition of the sample."""
    samples = sum(states[0])
    ways = [math.factorial(samples) // math.prod(map(math.factorial, state)) for state in states]
    return np.array(ways) * np.prod(chances ** np.array(states), axis=1)


def absorption(samples=10):
    rows = []
    for spins in (2, 3):
        states = [s for s in itertools.product(range(samples + 1), repeat=spins + 1) if sum(s) == samples]
        closed = np.array([max(s) == samples for s in states])
        transition = np.array([multinomial(states, fitted_frequencies(s)) for s in states])
        base = np.array([math.comb(spins, k) for k in range(spins + 1)]) / 2 ** spins
        start = multinomial(states, base)
        inner = np.eye((~closed).sum()) - transition[~closed][:, ~closed]
        visits = np.linalg.solve(inner.T, start[~closed])
        ends = start[closed] + visits @ transition[~closed][:, closed]
        for state, chance in zip(np.array(states)[closed], ends):
            level = spins - 2 * int(state.argmax())
            rows.append([spins, samples, level, digits(chance), digits(1 + visits.sum())])
    write("coupled-absorption.csv", "spins,samples,level,probability,mean_time", rows)


stationary_density()
poisson_chain()
bernoulli_chain()
absorption()
