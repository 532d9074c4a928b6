/// What linear programming in floating-point numbers takes for the smallest face.
///
/// Each round seeks the functional of entries within ±1, non-negative at the remaining points as seen
/// from the mean, with the largest sum over them. Where it is positive, a point is not on the face.
/// If none is positive, the remaining points are the face, and the dual solution gives all of them
/// positive weights whose mean is the one sought.
package struct FaceProposal {
  /// The points which remain.
  package let face: [Int]
  /// A positive weight for each of them.
  package let weights: [Double]
  /// A functional on the vectors (1, φ − φ₀), zero on the face and positive off it.
  package let functional: [Double]

  /// Runs the rounds; nil if a linear programme fails.
  package init?(_ points: CentredPoints, count: Int, tolerance: Double, scaling: Int) {
    var remaining = Array(0..<count)
    var removed: [Int] = []
    var functional = [Double](repeating: 0, count: points.width)
    while true {
      guard
        let round = Self.round(points, remaining, tolerance: tolerance, scaling: scaling)
      else { return nil }
      let values = remaining.map { points.value(of: round.functional, at: $0) }
      let threshold = max(10 * tolerance, 1e-9 * (values.max() ?? 0))
      let leaving = zip(remaining, values).filter { $1 > threshold }.map(\.0)
      if leaving.isEmpty {
        face = remaining
        weights = round.weights
        break
      }
      functional = Self.join(functional, round.functional, keeping: removed, of: points)
      removed += leaving
      remaining = zip(remaining, values).filter { $1 <= threshold }.map(\.0)
      if remaining.isEmpty {
        (face, weights) = ([], [])
        break
      }
    }
    self.functional = points.homogeneous(functional)
  }

  /// Adds as much of a new functional to the old one as leaves this positive where it is.
  private static func join(
    _ old: [Double], _ new: [Double], keeping removed: [Int], of points: CentredPoints
  ) -> [Double] {
    var share = 1.0
    for y in removed {
      let change = points.value(of: new, at: y)
      if change < 0 { share = min(share, 0.5 * points.value(of: old, at: y) / -change) }
    }
    return zip(old, new).map { $0 + share * $1 }
  }

  /// The dual of one round: the least Σ|z| with Σ (1 + e) (φ − φ̄) + z = 0 and e ≥ 0.
  private static func round(
    _ points: CentredPoints, _ remaining: [Int], tolerance: Double, scaling: Int
  ) -> (functional: [Double], weights: [Double])? {
    let width = points.width
    var program = LinearProgram(rows: width, columns: remaining.count + 2 * width)
    for y in remaining {
      program.add(column: points[y])
      for a in 0..<width { program.right[a] -= points.entries[y * width + a] }
    }
    for a in 0..<width {
      for sign in [1.0, -1] {
        program.add(column: (0..<width).map { $0 == a ? sign : 0 }, cost: 1)
      }
    }
    guard let (variables, prices) = program.solve(tolerance: tolerance, scaling: scaling) else {
      return nil
    }
    return (prices.map { -$0 }, variables.prefix(remaining.count).map { 1 + max(0, $0) })
  }
}
