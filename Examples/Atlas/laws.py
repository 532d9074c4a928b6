"""What exact theory says of the rows of the atlas: each loop in law, from independent random numbers.

Each function takes an array of the statistic over runs (or the runs' points), M and a generator, and gives that of the
next generation. The variance is that of the training set with divisor M. NumPy's binomial generator is not exact in law
(see docs/atlas.md), so words are drawn one by one.
"""

import numpy as np
from scipy.special import digamma, ndtr, ndtri, polygamma


def chi_squared(variance, samples, generator):
    return generator.chisquare(samples - 1, variance.shape)


def added(constant):
    """A constant added to the fitted variance."""
    return lambda v, m, g: (v + constant) * chi_squared(v, m, g) / m


def added_scaled(constant, factor):
    """The same, the fitted variance also times a factor."""
    return lambda v, m, g: (factor(m) * v + constant(m)) * chi_squared(v, m, g) / m


def least(floor):
    """A least variance."""
    return lambda v, m, g: np.maximum(v, floor) * chi_squared(v, m, g) / m


def squared(v, m, g):
    """The fitted variance taken for the standard deviation."""
    return v**2 * chi_squared(v, m, g) / m


def posterior(v, m, g):
    """The variance drawn from its posterior with density 1/v as prior."""
    return v * chi_squared(v, m, g) / chi_squared(v, m, g)


def smoothed(constant):
    """Counts of two words with a constant added."""

    def step(share, m, g):
        p = (share * m + constant) / (m + 2 * constant)
        return (g.random((m, *share.shape)) < p).mean(axis=0)

    return step


def kernel(bandwidth):
    """Points of the training set, each with normal noise; the bandwidth is a function of them."""

    def step(points, m, g):
        chosen = np.take_along_axis(points, g.integers(m, size=points.shape), axis=1)
        return chosen + bandwidth(points) * g.standard_normal(points.shape)

    return step


def scott(points):
    return points.shape[1] ** -0.2


def scott_relative(points):
    return points.shape[1] ** -0.2 * points.std(axis=1, ddof=1, keepdims=True)


def silverman_r(points):
    quarter = np.quantile(points, [0.25, 0.75], axis=1)
    width = np.minimum(points.std(axis=1, ddof=1), (quarter[1] - quarter[0]) / 1.34)
    return 0.9 * width[:, None] * points.shape[1] ** -0.2


def histogram(bins):
    """Equal bins over the range of the data."""

    def step(points, m, g):
        low, width = points.min(axis=1, keepdims=True), np.ptp(points, axis=1)[:, None] / bins
        place = np.minimum(np.floor((points - low) / width), bins - 1)
        chosen = np.take_along_axis(place, g.integers(m, size=points.shape), axis=1)
        return low + width * (chosen + g.random(points.shape))

    return step


def normal_bins(points, m, g):
    """M/10 equal bins over the range of the data; in each a normal law with the mean and unbiased variance of its points,
    cut off at its bounds."""
    runs, bins = len(points), m // 10
    low, width = points.min(axis=1, keepdims=True), np.ptp(points, axis=1)[:, None] / bins
    place = np.ceil((points - low) / np.where(width > 0, width, 1)) - 1
    place = np.clip(place, 0, bins - 1).astype(int) + bins * np.arange(runs)[:, None]
    count = np.bincount(place.ravel(), minlength=runs * bins)
    mean = np.bincount(place.ravel(), points.ravel(), runs * bins) / np.maximum(count, 1)
    squares = np.bincount(place.ravel(), ((points - mean[place]) ** 2).ravel(), runs * bins)
    chosen = np.take_along_axis(place, g.integers(m, size=points.shape), axis=1)
    deviation = np.sqrt(squares / np.maximum(count - 1, 1))[chosen]
    scale = np.where(deviation > 0, deviation, 1)
    lower = (low + width * (chosen % bins) - mean[chosen]) / scale
    below, above = ndtr(lower), ndtr(lower + width / scale)
    return mean[chosen] + deviation * np.clip(ndtri(below + g.random(points.shape) * (above - below)), -40, 40)


def quantiles(points, m, g):
    """The distribution function of the data, joined by straight lines."""
    ordered = np.sort(points, axis=1)
    place = g.random(points.shape) * (m - 1)
    below = np.minimum(place.astype(int), m - 2)
    left = np.take_along_axis(ordered, below, axis=1)
    return left + (place - below) * (np.take_along_axis(ordered, below + 1, axis=1) - left)


def gamma(points, m, g):
    """Maximum likelihood of shape and scale; no digits are lost where the points are nearly equal."""
    mean = points.mean(axis=1)
    ratio = points / mean[:, None]
    d = ratio - 1
    terms = np.where(np.abs(d) < 1e-4, d * d * (1 / 2 - d / 3 + d * d / 4), d - np.log(ratio))
    s = np.maximum(terms.mean(axis=1), 1e-40)
    shape = (3 - s + np.sqrt((s - 3) ** 2 + 24 * s)) / (12 * s)
    for _ in range(4):
        # Where s is small the start is right to all digits that these differences would keep.
        value = np.log(shape) - digamma(shape) - s
        slope = 1 / shape - polygamma(1, shape)
        shape = np.where(s < 1e-4, shape, 1 / (1 / shape + value / (shape**2 * np.where(s < 1e-4, -1, slope))))
    return g.gamma(shape[:, None], (mean / shape)[:, None], points.shape)


on_points = {
    "kernel, absolute": kernel(scott),
    "kernel, relative": kernel(scott_relative),
    "kernel, nrd0": kernel(silverman_r),
    "histogram, 1": histogram(1),
    "histogram, 10": histogram(10),
    "normal bins": normal_bins,
    "quantiles": quantiles,
    "gamma": gamma,
}
on_numbers = {
    "maximum likelihood": added(0),
    "added 1e-6": added(1e-6),
    "added 1e-6, times n2/(n2 - 1)": added_scaled(lambda m: 1e-6, lambda m: m * m / (m * m - 1)),
    "added 0.01/n": added_scaled(lambda m: 0.01 / m, lambda m: 1),
    "times 1 + 1e-9": added_scaled(lambda m: 0, lambda m: 1 + 1e-9),
    "least 1e-10": least(1e-10),
    "least 1e-12": least(1e-12),
    "squared": squared,
    "posterior": posterior,
    "smoothed 0": smoothed(0),
    "smoothed 1": smoothed(1),
}


def loop(name, start, samples, generations, generator):
    """The statistic over runs in generations 0, 1, …; `start` gives the points of the first training sets."""
    if name in on_points:
        points, step = start.copy(), on_points[name]
        for generation in range(generations + 1):
            yield points.var(axis=1)
            points = step(points, samples, generator)
        return
    state = start.var(axis=1) if start.dtype.kind == "f" else (start == 0).mean(axis=1)
    for generation in range(generations + 1):
        yield state
        state = on_numbers[name](state, samples, generator)
