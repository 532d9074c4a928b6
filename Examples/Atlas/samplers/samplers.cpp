// GSL, libstdc++ and Boost: NAME LAW SIZE DRAWS.
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include <boost/random/binomial_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <random>
#include <string>

#include "tally.hpp"

int main(int, char** arguments) {
  const std::string name = arguments[1], law = arguments[2];
  const long size = std::stol(arguments[3]), draws = std::stol(arguments[4]);
  const bool isBinomial = law == "binomial";
  Tally tally(isBinomial ? size / 2. : size, isBinomial ? size / 4. : size);
  auto repeat = [&](auto draw) {
    for (long i = 0; i < draws; ++i) tally.add(draw());
  };
  if (name == "GSL") {
    gsl_rng* generator = gsl_rng_alloc(gsl_rng_mt19937);
    if (isBinomial)
      repeat([&] { return gsl_ran_binomial(generator, .5, size); });
    else
      repeat([&] { return gsl_ran_poisson(generator, size); });
  } else if (name == "libstdc++") {
    std::mt19937_64 generator(1);
    if (isBinomial)
      repeat([&, law = std::binomial_distribution<long>(size, .5)]() mutable { return law(generator); });
    else
      repeat([&, law = std::poisson_distribution<long>(size)]() mutable { return law(generator); });
  } else {
    boost::random::mt19937_64 generator(1);
    if (isBinomial)
      repeat([&, law = boost::random::binomial_distribution<long>(size, .5)]() mutable { return law(generator); });
    else
      repeat([&, law = boost::random::poisson_distribution<long>(size)]() mutable { return law(generator); });
  }
  tally.print(draws);
}
