/// A floating-point inverse of a square integer matrix P, with proven bounds on the true one.
///
/// The bounds are on the inverse of P' = P 2⁻ᵏ, with an exponent for each column that brings its
/// entries to about one. With X = S × (approximate inverse of P'), rounded to integers, and the exact
/// error E = S − X P', `P'⁻¹ = (S − E)⁻¹ X` as soon as ‖E‖ < S, which also proves that P has an inverse.
package struct BoundedInverse: Sendable {
  /// Rows and columns.
  package let size: Int
  /// The approximate inverse of P, row-major.
  package let entries: [Double]
  /// The exponent k of each column of P.
  package let exponents: [Int]
  /// An upper bound on the largest absolute row sum of the inverse of P'.
  package let rowBound: Int128
  /// An upper bound on the largest absolute column sum of the inverse of P'.
  package let columnBound: Int128

  /// Proves bounds for an approximate inverse; nil if it is too poor.
  ///
  /// - Parameters:
  ///   - matrix: P, row-major.
  ///   - entries: the approximate inverse, row-major.
  ///   - n: the number of rows and columns.
  package init?(of matrix: [Int], approximately entries: [Double], size n: Int) {
    let exponents = (0..<n).map { j in
      let largest = (0..<n).reduce(1) { max($0, matrix[$1 * n + j].magnitude) }
      return UInt.bitWidth - 1 - largest.leadingZeroBitCount
    }
    let balanced = entries.indices.map { i in
      entries[i] * Double(sign: .plus, exponent: exponents[i / n], significand: 1)
    }
    let largest = balanced.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return nil }
    let shift = 44 - Int(largest.exponent)
    guard (1...60).contains(shift) else { return nil }
    let scale = Int128(1) << Int128(shift)
    let factor = Double(sign: .plus, exponent: shift, significand: 1)
    let scaled = balanced.map { Int(($0 * factor).rounded()) }

    let errors = Self.errors(of: scaled, scale, matrix, exponents)
    let (rowError, columnError) = Self.norms(errors, n)
    guard rowError <= scale / 2, columnError <= scale / 2 else { return nil }
    let (rowSum, columnSum) = Self.norms(scaled.map { abs(Int128($0)) }, n)
    size = n
    self.entries = entries
    self.exponents = exponents
    rowBound = rowSum / (scale - rowError) + 1
    columnBound = columnSum / (scale - columnError) + 1
  }

  /// The magnitudes of S − X P', rounded up.
  private static func errors(
    of x: [Int], _ scale: Int128, _ matrix: [Int], _ exponents: [Int]
  ) -> [Int128] {
    let n = exponents.count
    var row = [Int128](repeating: 0, count: n)
    var errors: [Int128] = []
    errors.reserveCapacity(n * n)
    for i in 0..<n {
      for j in 0..<n { row[j] = i == j ? scale << Int128(exponents[j]) : 0 }
      for k in 0..<n where x[i * n + k] != 0 {
        let factor = Int128(x[i * n + k])
        for j in 0..<n { row[j] &-= factor &* Int128(matrix[k * n + j]) }
      }
      for j in 0..<n { errors.append(row[j] == 0 ? 0 : (abs(row[j]) >> Int128(exponents[j])) + 1) }
    }
    return errors
  }

  /// The largest row sum and the largest column sum.
  private static func norms(_ entries: [Int128], _ n: Int) -> (rows: Int128, columns: Int128) {
    var rows = [Int128](repeating: 0, count: n)
    var columns = rows
    for i in 0..<n {
      for j in 0..<n {
        rows[i] += entries[i * n + j]
        columns[j] += entries[i * n + j]
      }
    }
    return (rows.max() ?? 0, columns.max() ?? 0)
  }

  /// Approximately P⁻¹ v.
  package func applied(to v: [Double]) -> [Double] {
    (0..<size).map { i in
      var total = 0.0
      for j in 0..<size { total += entries[i * size + j] * v[j] }
      return total
    }
  }

  /// Approximately v P⁻¹.
  package func applied(toRow v: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    for i in 0..<size where v[i] != 0 {
      for j in 0..<size { result[j] += v[i] * entries[i * size + j] }
    }
    return result
  }
}
