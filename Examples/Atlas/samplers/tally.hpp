// Sums over draws from a law that is symmetric about its mean, or nearly, for the judge in judge.py.
#pragma once

#include <cmath>
#include <cstdio>

struct Tally {
  double mean, deviation;
  double first = 0, second = 0;
  long band = 0, tail = 0;

  Tally(double mean, double variance) : mean(mean), deviation(std::sqrt(variance)) {}

  void add(double k) {
    const double d = k - mean, size = std::fabs(d);
    first += d / deviation;
    second += d / deviation * (d / deviation);
    band += size > 2 * deviation && size < 4.9 * deviation;
    tail += size > 4 * deviation;
  }

  void print(long draws) const { std::printf("%ld %.17g %.17g %ld %ld\n", draws, first, second, band, tail); }
};
