import Foundation
import Theory

/// The sum of both divergences from the truth, `N(p − x₀)(logit p − logit x₀)`, under the exact stationary
/// law of anchored spins with fixed points.
struct SymmetricDivergence: Sendable {
  private let spins: Double
  private let truth: Double
  /// Of the stationary law.
  let mean: Double
  let variance: Double
  /// The largest value of all states.
  let largest: Double

  init(_ chain: AnchoredSpinsChain) throws {
    let (spins, truth) = (Double(chain.spins), chain.stationaryMean)
    (self.spins, self.truth) = (spins, truth)
    let values = try chain.stationaryProbabilities().enumerated().compactMap {
      // States beyond the external spins cannot be.
      $1 > 0
        ? ($1, Self.value(Double($0) / Double(chain.size), truth, spins)) : nil
    }
    let mean = values.reduce(0) { $0 + $1.0 * $1.1 }
    self.mean = mean
    variance = values.reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    largest = values.map(\.1).max()!
  }

  /// At frequency `p`.
  func value(_ p: Double) -> Double { Self.value(p, truth, spins) }

  private static func value(_ p: Double, _ truth: Double, _ spins: Double) -> Double {
    let logit = log(p / (1 - p)) - log(truth / (1 - truth))
    return spins * (p - truth) * logit
  }
}
