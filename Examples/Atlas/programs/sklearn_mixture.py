"""scikit-learn: GaussianMixture of one component, with its default reg_covar = 1e-6."""

from contract import numbers, serve
from sklearn.mixture import GaussianMixture


def generation(points, samples, generator):
    return GaussianMixture(1, random_state=generator).fit(points).sample(samples)[0]


serve(numbers(generation))
