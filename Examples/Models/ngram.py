"""An n-gram of the words or characters of lines of text, in the standard library.

Once a generation:  python3 ngram.py --order 3 train.txt 100 1 next.txt
Once a replicate:   python3 ngram.py --order 3 --session

Each unit of a line depends on the order - 1 units before it, and the end of a line is a unit, too. Without smoothing
the fit is by maximum likelihood; with it, every unit counts as if it had been seen so many times more after each
context. For closedloop drive with --lines.
"""

import argparse
import bisect
import collections
import itertools
import json
import random
import sys

END = "\n"  # of a line; what is before the first unit, too

parser = argparse.ArgumentParser(allow_abbrev=False)
parser.add_argument("--order", type=int, default=2, help="length of an n-gram; 1 has no context (2)")
parser.add_argument("--units", choices=["words", "characters"], default="words")
parser.add_argument("--smoothing", type=float, default=0, help="added to each count (0)")
options, _ = parser.parse_known_args()


def model(train, samples, seed, output):
    """Fits to the lines of `train` and writes `samples` lines to `output`."""
    with open(train, encoding="utf-8", newline="\n") as file:
        lines = file.read().removesuffix("\n").split("\n")
    counts = collections.defaultdict(collections.Counter)
    for line in lines:
        context = (END,) * (options.order - 1)
        for unit in (line.split() if options.units == "words" else list(line)) + [END]:
            counts[context][unit] += 1
            context = (*context, unit)[1:]
    draw = Units(counts, random.Random(seed))
    space = " " if options.units == "words" else ""
    with open(output, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(space.join(draw.line()) + "\n" for _ in range(samples))


class Units:
    """The fitted law of the next unit."""

    def __init__(self, counts, rng):
        self.rng = rng
        self.every = sorted(set().union(*counts.values()))
        # Sorted, so that no result depends on the order of lines.
        seen = {context: sorted(following.items()) for context, following in counts.items()}
        self.units = {context: [unit for unit, _ in pairs] for context, pairs in seen.items()}
        self.totals = {
            context: list(itertools.accumulate(count for _, count in pairs)) for context, pairs in seen.items()
        }

    def line(self):
        """The units of one line."""
        line, context = [], (END,) * (options.order - 1)
        while (unit := self.next(context)) != END:
            line.append(unit)
            context = (*context, unit)[1:]
        return line

    def next(self, context):
        """One unit after a context."""
        totals = self.totals.get(context, [0])
        extra = options.smoothing * len(self.every)
        if extra and self.rng.random() * (totals[-1] + extra) < extra:
            return self.rng.choice(self.every)
        return self.units[context][bisect.bisect(totals, self.rng.randrange(totals[-1]))]


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
