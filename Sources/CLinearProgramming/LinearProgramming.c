// Debian keeps the headers in `coin`; others put that folder on the search path.
#if __has_include(<coin/Clp_C_Interface.h>)
#include <coin/Clp_C_Interface.h>
#else
#include <Clp_C_Interface.h>
#endif
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "CLinearProgramming.h"

/// Hands the nonzero entries of a dense matrix to a model.
static int load(Clp_Simplex *model, int rows, int columns, const double *matrix,
                const double *cost, const double *lower, const double *right) {
  const size_t size = (size_t)rows * (size_t)columns;
  CoinBigIndex *starts = malloc(((size_t)columns + 1) * sizeof *starts);
  int *indices = malloc((size + 1) * sizeof *indices);
  double *values = malloc((size + 1) * sizeof *values);
  const int allocated = starts && indices && values;
  if (allocated) {
    CoinBigIndex filled = 0;
    for (int j = 0; j < columns; j++) {
      starts[j] = filled;
      for (int i = 0; i < rows; i++) {
        const double value = matrix[(size_t)j * (size_t)rows + (size_t)i];
        if (value == 0) continue;
        indices[filled] = i;
        values[filled++] = value;
      }
    }
    starts[columns] = filled;
    Clp_loadProblem(model, columns, rows, starts, indices, values, lower, NULL, cost, right, right);
  }
  free(starts);
  free(indices);
  free(values);
  return allocated;
}

int clp_minimise(int rows, int columns, const double *matrix, const double *cost,
                 const double *lower, const double *right, double tolerance, int scaling,
                 double *x, double *prices) {
  Clp_Simplex *model = Clp_newModel();
  if (!model) return 1;
  Clp_setLogLevel(model, 0);
  int solved = 0;
  if (load(model, rows, columns, matrix, cost, lower, right)) {
    Clp_scaling(model, scaling);
    Clp_setPrimalTolerance(model, tolerance);
    Clp_setDualTolerance(model, tolerance);
    // A hard problem cycles rather than ends; an easy one takes a few iterations a row.
    Clp_setMaximumIterations(model, 1000 + 30 * rows);
    Clp_dual(model, 0);
    solved = Clp_status(model) == 0;
    if (solved) {
      memcpy(x, Clp_primalColumnSolution(model), (size_t)columns * sizeof *x);
      memcpy(prices, Clp_dualRowSolution(model), (size_t)rows * sizeof *prices);
    }
  }
  Clp_deleteModel(model);
  return solved ? 0 : 1;
}
