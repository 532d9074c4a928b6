import BigInt

/// Proofs that a linear functional separates.
package enum FacetCertificate {
  /// Whether some functional near the given one vanishes on the span of `basis` and is positive at
  /// all `others`; then the points in the span are a face of the hull of both.
  ///
  /// The rounded functional is corrected on the columns of the basis, with a bound on what is left.
  static func supports(
    functional: [Double], basis: Basis, others: [Int], points: HomogeneousPoints
  ) -> Bool {
    guard var u = rounded(functional) else { return false }
    for _ in 0..<3 {
      let rest = basis.rows.map { Double(points.value(of: u, at: $0)) }
      for (c, step) in zip(basis.columns, basis.inverse.applied(to: rest)) {
        guard abs(step) < 0x1p61, abs(Double(u[c]) - step) < 0x1p62 else { return false }
        u[c] -= Int(step.rounded())
      }
    }
    let rest = basis.rows.map { abs(points.value(of: u, at: $0)) }.max() ?? 0
    guard rest < Int128(1) << 60 else { return false }
    let change = rest * basis.inverse.rowBound
    guard change < Int128(1) << 80 else { return false }
    return others.allSatisfy { y in
      let start = y * points.width
      let reach = zip(basis.columns, basis.inverse.exponents).reduce(Int128(0)) {
        let entry = abs(points.entries[start + $1.0])
        return $0 + Int128(entry == 0 ? 0 : (entry >> $1.1) + 1)
      }
      return points.value(of: u, at: y) > change * reach
    }
  }

  /// Whether the rounded functional is larger at every point than at the mean, so that the mean lies
  /// outside their hull.
  package static func excludes(
    functional: [Double], target: [Int128], points: HomogeneousPoints
  ) -> Bool {
    guard var u = rounded(functional) else { return false }
    u[0] = 0
    guard let least = (0..<points.count).map({ points.value(of: u, at: $0) }).min() else {
      return false
    }
    let mean = zip(u, target).reduce(BigInt(0)) { $0 + BigInt($1.0) * BigInt($1.1) }
    return BigInt(least) * BigInt(target[0]) > mean
  }

  /// The functional as integers of up to 60 bits; nil if it is zero or not finite.
  private static func rounded(_ functional: [Double]) -> [Int]? {
    let largest = functional.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return nil }
    let scale = 0x1p60 / largest
    guard scale.isFinite else { return nil }
    return functional.map { Int(($0 * scale).rounded()) }
  }
}
