"""gensim: LdaModel of one topic with its default prior, of a text of two words."""

from contract import serve
import numpy as np
from gensim.models import LdaModel

words = {0: "a", 1: "b"}


def generation(rows, samples, seed):
    generator = np.random.RandomState([seed % 2**32, seed >> 32])
    text = [row[0] for row in rows]
    counts = [(i, text.count(word)) for i, word in words.items()]
    fit = LdaModel([counts], num_topics=1, id2word=words, random_state=generator)
    p = fit.get_topics()[0].astype(float)
    return [[words[i]] for i in generator.choice(len(words), samples, p=p / p.sum())]


serve(generation)
