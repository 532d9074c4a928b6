/*
 * Closed-loop retraining of a coupled Ising model: a plain reference program.
 *
 * N spins with uniform couplings enter only through the level S = N - 2k,
 * k = 0..N, which has base measure C(N,k) and sufficient statistics
 *
 *   phi1 = S,   phi2 = (S^2 - N) / (2N),
 *
 * so that a level has density C(N,k) exp(theta1 phi1 + theta2 phi2 - A(theta)).
 * One generation draws M levels from the current theta, adds m fixed external
 * points and refits theta to the M + m points.
 *
 *   case i    theta2 = 0 held, maximum likelihood, one external point S = -6
 *   case ii   Gaussian priors (mean 0, variance 2), no external point
 *   case iii  the same priors, one external point S = 0
 *
 * Build:  cc -std=c11 -O3 -o fig2-peer fig2-peer.c -lm
 * Usage:  fig2-peer CASE M GENERATIONS SEED
 *
 * Prints a header and one line of CSV: the time per kept generation and, over
 * the kept generations (which follow a burn-in of 20000 from theta = (0,0)), the
 * mean and variance of theta and the fractions of |theta1| <= 1/4, |theta1| <= 1
 * and theta2 <= -1.
 */

#define _POSIX_C_SOURCE 199309L

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N 10
#define LEVELS (N + 1)
#define BURN_IN 20000

static const double prior_variance1 = 2.0;
static const double prior_variance2 = 2.0;

static void fail(const char *message) {
  fprintf(stderr, "fig2-peer: %s\n", message);
  exit(1);
}

/* ---- Random numbers: Philox4x64-10 ------------------------------------- */

__extension__ typedef unsigned __int128 uint128;

static void philox4x64(const uint64_t counter[4], const uint64_t key[2],
                       uint64_t output[4]) {
  uint64_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
  uint64_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < 10; round++) {
    uint128 product0 = (uint128)c0 * UINT64_C(0xD2E7470EE14C6C93);
    uint128 product1 = (uint128)c2 * UINT64_C(0xCA5A826395121157);
    c0 = (uint64_t)(product1 >> 64) ^ c1 ^ k0;
    c1 = (uint64_t)product1;
    c2 = (uint64_t)(product0 >> 64) ^ c3 ^ k1;
    c3 = (uint64_t)product0;
    k0 += UINT64_C(0x9E3779B97F4A7C15);
    k1 += UINT64_C(0xBB67AE8584CAA73B);
  }
  output[0] = c0;
  output[1] = c1;
  output[2] = c2;
  output[3] = c3;
}

/* The published answer for a counter and a key of all zero bits. */
static void check_philox(void) {
  static const uint64_t expected[4] = {
    UINT64_C(0x16554d9eca36314c), UINT64_C(0xdb20fe9d672d0fdc),
    UINT64_C(0xd7e772cee186176b), UINT64_C(0x7e68b68aec7ba23b),
  };
  const uint64_t counter[4] = {0, 0, 0, 0}, key[2] = {0, 0};
  uint64_t output[4];
  philox4x64(counter, key, output);
  if (memcmp(output, expected, sizeof expected) != 0)
    fail("Philox4x64-10 does not reproduce its known answer");
}

/* A stream of words: the key is the seed, the counter the block number. */
typedef struct {
  uint64_t counter[4];
  uint64_t key[2];
  uint64_t block[4];
  int used; /* words of the block already handed out */
} Stream;

static Stream stream_of_seed(uint64_t seed) {
  Stream stream = {{0, 0, 0, 0}, {seed, 0}, {0, 0, 0, 0}, 4};
  return stream;
}

/* A uniform number in [0, 1) from the upper 53 bits of one word. */
static inline double uniform(Stream *stream) {
  if (stream->used == 4) {
    philox4x64(stream->counter, stream->key, stream->block);
    stream->counter[0]++; /* 2^64 blocks are never exhausted */
    stream->used = 0;
  }
  return (double)(stream->block[stream->used++] >> 11) * 0x1p-53;
}

/* ---- The model ---------------------------------------------------------- */

static double base_measure[LEVELS]; /* C(N,k) */
static int spin_sum[LEVELS];        /* S */
static double phi1[LEVELS];
static double phi2[LEVELS];

static double phi2_of_square_sum(double squares, double points) {
  return (squares - points * N) / (2.0 * N);
}

static void make_levels(void) {
  double binomial = 1;
  for (int k = 0; k < LEVELS; k++) {
    int s = N - 2 * k;
    base_measure[k] = binomial;
    spin_sum[k] = s;
    phi1[k] = s;
    phi2[k] = phi2_of_square_sum(s * s, 1);
    binomial = binomial * (N - k) / (k + 1);
  }
}

/*
 * Level probabilities at theta.  The largest exponent is taken out before
 * exponentiating, so that trial points far out are harmless; the function
 * returns it, and the remaining factor of the partition sum, such that
 * A = peak + log(total).
 */
static void probabilities(double theta1, double theta2, double p[LEVELS],
                          double *peak, double *total) {
  double largest = -INFINITY, sum = 0;
  for (int k = 0; k < LEVELS; k++) {
    p[k] = theta1 * phi1[k] + theta2 * phi2[k];
    if (p[k] > largest) largest = p[k];
  }
  for (int k = 0; k < LEVELS; k++) {
    p[k] = base_measure[k] * exp(p[k] - largest);
    sum += p[k];
  }
  double scale = 1 / sum;
  for (int k = 0; k < LEVELS; k++) p[k] *= scale;
  *peak = largest;
  *total = sum;
}

/* Everything the fit and the next draw need to know about one theta. */
typedef struct {
  double theta1, theta2;
  double p[LEVELS];
  double log_partition;       /* A */
  double mean1, mean2;        /* gradient of A */
  double cov11, cov12, cov22; /* Hessian of A */
} Model;

static void evaluate(Model *model, double theta1, double theta2) {
  double peak, total;
  probabilities(theta1, theta2, model->p, &peak, &total);

  double mean1 = 0, mean2 = 0;
  for (int k = 0; k < LEVELS; k++) {
    mean1 += model->p[k] * phi1[k];
    mean2 += model->p[k] * phi2[k];
  }
  double cov11 = 0, cov12 = 0, cov22 = 0;
  for (int k = 0; k < LEVELS; k++) {
    double d1 = phi1[k] - mean1, d2 = phi2[k] - mean2;
    cov11 += model->p[k] * d1 * d1;
    cov12 += model->p[k] * d1 * d2;
    cov22 += model->p[k] * d2 * d2;
  }

  model->theta1 = theta1;
  model->theta2 = theta2;
  model->log_partition = peak + log(total);
  model->mean1 = mean1;
  model->mean2 = mean2;
  model->cov11 = cov11;
  model->cov12 = cov12;
  model->cov22 = cov22;
}

/*
 * Draw levels independently: each uniform number is looked up by linear search
 * in the cumulative probabilities.  Returns the sums of S and of S^2.
 */
static void draw(Stream *stream, const double p[LEVELS], long draws,
                 long *sum, long *square_sum) {
  double cumulative[LEVELS], running = 0;
  for (int k = 0; k < LEVELS; k++) {
    running += p[k];
    cumulative[k] = running;
  }
  cumulative[LEVELS - 1] = 1; /* whatever the rounding, the search ends */

  long s1 = 0, s2 = 0;
  for (long i = 0; i < draws; i++) {
    double u = uniform(stream);
    int k = 0;
    while (u >= cumulative[k]) k++;
    s1 += spin_sum[k];
    s2 += spin_sum[k] * spin_sum[k];
  }
  *sum = s1;
  *square_sum = s2;
}

/* ---- The fit ------------------------------------------------------------ */

/* Log posterior of theta, up to a constant. */
static double objective(const Model *model, double sum1, double sum2,
                        double points) {
  double theta1 = model->theta1, theta2 = model->theta2;
  return theta1 * sum1 + theta2 * sum2 - points * model->log_partition
    - theta1 * theta1 / (2 * prior_variance1)
    - theta2 * theta2 / (2 * prior_variance2);
}

/*
 * Move the model to the maximum of the objective, by Newton's method from where
 * it stands, with Armijo backtracking.  Done when the next step would be below
 * 1e-9 in both components; the model is then evaluated at its final theta.
 */
static void fit(Model *model, double sum1, double sum2, double points) {
  double value = objective(model, sum1, sum2, points);
  for (int iteration = 0; iteration < 200; iteration++) {
    /* Gradient, and the negative Hessian, which is positive definite. */
    double g1 = sum1 - points * model->mean1 - model->theta1 / prior_variance1;
    double g2 = sum2 - points * model->mean2 - model->theta2 / prior_variance2;
    double h11 = points * model->cov11 + 1 / prior_variance1;
    double h12 = points * model->cov12;
    double h22 = points * model->cov22 + 1 / prior_variance2;
    double determinant = h11 * h22 - h12 * h12;
    double step1 = (h22 * g1 - h12 * g2) / determinant;
    double step2 = (h11 * g2 - h12 * g1) / determinant;
    if (fabs(step1) < 1e-9 && fabs(step2) < 1e-9) return;

    /* Halve the step until the objective rises enough.  The slack covers the
       rounding of the objective, which exceeds its rise in the last step. */
    double theta1 = model->theta1, theta2 = model->theta2;
    double slope = g1 * step1 + g2 * step2;
    double slack = 1e-13 * points * (1 + fabs(model->log_partition));
    double length = 1;
    for (;;) {
      evaluate(model, theta1 + length * step1, theta2 + length * step2);
      double trial = objective(model, sum1, sum2, points);
      if (trial >= value + 1e-4 * length * slope - slack) {
        value = trial;
        break;
      }
      length /= 2;
      if (length < 1e-12) fail("the line search found no increase");
    }
  }
  fail("Newton's method did not converge");
}

/* ---- Generations -------------------------------------------------------- */

typedef enum { CASE_I, CASE_II, CASE_III } Case;

typedef struct {
  Case which;
  long samples; /* M */
  Stream stream;
  Model model;
} Loop;

/* Case i: the maximum-likelihood estimate has a closed form. */
static void independent_generation(Loop *loop) {
  Model *model = &loop->model;
  double peak, total;
  probabilities(model->theta1, 0, model->p, &peak, &total);
  long sum, square_sum;
  draw(&loop->stream, model->p, loop->samples, &sum, &square_sum);
  double mean = (double)(sum - 6) / (double)(loop->samples + 1);
  model->theta1 = atanh(mean / N);
}

/* Cases ii and iii: the maximum of the posterior. */
static void coupled_generation(Loop *loop) {
  long sum, square_sum;
  draw(&loop->stream, loop->model.p, loop->samples, &sum, &square_sum);
  /* An external point with S = 0 adds nothing but its number. */
  double points = (double)(loop->samples + (loop->which == CASE_III));
  fit(&loop->model, (double)sum,
      phi2_of_square_sum((double)square_sum, points), points);
}

static void generation(Loop *loop) {
  if (loop->which == CASE_I)
    independent_generation(loop);
  else
    coupled_generation(loop);
}

/* ---- Main program ------------------------------------------------------- */

static double seconds_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static long positive_argument(const char *text) {
  char *end;
  errno = 0;
  long value = strtol(text, &end, 10);
  if (errno != 0 || end == text || *end != '\0' || value <= 0)
    fail("M and GENERATIONS must be positive whole numbers");
  return value;
}

static uint64_t seed_argument(const char *text) {
  char *end;
  errno = 0;
  unsigned long long value = strtoull(text, &end, 10);
  if (errno != 0 || end == text || *end != '\0')
    fail("SEED must be a whole number");
  return value;
}

int main(int argc, char **argv) {
  if (argc != 5) fail("usage: fig2-peer CASE M GENERATIONS SEED");
  Loop loop;
  if (strcmp(argv[1], "i") == 0) loop.which = CASE_I;
  else if (strcmp(argv[1], "ii") == 0) loop.which = CASE_II;
  else if (strcmp(argv[1], "iii") == 0) loop.which = CASE_III;
  else fail("CASE must be i, ii or iii");
  loop.samples = positive_argument(argv[2]);
  long generations = positive_argument(argv[3]);
  check_philox();
  make_levels();
  loop.stream = stream_of_seed(seed_argument(argv[4]));
  evaluate(&loop.model, 0, 0);

  for (long g = 0; g < BURN_IN; g++) generation(&loop);

  double sum1 = 0, sum2 = 0, square1 = 0, square2 = 0;
  long near1 = 0, within1 = 0, low2 = 0;
  double start = seconds_now();
  for (long g = 0; g < generations; g++) {
    generation(&loop);
    double theta1 = loop.model.theta1, theta2 = loop.model.theta2;
    sum1 += theta1;
    sum2 += theta2;
    square1 += theta1 * theta1;
    square2 += theta2 * theta2;
    near1 += fabs(theta1) <= 0.25;
    within1 += fabs(theta1) <= 1;
    low2 += theta2 <= -1;
  }
  double seconds = seconds_now() - start;

  double count = (double)generations;
  double mean1 = sum1 / count, mean2 = sum2 / count;
  printf("case,samples,generations,seconds,ns_per_generation,"
         "mean1,var1,mean2,var2,near1,within1,low2\n");
  printf("%s,%ld,%ld,%.6f,%.2f,%.9g,%.9g,%.9g,%.9g,%.9g,%.9g,%.9g\n", argv[1], loop.samples,
         generations, seconds, 1e9 * seconds / count, mean1,
         square1 / count - mean1 * mean1, mean2,
         square2 / count - mean2 * mean2, near1 / count, within1 / count,
         low2 / count);
  return 0;
}
