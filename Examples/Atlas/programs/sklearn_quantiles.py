"""scikit-learn: QuantileTransformer to a normal, which many tabular generators stand on; normal points are sent back."""

from contract import numbers, serve
from sklearn.preprocessing import QuantileTransformer


def generation(points, samples, generator):
    fit = QuantileTransformer(n_quantiles=len(points), output_distribution="normal").fit(points)
    return fit.inverse_transform(generator.standard_normal((samples, points.shape[1])))


serve(numbers(generation))
