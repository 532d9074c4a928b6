import Documents
import Families
import Foundation
import Theory

extension GaussianKnownVariance: SimulatedFamily {
  package static var kind: String { "gaussian-mean" }
  package static var summary: String {
    "a real number of known variance (1); members by their mean (0)"
  }
  package static func make(
    _ fields: inout Fields
  ) throws(DefinitionError) -> GaussianKnownVariance {
    GaussianKnownVariance(variance: try fields.number("variance", in: 1e-100...1e100, standard: 1))
  }
  package var statisticNames: [String] { ["s"] }
  package var standardMember: Member { member(mean: 0) }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    try fields.optional("mean", in: -1e100...1e100).map { member(mean: $0) }
  }
  package var varianceFunctions: [VarianceFunction]? { [varianceFunction] }
  package var neverSettles: Bool { true }
  /// All are squares of the mean, or of its distance from the truth.
  package func expectation(
    of quantity: String, truth: Member, distance: Double, variance: Double
  ) -> Double? {
    let distance = quantity == "entropy" ? truth.mean + distance : distance
    let square = 0.5 * (distance * distance + variance) / self.variance
    return quantity == "entropy" ? -square : square
  }
}

extension GaussianFamily: SimulatedFamily {
  package static var kind: String { "gaussian" }
  package static var summary: String {
    "a real number; members by their mean (0) and variance (1)"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> GaussianFamily {
    GaussianFamily()
  }
  package var statisticNames: [String] { ["s", "s2"] }
  package var standardMember: Member { member(mean: 0, variance: 1) }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    // A list is the mean of both statistics.
    guard fields.has("variance") || fields.hasNumber("mean") else { return nil }
    return member(
      mean: try fields.number("mean", in: -1e100...1e100, standard: 0),
      variance: try fields.number("variance", in: 1e-100...1e100, standard: 1))
  }
  package var observables: [Observable<GaussianFamily>] {
    [
      Observable(name: "variance") { $0.variance },
      Observable(name: "log_variance") { $0.logVariance },
    ]
  }
  package var leastSamples: Int { 2 }
  package var neverSettles: Bool { true }
  package func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? {
    let times = (0...generations).map(Double.init)
    let slope = EntropyDrift.gaussian(samples: samples)
    switch quantity {
    case "entropy": return times.map { entropy(of: start) + $0 * slope }
    case "log_variance": return times.map { start.logVariance + 2 * $0 * slope }
    case "variance":
      // Each generation takes the share 1/M: the divisor is M, not M − 1.
      return times.map { start.variance * pow(1 - 1 / Double(samples), $0) }
    default: return nil
    }
  }
  package func entropyChange(from start: Member, samples: Int, generations: Int) -> [Double]? {
    let slope = EntropyDrift.gaussian(samples: samples)
    return (0...generations).map { Double($0) * slope }
  }
}

extension MultivariateGaussian: SimulatedFamily {
  package static var kind: String { "gaussian-vector" }
  package static var summary: String {
    "dimensions (2) real numbers; members by centre (0s), variances (1s) and a correlation of all (0)"
  }
  package static func make(
    _ fields: inout Fields
  ) throws(DefinitionError) -> MultivariateGaussian {
    MultivariateGaussian(dimensions: try fields.integer("dimensions", in: 1...50, standard: 2))
  }
  package var statisticNames: [String] {
    let axes = 1...dimensions
    return axes.map { "s\($0)" } + axes.flatMap { i in (i...dimensions).map { "s\(i)s\($0)" } }
  }
  package var standardMember: Member {
    member(centre: zeros, variances: zeros.map { _ in 1 }, correlation: 0)
  }
  private var zeros: [Double] { [Double](repeating: 0, count: dimensions) }
  private func member(centre: [Double], variances: [Double], correlation: Double) -> Member {
    member(
      mean: centre,
      covariance: variances.indices.map { i in
        variances.indices.map { j in
          i == j ? variances[i] : correlation * (variances[i] * variances[j]).squareRoot()
        }
      })
  }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    guard fields.has(anyOf: ["centre", "variances", "correlation"]) else { return nil }
    let centre =
      fields.has("centre")
      ? try fields.numbers(
        "centre", count: dimensions, in: -1e100...1e100, counted: "\(Self.kind),dimensions")
      : zeros
    let variances =
      fields.has("variances")
      ? try fields.numbers(
        "variances", count: dimensions, in: 1e-100...1e100, counted: "\(Self.kind),dimensions")
      : zeros.map { _ in 1 }
    // Equal correlations of all pairs leave a positive definite matrix above −1/(d − 1).
    let least = dimensions > 1 ? -0.999_999 / Double(dimensions - 1) : -0.999_999
    let correlation = try fields.number("correlation", in: least...0.999_999, standard: 0)
    return member(centre: centre, variances: variances, correlation: correlation)
  }
  package var observables: [Observable<MultivariateGaussian>] {
    [Observable(name: "log_determinant") { $0.logDeterminant }]
  }
  package var leastSamples: Int { dimensions + 1 }
  package var neverSettles: Bool { true }
  package func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? {
    let slope = slope(samples: samples)
    let times = (0...generations).map(Double.init)
    switch quantity {
    case "entropy": return times.map { entropy(of: start) + 0.5 * $0 * slope }
    case "log_determinant": return times.map { start.logDeterminant + $0 * slope }
    default: return nil
    }
  }
  /// By how much `ln det Σ` changes in a generation.
  private func slope(samples: Int) -> Double {
    // Of each eigenvalue's logarithm: those of the diagonal of Bartlett's factor.
    (1...dimensions).reduce(0.0) { $0 + 2 * EntropyDrift.gaussian(samples: samples, column: $1) }
  }
  package func entropyChange(from start: Member, samples: Int, generations: Int) -> [Double]? {
    let slope = slope(samples: samples)
    return (0...generations).map { 0.5 * Double($0) * slope }
  }
}
