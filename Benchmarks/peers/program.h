/* What the plain C programs share: arguments, a clock, and a last word. */

#ifndef PROGRAM_H
#define PROGRAM_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void fail(const char *message) {
  fprintf(stderr, "%s\n", message);
  exit(64);
}

static long positive_argument(const char *text) {
  char *end;
  errno = 0;
  long value = strtol(text, &end, 10);
  if (errno != 0 || end == text || *end != '\0' || value <= 0)
    fail("all numbers must be positive and whole");
  return value;
}

static double seconds_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

#endif
