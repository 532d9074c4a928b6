#pragma clang fp contract(off)

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <limits>

#include "CNumericalMethods.h"

namespace {

namespace policies = boost::math::policies;

// Discrete laws are evaluated at given counts, and errors come back as NaN: nothing may throw
// across the C boundary.
using Policy = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>, policies::promote_double<false>>;
using Binomial = boost::math::binomial_distribution<double, Policy>;
using Poisson = boost::math::poisson_distribution<double, Policy>;
using Beta = boost::math::beta_distribution<double, Policy>;
using Gamma = boost::math::gamma_distribution<double, Policy>;
using ChiSquared = boost::math::chi_squared_distribution<double, Policy>;

template <typename Function>
double guarded(Function function) noexcept {
  try {
    return function();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace

double cnm_digamma(double x) {
  return guarded([&] { return boost::math::digamma(x, Policy()); });
}

double cnm_trigamma(double x) {
  return guarded([&] { return boost::math::trigamma(x, Policy()); });
}

double cnm_polygamma(int order, double x) {
  return guarded([&] { return boost::math::polygamma(order, x, Policy()); });
}

double cnm_binomial_probability(double n, double p, double k) {
  return guarded([&] { return boost::math::pdf(Binomial(n, p), k); });
}

double cnm_binomial_cumulative(double n, double p, double k) {
  return guarded([&] { return boost::math::cdf(Binomial(n, p), k); });
}

double cnm_binomial_survival(double n, double p, double k) {
  return guarded([&] { return boost::math::cdf(complement(Binomial(n, p), k)); });
}

double cnm_poisson_probability(double mean, double k) {
  return guarded([&] { return boost::math::pdf(Poisson(mean), k); });
}

double cnm_poisson_cumulative(double mean, double k) {
  return guarded([&] { return boost::math::cdf(Poisson(mean), k); });
}

double cnm_beta_density(double a, double b, double x) {
  return guarded([&] { return boost::math::pdf(Beta(a, b), x); });
}

double cnm_beta_cumulative(double a, double b, double x) {
  return guarded([&] { return boost::math::cdf(Beta(a, b), x); });
}

double cnm_gamma_density(double shape, double rate, double x) {
  return guarded([&] { return boost::math::pdf(Gamma(shape, 1 / rate), x); });
}

double cnm_gamma_cumulative(double shape, double rate, double x) {
  return guarded([&] { return boost::math::cdf(Gamma(shape, 1 / rate), x); });
}

double cnm_beta_quantile(double a, double b, double probability) {
  return guarded([&] { return boost::math::quantile(Beta(a, b), probability); });
}

double cnm_chi_squared_survival(double degrees, double x) {
  return guarded([&] { return boost::math::cdf(complement(ChiSquared(degrees), x)); });
}
