import Families
import NumericalMethods

extension MultivariateGaussian.Member {
  /// The logarithms of the eigenvalues of the covariance, the largest first, however small or far apart.
  var logEigenvalues: [Double] {
    let (d, factor) = (mean.count, factor)
    let triangle = DenseMatrix(rows: d, columns: d) { i, j in factor.rows[i * d + j] }
    return logSingularValues(of: triangle, logScales: factor.logScales).map { 2 * $0 }
  }
}
