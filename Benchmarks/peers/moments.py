#!/usr/bin/env python3
"""Regenerate moments.csv from the compiled fig2-peer beside this script.

Each case is run from several independent seeds, one process at a time.  The
table gives the mean over seeds of every moment and its standard error from
the spread between seeds; nothing else is done to the numbers.

Besides moments: near1 and within1 are the fractions of |theta1| <= 1/4 and
<= 1, low2 that of theta2 <= -1.

Build first:  cc -std=c11 -O3 -o fig2-peer fig2-peer.c -lm
"""

import csv
import pathlib
import statistics
import subprocess

FOLDER = pathlib.Path(__file__).resolve().parent
# case, M, seeds, generations of each
RUNS = [
  ("ii", 50, 12, 4_000_000),
  ("iii", 50, 12, 4_000_000),
  ("ii", 400, 8, 3_000_000),
  ("iii", 400, 8, 3_000_000),
  ("i", 50, 12, 4_000_000),
]
MOMENTS = ["mean1", "var1", "mean2", "var2", "near1", "within1", "low2"]


def run(case, samples, generations, seed):
  command = [FOLDER / "fig2-peer", case, samples, generations, seed]
  result = subprocess.run([str(word) for word in command],
                          stdout=subprocess.PIPE, text=True, check=True)
  return next(csv.DictReader(result.stdout.splitlines()))


def main():
  header = ["case", "samples", "generations"]
  for moment in MOMENTS:
    header += [moment, moment + "_error"]
  table = [header]
  for case, samples, seeds, generations in RUNS:
    # Every run of the whole table has a seed of its own.
    first = 1000 * len(table)
    runs = [run(case, samples, generations, first + i) for i in range(seeds)]
    row = [case, str(samples), str(seeds * generations)]
    for moment in MOMENTS:
      values = [float(r[moment]) for r in runs]
      error = statistics.stdev(values) / len(values) ** 0.5
      row += [f"{statistics.fmean(values):.6f}", f"{error:.6f}"]
    table.append(row)
    print(",".join(row), flush=True)
  with open(FOLDER / "moments.csv", "w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(table)


if __name__ == "__main__":
  main()
