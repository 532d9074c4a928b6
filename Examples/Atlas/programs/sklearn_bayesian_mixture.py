"""scikit-learn: BayesianGaussianMixture of one component, with its default prior."""

from contract import numbers, serve
from sklearn.mixture import BayesianGaussianMixture


def generation(points, samples, generator):
    return BayesianGaussianMixture(n_components=1, random_state=generator).fit(points).sample(samples)[0]


serve(numbers(generation))
