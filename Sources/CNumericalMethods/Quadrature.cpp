#pragma clang fp contract(off)

#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cmath>
#include <limits>

#include "CNumericalMethods.h"

double cnm_integrate(double (*function)(double, void *), void *context, double a, double b,
                     double tolerance, double *error) {
  using Rule = boost::math::quadrature::gauss_kronrod<double, 31>;
  try {
    if (std::isinf(a) || std::isinf(b)) {
      return Rule::integrate([&](double x) { return function(x, context); }, a, b, 12, tolerance,
                             error);
    }
    // Boost compares the error on [-1, 1] with a tolerance on [a, b], and so never stops on a short
    // interval: the interval is scaled here.
    const double middle = 0.5 * (a + b);
    const double half = 0.5 * (b - a);
    const double value = Rule::integrate(
        [&](double x) { return function(middle + half * x, context); }, -1.0, 1.0, 12, tolerance,
        error);
    *error *= half;
    return half * value;
  } catch (...) {
    *error = std::numeric_limits<double>::infinity();
    return std::numeric_limits<double>::quiet_NaN();
  }
}
