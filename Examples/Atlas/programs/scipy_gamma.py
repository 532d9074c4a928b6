"""scipy: gamma.fit(floc=0)."""

from contract import numbers, serve
from scipy.stats import gamma


def generation(points, samples, generator):
    shape, _, scale = gamma.fit(points[:, 0], floc=0)
    return gamma.rvs(shape, scale=scale, size=samples, random_state=generator)


serve(numbers(generation))
