#ifndef CSQUAREROOT_H
#define CSQUAREROOT_H

/// The square root, by the processor's instruction alone: that of the C library sets `errno` for negative
/// numbers, a side effect that no compiler may move out of a loop.
static inline double csr_square_root(double x) { return __builtin_elementwise_sqrt(x); }

#endif
