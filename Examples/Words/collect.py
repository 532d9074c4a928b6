"""Makes distinct.csv and sentences.csv of the runs in this folder: python3 collect.py results"""

import csv
import math
import pathlib
import sys

GENERATIONS = 100
SHOWN = [0, 1, 5, 20, 100]
results = pathlib.Path(sys.argv[1])


def mean(values):
    """The mean and its standard error."""
    average = sum(values) / len(values)
    square = sum((value - average) ** 2 for value in values)
    return average, math.sqrt(square / (len(values) - 1) / len(values))


def distinct_lines(folder):
    """For each generation the numbers of distinct lines in the training sets."""
    numbers = {}
    with open(f"{folder}/generations.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = int(row["generation"]), row["replicate"]
            numbers[key] = numbers.get(key, 0) + (int(row["count"]) > 0)
    return [[number for (g, _), number in numbers.items() if g == t] for t in range(GENERATIONS + 1)]


def kept(folder, replicate, generation):
    """The lines of a training set."""
    path = pathlib.Path(folder, "training", f"replicate-{replicate}", f"generation-{generation}.txt")
    return path.read_text(encoding="utf-8").splitlines()


def distinct_words(folder):
    """For each generation the numbers of distinct words of the sentences in the training sets."""
    replicates = len(list(pathlib.Path(folder, "training").iterdir()))
    return [
        [len({word for line in kept(folder, r, t) for word in line.split()}) for r in range(replicates)]
        for t in range(GENERATIONS + 1)
    ]


def law(file):
    with open(file, encoding="utf-8") as rows:
        return [float(row["distinct"]) for row in csv.DictReader(rows)]


measured = [distinct_lines("words-0"), distinct_lines("words-10")]
laws = [law("law-0.csv"), law("law-10.csv")]
sentences = [distinct_words("sentences-0"), distinct_words("sentences-5")]
with open(results / "distinct.csv", "w", encoding="utf-8") as file:
    names = ["closed", "closed_error", "closed_law", "real", "real_error", "real_law"]
    file.write(",".join(["generation", *names, "bigram_closed", "bigram_real"]) + "\n")
    for t in range(GENERATIONS + 1):
        numbers = []
        for values, exact in zip(measured, laws):
            numbers += [*mean(values[t]), exact[t]]
        numbers += [mean(values[t])[0] for values in sentences]
        file.write(",".join([str(t), *(f"{number:.6g}" for number in numbers)]) + "\n")

# Always the first two lines of the first replicate: the first that the model wrote.
with open(results / "sentences.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["generation", "closed", "real"])
    for t in SHOWN:
        for place in range(2):
            writer.writerow([t, *(kept(folder, 0, t)[place] for folder in ("sentences-0", "sentences-5"))])
