"""scipy: uniform.fit, a uniform law between the extremes of the data."""

from contract import numbers, serve
from scipy.stats import uniform


def generation(points, samples, generator):
    return uniform.rvs(*uniform.fit(points[:, 0]), size=samples, random_state=generator)


serve(numbers(generation))
