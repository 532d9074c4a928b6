"""scikit-learn: CategoricalNB with its default alpha = 1; a class is drawn by its prior, then a word by its table."""

from contract import serve
import numpy as np
from sklearn.naive_bayes import CategoricalNB

words = ["a", "b"]


def generation(rows, samples, seed):
    generator = np.random.RandomState([seed % 2**32, seed >> 32])
    features = [[words.index(word)] for _, word in rows]
    fit = CategoricalNB(min_categories=len(words)).fit(features, [label for label, _ in rows])
    drawn = []
    for label in generator.choice(len(fit.classes_), samples, p=np.exp(fit.class_log_prior_)):
        word = generator.choice(len(words), p=np.exp(fit.feature_log_prob_[0][label]))
        drawn.append([fit.classes_[label], words[word]])
    return drawn


serve(generation)
