"""hmmlearn: CategoricalHMM of one state with its defaults."""

from contract import serve
import numpy as np
from hmmlearn.hmm import CategoricalHMM

words = ["a", "b"]


def generation(rows, samples, seed):
    generator = np.random.RandomState([seed % 2**32, seed >> 32])
    text = [[words.index(row[0])] for row in rows]
    fit = CategoricalHMM(1, n_features=len(words), random_state=generator).fit(text)
    return [[words[i]] for i in fit.sample(samples, random_state=generator)[0][:, 0]]


serve(generation)
