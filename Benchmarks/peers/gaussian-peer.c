/*
 * Jobs a, c and e: the loop of a Gaussian under maximum likelihood, one replicate
 * after another, from the mean and the squared deviations of M points: a normal
 * and a chi-squared variate.
 *
 * Build:  cc -std=c11 -O3 -o gaussian-peer gaussian-peer.c -lm
 * Usage:  gaussian-peer replace|accumulate M SEED REPLICATES GENERATIONS
 *
 * Prints a header and one line of CSV.  The variance is kept as it is: after some
 * tens of thousands of generations at M = 100 no double would hold it.
 */

#define _POSIX_C_SOURCE 199309L

#include "program.h"
#include "random.h"

#include <string.h>

typedef struct {
  double mean, variance;
} Model;

/* All data replaced by M samples of the last model. */
static Model replace(Random *random, double samples, GammaLaw law, long generations) {
  Model model = {0, 1};
  double root = sqrt(1 / samples);
  for (long t = 0; t < generations; t++) {
    double mean = model.mean + sqrt(model.variance) * root * normal(random);
    double scatter = model.variance * 2 * gamma_variate(random, law);
    model.mean = mean;
    model.variance = scatter / samples;
  }
  return model;
}

/* M samples of the last model added to all data so far. */
static Model accumulate(Random *random, double samples, GammaLaw law, long generations) {
  Model model = {0, 1};
  double root = sqrt(1 / samples);
  double count = 0, centre = 0, scatter = 0;
  for (long t = 0; t < generations; t++) {
    double mean = model.mean + sqrt(model.variance) * root * normal(random);
    double distance = mean - centre;
    double share = samples / (count + samples);
    scatter += model.variance * 2 * gamma_variate(random, law) + count * share * distance * distance;
    centre += share * distance;
    count += samples;
    model.mean = centre;
    model.variance = scatter / count;
  }
  return model;
}

int main(int argc, char **argv) {
  int accumulates = argc == 6 && strcmp(argv[1], "accumulate") == 0;
  if (argc != 6 || (!accumulates && strcmp(argv[1], "replace") != 0))
    fail("usage: gaussian-peer replace|accumulate M SEED REPLICATES GENERATIONS");
  double samples = (double)positive_argument(argv[2]);
  Random random = random_of_seed((uint64_t)positive_argument(argv[3]));
  long replicates = positive_argument(argv[4]), generations = positive_argument(argv[5]);
  if (samples < 3) fail("M must be at least 3");

  double start = seconds_now();
  GammaLaw law = gamma_law(0.5 * (samples - 1));
  double log_variance = 0, variance = 0, square_mean = 0, far = 0;
  for (long i = 0; i < replicates; i++) {
    Model model = accumulates ? accumulate(&random, samples, law, generations)
                              : replace(&random, samples, law, generations);
    log_variance += log(model.variance);
    variance += model.variance;
    square_mean += model.mean * model.mean;
    far += fabs(model.mean) > 0.5;
  }
  double seconds = seconds_now() - start;

  double count = (double)replicates;
  printf("replicates,generations,seconds,log_variance,variance,square_mean,far\n");
  printf("%ld,%ld,%.9f,%.12g,%.12g,%.12g,%.12g\n", replicates, replicates * generations, seconds,
         log_variance / count, variance / count, square_mean / count, far / count);
  return 0;
}
