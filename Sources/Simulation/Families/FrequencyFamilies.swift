import Documents
import Families
import Theory

extension BinomialFamily: SimulatedFamily {
  package static var kind: String { "binomial" }
  package static var summary: String {
    "successes among trials (1: Bernoulli); members by probability (0.5)"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> BinomialFamily {
    BinomialFamily(trials: try fields.integer("trials", in: 1...1_000_000_000, standard: 1))
  }
  package var statisticNames: [String] { ["successes"] }
  package var standardMember: Member { member(probability: 0.5) }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    try fields.optional("probability", in: 0...1).map { member(probability: $0) }
  }
}

extension IndependentSpins: SimulatedFamily {
  package static var kind: String { "spins" }
  package static var summary: String {
    "independent spins sharing one field, number spins (10); members by magnetisation (0)"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> IndependentSpins {
    IndependentSpins(spins: try fields.integer("spins", in: 1...1_000_000_000, standard: 10))
  }
  package var statisticNames: [String] { ["S"] }
  package var standardMember: Member { member(magnetisation: 0) }
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? {
    try fields.optional("magnetisation", in: -1...1).map { member(magnetisation: $0) }
  }
}

extension FrequencyFamily where Self: SimulatedFamily {
  /// That of its trials.
  package var pointSize: Int { trials }
  /// V(μ).
  package var varianceFunctions: [VarianceFunction]? { [varianceFunction] }
  /// Beta.
  package static var namedPriors: [String] { ["beta", "jeffreys"] }
  /// Beta over the probability of success; Jeffreys' has both exponents ½.
  package func namedPrior(
    _ kind: String, _ fields: inout Fields
  ) throws(DefinitionError) -> (any Prior<Self>)? {
    guard Self.namedPriors.contains(kind) else { return nil }
    let isJeffreys = kind == "jeffreys"
    let up = isJeffreys ? 0.5 : try fields.number("up", in: 1e-100...1e15)
    let down = isJeffreys ? 0.5 : try fields.number("down", in: 1e-100...1e15)
    return BetaPrior<Self>(up: up, down: down, in: try coordinate(&fields))
  }

  /// From the exact Wright–Fisher chain, if it is small.
  package func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? {
    let (population, overflow) = trials.multipliedReportingOverflow(by: samples)
    guard !overflow, isQuick(population: population, generations: generations) else { return nil }
    switch quantity {
    case "entropy":
      return EntropyDrift.categorical(
        [start.up, start.down], samples: population, generations: generations
      ).map { Double(trials) * $0 }
    case "absorbed":
      return WrightFisherChain(population: population)
        .absorptionTimeDistribution(from: start.up, generations: generations)
    default: return nil
    }
  }
}

/// Whether a chain takes some seconds at most.
func isQuick(population: Int, generations: Int) -> Bool {
  population <= 2000 && Double(population) * Double(population) * Double(generations) <= 2e9
}
