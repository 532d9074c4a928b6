#ifndef C_NUMERICAL_METHODS_H
#define C_NUMERICAL_METHODS_H

#ifdef __cplusplus
extern "C" {
#endif

// Special functions and distribution functions of Boost.Math. Each returns NaN outside its domain.

/// The digamma function.
double cnm_digamma(double x);
/// The trigamma function.
double cnm_trigamma(double x);
/// The derivative of the digamma function of the given order.
double cnm_polygamma(int order, double x);
/// P(k) of Binomial(n, p).
double cnm_binomial_probability(double n, double p, double k);
/// P(K <= k) of Binomial(n, p).
double cnm_binomial_cumulative(double n, double p, double k);
/// P(K > k) of Binomial(n, p).
double cnm_binomial_survival(double n, double p, double k);
/// P(k) of the Poisson law.
double cnm_poisson_probability(double mean, double k);
/// P(K <= k) of the Poisson law.
double cnm_poisson_cumulative(double mean, double k);
/// Density of the Beta(a, b) law.
double cnm_beta_density(double a, double b, double x);
/// P(X <= x) of the Beta(a, b) law.
double cnm_beta_cumulative(double a, double b, double x);
/// Density of the Gamma law with the given shape and rate.
double cnm_gamma_density(double shape, double rate, double x);
/// P(X <= x) of the Gamma law with the given shape and rate.
double cnm_gamma_cumulative(double shape, double rate, double x);
/// x with I_x(a, b) = probability, the quantile of the Beta(a, b) law.
double cnm_beta_quantile(double a, double b, double probability);
/// P(X > x) of the chi-squared law with `degrees` degrees of freedom.
double cnm_chi_squared_survival(double degrees, double x);

/// The integral of `function` from a to b, either of which may be infinite, by adaptive
/// Gauss-Kronrod quadrature; `error` receives an estimate of the absolute error.
double cnm_integrate(double (*function)(double, void *), void *context, double a, double b,
                     double tolerance, double *error);

/// Solves A X = B by LU decomposition with partial pivoting (Eigen).
/// `a` is n x n and `b` is n x columns, both row-major; `b` is overwritten by X.
/// Returns 0, or 1 if the matrix is singular to working accuracy or memory ran out.
int cnm_solve(const double *a, double *b, int n, int columns);

#ifdef __cplusplus
}
#endif

#endif
