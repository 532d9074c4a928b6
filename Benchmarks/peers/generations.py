"""Counts of the columns of generations by the deciles of the real data, in pandas.

generations.py TRUTH GENERATION...: prints a line of seconds, then a line of counts for each column.
"""

import sys
import time

import numpy as np
import pandas as pd

LEVELS = 20


def words(column):
  """How a column of categories is counted."""
  return lambda data: data[column].value_counts()


def intervals(column, edges):
  """How a column of numbers is counted: deciles and tails together."""
  def count(data):
    places = np.searchsorted(edges, data[column].to_numpy(), side="left")
    return np.bincount(places, minlength=len(edges) + 1)
  return count


def main(truth, *generations):
  start = time.perf_counter()
  data = pd.read_csv(truth)
  counters, deciles = {}, {}
  for column in data.columns:
    if not pd.api.types.is_numeric_dtype(data[column]) or data[column].nunique() <= LEVELS:
      counters[column] = words(column)
      continue
    values = data[column].to_numpy()
    ranks = np.arange(1, 10) / 10
    deciles[column] = np.unique(np.quantile(values, ranks, method="inverted_cdf"))
    low, high = np.quantile(values, [0.01, 0.99], method="inverted_cdf")
    edges = np.unique(np.concatenate([deciles[column], [np.nextafter(low, -np.inf), high]]))
    counters[column] = intervals(column, edges)
    # Ends of the tails are passed over where counts are compared.
    deciles[column] = np.searchsorted(edges, deciles[column])
  counts = {column: [counter(data)] for column, counter in counters.items()}
  for path in generations:
    del data
    data = pd.read_csv(path)
    for column, counter in counters.items():
      counts[column].append(counter(data))
  seconds = time.perf_counter() - start

  print(f"seconds,{seconds:.6g}")
  for column, rows in counts.items():
    if column in deciles:
      rows = [np.add.reduceat(row, np.concatenate([[0], deciles[column] + 1])) for row in rows]
      kind = "deciles"
    else:
      symbols = sorted(set().union(*[row.index for row in rows]))
      rows = [[row.get(symbol, 0) for symbol in symbols] for row in rows]
      kind = "categories"
    print(f"{column},{kind}," + ";".join(" ".join(str(int(n)) for n in row) for row in rows))


if __name__ == "__main__":
  main(*sys.argv[1:])
