"""Finding, building and running the programs."""

import csv
import os
import pathlib
import shutil
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent
BUILD = FOLDER / ".build"
PEERS = FOLDER / "peers"
C_PROGRAMS = ["gaussian-peer", "spins-peer", "fig2-peer", "absorption-peer"]

FAILED, USAGE, UNAVAILABLE, CANNOT_WRITE = 1, 64, 69, 73


def say(message):
  print(message, file=sys.stderr, flush=True)


def fail(message, status=FAILED):
  say(f"compare: {message}")
  sys.exit(status)


def words(*command):
  return [str(word) for word in command]


def output(*command):
  """What a program prints, or None where it is missing or fails."""
  try:
    result = subprocess.run(words(*command), capture_output=True, text=True)
  except OSError:
    return None
  return result.stdout if result.returncode == 0 else None


def require_all():
  """Ends with one sentence where a program is missing."""
  for tool, what in [("swift", "Swift 6.1 or later"), ("cc", "a C compiler"),
                     ("gnuplot", "gnuplot 5.4 or later")]:
    if shutil.which(tool) is None:
      fail(f"{tool} was not found on PATH: {what} is needed", UNAVAILABLE)
  if numpy_version() is None:
    fail("NumPy was not found: python3-numpy is needed", UNAVAILABLE)


def numpy_version():
  return output(sys.executable, "-c", "import numpy; print(numpy.__version__)")


def build(name, *command):
  say(f"building {name}")
  # What compilers say is no part of the tables.
  if subprocess.run(words(*command), stdout=sys.stderr).returncode != 0:
    fail(f"{name} does not build")


def build_all(anew):
  """Everything that is timed; `anew` if nothing may be left of earlier builds.

  An incremental build may keep code that was specialised from an older version of the library.
  """
  if anew and (BUILD / "release").exists():
    shutil.rmtree((BUILD / "release").resolve())
  build("job-timer", "swift", "build", "--package-path", FOLDER, "--configuration", "release",
        "--product", "job-timer")
  (BUILD / "peers").mkdir(parents=True, exist_ok=True)
  for name in C_PROGRAMS:
    build(name, "cc", "-std=c11", "-O3", "-o", BUILD / "peers" / name, PEERS / f"{name}.c", "-lm")


def processors():
  """The processors this program may use, those that are least disturbed first."""
  if hasattr(os, "sched_getaffinity"):
    return sorted(os.sched_getaffinity(0), reverse=True)
  return list(range(os.cpu_count() or 1))


def pinned(threads):
  """A prefix that keeps a program on as many processors as it has threads, where there is one."""
  if shutil.which("taskset") is None:
    return []
  return ["taskset", "--cpu-list", ",".join(map(str, processors()[:threads]))]


def run(command, threads=1):
  """The one line of CSV that a program prints, by column; texts as they were printed."""
  # NumPy's linear algebra would use all processors.
  one = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
  full = pinned(threads) + words(*command)
  result = subprocess.run(full, stdout=subprocess.PIPE, text=True, env=os.environ | one)
  rows = list(csv.DictReader(result.stdout.splitlines()))
  if result.returncode != 0 or len(rows) != 1:
    fail(f"failed: {' '.join(full)}")
  return rows[0]


def timer(job, threads, seed, replicates=None, generations=None):
  """The command that times a job of the library."""
  command = [BUILD / "release" / "job-timer", job, threads, seed]
  if replicates: command += ["--replicates", replicates]
  if generations: command += ["--generations", generations]
  return command


def c(name, *arguments):
  """The command of a plain C program."""
  return [BUILD / "peers" / f"{name}-peer", *arguments]


def python(name, *arguments):
  """The command of a NumPy program."""
  return [sys.executable, PEERS / f"{name}.py", *arguments]
