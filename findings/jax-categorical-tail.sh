#!/usr/bin/env bash
# jax 0.10.2, jax.random.categorical (and jax.random.gumbel, on which it rests), default mode.
#
# Expected: probabilities as exact as the type of the logits.
#
# What happens: a symbol is chosen by the largest of logit + Gumbel noise, and the noise comes from uniform numbers on a
# grid of step e = 2^-23 (float32) or 2^-7 (bfloat16, the type in which language models keep logits). No noise exceeds
# ln(1/e). In float32 a symbol of probability p beside a frequent one is therefore drawn with probability
# e/(exp(e/p) - 1): half as often as it should be at p = 1e-7, ten thousand times too seldom at 1e-8.
# In bfloat16 1024 equal symbols that hold half of the mass together get less than a hundredth of it: ties on the grid
# go to the first symbol as well. mode="high" is right.
#
# Why it matters: n-grams and language models in a loop lose their tails to the sampler before they lose them to
# sampling.
#
# Chance: the bound on the noise is exact; with true Gumbel noise 2^27 draws all stay below it with probability 1e-7.
# The shares have margins above 8 standard deviations.
# Seen: largest noise 15.942385 = 23 ln 2; tail's share .0073 (bfloat16), .5053 (mode="high"), exact .4985.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-cache-dir jax==0.10.2 jaxlib==0.10.2
OMP_NUM_THREADS=1 "$work/venv/bin/python" - <<'PY'
import math
import sys
import jax
import jax.numpy as jnp

largest = jax.jit(lambda key: jax.random.gumbel(key, (1 << 22,)).max())
noise = max(float(largest(jax.random.fold_in(jax.random.key(0), i))) for i in range(32))
print(f"largest of 2^27 Gumbel numbers: {noise:.6f}; 23 ln 2 = {23 * math.log(2):.6f}")
tail = 1024
logits = jnp.concatenate([jnp.array([math.log(tail)]), jnp.zeros(tail)]).astype(jnp.bfloat16)
exact = tail / (tail + math.exp(float(logits[0])))
share = {}
for mode in ("low", "high"):
    draw = jax.jit(lambda key: (jax.random.categorical(key, logits, shape=(2000,), mode=mode) > 0).mean())
    share[mode] = sum(float(draw(jax.random.fold_in(jax.random.key(1), i))) for i in range(5)) / 5
default = jax.jit(lambda key: (jax.random.categorical(key, logits, shape=(10000,)) > 0).mean())
share["default"] = float(default(jax.random.key(2)))
print(f"share of {tail} tail symbols, bfloat16: {share}, exact {exact:.4f}")
ok = noise < 15.95 and share["default"] < 0.1 and share["low"] < 0.1 and abs(share["high"] - exact) < 0.05
print("as described" if ok else "CHANGED")
sys.exit(0 if ok else 1)
PY
