"""The real data of the rows of the atlas: made by their definitions, the same at every run."""

import csv

import numpy as np


def table(kind, rows=400):
    """Header and rows."""
    generator = np.random.RandomState(1)
    name, *numbers = kind.split()
    if name == "normal":
        return ["x"], generator.standard_normal((rows, 1)) * float(numbers[0] if numbers else 1)
    if name == "pairs":
        x, noise = generator.standard_normal((2, rows))
        r = float(numbers[0])
        return ["x", "y"], np.column_stack([x, r * x + np.sqrt(1 - r * r) * noise])
    if name == "gamma":
        return ["x"], generator.gamma(float(numbers[0]), size=(rows, 1))
    if name == "words":
        return ["word"], [[word] for word in np.repeat(["a", "b"], rows // 2)]
    if name == "classes":
        return ["class", "word"], [[label, word] for label in "ab" for word in "ab" for _ in range(rows // 4)]
    if name == "bits":
        # Two equal units and two independent ones.
        bits = generator.randint(2, size=(rows, 3))
        return ["x", "y", "z", "u"], bits[:, [0, 0, 1, 2]]
    raise ValueError(kind)


def write(kind, path):
    header, rows = table(kind)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([[value.item() if hasattr(value, "item") else value for value in row] for row in rows])
