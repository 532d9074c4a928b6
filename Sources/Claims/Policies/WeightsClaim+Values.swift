import EnumeratedFamilies
import Families
import Theory

// Weights where a sample may be all alike and the loop alive: values of φ inside the hull.
extension WeightsClaim {
  /// Families in which some values of φ are no vertices.
  static let values = Result {
    // By an independent program.
    let spins = try [(2, 2, 8), (4, 3, 309.956_418_238), (10, 2, 447.893_809_509)].map {
      spins, samples, time in
      Check(
        "mean time to collapse of N spins that weights bring back to S = 0, N = \(spins), M = \(samples)",
        method: .exact, prediction: time,
        measurement: try CentredWeightsChain(spins: spins, samples: samples)
          .meanTimeToBoundary(from: 0.5), tolerance: 1e-9 * time)
    }
    let sizes = [2, 4, 6].flatMap { spins in [1, 2, 3].map { (spins, $0) } }
    let below = try sizes.count { spins, samples in
      let time = try CentredWeightsChain(spins: spins, samples: samples).meanTimeToBoundary(
        from: 0.5)
      let bound = 1 / MatchedWeightsChain.leastEndProbability(spins: spins, samples: samples)
      return time <= bound * (1 + 1e-9)
    }
    let family = ClaimTables.triangle(centre: 27)
    let start = family.member(at: DenseVector([0, 0]))
    let centre = try [(1, 10), (2, 13.288_069_922_836)].map { samples, time in
      Check(
        "mean time to collapse from the centre of a triangle, two parameters, four values, M = \(samples)",
        method: .exact, prediction: time,
        measurement: try TableChain(family, samples: samples, from: start).meanTimeToCollapse(),
        tolerance: 1e-9 * time)
    }
    return spins + [
      Check(
        "sizes N = 2, 4, 6 and M = 1, 2, 3 at which they last 2^(NM−1) generations at most",
        method: .exact, prediction: Double(sizes.count), measurement: Double(below))
    ] + centre + [
      Check(
        "values of φ, of nine, that end a loop once all points have them, two fields of two spins",
        method: .exact, prediction: 4,
        measurement: Double(
          try (0..<ClaimTables.twoFields.stateCount).count { state in
            let table = ClaimTables.twoFields
            return try table.maximumLikelihood(
              SufficientStatistics(sum: 2 * table.statistic(of: state), count: 2)
            ).isAbsorbed
          }))
    ]
  }
}
