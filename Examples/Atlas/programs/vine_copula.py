"""pyvinecopulib: a pair copula chosen among all families by its default criterion; the margins stay uniform."""

from contract import numbers, serve
import numpy as np
import pyvinecopulib


def generation(points, samples, generator):
    fit = pyvinecopulib.Bicop.from_data(pyvinecopulib.to_pseudo_obs(points))
    return fit.sample(samples, seeds=[int(generator.randint(2**31)) for _ in range(3)])


serve(numbers(generation))
