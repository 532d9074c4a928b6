// GSL: gsl_histogram of ten equal bins over the range of the data, sampled by gsl_histogram_pdf_sample.
#include <gsl/gsl_histogram.h>
#include <gsl/gsl_rng.h>

#include <algorithm>
#include <cmath>

#include "contract.hpp"

int main(int count, char** arguments) {
  return contract::serve(
      count, arguments, [](const contract::Table& table, std::size_t samples, std::uint64_t seed) {
        const auto [least, largest] = std::minmax_element(table.begin(), table.end());
        gsl_histogram* histogram = gsl_histogram_alloc(10);
        gsl_histogram_set_ranges_uniform(histogram, (*least)[0], std::nextafter((*largest)[0], INFINITY));
        for (const auto& row : table) gsl_histogram_increment(histogram, row[0]);
        gsl_histogram_pdf* density = gsl_histogram_pdf_alloc(10);
        gsl_histogram_pdf_init(density, histogram);
        gsl_rng* generator = gsl_rng_alloc(gsl_rng_mt19937);
        gsl_rng_set(generator, (seed ^ seed >> 32) & 0xffffffff);
        contract::Table rows(samples);
        for (auto& row : rows) row = {gsl_histogram_pdf_sample(density, gsl_rng_uniform(generator))};
        gsl_rng_free(generator);
        gsl_histogram_pdf_free(density);
        gsl_histogram_free(histogram);
        return rows;
      });
}
