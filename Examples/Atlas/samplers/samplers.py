"""NumPy, torch and jax: NAME LAW SIZE DRAWS."""

import sys

import numpy as np

name, law, size, draws = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
is_binomial = law == "binomial"
mean, variance = (size / 2, size / 4) if is_binomial else (size, size)
block = min(draws, 1_000_000)

if name == "NumPy":
    generator = np.random.default_rng(1)

    def draw(number):
        return generator.binomial(size, 0.5, block) if is_binomial else generator.poisson(size, block)

elif name.startswith("torch"):
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(1)
    kind = torch.float64 if name.endswith("float64") else torch.float32
    if is_binomial:
        binomial = torch.distributions.Binomial(torch.tensor(size, dtype=kind), torch.tensor(0.5, dtype=kind))
    rates = torch.full((block,), float(size), dtype=kind)

    def draw(number):
        return (binomial.sample((block,)) if is_binomial else torch.poisson(rates)).numpy()

else:
    import jax

    if name.endswith("float64"):
        jax.config.update("jax_enable_x64", True)
    kind = jax.numpy.float64 if name.endswith("float64") else jax.numpy.float32
    if is_binomial:
        kernel = jax.jit(lambda key: jax.random.binomial(key, kind(size), kind(0.5), (block,), dtype=kind))
    else:
        whole = jax.numpy.int64 if name.endswith("float64") else jax.numpy.int32
        kernel = jax.jit(lambda key: jax.random.poisson(key, kind(size), (block,), dtype=whole))

    def draw(number):
        return np.asarray(kernel(jax.random.fold_in(jax.random.key(1), number)))


first = second = band = tail = 0
for number in range(draws // block):
    scaled = (draw(number).astype(float) - mean) / np.sqrt(variance)
    far = np.abs(scaled)
    first, second = first + scaled.sum(), second + np.square(scaled).sum()
    band, tail = band + np.count_nonzero((far > 2) & (far < 4.9)), tail + np.count_nonzero(far > 4)
print(draws, repr(float(first)), repr(float(second)), int(band), int(tail))
