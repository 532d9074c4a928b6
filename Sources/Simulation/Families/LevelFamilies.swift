import Documents
import Families
import PortableMath
import Theory

extension CoupledSpins: SimulatedFamily {
  package static var kind: String { "coupled-spins" }
  package static var summary: String {
    "spins with a field and a coupling, number spins (10); members by field (0) and coupling (0), or"
      + " by level, one value of S"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> CoupledSpins {
    CoupledSpins(spins: try fields.integer("spins", in: 2...10_000, standard: 10))
  }
  package var statisticNames: [String] { ["S", "pairs"] }
  package var pointSize: Int { spins }
  package var standardMember: Member { member(at: SIMD2(0, 0)) }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    if let level = try fields.optional("level", in: -spins...spins) {
      guard (level + spins).isMultiple(of: 2) else {
        throw fields.error(
          "level", "\(level)", allowed: "a value that S can have: −\(spins), −\(spins - 2), …")
      }
      return member(atLevel: level)
    }
    let field = try fields.optional("field", in: -50.0...50)
    let coupling = try fields.optional("coupling", in: -100.0...100)
    return field == nil && coupling == nil ? nil : member(at: SIMD2(field ?? 0, coupling ?? 0))
  }
  /// The entropy of S: zero if and only if one level is left, unlike that of the configurations.
  package var observables: [Observable<CoupledSpins>] {
    [
      Observable(name: "level_entropy") { member in
        levelProbabilities(of: member).reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
      }
    ]
  }
}

extension Categorical: SimulatedFamily {
  package static var kind: String { "categorical" }
  package static var summary: String {
    "symbols (10) with a probability each; members by probabilities, or by zipf, the exponent of a"
      + " power law (0)"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> Categorical {
    Categorical(symbols: try fields.integer("symbols", in: 2...1_000_000, standard: 10))
  }
  package var statisticNames: [String] { (0..<dimension).map { "p\($0)" } }
  package var standardMember: Member { zipf(0) }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    if let exponent = try fields.optional("zipf", in: 0.0...20) { return zipf(exponent) }
    guard fields.has("probabilities") else { return nil }
    let probabilities = try fields.numbers(
      "probabilities", count: symbols, in: 0...1, counted: "\(Self.kind),symbols")
    let sum = probabilities.reduce(0, +)
    guard abs(sum - 1) < 1e-9 else {
      throw fields.error(
        "probabilities", "a list that sums to \(DefinitionError.plain(sum))",
        allowed: "probabilities that sum to 1")
    }
    return member(probabilities: probabilities)
  }
  /// Probabilities `∝ k^(−exponent)`.
  private func zipf(_ exponent: Double) -> Member {
    member(probabilities: (1...symbols).map { exp(-exponent * log(Double($0))) })
  }
  package var observables: [Observable<Categorical>] {
    [Observable(name: "symbols") { Double($0.support.count) }]
  }
  /// Each symbol by itself is a frequency.
  package var varianceFunctions: [VarianceFunction]? {
    [VarianceFunction](
      repeating: VarianceFunction(linear: 1, quadratic: -1), count: dimension)
  }
  /// From the exact chain of a symbol, if it is small.
  package func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? {
    guard quantity == "entropy", isQuick(population: samples, generations: generations) else {
      return nil
    }
    return EntropyDrift.categorical(
      start.probabilities, samples: samples, generations: generations)
  }
}
