import Families
import Foundation
import Theory

/// One spin, M = 10: priors without a gradient where estimates lie.
private enum Balance {
  static let samples = 10
  static let spin = IndependentSpins(spins: 1)

  /// `E(φ₀ − μ)` with one fresh point that is up with probability 0.9, and a prior that is flat for |θ| ≤ `end`.
  static func flat(upTo end: Double) throws -> Double {
    let own = WrightFisherChain(population: samples)
    let (low, high) = (spin.member(at: -end).up, spin.member(at: end).up)
    let frequencies = (0...(samples + 1)).map {
      min(max(Double($0) / Double(samples + 1), low), high)
    }
    let law = try FiniteChain.stationaryLaw(
      rows: frequencies.map { p in
        let row = own.samplingProbabilities(at: p)
        return zip(row + [0], [0] + row).map { 0.1 * $0 + 0.9 * $1 }
      })
    return zip(law, frequencies).reduce(0.8) { $0 - $1.0 * (2 * $1.1 - 1) }
  }

  /// The stationary law of estimates under a Laplace prior centred at 0.3, without external data.
  static func laplace(centre: Double) throws -> [(probability: Double, θ: Double)] {
    let prior = LaplacePrior<IndependentSpins>(centre: centre, penalty: 1)
    let own = WrightFisherChain(population: samples)
    let fields = try (0...samples).map { k in
      try prior.posteriorMode(
        given: SufficientStatistics(sum: Double(2 * k - samples), count: Double(samples)), in: spin
      ).naturalParameter!
    }
    let law = try FiniteChain.stationaryLaw(
      rows: fields.map { own.samplingProbabilities(at: spin.member(at: $0).up) })
    return zip(law, fields).map { ($0, $1) }
  }

  /// The sign of θ − centre; 0 at the centre, which estimates hit up to rounding.
  static func sign(_ x: Double) -> Double { abs(x) < 1e-12 ? 0 : x > 0 ? 1 : -1 }
}

extension Counterexample {
  static let balance = [
    Counterexample(
      "X8: E[∇ln p₀ + m(φ₀ − μ)] = 0 for every prior: flat on an interval", says: 0,
      insteadOf: 0.394_384_078_7, tolerance: 1e-9, bug: "the prior is left out"
    ) {
      try Balance.flat(upTo: 1)
    } withBug: {
      try Balance.flat(upTo: 30)
    },
    Counterexample(
      "X8: E ∇ln p₀ = 0 for every prior: Laplace's", says: 0, insteadOf: 0.127_049_527_8,
      tolerance: 1e-9, bug: "the prior is centred"
    ) {
      try Balance.laplace(centre: 0.3).reduce(0) { $0 + $1.probability * Balance.sign($1.θ - 0.3) }
    } withBug: {
      try Balance.laplace(centre: 0).reduce(0) { $0 + $1.probability * Balance.sign($1.θ) }
    },
    Counterexample(
      "X8: estimates under a Laplace prior are critical points", says: 0,
      insteadOf: 0.139_136_888_5, tolerance: 1e-9, bug: "the prior is centred"
    ) {
      try Balance.laplace(centre: 0.3).reduce(0) {
        $0 + (Balance.sign($1.θ - 0.3) == 0 ? $1.probability : 0)
      }
    } withBug: {
      try Balance.laplace(centre: 0).reduce(0) {
        $0 + (Balance.sign($1.θ) == 0 ? $1.probability : 0)
      }
    },
  ]
}
