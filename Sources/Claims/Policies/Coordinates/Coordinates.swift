import Documents
import Families
import Loop
import Randomness
import Simulation
import Theory

/// One prior in three coordinates: alive, collapsing, and collapsing faster.
package enum Coordinates: Experiment {
  package static let id = "coordinates"
  package static let summary =
    "P18, X8: one prior, maximised in three coordinates, prevents collapse, does nothing, or hastens it"
  package static let caption = """
    Jeffreys' prior of one spin, maximised in three coordinates, without external data; M = 100. In \
    the field θ the loop lives, and its law is uniform in the limit; in the angle arcsin √p the \
    prior is constant and does nothing; in the frequency p it hastens the collapse. Points: \
    simulation; lines: exact. (b) The laws after 5M generations.
    """

  /// Jeffreys' prior of one spin, M = 100.
  package static func definition(_ scale: Scale) -> CoordinatesDefinition {
    var definition = CoordinatesDefinition()
    if scale == .quick { definition.replicates = 1000 }
    return definition
  }

  /// Fractions alive against time, and laws at the end, beside exact ones.
  package static func run(
    _ definition: CoordinatesDefinition, context: RunContext
  ) throws -> [Table] {
    let times = definition.generations
    context.meter.plan(
      Double(CoordinatesDefinition.coordinates.count * definition.replicates * times.last!))
    var laws = Table(
      name: "coordinates",
      columns: ["coordinate", "value", "distribution", "standard_error", "exact"])
    var alive = Table(
      name: "coordinates-alive",
      columns: ["coordinate", "time", "alive", "lower", "upper", "exact"])
    for coordinate in CoordinatesDefinition.coordinates {
      let chain = BetaPriorChain(
        population: definition.samples, prior: definition.prior(in: coordinate))
      let runs = try simulate(definition, coordinate, at: times, context)
      let name = Table.Cell.text(coordinate.rawValue)
      let exactAlive = chain.alive(from: definition.start, generations: times.last!)
      for (index, t) in times.enumerated() {
        let count = runs.count { $0[index] > 0 && $0[index] < 1 }
        alive.append(
          [name, .number(Double(t) / Double(definition.samples))]
            + Table.Cell.fraction(of: count, in: runs.count) + [.number(exactAlive[t])])
      }
      let law = chain.law(from: definition.start, generations: times.last!)
      for index in 0...definition.steps {
        // A hair above, so that a frequency equal to the value belongs to it.
        let value = Double(index) / Double(definition.steps)
        let count = Double(runs.count { $0.last! <= value + 1e-9 })
        let fraction = count / Double(runs.count)
        let exact = law.enumerated().reduce(0.0) {
          $0 + (chain.frequency($1.offset) <= value + 1e-9 ? $1.element : 0)
        }
        laws.append([
          name, .number(value), .number(fraction),
          .number((fraction * (1 - fraction) / Double(runs.count)).squareRoot()), .number(exact),
        ])
      }
    }
    return [laws, alive]
  }

  /// The frequencies at the given generations, run by run.
  private static func simulate(
    _ definition: CoordinatesDefinition, _ coordinate: PriorCoordinate, at times: [Int],
    _ context: RunContext
  ) throws -> [[Double]] {
    let loop = RetrainingLoop(
      family: IndependentSpins(spins: 1), samples: definition.samples,
      policy: Replace<IndependentSpins>(),
      estimator: MaximumAPosteriori(prior: definition.prior(in: coordinate)))
    let key = StreamKey(rootSeed: definition.seed).child(id).child(coordinate.rawValue)
    let start = loop.family.member(magnetisation: 2 * definition.start - 1)
    return try loop.ensemble(from: start, key: key)
      .values(at: times, definition.replicates, work: Double(times.last!), context) { $0.up }
  }
}
