import Documents
import Families
import Foundation
import Theory

extension PoissonFamily: SimulatedFamily {
  package static var kind: String { "poisson" }
  package static var summary: String { "counts; members by rate (1)" }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> PoissonFamily {
    PoissonFamily()
  }
  package var statisticNames: [String] { ["s"] }
  package var standardMember: Member { member(rate: 1) }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    try fields.optional("rate", in: 0...0x1p52).map { member(rate: $0) }
  }
  package var varianceFunctions: [VarianceFunction]? { [varianceFunction] }
  package static var namedPriors: [String] { ["exponential"] }
  package func namedPrior(
    _ kind: String, _ fields: inout Fields
  ) throws(DefinitionError) -> (any Prior<PoissonFamily>)? {
    guard kind == "exponential" else { return nil }
    return ExponentialPrior(rate: try fields.number("rate", in: .nonnegative, standard: 1))
  }
  package func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? {
    quantity == "absorbed"
      ? CriticalBranching.extinctionTimeDistribution(
        mean: start.rate * Double(samples), generations: generations)
      : nil
  }
}

extension NegativeBinomial: SimulatedFamily {
  package static var kind: String { "negative-binomial" }
  package static var summary: String {
    "counts of size (1: geometric); members by their mean (1)"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> NegativeBinomial {
    NegativeBinomial(size: try fields.number("size", in: 1e-6...1e9, standard: 1))
  }
  package var statisticNames: [String] { ["s"] }
  package var standardMember: Member { member(mean: 1) }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    try fields.optional("mean", in: 0...1e100).map { member(mean: $0) }
  }
  package func canDrawPoints(from member: Member) -> Bool { holdsPoints(of: member) }
  package var varianceFunctions: [VarianceFunction]? { [varianceFunction] }
}

extension GammaKnownShape: SimulatedFamily {
  package static var kind: String { "gamma" }
  package static var summary: String {
    "positive numbers of known shape (1: exponential); members by their mean (1)"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> GammaKnownShape {
    GammaKnownShape(shape: try fields.number("shape", in: 1e-6...1e9, standard: 1))
  }
  package var statisticNames: [String] { ["s"] }
  package var standardMember: Member { member(mean: 1) }
  package var neverSettles: Bool { true }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    try fields.optional("mean", in: 1e-100...1e100).map { member(mean: $0) }
  }
  package var varianceFunctions: [VarianceFunction]? { [varianceFunction] }
  package var observables: [Observable<GammaKnownShape>] {
    [Observable(name: "log_mean") { $0.logMean }]
  }
  package func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? {
    let slope = EntropyDrift.logarithmOfGamma(shape: shape * Double(samples))
    let times = (0...generations).map(Double.init)
    switch quantity {
    case "entropy": return times.map { entropy(of: start) + $0 * (shape * slope) }
    case "log_mean": return times.map { start.logMean + $0 * slope }
    default: return nil
    }
  }
  package func entropyChange(from start: Member, samples: Int, generations: Int) -> [Double]? {
    let slope = shape * EntropyDrift.logarithmOfGamma(shape: shape * Double(samples))
    return (0...generations).map { Double($0) * slope }
  }
}

extension GammaFamily: SimulatedFamily {
  package static var kind: String { "gamma-shape" }
  package static var summary: String {
    "positive numbers; members by their mean (1) and shape (1); points are drawn one by one"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> GammaFamily {
    GammaFamily()
  }
  package var statisticNames: [String] { ["s", "log_s"] }
  package var standardMember: Member { member(mean: 1, shape: 1) }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    // A list is the mean of both statistics.
    guard fields.has("shape") || fields.hasNumber("mean") else { return nil }
    return member(
      mean: try fields.number("mean", in: 1e-100...1e100, standard: 1),
      shape: try fields.number("shape", in: 1e-3...1e9, standard: 1))
  }
  package var observables: [Observable<GammaFamily>] {
    [
      Observable(name: "log_mean") { $0.logMean }, Observable(name: "log_shape") { $0.logShape },
    ]
  }
  package var leastSamples: Int { 2 }
  package var drawsPoints: Bool { true }
  package var neverSettles: Bool { true }
}
