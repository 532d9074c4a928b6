#!/usr/bin/env bash
# libstdc++ 12.2.0 (g++ of Debian 12), std::poisson_distribution<long>.
#
# Expected: counts up to 2^53 are doubles, so means up to there work, or lose the last digit.
#
# What happens: at 2^52 the mean of the draws lies .74 standard deviations above the mean of the law, and their variance
# is .48 of it. The candidate is a normal number plus the mean, in doubles of step 1 below 2^53 and of step 2 above, and
# what accepts it is a difference of numbers near 10^17. At 10^15 nothing is seen with 4 * 10^5 draws.
#
# Why it matters: a walk of a large population has a drift of .74 standard deviations a generation that the law does not
# have. Use the normal law with a rounding of your own beyond 10^15.
#
# Chance: 4 * 10^5 draws give the mean to .0016 and the variance to .0022; limits are above .1. Fixed seed.
# Seen: mean +.7437 and variance .4835 at 2^52; -.0024 and .9980 at 10^15.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/poisson.cpp" <<'CPP'
#include <cmath>
#include <cstdio>
#include <random>

struct Moments { double mean, variance; };

static Moments moments(double mean) {
  std::mt19937_64 generator(1);
  std::poisson_distribution<long> law(mean);
  const int draws = 400000;
  double sum = 0, squares = 0;
  for (int i = 0; i < draws; ++i) {
    const double z = (law(generator) - mean) / std::sqrt(mean);
    sum += z;
    squares += z * z;
  }
  return {sum / draws, squares / draws - sum / draws * sum / draws};
}

int main() {
  const Moments right = moments(1e15), wrong = moments(4503599627370496.);
  std::printf("in standard deviations: mean %+.4f, variance %.4f at 10^15\n", right.mean, right.variance);
  std::printf("                        mean %+.4f, variance %.4f at 2^52\n", wrong.mean, wrong.variance);
  const bool ok = std::fabs(right.mean) < .02 && std::fabs(right.variance - 1) < .03 && wrong.mean > .5 &&
                  wrong.variance < .7;
  std::puts(ok ? "as described" : "CHANGED");
  return ok ? 0 : 1;
}
CPP
g++ --version | head -1
g++ -std=c++17 -O2 -o "$work/poisson" "$work/poisson.cpp"
"$work/poisson"
