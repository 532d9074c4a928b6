#ifndef C_LINEAR_PROGRAMMING_H
#define C_LINEAR_PROGRAMMING_H

#ifdef __cplusplus
extern "C" {
#endif

/// Minimises cost·x subject to A x = right and lower <= x by the simplex method of COIN-OR Clp.
///
/// `matrix` holds A column after column, each of `rows` numbers; `lower` may hold -infinity.
/// `tolerance` bounds the infeasibilities of the primal and of the dual problem; `scaling` is the
/// scaling mode of Clp, 0 for none to 3 for automatic.
/// `x` receives `columns` numbers and `prices` one for each row, the dual solution.
/// Returns 0 at an optimum, or 1 if none was found. It prints nothing and shares nothing between
/// calls, so any number of threads may call it.
int clp_minimise(int rows, int columns, const double *matrix, const double *cost,
                 const double *lower, const double *right, double tolerance, int scaling,
                 double *x, double *prices);

#ifdef __cplusplus
}
#endif

#endif
