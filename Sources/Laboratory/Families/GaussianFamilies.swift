import Definitions
import ExponentialFamilies
import Foundation
import Theory

extension GaussianKnownVariance: LaboratoryFamily {
  public static var kind: String { "gaussian-mean" }
  public static var summary: String {
    "a real number of known variance (1); members by their mean (0)"
  }
  public static func make(
    _ fields: inout Fields
  ) throws(DefinitionError) -> GaussianKnownVariance {
    GaussianKnownVariance(variance: try fields.number("variance", in: 1e-100...1e100, standard: 1))
  }
  public var statisticNames: [String] { ["s"] }
  public var naturalRanges: [ClosedRange<Double>] { [-1e100...1e100] }
  public var standardMember: Member { member(mean: 0) }
  public func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    guard fields.has("mean") else { return nil }
    return member(mean: try fields.number("mean", in: -1e100...1e100))
  }
  public var varianceFunctions: [VarianceFunction]? { [varianceFunction] }
  public func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? {
    quantity == "absorbed" ? [Double](repeating: 0, count: generations + 1) : nil
  }
  /// All are squares of the mean, or of its distance from the truth.
  public func expectation(
    of quantity: String, truth: Member, mean: Double, variance: Double
  ) -> Double? {
    let distance = quantity == "entropy" ? mean : mean - truth.mean
    let square = 0.5 * (distance * distance + variance) / self.variance
    return quantity == "entropy" ? -square : square
  }
}

extension GaussianFamily: LaboratoryFamily {
  public static var kind: String { "gaussian" }
  public static var summary: String {
    "a real number; members by their mean (0) and variance (1)"
  }
  public static func make(_ fields: inout Fields) throws(DefinitionError) -> GaussianFamily {
    GaussianFamily()
  }
  public var statisticNames: [String] { ["s", "s2"] }
  public var naturalRanges: [ClosedRange<Double>] { [-1e100...1e100, -1e100...(-1e-100)] }
  public var standardMember: Member { member(mean: 0, variance: 1) }
  public func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    guard fields.has("variance") else { return nil }
    return member(
      mean: try fields.number("mean", in: -1e100...1e100, standard: 0),
      variance: try fields.number("variance", in: 1e-100...1e100))
  }
  public var observables: [Observable<GaussianFamily>] {
    [
      Observable(name: "variance") { $0.variance },
      Observable(name: "log_variance") { $0.logVariance },
    ]
  }
  public var leastSamples: Int { 2 }
  public func expectation(
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
    case "absorbed": return times.map { _ in 0 }
    default: return nil
    }
  }
}
