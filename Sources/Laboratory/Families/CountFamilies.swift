import Definitions
import ExponentialFamilies
import Foundation
import Theory

extension PoissonFamily: LaboratoryFamily {
  public static var kind: String { "poisson" }
  public static var summary: String { "counts; members by rate (1)" }
  public static func make(_ fields: inout Fields) throws(DefinitionError) -> PoissonFamily {
    PoissonFamily()
  }
  public var statisticNames: [String] { ["s"] }
  public var naturalRanges: [ClosedRange<Double>] { [-700...36] }
  public var standardMember: Member { member(rate: 1) }
  public func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    guard fields.has("rate") else { return nil }
    return member(rate: try fields.number("rate", in: 0...0x1p52))
  }
  public var varianceFunctions: [VarianceFunction]? { [varianceFunction] }
  public static var namedPriors: [String] { ["exponential"] }
  public func namedPrior(
    _ kind: String, _ fields: inout Fields
  ) throws(DefinitionError) -> (any Prior<PoissonFamily>)? {
    guard kind == "exponential" else { return nil }
    return ExponentialPrior(rate: try fields.number("rate", in: .nonnegative, standard: 1))
  }
  public func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? {
    quantity == "absorbed"
      ? CriticalBranching.extinctionTimeDistribution(
        mean: start.rate * Double(samples), generations: generations)
      : nil
  }
}

extension NegativeBinomial: LaboratoryFamily {
  public static var kind: String { "negative-binomial" }
  public static var summary: String {
    "counts of size (1: geometric); members by their mean (1)"
  }
  public static func make(_ fields: inout Fields) throws(DefinitionError) -> NegativeBinomial {
    NegativeBinomial(size: try fields.number("size", in: 1e-6...1e9, standard: 1))
  }
  public var statisticNames: [String] { ["s"] }
  public var naturalRanges: [ClosedRange<Double>] { [-700...(-1e-9)] }
  public var standardMember: Member { member(mean: 1) }
  public func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    guard fields.has("mean") else { return nil }
    return member(mean: try fields.number("mean", in: 0...0x1p52))
  }
  public var varianceFunctions: [VarianceFunction]? { [varianceFunction] }
}

extension GammaKnownShape: LaboratoryFamily {
  public static var kind: String { "gamma" }
  public static var summary: String {
    "positive numbers of known shape (1: exponential); members by their mean (1)"
  }
  public static func make(_ fields: inout Fields) throws(DefinitionError) -> GammaKnownShape {
    GammaKnownShape(shape: try fields.number("shape", in: 1e-6...1e9, standard: 1))
  }
  public var statisticNames: [String] { ["s"] }
  public var naturalRanges: [ClosedRange<Double>] { [-1e300...(-1e-300)] }
  public var standardMember: Member { member(mean: 1) }
  public func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    guard fields.has("mean") else { return nil }
    return member(mean: try fields.number("mean", in: .positive))
  }
  public var varianceFunctions: [VarianceFunction]? { [varianceFunction] }
  public func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? {
    switch quantity {
    case "entropy":
      // The logarithm of the mean drifts.
      let slope = shape * EntropyDrift.logarithmOfGamma(shape: shape * Double(samples))
      return (0...generations).map { entropy(of: start) + Double($0) * slope }
    case "absorbed": return [Double](repeating: start.isAbsorbed ? 1 : 0, count: generations + 1)
    default: return nil
    }
  }
}
