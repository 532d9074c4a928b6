"""OpenTURNS: KernelSmoothing with its defaults."""

from contract import numbers, serve
import numpy as np
import openturns


def generation(points, samples, generator):
    openturns.RandomGenerator.SetSeed(int(generator.randint(2**31)))
    return np.array(openturns.KernelSmoothing().build(openturns.Sample(points)).getSample(samples))


serve(numbers(generation))
