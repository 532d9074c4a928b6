/// A proof that a vector is a combination of the vectors of some points with positive weights only,
/// so that the mean lies in the relative interior of their hull.
///
/// Approximate weights are rounded to integers; the exact residual is carried by the weights of a
/// basis, whose change is bounded through the inverse of its matrix.
struct InteriorCertificate {
  /// The resolution of the weights: they add up to about this.
  private static let resolution = Int128(1) << 60

  /// Whether the proof succeeds.
  ///
  /// The caller has to know that the target and all points of the face lie in the span of the basis.
  ///
  /// - Parameters:
  ///   - target: the mean as a vector (count, sum − count φ₀).
  ///   - face: the points with a weight, the rows of the basis among them.
  ///   - weights: an approximate weight for each of them, up to a common factor.
  static func holds(
    target: [Int128], face: [Int], weights: [Double], basis: Basis, points: HomogeneousPoints
  ) -> Bool {
    let total = weights.reduce(0, +)
    guard total > 0, total.isFinite else { return false }
    let multiple = max(1, resolution / target[0])
    let factor = Double(multiple * target[0]) / total

    var residual = target.map { $0 * multiple }
    var carried: [Int: Int128] = [:]
    let members = Set(basis.rows)
    for (y, weight) in zip(face, weights) {
      let rounded = (weight * factor).rounded()
      guard rounded >= 1, rounded < 0x1p62 else { return false }
      let integer = Int(rounded)
      subtract(integer, times: y, of: points, from: &residual)
      if members.contains(y) { carried[y] = Int128(integer) }
    }
    guard carried.count == basis.rows.count else { return false }

    for _ in 0..<3 {
      let rest = basis.columns.map { Double(residual[$0]) }
      let change = basis.inverse.applied(toRow: rest)
      for (y, step) in zip(basis.rows, change) {
        guard abs(step) < 0x1p62 else { return false }
        let integer = Int(step.rounded())
        if integer == 0 { continue }
        carried[y, default: 0] += Int128(integer)
        subtract(integer, times: y, of: points, from: &residual)
      }
    }
    let rest =
      zip(basis.columns, basis.inverse.exponents).map { c, exponent in
        residual[c] == 0 ? 0 : (abs(residual[c]) >> Int128(exponent)) + 1
      }.max() ?? 0
    guard rest < Int128(1) << 60 else { return false }
    let change = rest * basis.inverse.columnBound
    return carried.values.allSatisfy { $0 > change }
  }

  private static func subtract(
    _ weight: Int, times y: Int, of points: HomogeneousPoints, from residual: inout [Int128]
  ) {
    let start = y * points.width
    for a in 0..<points.width {
      residual[a] &-= Int128(weight) &* Int128(points.entries[start + a])
    }
  }
}
