"""scikit-learn: GaussianNB with its default var_smoothing = 1e-9, the columns drawn from its means and variances."""

from contract import numbers, serve
import numpy as np
from sklearn.naive_bayes import GaussianNB


def generation(points, samples, generator):
    fit = GaussianNB().fit(points, np.zeros(len(points)))
    return fit.theta_ + np.sqrt(fit.var_) * generator.standard_normal((samples, points.shape[1]))


serve(numbers(generation))
