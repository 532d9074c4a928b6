"""A mixture of Gaussians, fitted by scikit-learn's EM, with its floor under every variance.

Once a generation:  python3 sklearn_mixture.py --components 2 train.csv 100 1 next.csv
Once a replicate:   python3 sklearn_mixture.py --components 2 --session

All columns are numbers, and a row is a point.
"""

import argparse
import json
import sys

import numpy as np
from sklearn.mixture import GaussianMixture

parser = argparse.ArgumentParser(allow_abbrev=False)
parser.add_argument("--components", type=int, default=1, help="Gaussians (1)")
parser.add_argument("--floor", type=float, default=1e-6, help="added to each variance: reg_covar (1e-6)")
options, _ = parser.parse_known_args()


def model(train, samples, seed, output):
    """Fits to the rows of `train` and writes `samples` rows to `output`."""
    header, points = read(train)
    # One generator for fit and sample: the same seed for both would use the same numbers twice.
    rng = np.random.RandomState(np.random.MT19937(seed))
    mixture = GaussianMixture(options.components, reg_covar=options.floor, random_state=rng).fit(points)
    write(output, header, mixture.sample(samples)[0])


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
