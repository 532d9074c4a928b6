import Documents
import Families
import Loop
import Randomness
import Simulation
import Theory

/// The expected entropy of the closed loop: D/2 a unit of time, where the preprint has D.
package enum Entropy: Experiment {
  package static let id = "entropy"
  package static let summary = "P9: the expected entropy falls by D/2 per M generations, not by D"
  package static let caption = """
    The expected entropy falls by D/2 in M generations for D parameters (black), where Eq. 17 of the \
    preprint prints D (grey). Points: simulation, M = 50. In colour: exact. (a) Differential \
    entropies fall forever; (b) those of symbols end at zero.
    """

  /// M = 50, to four times M generations.
  package static func definition(_ scale: Scale) -> EntropyDefinition {
    var definition = EntropyDefinition()
    if scale == .quick { definition.replicates = 400 }
    return definition
  }

  /// Mean entropies against time, beside exact ones and both slopes.
  package static func run(_ definition: EntropyDefinition, context: RunContext) throws -> [Table] {
    let m = Double(definition.samples)
    let work =
      2 * definition.timeShown
      + Double(definition.symbols.count) * definition.discreteTimeShown
    context.meter.plan(work * m * Double(definition.replicates))
    var continuous = Table(
      name: "entropy",
      columns: [
        "family", "parameters", "time", "change", "standard_error", "exact", "predicted", "printed",
      ])
    let (times, gaussian) = (GammaKnownShape.exponential, GaussianFamily())
    try append(
      "exponential", times, from: times.member(mean: 1), definition, context, to: &continuous,
      exact: EntropyDrift.exponential(samples: definition.samples))
    try append(
      "gaussian", gaussian, from: gaussian.member(mean: 0, variance: 1), definition, context,
      to: &continuous, exact: EntropyDrift.gaussian(samples: definition.samples))
    var discrete = Table(
      name: "entropy-discrete",
      columns: [
        "symbols", "parameters", "time", "entropy", "standard_error", "exact", "predicted",
        "printed",
      ])
    for symbols in definition.symbols {
      try append(symbols: symbols, definition, context, to: &discrete)
    }
    return [continuous, discrete]
  }

  /// A family whose entropy changes by the same amount on average in every generation.
  private static func append<F: ExponentialFamily>(
    _ name: String, _ family: F, from start: F.Member, _ definition: EntropyDefinition,
    _ context: RunContext, to table: inout Table, exact perGeneration: Double
  ) throws {
    let times = definition.generations(upTo: definition.timeShown)
    let entropies = try simulate(name, family, from: start, definition, at: times, context)
    for (index, t) in times.enumerated() {
      let change = Estimate(entropies.map { $0[index] - $0[0] })
      let τ = Double(t) / Double(definition.samples)
      let slope = EntropyDrift.limit(dimension: family.dimension)
      table.append([
        .text(name), .integer(family.dimension), .number(τ), .number(change.mean),
        .number(change.standardError), .number(Double(t) * perGeneration), .number(slope * τ),
        .number(2 * slope * τ),
      ])
    }
  }

  /// K symbols from the uniform law; both slopes are drawn as far as they stay above zero.
  private static func append(
    symbols: Int, _ definition: EntropyDefinition, _ context: RunContext, to table: inout Table
  ) throws {
    let family = Categorical(symbols: symbols)
    let uniform = [Double](repeating: 1 / Double(symbols), count: symbols)
    let times = definition.generations(upTo: definition.discreteTimeShown)
    let entropies = try simulate(
      "categorical, K=\(symbols)", family, from: family.member(probabilities: uniform), definition,
      at: times, context)
    let exact = EntropyDrift.categorical(
      uniform, samples: definition.samples, generations: times.last!)
    for (index, t) in times.enumerated() {
      let entropy = Estimate(entropies.map { $0[index] })
      let τ = Double(t) / Double(definition.samples)
      let slope = EntropyDrift.limit(dimension: family.dimension)
      table.append([
        .integer(symbols), .integer(family.dimension), .number(τ), .number(entropy.mean),
        .number(entropy.standardError), .number(exact[t]), .number(exact[0] + slope * τ),
        .number(exact[0] + 2 * slope * τ),
      ])
    }
  }

  /// Entropies at the given generations, run by run.
  private static func simulate<F: ExponentialFamily>(
    _ name: String, _ family: F, from start: F.Member, _ definition: EntropyDefinition,
    at times: [Int], _ context: RunContext
  ) throws -> [[Double]] {
    let loop = RetrainingLoop(
      family: family, samples: definition.samples, policy: Replace<F>(),
      estimator: MaximumLikelihood())
    let key = StreamKey(rootSeed: definition.seed).child(id).child(name)
    return try loop.ensemble(from: start, key: key)
      .values(at: times, definition.replicates, work: Double(times.last!), context) {
        family.entropy(of: $0)
      }
  }
}
