"""What theory expects of the jobs: the mean of each number that a program prints, and its error.

Expectations are exact, and so are standard errors, which follow from second moments.
"""

import csv
import math
import pathlib

PEERS = pathlib.Path(__file__).resolve().parent.parent / "peers"

# Beyond so many standard errors a program does another job. For a normal law that is one run in 5e8.
ALLOWED_ERRORS = 6
# The moments of Figure 2 come from eight or twelve runs, and so their errors are uncertain themselves.
ALLOWED_FIGURE2_ERRORS = 8

# The absorption time at n = 1000 from 1/2: mean and standard deviation, both by linear algebra.
ABSORPTION_MEAN, ABSORPTION_DEVIATION = 1383.500977, 1016.593512
# The mean by population; programs must agree with it to 1e-6.
ABSORPTION_MEANS = {1000: ABSORPTION_MEAN, 4000: 5541.922072}


def digamma(x):
  shift = 0.0
  while x < 20:
    shift -= 1 / x
    x += 1
  y = 1 / (x * x)
  return shift + math.log(x) - 0.5 / x - y * (1 / 12 - y * (1 / 120 - y / 252))


def trigamma(x):
  shift = 0.0
  while x < 20:
    shift += 1 / (x * x)
    x += 1
  y = 1 / (x * x)
  return shift + 1 / x + y / 2 + y / x * (1 / 6 - y * (1 / 30 - y / 42))


def expected(mean, variance, replicates):
  """A mean over replicates, and how far from it is too far."""
  return mean, ALLOWED_ERRORS * math.sqrt(variance / replicates)


def log_variance(samples, generations, replicates):
  """ln σ² where all data are replaced: every generation adds ln(χ²/M)."""
  shape = (samples - 1) / 2
  drift = digamma(shape) + math.log(2 / samples)
  return expected(generations * drift, generations * trigamma(shape), replicates)


def far(replicates):
  """How often |μ| > 1/2 in the end where all data are replaced.

  For large M, μ is Student's t of four degrees of freedom over √2, and that is 14/27. At M = 100 the
  difference is below 1e-3.
  """
  p = 14 / 27
  mean, error = expected(p, p * (1 - p), replicates)
  return mean, error + 1e-3


def moments(samples, generations, accumulates):
  """E v, E v², E m² and E m⁴ of the variance v and the mean m after so many generations.

  With n points so far and M new ones, m moves by b√v Z and v is multiplied by (n + χ² + aZ²)/(n + M),
  where a = n/(n + M) and b = √M/(n + M). Without what was before, n = 0.
  """
  v1, v2, m2, m2v, m4 = 1.0, 1.0, 0.0, 0.0, 0.0
  for t in range(generations):
    n = samples * t if accumulates else 0
    total = n + samples
    a, b2 = n / total, samples / total**2
    mean = n + samples - 1 + a
    square = mean**2 + 2 * (samples - 1) + 2 * a * a
    with_z = n + samples - 1 + 3 * a  # E of the factor times Z²
    m4 += 6 * b2 * m2v + 3 * b2 * b2 * v2
    m2 += b2 * v1
    m2v = (m2v * mean + b2 * v2 * with_z) / total
    v2 *= square / total**2
    v1 *= mean / total
  return v1, v2, m2, m4


def variance(samples, generations, replicates):
  """σ² where all data are kept."""
  v1, v2, _, _ = moments(samples, generations, accumulates=True)
  return expected(v1, v2 - v1 * v1, replicates)


def square_mean(samples, generations, replicates, accumulates):
  """μ²."""
  _, _, m2, m4 = moments(samples, generations, accumulates)
  return expected(m2, m4 - m2 * m2, replicates)


def absorption_time(replicates):
  return expected(ABSORPTION_MEAN, ABSORPTION_DEVIATION**2, replicates)


def up(replicates):
  """How often all spins end up."""
  return expected(0.5, 0.25, replicates)


def figure2(case, samples, generations):
  """Means and variances of θ from `peers/moments.csv`, with errors for a run of so many generations."""
  with open(PEERS / "moments.csv", newline="") as file:
    row = next(r for r in csv.DictReader(file)
               if (r["case"], int(r["samples"])) == (case, samples))
  measured = int(row["generations"])
  result = {}
  for name in ("mean1", "var1", "mean2", "var2"):
    error = float(row[name + "_error"]) * math.sqrt(1 + measured / generations)
    result[name] = float(row[name]), ALLOWED_FIGURE2_ERRORS * error
  return result
