#!/usr/bin/env bash
# nltk 3.10.4, nltk.lm.Laplace and Lidstone: generate().
#
# Expected: add-one smoothing gives every word of the vocabulary (count + 1)/(n + V) (V counts <UNK>, too), so a lost
# word comes back: the loop fit, generate, refit has Dirichlet pseudo-counts and never collapses.
#
# What happens: generate() chooses only among words seen after the context in the training text, with the smoothed
# scores as weights. score() of an unseen word is positive, and the word is never said. Smoothing only flattens the
# words that are left. The loop of one-word contexts over two words is absorbed; with n words a generation the mean time
# solves a finite chain: 30.8, 111.4, 414.7, 1579.8, 6123.1 at n = 10, 20, 40, 80, 160, about .24 n^2 for Laplace
# (growing like n for gamma = 1/2, like n ln n there to leading order).
#
# Why it matters: over a few n generations the loop looks anchored, as theory for a prior says; after n^2 it is dead.
#
# Chance: the word that never comes back is a matter of code; 2000 words without it have probability (12/13)^2000 under
# the scores. The mean time of 400 loops has a standard deviation near 1.5 and a margin of 8; every loop ends.
# Seen: 0 of 2000 words; score .0769; mean time 29.25 (exact 30.82).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-cache-dir nltk==3.10.4 numpy==2.4.6
OMP_NUM_THREADS=1 "$work/venv/bin/python" - <<'PY'
import random
import sys
import numpy as np
from nltk.lm import Laplace


def fit(words):
    model = Laplace(1)
    model.fit([[(word,) for word in words]], vocabulary_text=["a", "b"])
    return model


def exact(n):
    from math import comb
    rows = []
    for c in range(1, n):
        p = (c + 1) / (n + 2)
        rows.append([comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(1, n)])
    return np.linalg.solve(np.eye(n - 1) - np.array(rows), np.ones(n - 1))[n // 2 - 1]


n = 10
dead = fit(["a"] * n)
words = [dead.generate(random_seed=seed) for seed in range(2000)]
print(f"score of the lost word {dead.score('b'):.4f}, said {words.count('b')} times in 2000")
times = []
for seed in range(400):
    source, words_now, t = random.Random(seed), ["a", "b"] * (n // 2), 0
    while len(set(words_now)) == 2 and t < 5000:
        words_now, t = fit(words_now).generate(n, random_seed=source), t + 1
    times.append(t)
print(f"mean time to one word: {np.mean(times):.2f} (exact {exact(n):.2f}), longest {max(times)}; "
      + ", ".join(f"n = {m}: {exact(m):.1f}" for m in (20, 40, 80, 160)))
ok = dead.score("b") > 0.07 and "b" not in words and max(times) < 5000 and abs(np.mean(times) - exact(n)) < 8
print("as described" if ok else "CHANGED")
sys.exit(0 if ok else 1)
PY
