import Theory

/// What claim A1 checks without chance.
enum FlooredLaws {
  /// Computed once: they depend on nothing.
  static let checks = Result { try medians() + [moments, covariances, indices, thirds] }

  /// Medians of the stationary law, by quadrature, for large M.
  private static func medians() throws -> [Check] {
    try [false, true].map { unbiased in
      Check(
        Expectation(
          extrapolating: "median of v/(εM), divisor \(unbiased ? "M − 1" : "M")", from: 20,
          prediction: FlooredVariance(samples: 20, unbiased: unbiased).limitMedian),
        measurement: try Extrapolation.limit(from: 20) { m in
          try FlooredVariance(samples: m, unbiased: unbiased).stationaryLaw().median / Double(m)
        })
    }
  }

  /// E v and E v² are fixed points of their recursions.
  private static let moments: Check = {
    let misses = (2...40).count { m in
      let loop = FlooredCovariance(samples: m, dimensions: 1)
      let law = FlooredVariance(samples: m)
      let now = loop.stationary
      return now.trace != Rational(exactly: law.mean)
        || now.square != Rational(exactly: law.meanSquare) || loop.next(now) != now
    }
    return Check(
      "number of M from 2 to 40 at which εM and ε²M²(2M − 1) do not solve the recursion",
      method: .proof, prediction: 0, measurement: Double(misses))
  }()

  /// The same for covariances, and that second moments converge to it from S = 1.
  private static let covariances: Check = {
    let misses = (2...12).flatMap { m in (2...4).map { (m, $0) } }.count { m, d in
      let loop = FlooredCovariance(samples: m, dimensions: d)
      return loop.next(loop.stationary) != loop.stationary
    }
    return Check(
      "number of cases, M to 12, d to 4, in which E tr S² and E (tr S)² do not solve the recursion",
      method: .proof, prediction: 0, measurement: Double(misses))
  }()

  /// The tail index lies between 2 and 3, and near 2 + 1/(2M).
  private static let indices = Check(
    "2M(κ − 2) of the tail index κ, M = 1000", method: .exact, prediction: 1,
    measurement: 2000 * (FlooredVariance(samples: 1000).tailIndex - 2), tolerance: 0.01)

  /// The second moment of the factor is below 1 and the third above, at every M from 2 on.
  private static let thirds: Check = {
    let factors = (2...1000).map { FlooredVariance(samples: $0).factor }
    return Check(
      "fraction of M from 2 to 1000 with E (χ²/M)² < 1 < E (χ²/M)³", method: .exact,
      prediction: 1,
      measurement: Double(factors.count { $0.logMoment(2) < 0 && $0.logMoment(3) > 0 }) / 999)
  }()
}
