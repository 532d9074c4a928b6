/*
 * Random numbers for the plain C programs: xoshiro256++, normal variates by the
 * polar method, Gamma variates by Marsaglia and Tsang, binomial ones by
 * inversion or Hoermann's transformed rejection.
 */

#ifndef RANDOM_H
#define RANDOM_H

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct {
  uint64_t state[4];
  double spare; /* the second normal variate of a pair */
  int has_spare;
} Random;

/* The state is filled by splitmix64, so that it is never all zero. */
static inline Random random_of_seed(uint64_t seed) {
  Random random = {{0, 0, 0, 0}, 0, 0};
  for (int i = 0; i < 4; i++) {
    uint64_t z = (seed += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    random.state[i] = z ^ (z >> 31);
  }
  return random;
}

static inline uint64_t rotated(uint64_t word, int by) { return (word << by) | (word >> (64 - by)); }

static inline uint64_t next_word(Random *random) {
  uint64_t *s = random->state;
  uint64_t word = rotated(s[0] + s[3], 23) + s[0];
  uint64_t shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotated(s[3], 45);
  return word;
}

/* In [0, 1). */
static inline double uniform(Random *random) { return (double)(next_word(random) >> 11) * 0x1p-53; }

static inline double normal(Random *random) {
  if (random->has_spare) {
    random->has_spare = 0;
    return random->spare;
  }
  double x, y, square;
  do {
    x = 2 * uniform(random) - 1;
    y = 2 * uniform(random) - 1;
    square = x * x + y * y;
  } while (square >= 1 || square == 0);
  double factor = sqrt(-2 * log(square) / square);
  random->spare = factor * y;
  random->has_spare = 1;
  return factor * x;
}

/* A Gamma law of rate 1 and shape >= 1, made ready once. */
typedef struct {
  double d, c;
} GammaLaw;

static inline GammaLaw gamma_law(double shape) {
  double d = shape - 1.0 / 3;
  GammaLaw law = {d, 1 / sqrt(9 * d)};
  return law;
}

static inline double gamma_variate(Random *random, GammaLaw law) {
  for (;;) {
    double z = normal(random);
    double root = 1 + law.c * z;
    if (root <= 0) continue;
    double v = root * root * root;
    double u = uniform(random);
    if (u < 1 - 0.0331 * z * z * z * z) return law.d * v;
    if (log(u) < 0.5 * z * z + law.d * (1 - v + log(v))) return law.d * v;
  }
}

/* ln k! for k = 0 ... n; the caller frees it. */
static inline double *log_factorials(int n) {
  double *table = malloc((size_t)(n + 1) * sizeof *table);
  if (table == NULL) return NULL;
  table[0] = 0;
  for (int k = 1; k <= n; k++) table[k] = lgamma(k + 1.0);
  return table;
}

/* A binomial variate, 0 < p < 1; log_factorial reaches at least to n. */
static inline int binomial(Random *random, int n, double p, const double *log_factorial) {
  if (p > 0.5) return n - binomial(random, n, 1 - p, log_factorial);
  double q = 1 - p, odds = p / q;
  if (n * p < 10) {
    /* Inversion: subtract probabilities from u until nothing is left. */
    for (;;) {
      double u = uniform(random), probability = exp(n * log1p(-p));
      for (int k = 0; k <= n; k++) {
        if (u < probability) return k;
        u -= probability;
        probability *= odds * (n - k) / (k + 1);
      }
    }
  }
  double deviation = sqrt(n * p * q);
  double b = 1.15 + 2.53 * deviation;
  double a = -0.0873 + 0.0248 * b + 0.01 * p;
  double centre = n * p + 0.5;
  double inside = 0.92 - 4.2 / b;
  double scale = (2.83 + 5.1 / b) * deviation;
  int mode = (int)((n + 1) * p);
  for (;;) {
    double u = uniform(random) - 0.5, v = uniform(random);
    double s = 0.5 - fabs(u);
    double x = floor((2 * a / s + b) * u + centre);
    if (x < 0 || x > n) continue;
    int k = (int)x;
    if (s >= 0.07 && v <= inside) return k;
    double ratio = log_factorial[mode] + log_factorial[n - mode] - log_factorial[k]
      - log_factorial[n - k] + (k - mode) * log(odds);
    if (log(v * scale / (a / (s * s) + b)) <= ratio) return k;
  }
}

#endif
