/// The convex hull of lattice points, asked for its faces.
///
/// Floating-point linear programming proposes a face, and integer arithmetic proves it: a functional
/// which vanishes on it and is positive at all other points, and positive weights of its points whose
/// mean is the given one. So an answer does not depend on rounding; only whether a hard problem stays
/// undecided may.
package struct LatticePolytope: Sendable {
  let points: HomogeneousPoints
  /// A basis of all points, if well-conditioned.
  let basis: Basis?
  /// The span of all points; nil if it is everything, or if there is no basis.
  let span: RationalSpan?
  /// The guess at positive weights which needs no linear programming.
  let guess: LeastSquaresWeights?

  /// The hull of the points, at least one, which may repeat.
  ///
  /// - Parameter points: entries of magnitude up to 2³¹, as many in each point.
  package init(points: [[Int]]) {
    self.init(HomogeneousPoints(points))
  }

  /// The hull of points with entries of magnitude up to 2⁵⁰, of which nothing can be proved: it is asked for faces
  /// near a mean.
  init(unproved points: [[Int]]) {
    self.points = HomogeneousPoints(unbounded: points)
    (basis, span, guess) = (nil, nil, nil)
  }

  init(_ points: HomogeneousPoints) {
    self.points = points
    let candidate = Basis(of: points, order: Array(0..<points.count))
    let isWhole = candidate?.rows.count == points.width
    let span = isWhole ? nil : candidate.flatMap { Self.span(of: $0, in: points) }
    basis = isWhole || span != nil ? candidate : nil
    self.span = span
    guess = basis.flatMap { LeastSquaresWeights(points, columns: $0.columns) }
  }

  /// The span of a basis, if it holds all points.
  private static func span(of basis: Basis, in points: HomogeneousPoints) -> RationalSpan? {
    // No vector (count, sum − count φ₀) is longer than 2⁹⁰.
    guard let span = RationalSpan(of: basis.rows, in: points, extent: 90) else { return nil }
    return (0..<points.count).allSatisfy { span.contains(points[$0]) } ? span : nil
  }

  /// The smallest face which holds the mean `sum/count`, as the sorted indices of its points.
  ///
  /// These are all points if the mean lies in the relative interior.
  ///
  /// - Parameters:
  ///   - sum: an integer for each coordinate.
  ///   - count: 1 … 2⁵³.
  ///   - among: the points whose hull is meant, all by default. To ask many times about the same
  ///     few points, make a polytope of them.
  /// - Throws: ``FaceError/outside`` or, on hard problems of many points, ``FaceError/undecided``.
  package func smallestFace(
    containing sum: [Int], count: Int, among: [Int]? = nil
  ) throws(FaceError) -> [Int] {
    precondition(sum.count == points.origin.count, "a mean of the dimension of the points")
    precondition(count >= 1 && count <= 1 << 53, "a count of 1 … 2⁵³")
    if let among {
      let kept = Set(among).sorted()
      if kept.isEmpty { throw .outside }
      if kept.count == points.count {
        return try smallestFace(of: points.vector(sum: sum, count: count))
      }
      let face = try LatticePolytope(points.restricted(to: kept))
        .smallestFace(containing: sum, count: count)
      return face.map { kept[$0] }
    }
    return try smallestFace(of: points.vector(sum: sum, count: count))
  }

  private func smallestFace(of target: [Int128]) throws(FaceError) -> [Int] {
    if let basis {
      if let span, !span.contains(target) { throw .outside }
      if isInterior(target, basis) { return Array(0..<points.count) }
      if let face = try proposedFace(of: target, basis) { return face }
    }
    guard points.count * points.width <= Self.exactLimit else {
      throw .undecided(points: points.count, dimensions: points.width - 1)
    }
    var program = ExactProgram(points, target: target)
    guard let face = program.support() else { throw .outside }
    return face
  }

  /// The largest problem, in entries, for the exact simplex method: a matter of seconds.
  private static let exactLimit = 10_000

  private func isInterior(_ target: [Int128], _ basis: Basis) -> Bool {
    guard let weights = guess?.weights(target, points) else { return false }
    return InteriorCertificate.holds(
      target: target, face: Array(0..<points.count), weights: weights, basis: basis, points: points)
  }

  /// The face which linear programming proposes, once proved; nil if no proposal passes.
  private func proposedFace(
    of target: [Int128], _ basis: Basis
  ) throws(FaceError) -> [Int]? {
    let centred = CentredPoints(points, target: target)
    // No setting is best for all means close to the boundary; the proof tells which one has served.
    for (tolerance, scaling) in [(1e-9, 0), (1e-11, 3), (1e-7, 1)] {
      guard
        let proposal = FaceProposal(
          centred, count: points.count, tolerance: tolerance, scaling: scaling)
      else { continue }
      if proposal.face.isEmpty {
        if FacetCertificate.excludes(
          functional: proposal.functional, target: target, points: points)
        {
          throw .outside
        }
      } else if isProved(proposal, target, basis) {
        return proposal.face
      }
    }
    return nil
  }

  private func isProved(_ proposal: FaceProposal, _ target: [Int128], _ basis: Basis) -> Bool {
    if proposal.face.count == points.count {
      return InteriorCertificate.holds(
        target: target, face: proposal.face, weights: proposal.weights, basis: basis,
        points: points)
    }
    return FaceCertificate.holds(
      target: target, face: proposal.face, weights: proposal.weights,
      functional: proposal.functional, points: points)
  }
}
