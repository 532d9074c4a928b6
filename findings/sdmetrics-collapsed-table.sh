#!/usr/bin/env bash
# sdmetrics 0.32.0 (the scores of SDV), QualityReport and DiagnosticReport of a table that has collapsed.
#
# Expected: a table of one row, repeated, has a quality near 0, and the diagnosis says so.
#
# What happens: the diagnosis is 100 %, since every value is valid. The quality is .49: each column is scored by one minus
# the largest distance between distribution functions, which is one half for a point at the median, and one minus the
# total variation, which is the share of the most frequent category. The score of pairs is not a number and is left out
# of the mean. Columns that were shuffled one by one (all dependence lost, correlation .8 to 0) get .81.
#
# Why it matters: these two numbers are the usual proof that synthetic data are good. A closed loop that died scores half,
# and a loop that lost every correlation scores four fifths. Compare generations by what must not shrink (variances,
# distinct values, correlations), not by the score alone.
#
# Chance: fixed seed; the scores of the dead table are .5, .5 and the share of "a", within .05 at 1000 rows (3 standard
# deviations). Seen: quality .4867, diagnosis 1; shuffled .8109.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-cache-dir sdmetrics==0.32.0 numpy==2.4.6 pandas==2.3.3
OMP_NUM_THREADS=1 "$work/venv/bin/python" -W ignore - <<'PY'
import sys
import numpy as np
import pandas as pd
from sdmetrics.reports.single_table import DiagnosticReport, QualityReport

generator, n = np.random.default_rng(0), 1000
x = generator.standard_normal(n)
y = 0.8 * x + 0.6 * generator.standard_normal(n)
real = pd.DataFrame({"x": x, "y": y, "kind": generator.choice(["a", "b"], n)})
kinds = {"x": "numerical", "y": "numerical", "kind": "categorical"}
metadata = {"columns": {name: {"sdtype": kind} for name, kind in kinds.items()}}
tables = {
    "one row, repeated": pd.DataFrame({"x": [0.0] * n, "y": [0.0] * n, "kind": ["a"] * n}),
    "columns shuffled": pd.DataFrame({name: generator.permutation(real[name].to_numpy()) for name in real}),
}
scores = {}
for name, table in tables.items():
    quality, diagnosis = QualityReport(), DiagnosticReport()
    quality.generate(real, table, metadata, verbose=False)
    diagnosis.generate(real, table, metadata, verbose=False)
    scores[name] = quality.get_score(), diagnosis.get_score()
    print(f"{name}: quality {scores[name][0]:.4f}, diagnosis {scores[name][1]:.4f}")
dead, shuffled = scores["one row, repeated"], scores["columns shuffled"]
ok = abs(dead[0] - 0.5) < 0.05 and dead[1] == 1 and shuffled[0] > 0.75 and shuffled[1] == 1
print("as described" if ok else "CHANGED")
sys.exit(0 if ok else 1)
PY
