"""The contract of `closedloop drive` for the Python programs of the atlas.

A program calls `serve(generation)`. With the arguments `train samples seed output` it does one generation; without, it
reads one JSON object a line from standard input and answers each with one line.
"""

import csv
import json
import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# What a library prints must not be taken for an answer.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def read(path):
    """The header and the rows, as text."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return rows[0], rows[1:]


def write(path, header, rows):
    """Numbers are written with all their digits."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def numbers(generation):
    """From a function of (array of rows and columns, number of samples, generator) to one of rows of text."""
    import numpy as np

    def of_text(rows, samples, seed):
        generator = np.random.RandomState([seed % 2**32, seed >> 32])
        points = generation(np.array(rows, float), samples, generator)
        return [[repr(float(value)) for value in row] for row in np.asarray(points).reshape(samples, -1)]

    return of_text


def serve(generation):
    """`generation` takes rows of text, the number of samples and the seed, and gives rows."""

    def once(train, samples, seed, output):
        header, rows = read(train)
        write(output, header, generation(rows, samples, seed))

    if len(sys.argv) > 1:
        train, samples, seed, output = sys.argv[1:]
        once(train, int(samples), int(seed), output)
        return
    for line in sys.stdin:
        task = json.loads(line)
        try:
            once(task["train"], task["samples"], task["seed"], task["output"])
            answer = {"done": True}
        except Exception as problem:
            answer = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(answer), file=answers, flush=True)
