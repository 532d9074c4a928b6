import BigInt

/// The convex hull of points with long integer coordinates, asked for its faces.
///
/// Coordinates of decimals with seventeen digits are too long for the proofs of ``LatticePolytope``. Here a mean that
/// is well inside is seen in floating-point numbers, and every other one is decided by the exact simplex method.
package struct ExactPolytope: Sendable {
  /// (1, φ − φ₀), point after point.
  private let vectors: [[BigInt]]
  private let origin: [Int128]
  private let rounded: LatticePolytope
  /// By what the differences from φ₀ are multiplied in `rounded`.
  private let factors: [Double]

  /// The hull of the points, at least one.
  ///
  /// - Parameter points: as many entries in each point, of magnitude up to 2¹²⁰.
  package init(points: [[Int128]]) {
    let origin = points[0]
    let shifted = points.map { point in zip(point, origin).map { $0 - $1 } }
    let factors = origin.indices.map { a in
      0x1p50 / Double(max(1, shifted.map { $0[a].magnitude }.max() ?? 1))
    }
    self.origin = origin
    self.factors = factors
    vectors = shifted.map { [1] + $0.map { BigInt($0) } }
    rounded = LatticePolytope(
      unproved: shifted.map { point in zip(point, factors).map { Int((Double($0) * $1).rounded()) }
      })
  }

  /// The smallest face which holds the mean `sum/count`, as the sorted indices of its points.
  ///
  /// - Parameter count: ≥ 1.
  /// - Throws: ``FaceError/outside``, or ``FaceError/undecided`` near the boundary of very many points.
  package func smallestFace(containing sum: [Int128], count: Int) throws(FaceError) -> [Int] {
    let mean = sum.indices.map { a in
      Double(sum[a] - Int128(count) * origin[a]) / Double(count) * factors[a]
    }
    // Rounding moves no side by as much.
    if let face = try? rounded.smallestFace(near: mean, tolerance: 1e-6),
      face.count == vectors.count
    {
      return face
    }
    guard vectors.count * vectors[0].count <= Self.exactLimit else {
      throw .undecided(points: vectors.count, dimensions: origin.count)
    }
    let target = zip(sum, origin).map { BigInt($0) - BigInt(count) * BigInt($1) }
    var program = ExactProgram(vectors, target: [BigInt(count)] + target)
    guard let face = program.support() else { throw .outside }
    return face
  }

  /// The smallest face within reach of a mean known up to rounding; see
  /// ``LatticePolytope/smallestFace(near:tolerance:)``.
  ///
  /// - Parameter mean: in units of the points.
  package func smallestFace(near mean: [Double], tolerance: Double) throws(FaceError) -> [Int] {
    try rounded.smallestFace(
      near: mean.indices.map { (mean[$0] - Double(origin[$0])) * factors[$0] },
      tolerance: tolerance)
  }

  /// The largest problem, in entries, for the exact simplex method.
  private static let exactLimit = 40_000

  /// An affine dependence of the coordinates over the points, as ``LatticePolytope/affineDependence()`` gives it.
  ///
  /// - Throws: ``FaceError/coefficientsTooLarge``.
  package func affineDependence() throws(FaceError) -> [Int]? {
    var rows = [vectors[0]]
    while rows.count < vectors[0].count {
      let relation = LatticePolytope.relation(rows)
      let missed = vectors.first { vector in
        zip(relation, vector).reduce(BigInt(0)) { $0 + $1.0 * $1.1 } != 0
      }
      guard let missed else {
        return try LatticePolytope.coefficients(relation, origin: origin.map { BigInt($0) })
      }
      rows.append(missed)
    }
    return nil
  }
}
