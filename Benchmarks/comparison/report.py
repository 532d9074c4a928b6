"""Timings as tables in Markdown."""

import math
import statistics
from dataclasses import dataclass

from .jobs import C, NUMPY, OURS, RAW
from .measure import THREADS

TITLES = {
  "a": "Gaussian, M = 100", "b": "20 spins to absorption", "c": "Gaussian, M = 10⁶",
  "d": "Figure 2, sum of five cases", "e": "Gaussian, all data kept",
  "f-1000": "exact times, n = 1000", "f-4000": "exact times, n = 4000",
}
PROGRAMS = [OURS, NUMPY, RAW, C]


@dataclass(frozen=True)
class Summary:
  """What is known of one program in one job."""
  job: str
  program: str
  unit: str
  times: list[float]  # by round
  ratios: list[float]  # to ClosedLoop in the same round

  @property
  def ratio(self):
    return statistics.median(self.ratios)


def by_round(timings, job, program):
  """The times of a job by round; cases of a job are added up, one generation of each."""
  times = {}
  for t in timings:
    if t.program == program and (t.case == job or job == "d" and t.case.startswith("d-")):
      times[t.round] = times.get(t.round, 0) + t.time
  return times


def summary(timings, job, program):
  times = by_round(timings, job, program)
  if not times:
    return None
  ours = by_round(timings, job, OURS)
  unit = "s" if job.startswith("f") else "ns"
  return Summary(job, program, unit, list(times.values()),
                 [time / ours[round] for round, time in times.items()])


def summaries(timings):
  all = [summary(timings, job, program) for job in TITLES for program in PROGRAMS]
  return [each for each in all if each is not None]


def digits(value):
  """Three significant digits; large numbers in groups of three."""
  if value == 0:
    return "0"
  places = max(0, 2 - math.floor(math.log10(abs(value))))
  if places == 0:
    unit = 10 ** (math.floor(math.log10(abs(value))) - 2)
    value = round(value / unit) * unit
  return f"{value:,.{places}f}".replace(",", "\u202f")


def percent(values):
  """From the fastest run to the slowest, in units of the median."""
  return f"{100 * (max(values) - min(values)) / statistics.median(values):.0f} %"


def span(values):
  return digits(values[0]) if len(values) == 1 else f"{digits(min(values))} – {digits(max(values))}"


def job_table(timings):
  lines = ["| job | program | time | spread | times ClosedLoop | from – to | rounds |",
           "|---|---|---:|---:|---:|---:|---:|"]
  for s in summaries(timings):
    ours = s.program == OURS
    first = f"**{s.job[0]}** {TITLES[s.job]}" if ours else ""
    lines.append(f"| {first} | {s.program} | {digits(statistics.median(s.times))} {s.unit} "
                 f"| {percent(s.times)} | {'1' if ours else digits(s.ratio)} "
                 f"| {'' if ours else span(s.ratios)} | {len(s.times)} |")
  return lines


def figure2_table(timings):
  cases = dict.fromkeys(t.case for t in timings if t.case.startswith("d-"))
  if not cases:
    return []
  lines = ["| case | M | ClosedLoop, ns | spread | plain C, ns | spread | ClosedLoop/C | from – to |",
           "|---|---:|---:|---:|---:|---:|---:|---:|"]
  for name in cases:
    _, case, samples = name.split("-")
    ours, c = ({t.round: t.time for t in timings if (t.case, t.program) == (name, program)}
               for program in (OURS, C))
    ratios = [ours[round] / c[round] for round in c]
    lines.append(f"| {case} | {samples} | {digits(statistics.median(ours.values()))} "
                 f"| {percent(ours.values())} | {digits(statistics.median(c.values()))} "
                 f"| {percent(c.values())} | {statistics.median(ratios):.2f} "
                 f"| {min(ratios):.2f} – {max(ratios):.2f} |")
  return lines


@dataclass(frozen=True)
class SpeedUp:
  """A job on two threads."""
  job: str
  one: list[float]
  two: list[float]
  same: bool

  @property
  def factors(self):
    return [a / b for a, b in zip(self.one, self.two)]


def speed_ups(timings):
  result = []
  for job in dict.fromkeys(t.job for t in timings if t.case.startswith(THREADS)):
    of_job = [t for t in timings if t.case == THREADS + job]
    one, two = ([t for t in of_job if t.threads == threads] for threads in (1, 2))
    result.append(SpeedUp(job, [t.seconds for t in one], [t.seconds for t in two],
                          [t.checks for t in one] == [t.checks for t in two]))
  return result


def threads_table(timings):
  lines = ["| job | one thread, s | spread | two threads, s | spread | speed-up | from – to | same digits |",
           "|---|---:|---:|---:|---:|---:|---:|---|"]
  for s in speed_ups(timings):
    lines.append(f"| {s.job} | {digits(statistics.median(s.one))} | {percent(s.one)} "
                 f"| {digits(statistics.median(s.two))} | {percent(s.two)} "
                 f"| {statistics.median(s.factors):.2f} "
                 f"| {min(s.factors):.2f} – {max(s.factors):.2f} | {'yes' if s.same else '**no**'} |")
  return lines


# Job, program, how many times as long as ClosedLoop it takes at least.
TARGETS = [("a", NUMPY, 2), ("a", RAW, 50), ("b", NUMPY, 5), ("c", RAW, 1000), ("d", C, 2),
           ("e", NUMPY, 2), ("e", RAW, 50)]
SPEED_UP_TARGET = 1.9


def target_table(timings):
  lines = ["| target | measured | |", "|---|---:|---|"]

  def row(target, measured, met):
    lines.append(f"| {target} | {measured} | {'met' if met else '**not met**'} |")

  for job, program, factor in TARGETS:
    s = summary(timings, job, program)
    if s is None:
      continue
    if program == C:
      row(f"{job}: at most {1 / factor:.2g} of the time of {C}", f"{1 / s.ratio:.2f}",
          1 / s.ratio <= 1 / factor)
    else:
      row(f"{job}: {program} takes at least {factor} times as long", digits(s.ratio),
          s.ratio >= factor)
  for s in speed_ups(timings):
    factor = statistics.median(s.factors)
    row(f"{s.job}: at least {SPEED_UP_TARGET} times as fast on two threads", f"{factor:.2f}",
        factor >= SPEED_UP_TARGET)
  return lines


def tables(timings):
  """Titles and lines of all tables that have any rows."""
  all = {
    "Six jobs, one thread": job_table(timings),
    "Figure 2, case by case": figure2_table(timings),
    "Two threads": threads_table(timings),
    "Targets": target_table(timings),
  }
  return {title: lines for title, lines in all.items() if len(lines) > 2}
