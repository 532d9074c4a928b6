import BigInt

extension LatticePolytope {
  /// An affine dependence of the coordinates over the points, c₀ + Σ c_a φ_a = 0 at all of them.
  ///
  /// The coefficients are integers without a common divisor, c₀ first and the first of the others that
  /// is not zero positive. Nil if there is none, which is so when the points span the whole space.
  ///
  /// - Throws: ``FaceError/coefficientsTooLarge``.
  package func affineDependence() throws(FaceError) -> [Int]? {
    guard let slopes = Self.dependence(of: points) else { return nil }
    return try Self.coefficients(slopes, origin: points.origin.map { BigInt($0) })
  }

  /// A relation of vectors (1, φ − φ₀) as one of (1, φ), in its lowest terms.
  static func coefficients(_ slopes: [BigInt], origin: [BigInt]) throws(FaceError) -> [Int] {
    let shift = zip(slopes.dropFirst(), origin).reduce(slopes[0]) { $0 - $1.0 * $1.1 }
    let all = [shift] + slopes.dropFirst()
    let sign: BigInt = all.dropFirst().first { $0 != 0 }.map { $0 < 0 ? -1 : 1 } ?? 1
    let divisor = all.reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) }
    var result: [Int] = []
    for coefficient in all {
      guard let value = Int(exactly: sign * coefficient / divisor) else {
        throw .coefficientsTooLarge
      }
      result.append(value)
    }
    return result
  }

  /// A combination of the entries of the vectors that vanishes at all of them; nil if none does.
  ///
  /// The entries are eliminated one after the other, in integers over a common denominator (Bareiss),
  /// on rows that are independent modulo a prime; each further row is tested exactly.
  private static func dependence(of points: HomogeneousPoints) -> [BigInt]? {
    var modular = ModularSpan(width: points.width, field: PrimeField.all[0])
    var rows = (0..<points.count).filter {
      modular.rank < points.width && modular.insert(points[$0])
    }
    // A row that the modular rank has overlooked joins the others.
    while rows.count < points.width {
      let relation = relation(rows.map { points[$0].map { BigInt($0) } })
      let missed = (0..<points.count).first { y in
        zip(relation, points[y]).reduce(BigInt(0)) { $0 + $1.0 * BigInt($1.1) } != 0
      }
      guard let missed else { return relation }
      rows.append(missed)
    }
    return nil
  }

  /// The relation of the first column which depends on those before it; the rows are independent and
  /// fewer than the columns.
  static func relation(_ rows: [[BigInt]]) -> [BigInt] {
    var work = rows
    let width = rows[0].count
    var pivots: [Int] = []
    var denominator: BigInt = 1
    for j in 0..<width {
      let step = pivots.count
      guard let found = (step..<work.count).first(where: { work[$0][j] != 0 }) else {
        var relation = [BigInt](repeating: 0, count: width)
        relation[j] = -denominator
        for (i, c) in pivots.enumerated() { relation[c] = work[i][j] }
        return relation
      }
      work.swapAt(step, found)
      let pivot = work[step][j]
      for i in work.indices where i != step {
        let factor = work[i][j]
        for k in 0..<width {
          work[i][k] = (work[i][k] * pivot - factor * work[step][k]) / denominator
        }
      }
      denominator = pivot
      pivots.append(j)
    }
    preconditionFailure("more columns than rows leave a relation")
  }
}
