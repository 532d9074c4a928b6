"""The six jobs: which programs do them, at what size, and what they must find."""

from dataclasses import dataclass
from typing import Callable

from . import theory
from .programs import c, python, timer

OURS, NUMPY, RAW, C = "ClosedLoop", "NumPy", "NumPy, raw data", "plain C"

# Of a long run, five are enough.
LONG = 5


@dataclass(frozen=True)
class Program:
  """A program that does a job."""
  name: str
  command: Callable[[int], list]  # by seed
  rounds: int | None = None  # at most so many


@dataclass(frozen=True)
class Case:
  """What is timed as a whole: a job, or one of its cases."""
  job: str
  name: str
  title: str
  programs: list[Program]
  expected: Callable[[int, int], dict]  # by replicates and generations of each: value, allowed distance
  per_generation: bool = True


def gaussian(job, title, law, samples, replicates, generations, raw, ours, expected):
  """A job with a Gaussian; `raw` and `ours`: replicates where one run would be too long, or too short."""
  def numpy(method, count, batch):
    return lambda seed: python("gaussian", law, method, samples, seed, count, generations, batch)

  return Case(job, job, title, [
    Program(OURS, lambda seed: timer(job, 1, seed, ours, generations)),
    Program(NUMPY, numpy("sufficient", max(replicates, ours // 10), replicates)),
    # Points beyond the caches gain nothing from replicates side by side.
    Program(RAW, numpy("raw", raw, replicates if samples < 10_000 else 1), LONG),
    Program(C, lambda seed: c("gaussian", law, samples, seed, ours, generations)),
  ], expected)


def job_a(scale):
  return gaussian("a", "Gaussian, M = 100", "replace", 100, 1000 // scale, 2000, 1000 // scale,
                  1000 // scale, lambda replicates, generations: {
                    "log_variance": theory.log_variance(100, generations, replicates),
                    "far": theory.far(replicates)})


def job_c(scale):
  # Ten replicates are done in 20 µs, so that programs of that kind do the job hundreds of times.
  return gaussian("c", "Gaussian, M = 10⁶", "replace", 1_000_000, 10, 100 // scale, 10, 10_000,
                  lambda replicates, generations: {
                    "log_variance": theory.log_variance(1_000_000, generations, replicates),
                    "square_mean": theory.square_mean(1_000_000, generations, replicates, False)})


def job_e(scale):
  return gaussian("e", "Gaussian, all data kept", "accumulate", 100, 1000 // scale, 2000,
                  1000 // scale, 1000 // scale, lambda replicates, generations: {
                    "variance": theory.variance(100, generations, replicates),
                    "square_mean": theory.square_mean(100, generations, replicates, True)})


def job_b(scale):
  count = 200 // scale
  return Case("b", "b", "spins to absorption", [
    Program(OURS, lambda seed: timer("b", 1, seed, count)),
    Program(NUMPY, lambda seed: python("spins", "sufficient", 1000, seed, count)),
    Program(RAW, lambda seed: python("spins", "raw", 1000, seed, count), LONG),
    Program(C, lambda seed: c("spins", 1000, seed, count)),
  ], lambda replicates, _: {
    "time": theory.absorption_time(replicates), "up": theory.up(replicates)})


FIGURE2_CASES = [("i", 50), ("ii", 50), ("ii", 400), ("iii", 50), ("iii", 400)]


def job_d(scale):
  def case(name, samples):
    generations = 1_000_000 // scale

    def numpy(method):
      # The interpreter would be at it for minutes; time goes up with generations.
      return lambda seed: python("fig2", method, name, samples, seed, 10_000 // scale, 2000 // scale)

    return Case("d", f"d-{name}-{samples}", f"case {name}, M = {samples}", [
      Program(OURS, lambda seed: timer(f"d-{name}-{samples}", 1, seed, 1, generations)),
      Program(NUMPY, numpy("sufficient"), LONG),
      Program(RAW, numpy("raw"), LONG),
      Program(C, lambda seed: c("fig2", name, samples, generations, seed)),
    ], lambda _, generations: theory.figure2(name, samples, generations))
  return [case(*each) for each in FIGURE2_CASES]


def job_f(scale):
  def case(population):
    return Case("f", f"f-{population}", f"exact, n = {population}", [
      Program(OURS, lambda seed: timer(f"f-{population}", 1, seed)),
      Program(NUMPY, lambda _: python("absorption", population)),
      Program(C, lambda _: c("absorption", population), LONG if population > 1000 else None),
    ], lambda *_: {"time": (theory.ABSORPTION_MEANS[population], 1e-6)}, per_generation=False)
  return [case(1000)] + ([case(4000)] if scale == 1 else [])


def cases(letters, quick):
  """The cases of some jobs, in order; a tenth of the work if `quick`."""
  scale = 10 if quick else 1
  makers = {"a": job_a, "b": job_b, "c": job_c, "d": job_d, "e": job_e, "f": job_f}
  result = []
  for letter in letters:
    made = makers[letter](scale)
    result += made if isinstance(made, list) else [made]
  return result
