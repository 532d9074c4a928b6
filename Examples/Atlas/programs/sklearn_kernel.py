"""scikit-learn: KernelDensity(bandwidth="scott"), a bandwidth in the units of the data."""

from contract import numbers, serve
from sklearn.neighbors import KernelDensity


def generation(points, samples, generator):
    return KernelDensity(bandwidth="scott").fit(points).sample(samples, random_state=generator)


serve(numbers(generation))
