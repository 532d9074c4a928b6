"""scikit-learn: LatentDirichletAllocation of one topic with its default prior, of a text of two words."""

from contract import serve
import numpy as np
from sklearn.decomposition import LatentDirichletAllocation

words = ["a", "b"]


def generation(rows, samples, seed):
    generator = np.random.RandomState([seed % 2**32, seed >> 32])
    text = [row[0] for row in rows]
    fit = LatentDirichletAllocation(1, random_state=generator).fit([[text.count(word) for word in words]])
    p = fit.components_[0] / fit.components_[0].sum()
    return [[words[i]] for i in generator.choice(len(words), samples, p=p)]


serve(generation)
