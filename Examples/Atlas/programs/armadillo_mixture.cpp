// Armadillo: gmm_diag of one component, learned with the default floor of the variance, 1e-10.
#include <armadillo>

#include "contract.hpp"

int main(int count, char** arguments) {
  return contract::serve(
      count, arguments, [](const contract::Table& table, std::size_t samples, std::uint64_t seed) {
        arma::arma_rng::set_seed(seed);
        arma::mat points(table[0].size(), table.size());
        for (std::size_t i = 0; i < table.size(); ++i) points.col(i) = arma::vec(table[i]);
        arma::gmm_diag fit;
        if (!fit.learn(points, 1, arma::maha_dist, arma::random_subset, 10, 10, 1e-10, false))
          throw std::runtime_error("learn() failed");
        const arma::mat drawn = fit.generate(samples);
        contract::Table rows(samples);
        for (std::size_t i = 0; i < samples; ++i) rows[i] = arma::conv_to<std::vector<double>>::from(drawn.col(i));
        return rows;
      });
}
