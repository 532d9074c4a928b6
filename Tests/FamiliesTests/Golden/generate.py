"""Writes A, its first two derivatives and the entropy of independent spins (needs mpmath)."""

import pathlib

import mpmath

mpmath.mp.dps = 50
folder = pathlib.Path(__file__).parent

with open(folder / "independent-spins.csv", "w") as file:
    file.write("spins,theta,log_partition,mean,fisher,entropy\n")
    for spins in [1, 2, 5, 20]:
        for theta in [-30, -4.5, -1, -0.1, -1e-9, 0, 1e-5, 0.3, 1, 2.5, 8, 20]:
            x = mpmath.mpf(theta)
            # By enumeration of the levels, not by the closed form that the program uses.
            levels = [(spins - 2 * k, mpmath.binomial(spins, k)) for k in range(spins + 1)]
            z = mpmath.fsum(h * mpmath.exp(x * s) for s, h in levels)
            mean = mpmath.fsum(s * h * mpmath.exp(x * s) for s, h in levels) / z
            square = mpmath.fsum(s * s * h * mpmath.exp(x * s) for s, h in levels) / z
            row = [mpmath.log(z), mean, square - mean**2, mpmath.log(z) - x * mean]
            file.write(f"{spins},{theta}," + ",".join(mpmath.nstr(v, 18) for v in row) + "\n")
