"""Runs the loops of the atlas through `closedloop drive`, those whose program, versions or definition are not what they
were, and writes results/.

    python atlas.py CLOSEDLOOP FOLDER [ROW …]

FOLDER is where programs are compiled and loops grow.
"""

import csv
import hashlib
import importlib.metadata
import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np

import laws
import real
import statistic

here = Path(__file__).parent
programs, results = here / "programs", here / "results"
levels = [0.05, 0.25, 0.5, 0.75, 0.95]
jars = "/usr/share/java/weka.jar:/usr/share/java/commons-math3.jar"
compilers = {"armadillo": ["-larmadillo"], "gsl": ["-lgsl", "-lgslcblas", "-lm"]}
# Fields that no number depends on.
words = ("expected", "happens", "claim", "formula", "group", "panel", "range", "tics")
shared = {".py": "contract.py", ".R": "contract.R", ".cpp": "contract.hpp", ".java": "Contract.java",
          ".m": "octave_contract.m"}


def version(package):
    """As the package index or Debian calls it."""
    if package.startswith("debian:"):
        name = package.removeprefix("debian:")
        return subprocess.run(["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True).stdout
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def command(program, folder):
    """The words that start a program, which is compiled if need be."""
    path = programs / program
    if path.suffix == ".py":
        return [sys.executable, str(path)]
    if path.suffix == ".R":
        return ["Rscript", str(path)]
    if path.suffix == ".m":
        return ["octave-cli", "-q", str(path)]
    if path.suffix == ".cpp":
        built = folder / "bin" / path.stem
        libraries = compilers[path.stem.split("_")[0]]
        subprocess.run(["g++", "-std=c++17", "-O2", str(path), "-o", str(built), *libraries], check=True)
        return [str(built)]
    subprocess.run(
        ["javac", "-cp", jars, "-d", str(folder / "bin"), str(programs / "Contract.java"), str(path)], check=True)
    return ["java", "-cp", f"{folder / 'bin'}:{jars}", path.stem]


def key(row):
    """Changes with everything that the numbers of a row depend on."""
    files = [programs / row["program"], programs / shared[Path(row["program"]).suffix]]
    files += [here / name for name in ("laws.py", "statistic.py", "real.py")]
    measured = {name: value for name, value in row.items() if name not in words}
    parts = [json.dumps(measured, sort_keys=True), *(version(name) for name in row["packages"])]
    parts += [file.read_text() for file in files if file.exists()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def drive(row, closedloop, folder):
    """Training sets by replicate and generation, and what the replicates ended with."""
    place = folder / "loops" / row["id"]
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    real.write(row["real"], place / "real.csv")
    definition = {
        "command": command(row["program"], folder), "session": True, "data": str(place / "real.csv"),
        "start": f"sample={row['samples']}", "samples": row["samples"], "generations": row["generations"],
        "replicates": row["replicates"], "keep": "all", "limit": 300, "seed": 22,
    }
    (place / "definition.json").write_text(json.dumps(definition))
    subprocess.run(
        [closedloop, "drive", str(place / "definition.json"), "--output", str(place / "runs"), "--jobs", "3"],
        stdout=subprocess.DEVNULL, stderr=(place / "messages").open("w"))
    return place / "runs"


def measure(row, runs):
    """The statistic by replicate and generation; not a number after the end of a replicate."""
    values = np.full((row["replicates"], row["generations"] + 1), np.nan)
    for path in runs.glob("training/*/generation-*.csv"):
        replicate, generation = (int(name.split("-")[-1].split(".")[0]) for name in path.parts[-2:])
        values[replicate, generation] = getattr(statistic, row["statistic"])(statistic.read(path))
    return values


def law(row):
    """The statistic in law, over 4000 runs, by generation."""
    generator = np.random.default_rng(1)
    header, rows = real.table(row["real"])
    first = np.array([row_[0] == "b" for row_ in rows], int) if header[0] != "x" else np.array(rows, float)[:, 0]
    start = np.array([generator.choice(first, row["samples"], replace=False) for _ in range(4000)])
    return list(laws.loop(row["law"], start, row["samples"], row["generations"], generator))


def until(row, values):
    """When the median first passes the level that the row asks about; when half of the replicates had ended."""
    kind, level = row["until"]
    if kind == "ended":
        alive = np.isfinite(values).sum(axis=0)
        return int(np.argmax(alive < len(values) / 2)) if (alive < len(values) / 2).any() else ""
    with np.errstate(all="ignore"):
        median = np.nanmedian(values, axis=0)
    passed = median < level if kind == "below" else median > level
    return int(np.argmax(passed)) if passed.any() else ""


def run(row, closedloop, folder):
    """Measures one row; its summary."""
    from scipy.stats import ks_2samp

    runs = drive(row, closedloop, folder)
    values = measure(row, runs)
    theory = law(row) if row.get("law") else None
    shown = sorted({*range(0, 5), *range(0, row["generations"] + 1, max(1, row["generations"] // 50)), row["generations"]})
    with open(results / f"{row['id']}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        names = [f"q{round(100 * level):02d}" for level in levels]
        writer.writerow(["generation", "replicates", *names, *(f"law_{name}" for name in names)])
        for generation in shown:
            alive = values[:, generation][np.isfinite(values[:, generation])]
            if len(alive) == 0:
                break
            quantiles = [*np.quantile(alive, levels)]
            quantiles += [*np.quantile(theory[generation], levels)] if theory else [np.nan] * len(levels)
            writer.writerow([generation, len(alive), *(f"{value:.5g}" for value in quantiles)])
    # Those that live on are no fair sample of the law: it is compared before the first one ends.
    least = row["replicates"] if theory else row["replicates"] / 2
    last = max(g for g in range(row["generations"] + 1) if np.isfinite(values[:, g]).sum() >= least)
    alive = values[:, last][np.isfinite(values[:, last])]
    ended = int((~np.isfinite(values[:, -1])).sum())
    return {
        "row": row["id"], "versions": " ".join(version(name) for name in row["packages"]), "key": key(row),
        "ended": ended, "until": until(row, values), "last": last,
        **{f"q{round(100 * level):02d}": f"{np.quantile(alive, level):.4g}" for level in levels},
        "first": f"{np.nanmedian(values[:, 0]):.4g}",
        "law_q50": f"{np.quantile(theory[last], 0.5):.4g}" if theory else "",
        "p": f"{ks_2samp(alive, theory[last]).pvalue:.2g}" if theory else "",
        "message": problem(runs) if ended else "",
    }


def problem(runs):
    """The library's own words, of the first replicate that ended."""
    with (runs / "ends.csv").open() as file:
        reasons = [row["reason"] for row in csv.DictReader(file) if row["reason"]]
    return reasons[0].removeprefix("answered that ")[:110] if reasons else ""


def main():
    closedloop, folder, wanted = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    results.mkdir(exist_ok=True)
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    index = results / "index.csv"
    old = {row["row"]: row for row in csv.DictReader(index.open())} if index.exists() else {}
    rows = json.loads((here / "rows.json").read_text())
    new = {}
    for row in rows:
        before = old.get(row["id"])
        missing = [name for name in row["packages"] if not version(name)]
        if wanted and row["id"] not in wanted or before and before["key"] == key(row):
            new[row["id"]] = before
        elif missing:
            print(f"{row['id']}: {', '.join(missing)} is not installed; its numbers are the old ones, if any")
            new[row["id"]] = before
        else:
            print(row["id"], flush=True)
            try:
                new[row["id"]] = run(row, closedloop, folder)
            except Exception as failure:
                print(f"{row['id']}: {failure}; its numbers are the old ones, if any")
                new[row["id"]] = before
        with open(index, "w", newline="") as file:
            kept = [new.get(row["id"], old.get(row["id"])) for row in rows]
            kept = [row for row in kept if row]
            if kept:
                writer = csv.DictWriter(file, list(kept[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(kept)


main()
