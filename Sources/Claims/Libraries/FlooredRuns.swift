import Families
import Foundation
import Loop
import Theory

/// What claim A1 simulates.
struct FlooredRuns {
  let programs: FlooredPrograms
  let replicates: Int
  let seed: UInt64
  /// Of each check.
  let falseAlarm: Double
  let context: RunContext

  private static var constant: Double { 0.05 }

  /// The variance of one Gaussian, from 1, after 4M generations.
  func law(unbiased: Bool) throws -> Check {
    let (family, samples) = (GaussianFamily(), 20)
    let divisor = unbiased ? "M − 1" : "M"
    let loop = programs.loop(
      family: family, samples: samples, floor: VarianceFloor(Self.constant, unbiased: unbiased))
    let case_ = LoopCase(
      loop, from: family.member(mean: 0, variance: 1), "divisor \(divisor)",
      claim: VarianceFloorClaim.id, seed: seed)
    let values = try case_.runs.models(at: 4 * samples, replicates, context) { $0.logVariance }
    return distance(
      "distance of \(unbiased ? "an unbiased" : "the") variance to its exact law, M = \(samples),"
        + " t = \(4 * samples)",
      values, FlooredVariance(samples: samples, unbiased: unbiased), generations: 4 * samples)
  }

  /// The variance of two along a direction between their axes.
  func direction() throws -> Check {
    let samples = 20
    let values = try plane(samples: samples, generations: 2 * samples, count: replicates) { S in
      log(0.5 * (S[0][0] + 2 * S[0][1] + S[1][1]))
    }
    return distance(
      "distance of the variance along a direction to that law, d = 2, M = \(samples), t = \(2 * samples)",
      values, FlooredVariance(samples: samples), generations: 2 * samples)
  }

  /// The correlation of two that were independent.
  func correlation() throws -> Check {
    let samples = 60
    let values = try plane(samples: samples, generations: 4 * samples, count: replicates / 2) {
      $0[0][1] / ($0[0][0] * $0[1][1]).squareRoot()
    }
    return Check.distance(
      "distance of the correlation to the law of density ¾(1 − ρ²), d = 2, M = \(samples),"
        + " t = \(4 * samples)",
      of: values, falseAlarm: falseAlarm,
      // What is left of the start after 4M generations, e⁻⁴, and terms of order 1/M.
      allowance: exp(-4) + 1 / Double(samples), below: FlooredCovariance.limitOfCorrelation,
      upTo: FlooredCovariance.limitOfCorrelation)
  }

  private func plane(
    samples: Int, generations: Int, count: Int, _ value: @escaping @Sendable ([[Double]]) -> Double
  ) throws -> [Double] {
    let family = MultivariateGaussian(dimensions: 2)
    let loop = programs.loop(
      family: family, samples: samples, floor: VarianceFloor(Self.constant))
    let case_ = LoopCase(
      loop, from: family.member(mean: [0, 0], covariance: [[1, 0], [0, 1]]),
      "d = 2, M = \(samples)", claim: VarianceFloorClaim.id, seed: seed)
    return try case_.runs.models(at: generations, count, context) { value($0.covariance) }
  }

  /// Of logarithms of v from the law after some generations, from v = 1.
  private func distance(
    _ name: String, _ logarithms: [Double], _ theory: FlooredVariance, generations: Int
  ) -> Check {
    let ε = Self.constant
    let exact = theory.law(after: generations, from: 1 / ε)
    let table = TabulatedLaw(
      from: log(1 + 1e-6), to: log(exact.median) + 12, points: 1500
    ) { exact.cumulative(exp($0)) }
    return Check.distance(
      name, of: logarithms.map { $0 - log(ε) }, falseAlarm: falseAlarm,
      // Of straight lines between points some 0.01 apart, and of the tail beyond the last one.
      allowance: 1e-4,
      below: table.callAsFunction, upTo: table.callAsFunction)
  }
}

/// A distribution function on equidistant points, linear between them.
struct TabulatedLaw: Sendable {
  private let start: Double
  private let step: Double
  private let values: [Double]

  init(from start: Double, to end: Double, points: Int, _ law: (Double) -> Double) {
    self.start = start
    let step = (end - start) / Double(points - 1)
    self.step = step
    values = (0..<points).map { law(start + step * Double($0)) }
  }

  func callAsFunction(_ x: Double) -> Double {
    let place = (x - start) / step
    if place <= 0 { return values[0] }
    if place >= Double(values.count - 1) { return values.last! }
    let index = Int(place)
    return values[index] + (place - Double(index)) * (values[index + 1] - values[index])
  }
}
