/*
 * Job f: mean absorption times of the haploid Wright-Fisher chain of population n
 * from all starts, by elimination with partial pivoting on the dense system
 * (1 - Q) t = 1, Q the transitions between the states 1 ... n - 1.
 *
 * Build:  cc -std=c11 -O3 -o absorption-peer absorption-peer.c -lm
 * Usage:  absorption-peer N
 *
 * Prints a header and one line of CSV: the mean time from n/2.
 */

#define _POSIX_C_SOURCE 199309L

#include "program.h"
#include "random.h"

/* One row of 1 - Q: the start is k, and the probabilities are made to add up to one. */
static void fill(double *row, int n, int k, const double *log_factorial) {
  double p = (double)k / n, up = log(p), down = log1p(-p), sum = 0;
  double ends = exp(n * up) + exp(n * down);
  for (int j = 1; j < n; j++) {
    row[j - 1] = exp(log_factorial[n] - log_factorial[j] - log_factorial[n - j] + j * up
                     + (n - j) * down);
    sum += row[j - 1];
  }
  for (int j = 1; j < n; j++) row[j - 1] *= -1 / (sum + ends);
  row[k - 1] += 1;
}

/* Solves a x = b for a size x size matrix in rows; both are overwritten, b by x. */
static void solve(double **a, double *b, int size) {
  for (int k = 0; k < size; k++) {
    int pivot = k;
    for (int i = k + 1; i < size; i++)
      if (fabs(a[i][k]) > fabs(a[pivot][k])) pivot = i;
    double *row = a[pivot];
    a[pivot] = a[k];
    a[k] = row;
    double right = b[pivot];
    b[pivot] = b[k];
    b[k] = right;
    for (int i = k + 1; i < size; i++) {
      double factor = a[i][k] / row[k];
      double *target = a[i];
      for (int j = k + 1; j < size; j++) target[j] -= factor * row[j];
      b[i] -= factor * right;
    }
  }
  for (int i = size - 1; i >= 0; i--) {
    for (int j = i + 1; j < size; j++) b[i] -= a[i][j] * b[j];
    b[i] /= a[i][i];
  }
}

int main(int argc, char **argv) {
  if (argc != 2) fail("usage: absorption-peer N");
  int n = (int)positive_argument(argv[1]), size = n - 1;
  if (n < 2) fail("N must be at least 2");

  double start = seconds_now();
  double *log_factorial = log_factorials(n);
  double *entries = malloc((size_t)size * (size_t)size * sizeof *entries);
  double **rows = malloc((size_t)size * sizeof *rows);
  double *times = malloc((size_t)size * sizeof *times);
  if (log_factorial == NULL || entries == NULL || rows == NULL || times == NULL)
    fail("there is not enough memory");
  for (int i = 0; i < size; i++) {
    rows[i] = entries + (size_t)i * (size_t)size;
    fill(rows[i], n, i + 1, log_factorial);
    times[i] = 1;
  }
  solve(rows, times, size);
  double seconds = seconds_now() - start;

  printf("seconds,time\n%.9f,%.9f\n", seconds, times[n / 2 - 1]);
  free(log_factorial);
  free(entries);
  free(rows);
  free(times);
  return 0;
}
