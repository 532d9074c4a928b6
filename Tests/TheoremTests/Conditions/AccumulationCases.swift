import EnumeratedFamilies
import Families
import Foundation

/// All data so far, for two parameters: three corners of a triangle and its centre, twice as heavy; M = 2.
private enum TrianglePool {
  static let family: EnumeratedFamily = {
    do {
      return try EnumeratedFamily(
        baseMeasure: [1, 1, 1, 2], statistics: [[0, 0], [3, 0], [0, 3], [1, 1]])
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// The exact probability of `event` for the model fitted to the pool of `generations`, the first of them real.
  ///
  /// - Parameter forgetting: whether only the newest generation counts.
  static func probability(
    after generations: Int, forgetting: Bool = false, of event: (EnumeratedFamily.Member) -> Bool
  ) throws -> Double {
    let samples = 2
    func sum(_ a: Int, _ b: Int) -> [Double] {
      (family.statistic(of: a) + family.statistic(of: b)).components
    }
    func sampled(_ model: EnumeratedFamily.Member) -> [(sum: [Double], probability: Double)] {
      (0..<family.stateCount).flatMap { a in
        (0..<family.stateCount).map { b in
          (sum(a, b), model.probability(of: a) * model.probability(of: b))
        }
      }
    }
    func model(_ pool: [Double], _ generation: Int) throws -> EnumeratedFamily.Member {
      try family.maximumLikelihood(
        SufficientStatistics(sum: DenseVector(pool), count: Double(samples * generation)))
    }
    // Pools by their sums.
    var pools: [[Double]: Double] = [:]
    for (sum, probability) in sampled(family.member(at: DenseVector([0, 0]))) {
      pools[sum, default: 0] += probability
    }
    for generation in stride(from: 1, to: generations, by: 1) {
      var next: [[Double]: Double] = [:]
      for (pool, weight) in pools where weight > 0 {
        let kept = forgetting ? pool.map { _ in 0 } : pool
        for (sum, probability) in sampled(try model(pool, forgetting ? 1 : generation)) {
          next[zip(kept, sum).map(+), default: 0] += weight * probability
        }
      }
      pools = next
    }
    return try pools.reduce(0) { total, entry in
      total + (event(try model(entry.key, forgetting ? 1 : generations)) ? entry.value : 0)
    }
  }
}

extension Counterexample {
  /// `E V(pool)/V(truth)` for t → ∞: Π (1 + v₂/(Mj²)), with v₂ as the family's own variance has it.
  private static func varianceLeft<F: ExponentialFamily>(
    _ family: F, at θ: Double, samples: Int
  ) -> Double where F.Vector == Double {
    // V as a function of the mean, at the three means of θ and θ ± h.
    let points = [θ - 0.1, θ, θ + 0.1].map {
      (family.meanParameter(at: $0), Double(family.fisherInformation(at: $0)[0, 0]))
    }
    let slopes = [(0, 1), (1, 2)].map { a, b in
      (points[b].1 - points[a].1) / (points[b].0 - points[a].0)
    }
    let v2 = (slopes[1] - slopes[0]) / (points[2].0 - points[0].0)
    func product(_ t: Int) -> Double {
      (1...t).reduce(1) { $0 * (1 + v2 / (Double(samples) * Double($1) * Double($1))) }
    }
    return 2 * product(40_000) - product(20_000)
  }

  static let accumulation = [
    Counterexample(
      "X9: all data so far keep sin(π/√M)/(π/√M) of the truth's variance in every family",
      says: sin(.pi / 10.0.squareRoot()) / (.pi / 10.0.squareRoot()),
      insteadOf: sinh(.pi / 10.0.squareRoot()) / (.pi / 10.0.squareRoot()), tolerance: 1e-8,
      bug: "the variance is that of a spin"
    ) {
      varianceLeft(GammaKnownShape.exponential, at: -1, samples: 10)
    } withBug: {
      varianceLeft(BinomialFamily(trials: 1), at: 0.3, samples: 10)
    },
    Counterexample(
      "X9: in two dimensions, too, the loop lives unless its real data are all alike",
      // The probability that they are, at a corner or in the centre.
      says: 3 * 0.04 + 0.16, insteadOf: 0.36, tolerance: 1e-12, bug: "real data are forgotten"
    ) {
      try TrianglePool.probability(after: 4) { $0.face != nil }
    } withBug: {
      try TrianglePool.probability(after: 4, forgetting: true) { $0.face != nil }
    },
    Counterexample(
      "X9: in two dimensions the loop collapses totally as soon as it is on a face",
      says: 0.36, insteadOf: 0.12, tolerance: 1e-12, bug: "real data are forgotten"
    ) {
      try TrianglePool.probability(after: 4, of: \.isAbsorbed)
    } withBug: {
      try TrianglePool.probability(after: 4, forgetting: true, of: \.isAbsorbed)
    },
  ]
}
