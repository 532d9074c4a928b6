"""Writes reference values of exp, log, the Gamma function and their kin as sums of two doubles (needs mpmath)."""

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

# Where two terms are all but equal, 60 digits are not enough.
mpmath.mp.dps = 400
write("logDeviation", lambda x: x - mpmath.log1p(x),
      spread(-150, -0.1, 1000) + uniform(-0.9999, 3, 2000) + [10 ** x for x in uniform(0, 300, 200)] + [-0.5, 1.0, 0.0])
mpmath.mp.dps = 100
decades = [10 ** x for x in uniform(-3, 12, 700)] + uniform(0.01, 14, 1300)
whole = [0.5 * k for k in range(1, 40)] + [11.999999999999998, 1e-100, 1e-20]
write("logGamma", mpmath.loggamma, decades + whole + [z + x for z in (1, 2) for x in spread(-12, -0.5, 300)])
write("stirlingRemainder",
      lambda x: mpmath.loggamma(x) - (x - 0.5) * mpmath.log(x) + x - 0.5 * mpmath.log(2 * mpmath.pi),
      decades + whole)
write("digamma", mpmath.digamma, decades + whole)
write("logarithmMinusDigamma", lambda x: mpmath.log(x) - mpmath.digamma(x), decades + whole)
write("trigamma", lambda x: mpmath.psi(1, x), decades + whole)
write("trigammaMinusInverse", lambda x: mpmath.psi(1, x) - 1 / x, decades + whole)
write("tetragamma", lambda x: mpmath.psi(2, x), decades + whole)
write("tetragammaPlusInverseSquare", lambda x: mpmath.psi(2, x) + 1 / x**2, decades + whole)
