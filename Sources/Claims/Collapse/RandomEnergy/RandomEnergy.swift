import Documents
import Families
import Loop
import PortableMath
import Randomness
import Simulation
import Theory

/// The random energy model in a closed loop: how many configurations are left, and which wins.
package enum RandomEnergy: Experiment {
  package static let id = "rem"
  package static let summary =
    "P6: one parameter per configuration; what is lost is lost, and the winner is drawn by lot"
  package static let caption = """
    One parameter for each of 2¹⁶ configurations, M = 200, from Gibbs laws of the random energy \
    model below, at and above its critical temperature. (a) What is lost never comes back: the \
    number of configurations left, simulated and exact. (b) The probability to win is the frequency \
    in the first sample.
    """

  /// 2^16 configurations, M = 200, below, at and above the critical temperature.
  package static func definition(_ scale: Scale) -> RandomEnergyDefinition {
    var definition = RandomEnergyDefinition()
    if scale == .quick {
      definition.spins = 12
      definition.samples = 100
      definition.replicates = 200
      definition.generationsShown = 500
    }
    return definition
  }

  /// Numbers of survivors against t, and final against first frequencies.
  package static func run(
    _ definition: RandomEnergyDefinition, context: RunContext
  ) throws -> [Table] {
    // A run to the end takes about 2M generations.
    context.meter.plan(
      Double(definition.temperatures.count * definition.replicates * 2 * definition.samples))
    var survivors = Table(
      name: "rem",
      columns: ["temperature", "generation", "support", "standard_error", "exact"])
    var ends = Table(
      name: "rem-final",
      columns: ["temperature", "frequency", "probability", "standard_error", "cases"])
    let family = Categorical(symbols: 1 << definition.spins)
    let key = StreamKey(rootSeed: definition.seed).child(id)
    let energies = energies(definition, key)
    let chain = SymbolChain(samples: definition.samples)
    // Counts are those of generation 1.
    let alive = chain.survival(at: definition.generations.map { $0 - 1 })
    for temperature in definition.temperatures {
      let start = family.member(
        probabilities: weights(of: energies, at: temperature))
      let runs = try simulate(
        definition, family, from: start, key.child("temperature \(temperature)"), context)
      let expected = chain.expectedCounts(of: start.probabilities)
      for (index, t) in definition.generations.enumerated() {
        let support = Estimate(runs.map { Double($0.survivors[index]) })
        let exact = zip(expected, alive[index]).reduce(0) { $0 + $1.0 * $1.1 }
        survivors.append([
          .number(temperature), .integer(t), .number(support.mean),
          .number(support.standardError), .number(exact),
        ])
      }
      append(runs, temperature, to: &ends)
    }
    return [survivors, ends]
  }

  /// Normal energies of variance N/2, one for each configuration, the same at all temperatures.
  private static func energies(_ definition: RandomEnergyDefinition, _ key: StreamKey) -> [Double] {
    var stream = RandomStream(key: key.child("energies"), purpose: .start)
    let width = (0.5 * Double(definition.spins)).squareRoot()
    return (0..<(1 << definition.spins)).map { _ in width * Normal.draw(using: &stream) }
  }

  /// Gibbs weights `exp(−βE)`, β = 2√ln 2 over the temperature, the largest being 1.
  private static func weights(
    of energies: [Double], at temperature: Double
  ) -> [Double] {
    let β = 2 * log(2).squareRoot() / temperature
    let lowest = energies.min()!
    return energies.map { exp(-β * ($0 - lowest)) }
  }

  /// One run: configurations left at the generations shown, and for each class of counts in the first
  /// sample how many configurations are in it, with which frequency in all, and whether one of them won.
  private struct Run: Sendable {
    let survivors: [Int]
    let classes: [(number: Double, frequency: Double, wins: Double)]
  }

  /// Counts 1, 2 to 3, 4 to 7, and so on, up to M.
  private static func classes(upTo samples: Int) -> [Range<Int>] {
    var classes: [Range<Int>] = []
    var lower = 1
    while lower <= samples {
      classes.append(lower..<min(2 * lower, samples + 1))
      lower *= 2
    }
    return classes
  }

  private static func simulate(
    _ definition: RandomEnergyDefinition, _ family: Categorical, from start: Categorical.Member,
    _ key: StreamKey, _ context: RunContext
  ) throws -> [Run] {
    let loop = RetrainingLoop(
      family: family, samples: definition.samples, policy: Replace(),
      estimator: MaximumLikelihood())
    let times = definition.generations
    let classes = classes(upTo: definition.samples)
    return try loop.ensemble(from: start, key: key)
      .replicates(definition.replicates, work: Double(2 * definition.samples), context) { chain in
        try chain.advance()
        let first = chain.model
        var survivors: [Int] = []
        for t in times {
          try chain.advance(to: t) { !$0.isAbsorbed }
          survivors.append(chain.model.support.count)
        }
        let end = try chain.runUntilAbsorbed(horizon: 1_000_000)
        var winner: Int?
        if case .absorbed(_, let model) = end { winner = model.support[0] }
        let counts = first.probabilities.map {
          Int(($0 * Double(definition.samples)).rounded())
        }
        let members = classes.map { class_ in counts.indices.filter { class_.contains(counts[$0]) }
        }
        return Run(
          survivors: survivors,
          classes: members.map { places in
            (
              number: Double(places.count),
              frequency: places.reduce(0) { $0 + first.probabilities[$1] },
              wins: places.contains { first.support[$0] == winner } ? 1 : 0
            )
          })
      }
  }

  /// For classes of counts k in the first sample, how often a configuration with such a count wins.
  ///
  /// Classes double in width; a run is one case, so that the error knows of the dependence within it.
  private static func append(_ runs: [Run], _ temperature: Double, to table: inout Table) {
    for index in runs[0].classes.indices {
      let cases = runs.map { $0.classes[index] }
      let number = cases.reduce(0) { $0 + $1.number }
      guard number > 0 else { continue }
      let wins = cases.reduce(0) { $0 + $1.wins } / number
      let squares = cases.reduce(0) { sum, entry in
        let d = entry.wins - wins * entry.number
        return sum + d * d
      }
      table.append([
        .number(temperature), .number(cases.reduce(0) { $0 + $1.frequency } / number),
        .number(wins), .number(squares.squareRoot() / number), .integer(Int(number)),
      ])
    }
  }
}
