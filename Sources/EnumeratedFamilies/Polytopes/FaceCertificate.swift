/// A proof that some points, not all, are the smallest face which holds a mean.
package enum FaceCertificate {
  /// Whether the proof succeeds.
  ///
  /// - Parameters:
  ///   - target: the mean as a vector (count, sum − count φ₀).
  ///   - face: the sorted indices of the points.
  ///   - weights: an approximate positive weight for each of them.
  ///   - functional: approximately zero on the face and positive at the other points.
  package static func holds(
    target: [Int128], face: [Int], weights: [Double], functional: [Double],
    points: HomogeneousPoints
  ) -> Bool {
    let order = zip(face, weights).sorted { ($0.1, $1.0) > ($1.1, $0.0) }.map(\.0)
    guard let basis = Basis(of: points, order: order) else { return false }
    let members = Set(face)
    let others = (0..<points.count).filter { !members.contains($0) }
    return FacetCertificate.supports(
      functional: functional, basis: basis, others: others, points: points)
      && isSpanned(target, face, weights, by: basis, points)
      && InteriorCertificate.holds(
        target: target, face: face, weights: weights, basis: basis, points: points)
  }

  /// Whether the mean and the points of the face lie in the span of the basis.
  private static func isSpanned(
    _ target: [Int128], _ face: [Int], _ weights: [Double], by basis: Basis,
    _ points: HomogeneousPoints
  ) -> Bool {
    if basis.rows.count == points.width { return true }
    let members = Set(basis.rows)
    let rest = face.filter { !members.contains($0) }
    if rest.isEmpty && isSumOfPoints(target, face, weights, points) { return true }
    let extent = rest.reduce(RationalSpan.bits(target)) { max($0, RationalSpan.bits(points[$1])) }
    guard let span = RationalSpan(of: basis.rows, in: points, extent: extent) else { return false }
    return span.contains(target) && rest.allSatisfy { span.contains(points[$0]) }
  }

  /// Whether the mean is that of whole numbers of points, the weights times the count.
  private static func isSumOfPoints(
    _ target: [Int128], _ face: [Int], _ weights: [Double], _ points: HomogeneousPoints
  ) -> Bool {
    let factor = Double(target[0]) / weights.reduce(0, +)
    var residual = target
    for (y, weight) in zip(face, weights) {
      let copies = (weight * factor).rounded()
      guard abs(copies) < 0x1p60 else { return false }
      for (a, x) in points[y].enumerated() { residual[a] -= Int128(Int(copies)) * Int128(x) }
    }
    return residual.allSatisfy { $0 == 0 }
  }
}
