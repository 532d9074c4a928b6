"""Rounds of measurements, and whether every program did the job."""

from dataclasses import dataclass

from . import programs
from .jobs import OURS
from .programs import fail, say


@dataclass(frozen=True)
class Timing:
  """One run of one program."""
  job: str
  case: str
  program: str
  threads: int
  round: int
  replicates: int
  generations: int  # of all replicates; 0 where there are none
  seconds: float
  checks: str  # names and values, as they were printed

  @property
  def time(self):
    """ns a generation, or seconds where there are none."""
    return 1e9 * self.seconds / self.generations if self.generations else self.seconds

  @property
  def unit(self):
    return "ns" if self.generations else "s"


def wrong_number(case, line):
  """What a program found that theory does not expect, as text; None if there is nothing."""
  replicates = int(line.get("replicates") or 1)
  generations = int(line.get("generations") or 0)
  for name, (value, allowed) in case.expected(replicates, generations // replicates).items():
    found = float(line[name])
    if not abs(found - value) <= allowed:
      return f"{name} = {found:.9g}, but {value:.9g} ± {allowed:.2g} is expected"
  return None


# What a program prints besides numbers that it found.
FRAME = {"job", "case", "samples", "threads", "replicates", "generations", "seconds",
         "ns_per_generation"}


def timing(job, case, program, threads, round, line):
  """A line of CSV as a timing."""
  return Timing(job, case, program, threads, round, int(line.get("replicates") or 1),
                int(line.get("generations") or 0), float(line["seconds"]),
                " ".join(f"{name}={text}" for name, text in line.items() if name not in FRAME))


def measure(case, program, seed):
  line = programs.run(program.command(seed))
  wrong = wrong_number(case, line)
  if wrong:
    fail(f"{program.name} does not do the job {case.name}: {wrong}")
  return timing(case.job, case.name, program.name, 1, seed, line)


def measure_all(cases, rounds):
  """All programs in turns, round after round, on one thread."""
  timings = []
  for seed in range(1, rounds + 1):
    for case in cases:
      say(f"round {seed} of {rounds}: {case.name}")
      timings += [measure(case, program, seed) for program in case.programs
                  if program.rounds is None or seed <= program.rounds]
  return timings


THREAD_JOBS = ["a", "b", "d"]
THREADS = "threads-"  # begins the names of these cases


def measure_threads(timings, seconds, rounds):
  """The jobs that take `seconds` or more on one thread, on one and on two.

  How much of a job that is follows from the timings on one thread. Nothing where there is one processor.
  """
  if len(programs.processors()) < 2:
    say("only one processor: no threads are compared")
    return []
  result = []
  for job in THREAD_JOBS:
    ours = [t for t in timings if (t.job, t.program) == (job, OURS)]
    if not ours:
      continue
    # The fastest run, and some more: a faster machine must not fall short, nor longer runs, which go faster.
    if job == "d":
      cases = {t.case for t in ours}
      per_generation = sum(min(t.time for t in ours if t.case == case) for case in cases)
      each = 4  # chains of a case, so that there is something to share out
      size = each, round_up(1.4e9 * seconds / (each * per_generation))
    else:
      fastest = min(ours, key=lambda t: t.time)
      per_replicate = fastest.time * fastest.generations / fastest.replicates
      size = round_up(1.4e9 * seconds / per_replicate), 2000 if job == "a" else None
    for seed in range(1, rounds + 1):
      for threads in (1, 2):
        say(f"round {seed} of {rounds}: {job} on {threads}")
        line = programs.run(programs.timer(job, threads, seed, *size), threads)
        result.append(timing(job, THREADS + job, OURS, threads, seed, line))
  return result


def round_up(number):
  """To two significant digits."""
  unit = 10 ** max(0, len(str(int(number))) - 2)
  return int(-(-number // unit) * unit)
