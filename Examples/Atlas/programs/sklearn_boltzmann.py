"""scikit-learn: BernoulliRBM of two hidden units, otherwise with its defaults, sampled by 20 Gibbs steps."""

from contract import numbers, serve
from sklearn.neural_network import BernoulliRBM


def generation(points, samples, generator):
    fit = BernoulliRBM(n_components=2, random_state=generator).fit(points)
    units = generator.randint(2, size=(samples, points.shape[1]))
    for _ in range(20):
        units = fit.gibbs(units)
    return units


serve(numbers(generation))
