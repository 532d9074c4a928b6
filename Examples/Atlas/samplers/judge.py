"""Runs the samplers of the atlas, and holds their sums against the exact laws; writes ../results/samplers.csv.

    python judge.py FOLDER

FOLDER has what Scripts/atlas compiled. A sampler whose row is there is not run again, unless its version or its program
changed.
"""

import csv
import hashlib
import importlib.metadata
import math
import subprocess
import sys
from pathlib import Path

from scipy.stats import binom, norm, poisson

here, folder = Path(__file__).parent, Path(sys.argv[1])
sizes = {"binomial": [400, 10**9, 2**53], "poisson": [400, 10**9, 2**52]}
python, cpp = [sys.executable, str(here / "samplers.py")], [str(folder / "bin/samplers")]
# Name, words that start it, package, millions of draws at 400 and beyond, cases that its types do not hold.
samplers = [
    ("ClosedLoop", [str(folder / "ours/release/Ours")], "", 200, 10, []),
    ("NumPy", python, "numpy", 200, 10, []),
    ("R", ["Rscript", str(here / "samplers.R")], "debian:r-base-core", 200, 4, []),
    ("GSL", cpp, "debian:libgsl-dev", 100, 4, [("binomial", 2**53), ("poisson", 2**52)]),
    ("libstdc++", cpp, "debian:libstdc++6", 100, 4, []),
    ("Boost", cpp, "debian:libboost1.74-dev", 100, 10, []),
    ("rand_distr (Rust)", [str(folder / "rust/release/samplers")], "debian:librust-rand-distr-dev", 100, 10, []),
    ("Commons Math (Java)", ["java", "-cp", f"{folder / 'bin'}:/usr/share/java/commons-math3.jar", "Samplers"],
     "debian:libcommons-math3-java", 1, 1, [("binomial", 2**53), ("poisson", 2**52), ("binomial", 10**9), ("poisson", 10**9)]),
    ("torch, float32", [*python], "torch", 4, 2, []),
    ("torch, float64", [*python], "torch", 4, 2, []),
    ("jax, float32", [*python], "jax", 2, 1, [("binomial", 2**53), ("poisson", 2**52)]),
    ("jax, float64", [*python], "jax", 2, 1, []),
]


def version(package):
    if package.startswith("debian:"):
        words = ["dpkg-query", "-W", "-f", "${Version}", package.removeprefix("debian:")]
        return subprocess.run(words, capture_output=True, text=True).stdout
    return importlib.metadata.version(package) if package else "this version"


def exact(law, size):
    """Probabilities of the band and of the tail."""
    if law == "binomial":
        mean, deviation, distribution = size / 2, math.sqrt(size / 4), binom(size, 0.5)
    else:
        mean, deviation, distribution = float(size), math.sqrt(size), poisson(size)

    def between(a, b):
        """a < |k - mean| < b, in standard deviations."""
        if size <= 10**9:
            right = distribution.sf(math.floor(mean + a * deviation)) - distribution.sf(math.ceil(mean + b * deviation) - 1)
            left = distribution.cdf(math.ceil(mean - a * deviation) - 1) - distribution.cdf(math.floor(mean - b * deviation))
            return right + left
        # Corrections are of the order of one over the standard deviation, 1e-7.
        return 2 * (norm.sf(a) - norm.sf(b))

    return between(2, 4.9), between(4, 40)


def judge(law, size, sums):
    draws, first, second, band, tail = sums
    of_band, of_tail = exact(law, size)
    # The fourth moment about the mean in units of the variance squared: 3 - 2/size or 3 + 1/size.
    spread = math.sqrt((2 + (-2 if law == "binomial" else 1) / size) / draws)
    return {
        "mean": first / draws, "mean_z": first / math.sqrt(draws),
        "variance": second / draws, "variance_z": (second / draws - 1) / spread,
        "band": band / draws / of_band, "band_z": (band - draws * of_band) / math.sqrt(draws * of_band),
        "tail": tail / draws / of_tail, "tail_z": (tail - draws * of_tail) / math.sqrt(draws * of_tail),
    }


def main():
    path = here.parent / "results/samplers.csv"
    old = list(csv.DictReader(path.open())) if path.exists() else []
    known = {(row["sampler"], row["law"], row["size"]): row for row in old}
    rows = []
    sources = "".join(file.read_text() for file in sorted(here.glob("*.*")) if file.name != "judge.py")
    for name, words, package, few, many, without in samplers:
        for law, size in ((law, size) for law in sizes for size in sizes[law]):
            if (law, size) in without:
                continue
            draws = (few if size == 400 else many) * 1_000_000
            key = hashlib.sha256(f"{sources} {version(package)} {draws}".encode()).hexdigest()[:16]
            row = known.get((name, law, str(size)))
            if row is None or row["key"] != key:
                label = name.split(" (")[0]
                done = subprocess.run([*words, label.replace(",", ""), law, str(size), str(draws)], capture_output=True, text=True)
                try:
                    sums = [float(word) for word in done.stdout.split()[-5:]]
                    values = judge(law, size, sums)
                except Exception:
                    print(f"{name}, {law}, {size}: {done.stderr.strip().splitlines()[-1:]}; its row is the old one, if any")
                    rows += [row] if row else []
                    continue
                row = {"sampler": name, "version": version(package), "law": law, "size": size, "draws": draws, "key": key}
                row |= {column: f"{value:.6g}" for column, value in values.items()}
                print(name, law, size, {c: f"{v:.4g}" for c, v in values.items()}, flush=True)
            rows.append(row)
            with path.open("w", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


main()
