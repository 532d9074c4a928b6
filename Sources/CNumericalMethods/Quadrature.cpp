#pragma clang fp contract(off)

#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <limits>

#include "CNumericalMethods.h"

double cnm_integrate(double (*function)(double, void *), void *context, double a, double b,
                     double tolerance, double *error) {
  try {
    return boost::math::quadrature::gauss_kronrod<double, 31>::integrate(
        [&](double x) { return function(x, context); }, a, b, 12, tolerance, error);
  } catch (...) {
    *error = std::numeric_limits<double>::infinity();
    return std::numeric_limits<double>::quiet_NaN();
  }
}
