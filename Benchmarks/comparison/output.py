"""Files: raw timings, ratios, their chart, and the tables in README.md."""

import csv
import io
import os
import pathlib
import platform
import re
import shutil
import subprocess
import tempfile
import textwrap

from . import report
from .programs import CANNOT_WRITE, FOLDER, fail, numpy_version, output, processors

RESULTS = FOLDER / "results"
README = FOLDER / "README.md"
BEGIN = "<!-- written by Benchmarks/compare: begin -->"
END = "<!-- written by Benchmarks/compare: end -->"


def table(columns, rows):
  text = io.StringIO()
  writer = csv.writer(text, lineterminator="\n")
  writer.writerow(columns)
  writer.writerows(rows)
  return text.getvalue()


def times_csv(timings):
  """One line for each run."""
  columns = ["job", "case", "program", "threads", "round", "replicates", "generations", "seconds",
             "time", "unit", "checks"]
  return table(columns, [
    [t.job, t.case, t.program, t.threads, t.round, t.replicates, t.generations or "",
     f"{t.seconds:.6g}", f"{t.time:.6g}", t.unit, t.checks] for t in timings])


def ratios_csv(timings):
  """Medians and ranges of the ratios to ClosedLoop; rows of the chart count from the top."""
  rows = list(report.TITLES)
  return table(["row", "job", "program", "ratio", "lowest", "highest"], [
    [rows.index(s.job) + 1, s.job, s.program.replace(",", ""), f"{s.ratio:.6g}", f"{min(s.ratios):.6g}",
     f"{max(s.ratios):.6g}"]
    for s in report.summaries(timings) if s.program != report.OURS])


def processor():
  """The model, if the system tells it."""
  try:
    found = re.search(r"^model name\s*:\s*(.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
  except OSError:
    found = None
  return found.group(1).replace("(R)", "") if found else platform.machine()


def machine():
  """What times depend on, in one sentence."""
  swift = re.search(r"Swift version (\S+)", output("swift", "--version") or "")
  compiler = (output("cc", "--version") or "").splitlines()
  name = compiler[0] if compiler else "an unknown C compiler"
  sentence = (
    f"Measured on {processor()} ({len(processors())} of them, {platform.machine()}) with Swift "
    f"{swift.group(1) if swift else '?'}, {name} (`-O3`), NumPy {numpy_version().strip()} and Python "
    f"{platform.python_version()}; neither compiler was told which processor it is.")
  return textwrap.fill(sentence, 118)


def require_places():
  """Ends where results could not be written, before time is spent on them."""
  for folder in (RESULTS, FOLDER):
    if not os.access(folder, os.W_OK):
      fail(f"cannot write to {folder}", CANNOT_WRITE)
  text = README.read_text()
  if text.count(BEGIN) != 1 or text.count(END) != 1:
    fail(f"README.md must have one line {BEGIN} and one line {END}", CANNOT_WRITE)


def readme(timings):
  """README.md with new tables."""
  before, rest = README.read_text().split(BEGIN)
  _, after = rest.split(END)
  parts = [machine()] + markdown(timings)
  return before + BEGIN + "\n" + "\n\n".join(parts) + "\n" + END + after


def markdown(timings):
  return [f"### {title}\n\n" + "\n".join(lines) for title, lines in report.tables(timings).items()]


def chart(ratios):
  """The picture that results/ratios.gp draws of some ratios."""
  with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "ratios.csv").write_text(ratios)
    shutil.copy(RESULTS / "ratios.gp", folder)
    result = subprocess.run(["gnuplot", "ratios.gp"], cwd=folder, capture_output=True, text=True)
    picture = folder / "ratios.svg"
    # A warning means that something asked for is not in the picture.
    if result.returncode != 0 or result.stderr or not picture.exists():
      fail(f"gnuplot refused results/ratios.gp:\n{result.stderr}")
    return picture.read_text()


def write_whole(files):
  """Writes all files or none: beside their places first, then renamed."""
  beside = {path: path.with_name(f".{path.name}.new") for path in files}
  try:
    for path, text in files.items():
      beside[path].write_text(text)
    for path, new in beside.items():
      os.replace(new, path)
  except OSError as error:
    fail(f"cannot write {error.filename}: {error.strerror}", CANNOT_WRITE)
  finally:
    for new in beside.values():
      new.unlink(missing_ok=True)


def write(timings):
  """Everything that is committed."""
  ratios = ratios_csv(timings)
  write_whole({
    RESULTS / "times.csv": times_csv(timings), RESULTS / "ratios.csv": ratios,
    RESULTS / "ratios.svg": chart(ratios), README: readme(timings)})


def show(timings):
  """The tables, for people who look at the terminal."""
  print("\n\n".join(markdown(timings)), flush=True)
