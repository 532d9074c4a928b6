import Foundation

/// The logarithms of the singular values of `A = U·diag(e^ℓ)`, the largest first.
///
/// By one-sided Jacobi rotations (Hestenes, 1958) of pairs of columns, whose lengths are kept as logarithms:
/// they may differ by any factor. Singular values keep their relative accuracy however small they are beside
/// the largest, if U by itself is well conditioned (Demmel and Veselić, 1992); eigenvalues of `AAᵀ` as a
/// matrix of doubles would be lost in its rounding.
///
/// - Parameters:
///   - matrix: U, n × n and regular.
///   - logScales: ℓ, n finite numbers.
/// - Returns: n logarithms; twice those are the logarithms of the eigenvalues of `AAᵀ`.
public func logSingularValues(of matrix: DenseMatrix, logScales: [Double]) -> [Double] {
  let n = matrix.columns
  precondition(matrix.rows == n && logScales.count == n, "shapes do not match")
  var columns = (0..<n).map { j in
    ScaledColumn((0..<n).map { matrix[$0, j] }, logLength: logScales[j])
  }
  // A dozen sweeps do; sixty are never reached.
  for _ in 0..<60 {
    var largest = 0.0
    for i in 0..<n {
      for j in i + 1..<max(n, i + 1) { largest = max(largest, rotate(&columns, i, j)) }
    }
    if largest < 1e-14 { break }
  }
  return columns.map(\.logLength).sorted(by: >)
}

/// A column: a vector of length one and the logarithm of its length.
private struct ScaledColumn {
  var direction: [Double]
  var logLength: Double

  init(_ vector: [Double], logLength: Double) {
    (direction, self.logLength) = (vector, logLength)
    normalise()
  }

  mutating func normalise() {
    let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
    logLength += log(length)
    for k in direction.indices { direction[k] /= length }
  }
}

/// Makes two columns orthogonal, and the first the longer one.
///
/// With `a` the longer, r ≤ 1 the ratio of lengths and g the cosine between them, the rotation by the angle
/// whose tangent is rτ, `r²gτ² + (1 − r²)τ − g = 0`, gives `a + r²τ b` and `b − τa` as directions, where
/// nothing overflows or vanishes.
///
/// - Returns: |g| before.
private func rotate(_ columns: inout [ScaledColumn], _ i: Int, _ j: Int) -> Double {
  if columns[i].logLength < columns[j].logLength { columns.swapAt(i, j) }
  let g = zip(columns[i].direction, columns[j].direction).reduce(0) { $0 + $1.0 * $1.1 }
  if g == 0 { return 0 }
  let square = exp(2 * (columns[j].logLength - columns[i].logLength))
  let gap = 1 - square
  let τ = 2 * g / (gap + (gap * gap + 4 * square * g * g).squareRoot())
  let logCosine = -0.5 * log1p(square * τ * τ)
  let (a, b) = (columns[i].direction, columns[j].direction)
  for k in a.indices {
    columns[i].direction[k] = a[k] + square * τ * b[k]
    columns[j].direction[k] = b[k] - τ * a[k]
  }
  for k in [i, j] {
    columns[k].logLength += logCosine
    columns[k].normalise()
  }
  return abs(g)
}
