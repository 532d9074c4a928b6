"""Each column of a table as words with probabilities of their own: the simplest model, in the standard library.

Once a generation:  python3 categorical.py train.csv 100 1 next.csv
Once a replicate:   python3 categorical.py --session

The fit is by maximum likelihood: the probability of a word is its share of the rows. With --lines, files are lines
of text without a header, and a line is a word.
"""

import bisect
import collections
import csv
import itertools
import json
import random
import sys


def model(train, samples, seed, output):
    """Fits to the rows of `train` and writes `samples` rows to `output`."""
    rng = random.Random(seed)
    header, rows = read(train)
    columns = []
    for column in zip(*rows):
        counts = sorted(collections.Counter(column).items())  # sorted: no result depends on the order of rows
        words = [word for word, _ in counts]
        totals = list(itertools.accumulate(count for _, count in counts))
        # An integer below the number of rows picks a word by its count: exact, without rounding.
        columns.append([words[bisect.bisect(totals, rng.randrange(totals[-1]))] for _ in range(samples)])
    write(output, header, zip(*columns))


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        if "--lines" in sys.argv:
            return None, [[line] for line in file.read().removesuffix("\n").split("\n")]
        rows = list(csv.reader(file))
        return rows[0], rows[1:]


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        if header is None:
            file.writelines(row[0] + "\n" for row in rows)
        else:
            csv.writer(file, lineterminator="\n").writerows(itertools.chain([header], rows))


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
