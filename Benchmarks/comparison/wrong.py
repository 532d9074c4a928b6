"""Programs that do another job, to see that the comparison notices."""

from . import jobs
from .measure import wrong_number
from .programs import c, fail, run, say

# By case: what is wrong, and the command.
WRONG = [
  ("a", "50 samples", c("gaussian", "replace", 50, 1, 1000, 2000)),
  ("a", "all data kept", c("gaussian", "accumulate", 100, 1, 1000, 2000)),
  ("b", "49 samples", c("spins", 980, 1, 200_000)),
  ("c", "half as many samples", c("gaussian", "replace", 500_000, 1, 10_000, 100)),
  ("d-ii-50", "the external point of case iii", c("fig2", "iii", 50, 100_000, 1)),
  ("d-iii-50", "400 samples", c("fig2", "iii", 400, 300_000, 1)),
  ("e", "data replaced", c("gaussian", "replace", 100, 1, 1000, 2000)),
  ("e", "50 samples", c("gaussian", "accumulate", 50, 1, 1000, 2000)),
  ("f-1000", "one spin less", c("absorption", 999)),
]


def require_refusals():
  """Ends where a wrong program passes for the right one."""
  cases = {case.name: case for case in jobs.cases("abcdef", quick=True)}
  for name, what, command in WRONG:
    reason = wrong_number(cases[name], run(command))
    if reason is None:
      fail(f"{what} instead of the job {name} is not noticed")
    say(f"noticed in {name}, {what}: {reason}")
