"""Writes CNormalLayers.h: the 256 layers of equal area of Marsaglia and Tsang's ziggurat."""
from mpmath import erfc, exp, findroot, log, mp, mpf, nstr, pi, sqrt

mp.dps = 40
LAYERS = 256


def height(x):
    return exp(-x * x / 2)


def area(tail):
    """The area of every layer: of the tail and the rectangle before it."""
    return tail * height(tail) + sqrt(pi / 2) * erfc(tail / sqrt(2))


def edges(tail):
    """The edges from the tail's beginning up, and what is left above the last layer."""
    xs, y = [tail], height(tail)
    for _ in range(LAYERS - 2):
        y += area(tail) / xs[-1]
        if y >= 1:
            return xs, mpf(1)
        xs.append(sqrt(-2 * log(y)))
    return xs, y + area(tail) / xs[-1] - 1


tail = findroot(lambda t: edges(t)[1], (mpf("3.65415288"), mpf("3.65415289")), solver="secant")
xs = [area(tail) / height(tail)] + edges(tail)[0] + [mpf(0)]
ys = [mpf(0)] + [height(x) for x in xs[1:]]


def table(name, comment, values):
    lines = [", ".join(nstr(v, 17) for v in values[i : i + 4]) for i in range(0, len(values), 4)]
    body = ",\n  ".join(lines)
    return f"/// {comment}\nstatic const double {name}[257] = {{\n  {body}}};\n"


print(
    """// Made by Scripts/normal-layers.py; not edited by hand.

#ifndef CNORMALLAYERS_H
#define CNORMALLAYERS_H

"""
    + f"""/// Where the tail begins.
static const double cnl_tail = {nstr(tail, 17)};

/// The area of every layer, as `∫ exp(−x²/2) dx`.
static const double cnl_area = {nstr(area(tail), 17)};

"""
    + table("cnl_edges", "The right edges of the layers from the lowest up, and 0.", xs)
    + "\n"
    + table("cnl_heights", "exp(−x²/2) at each edge; 0 for the lowest layer.", ys)
    + """
/// The right edge of layer `k`, 0 to 256.
static inline double cnl_edge(long k) { return cnl_edges[k]; }

/// The lower side of layer `k`, 0 to 256.
static inline double cnl_height(long k) { return cnl_heights[k]; }

#endif"""
)
