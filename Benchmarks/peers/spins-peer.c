/*
 * Job b: N independent spins that share one field, refitted to M samples of
 * themselves: the number of spins up is k' ~ Binomial(NM, k/NM), until it is 0 or NM.
 *
 * Build:  cc -std=c11 -O3 -o spins-peer spins-peer.c -lm
 * Usage:  spins-peer NM SEED REPLICATES
 *
 * Prints a header and one line of CSV: the mean time, and the fraction that ended up.
 */

#define _POSIX_C_SOURCE 199309L

#include "program.h"
#include "random.h"

int main(int argc, char **argv) {
  if (argc != 4) fail("usage: spins-peer NM SEED REPLICATES");
  int n = (int)positive_argument(argv[1]);
  Random random = random_of_seed((uint64_t)positive_argument(argv[2]));
  long replicates = positive_argument(argv[3]);

  double start = seconds_now();
  double *log_factorial = log_factorials(n);
  if (log_factorial == NULL) fail("there is not enough memory");
  long generations = 0, ups = 0;
  for (long i = 0; i < replicates; i++) {
    double p = 0.5;
    while (p > 0 && p < 1) {
      p = (double)binomial(&random, n, p, log_factorial) / n;
      generations++;
    }
    ups += p == 1;
  }
  double seconds = seconds_now() - start;
  free(log_factorial);

  double count = (double)replicates;
  printf("replicates,generations,seconds,time,up\n");
  printf("%ld,%ld,%.9f,%.12g,%.12g\n", replicates, generations, seconds,
         (double)generations / count, (double)ups / count);
  return 0;
}
