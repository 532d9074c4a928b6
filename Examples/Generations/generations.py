"""Writes the generations of two loops, as somebody's own pipeline would: the standard library of Python is enough.

    python3 generations.py

Each generation is the training set of the next model. That has a categorical distribution for the colour, another for
the answer, and a normal one for the age, all by maximum likelihood and independent of each other. closed.csv learns
from its own samples only; anchored.csv has ten fresh real rows among the hundred of each generation.
"""

import csv
import random

COLOURS = {"red": 40, "green": 25, "blue": 15, "violet": 10, "white": 6, "black": 3, "gold": 1}
ROWS, GENERATIONS = 100, 25


def real(generator, count):
    return [
        (
            generator.choices(list(COLOURS), list(COLOURS.values()))[0],
            generator.choices(["yes", "no"], [3, 7])[0],
            round(generator.gauss(50, 10), 1),
        )
        for _ in range(count)
    ]


def refit(generator, rows, count):
    """Rows of the model of maximum likelihood."""
    colours, answers, ages = zip(*rows)
    mean = sum(ages) / len(ages)
    deviation = (sum((age - mean) ** 2 for age in ages) / len(ages)) ** 0.5
    return [
        (
            generator.choice(colours),
            generator.choice(answers),
            round(generator.gauss(mean, deviation), 1),
        )
        for _ in range(count)
    ]


def write(path, columns, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


generator = random.Random(20260514)
names = ["colour", "answer", "age"]
write("real.csv", names, real(generator, 1000))
for path, fresh in [("closed.csv", 0), ("anchored.csv", 10)]:
    rows, history = real(generator, ROWS), []
    for generation in range(GENERATIONS + 1):
        history += [(generation, *row) for row in rows]
        rows = refit(generator, rows, ROWS - fresh) + real(generator, fresh)
    write(path, ["generation", *names], history)
