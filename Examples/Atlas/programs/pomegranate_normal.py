"""pomegranate: Normal with covariance_type "diag"."""

from contract import numbers, serve
import torch
from pomegranate.distributions import Normal

torch.set_num_threads(1)


def generation(points, samples, generator):
    torch.manual_seed(generator.randint(2**31))
    return Normal(covariance_type="diag").fit(torch.tensor(points)).sample(samples).numpy()


serve(numbers(generation))
