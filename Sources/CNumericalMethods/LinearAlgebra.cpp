#pragma clang fp contract(off)

// Debian keeps the headers one folder down; others put that folder on the search path.
#if __has_include(<eigen3/Eigen/Dense>)
#include <eigen3/Eigen/Dense>
#else
#include <Eigen/Dense>
#endif

#include "CNumericalMethods.h"

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

int cnm_solve(const double *a, double *b, int n, int columns) {
  try {
    const Eigen::Map<const Matrix> left(a, n, n);
    Eigen::Map<Matrix> right(b, n, columns);
    const Eigen::PartialPivLU<Eigen::MatrixXd> lu(left);
    const auto pivots = lu.matrixLU().diagonal().cwiseAbs();
    if (!(pivots.minCoeff() > 1e-15 * pivots.maxCoeff())) return 1;
    right = lu.solve(right).eval();
    return 0;
  } catch (...) {
    return 1;
  }
}
