import NumericalMethods

/// A function of D variables and its derivatives to third order at one point, by ``Jet``s.
public struct Derivatives: Sendable {
  /// The value.
  public let value: Double
  /// `∂_a f`.
  public let gradient: [Double]
  /// `∂_a ∂_b f`.
  public let hessian: [[Double]]
  /// `∂_a ∂_b ∂_c f`.
  public let third: [[[Double]]]

  /// Evaluates `function` at `point` once for each set of three directions.
  public init(at point: [Double], of function: ([Jet]) -> Jet) {
    let axes = point.indices
    var gradient = [Double](repeating: 0, count: point.count)
    var hessian = [[Double]](repeating: gradient, count: point.count)
    var third = [[[Double]]](repeating: hessian, count: point.count)
    var value = function(point.map { Jet($0) }).value
    for a in axes {
      for b in axes where b >= a {
        for c in axes where c >= b {
          let result = function(
            axes.map { i in
              Jet(point[i], directions: (i == a ? 1 : 0) | (i == b ? 2 : 0) | (i == c ? 4 : 0))
            }
          ).coefficients
          value = result[0]
          gradient[a] = result[1]
          (hessian[a][b], hessian[b][a]) = (result[3], result[3])
          for (i, j, k) in [(a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, a, b), (c, b, a)] {
            third[i][j][k] = result[7]
          }
        }
      }
    }
    (self.value, self.gradient, self.hessian, self.third) = (value, gradient, hessian, third)
  }

  /// The inverse of the second derivatives, whose diagonal may not hold a 0.
  ///
  /// Rows and columns are brought to one scale first: variables may have units of their own.
  public func inverseHessian() throws -> [[Double]] {
    let axes = gradient.indices
    let scales = axes.map { abs(hessian[$0][$0]).squareRoot() }
    let identity = DenseMatrix(rows: axes.count, columns: axes.count) { $0 == $1 ? 1 : 0 }
    let matrix = DenseMatrix(rows: axes.count, columns: axes.count) { a, b in
      hessian[a][b] / (scales[a] * scales[b])
    }
    let inverse = try solve(matrix, identity)
    return axes.map { a in axes.map { b in inverse[a, b] / (scales[a] * scales[b]) } }
  }
}
