"""hmmlearn: GaussianHMM of one state, with its default covars_prior = 0.01."""

from contract import numbers, serve
from hmmlearn.hmm import GaussianHMM


def generation(points, samples, generator):
    return GaussianHMM(1, random_state=generator).fit(points).sample(samples, random_state=generator)[0]


serve(numbers(generation))
