"""copulas: GaussianMultivariate with its defaults (each column's law is the best of eight)."""

from contract import numbers, serve
import numpy as np
import pandas
from copulas.multivariate import GaussianMultivariate


def generation(points, samples, generator):
    fit = GaussianMultivariate(random_state=generator.randint(2**31))
    fit.fit(pandas.DataFrame(points, columns=[f"x{i}" for i in range(points.shape[1])]))
    return fit.sample(samples).to_numpy()


serve(numbers(generation))
