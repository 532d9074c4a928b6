"""A restricted Boltzmann machine of 0/1 columns, by scikit-learn: a fit that is never finished.

Once a generation:  python3 sklearn_rbm.py --hidden 4 train.csv 100 1 next.csv
Once a replicate:   python3 sklearn_rbm.py --hidden 4 --session

Its gradient steps stop far from the maximum of the likelihood, and its samples come from a Markov chain of
finite length.
"""

import argparse
import json
import sys

import numpy as np
from sklearn.neural_network import BernoulliRBM

parser = argparse.ArgumentParser(allow_abbrev=False)
parser.add_argument("--hidden", type=int, default=4, help="hidden units (4)")
parser.add_argument("--rate", type=float, default=0.05, help="learning rate (0.05)")
parser.add_argument("--passes", type=int, default=50, help="passes over the training set (50)")
parser.add_argument("--steps", type=int, default=100, help="Gibbs steps before a sample (100)")
options, _ = parser.parse_known_args()


def model(train, samples, seed, output):
    """Fits to the rows of `train` and writes `samples` rows to `output`."""
    header, points = read(train)
    rng = np.random.RandomState(np.random.MT19937(seed))
    machine = BernoulliRBM(
        options.hidden, learning_rate=options.rate, n_iter=options.passes, random_state=rng
    ).fit(points)
    units = rng.randint(2, size=(samples, points.shape[1]))
    for _ in range(options.steps):
        units = machine.gibbs(units)
    write(output, header, units.astype(int))


def read(path):
    """The line of the header, and the rows of numbers."""
    with open(path, encoding="utf-8") as file:
        return next(file).rstrip("\n"), np.loadtxt(file, delimiter=",", ndmin=2)


def write(path, header, rows):
    """Numbers with 17 digits, which are read back exactly."""
    np.savetxt(path, rows, fmt="%.17g", delimiter=",", header=header, comments="", encoding="utf-8")


def serve(model):
    """The contract of closedloop drive: once, by arguments; or with --session, one line of JSON at a time."""
    if "--session" not in sys.argv:
        train, samples, seed, output = sys.argv[-4:]
        return model(train, int(samples), int(seed), output)
    answers, sys.stdout = sys.stdout, sys.stderr  # what a library prints is no answer
    for line in sys.stdin:
        request = json.loads(line)
        try:
            model(request["train"], request["samples"], request["seed"], request["output"])
            answer = {"done": True}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    serve(model)
