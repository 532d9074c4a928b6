"""Writes reference values of exp, expm1, log and log1p as sums of two doubles (needs mpmath)."""

import math
import pathlib
import random

import mpmath

mpmath.mp.dps = 60
folder = pathlib.Path(__file__).parent
generator = random.Random("portable math")


def split(value):
    high = float(value)
    return high, float(value - mpmath.mpf(high))


def write(name, function, arguments):
    with open(folder / f"{name}.csv", "w") as file:
        file.write("argument,high,low\n")
        for x in arguments:
            high, low = split(function(mpmath.mpf(x)))
            file.write(f"{float(x).hex()},{high.hex()},{low.hex()}\n")


def uniform(a, b, count):
    return [generator.uniform(a, b) for _ in range(count)]


def spread(a, b, count):
    """Arguments of either sign, evenly spread over decades."""
    return [generator.choice((-1, 1)) * 10 ** generator.uniform(a, b) for _ in range(count)]


halves = [(k + 0.5) * math.log(2) for k in range(-40, 40)]
write("exp", mpmath.exp, uniform(-708, 709.7, 2000) + uniform(-2, 2, 2000) + halves
      + [0.0, 1.0, -1.0, 1e-300, 709.78, -707.9, 5e-324])
write("exp-subnormal", mpmath.exp, uniform(-744, -708.5, 300))
write("expm1", mpmath.expm1, spread(-300, 2.8, 1500) + uniform(-0.4, 0.4, 2000) + uniform(-40, 5, 500))
near_one = [1 + x for x in spread(-15, -0.3, 1500)]
write("log", mpmath.log, [10 ** x for x in uniform(-307, 308, 2000)] + near_one
      + uniform(0.5, 2, 2000) + [1.0, 2.0, 0.5, 5e-324, 1e-310, 1.7976931348623157e308])
write("log1p", mpmath.log1p, spread(-300, -0.01, 2000) + uniform(-0.999999, 3, 2000)
      + [10 ** x for x in uniform(0, 300, 500)] + [-1 + 2.0 ** -k for k in range(1, 54)])
