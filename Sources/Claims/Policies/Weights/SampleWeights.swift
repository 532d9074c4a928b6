import Documents
import Families
import Loop
import Randomness
import Simulation

/// Weights delay collapse, exponentially in M at best, and never prevent it.
package enum SampleWeights: Experiment {
  package static let id = "weights"
  package static let summary =
    "X10: weights on the loop's own samples delay collapse, exponentially in M, and never prevent it"
  package static let caption = """
    At best weights put collapse off; they cannot prevent it: whatever their values, the weighted \
    mean stays within what was drawn. (a) Fraction of runs alive, one spin from ½, without weights, \
    with a fixed tilt, and with weights of an oracle that knows the truth and the model, or the \
    truth and the sample. (b) The mean time to collapse: at best 2^(M−1). Points: simulation; lines: \
    exact.
    """

  /// M = 5 and 10.
  package static func definition(_ scale: Scale) -> WeightsDefinition {
    var definition = WeightsDefinition()
    if scale == .quick {
      definition.replicates = 200
      definition.generations = 1000
      definition.timeSamples = [2, 4, 6]
    }
    return definition
  }

  /// Fractions alive against time, and mean times to collapse against M.
  package static func run(_ definition: WeightsDefinition, context: RunContext) throws -> [Table] {
    let work = try SpinWeights.allCases.flatMap { weights in
      try definition.samples.map {
        try aliveWork(weights, $0, definition) * Double(definition.replicates)
      }
        + definition.timeSamples.map {
          try weights.meanTime(samples: $0) * Double(definition.timeReplicates)
        }
    }
    context.meter.plan(work.reduce(0, +))
    var alive = Table(
      name: "weights-alive",
      columns: ["weights", "samples", "generation", "alive", "lower", "upper", "exact"])
    var exact = Table(name: "weights-time", columns: ["weights", "samples", "time"])
    var measured = Table(
      name: "weights-time-measured",
      columns: ["weights", "samples", "time", "standard_error", "exact"])
    for weights in SpinWeights.allCases {
      for samples in definition.samples {
        try append(weights, samples, definition, context, to: &alive)
      }
      for samples in 2...definition.largestSamples {
        exact.append([
          .text(weights.rawValue), .integer(samples),
          .number(try weights.meanTime(samples: samples)),
        ])
      }
      for samples in definition.timeSamples {
        let work = try weights.meanTime(samples: samples)
        let times = try collapseTimes(
          weights, samples, purpose: "mean", count: definition.timeReplicates,
          horizon: SpinWeights.horizon(samples: samples, exceptWith: 1e-12), work: work, definition,
          context)
        let time = Estimate(times.map(Double.init))
        measured.append([
          .text(weights.rawValue), .integer(samples), .number(time.mean),
          .number(time.standardError), .number(work),
        ])
      }
    }
    return [alive, exact, measured]
  }

  /// Generations that a run for a fraction alive is expected to take.
  private static func aliveWork(
    _ weights: SpinWeights, _ samples: Int, _ definition: WeightsDefinition
  ) throws -> Double {
    min(try weights.meanTime(samples: samples), Double(definition.generations))
  }

  /// The fraction of runs alive, as long as the exact one is above a thousandth.
  private static func append(
    _ weights: SpinWeights, _ samples: Int, _ definition: WeightsDefinition,
    _ context: RunContext, to table: inout Table
  ) throws {
    let horizon = definition.generations
    let times = try collapseTimes(
      weights, samples, purpose: "alive", count: definition.replicates, horizon: horizon,
      work: try aliveWork(weights, samples, definition), definition, context)
    let exact = weights.alive(samples: samples, generations: horizon)
    for t in definition.times where t == 1 || exact[t] > 1e-3 {
      let count = times.count { $0 > t }
      table.append(
        [.text(weights.rawValue), .integer(samples), .integer(t)]
          + Table.Cell.fraction(of: count, in: times.count) + [.number(exact[t])])
    }
  }

  /// Generations to collapse; one more than the horizon where that comes first.
  ///
  /// - Parameter work: expected generations of a run.
  private static func collapseTimes(
    _ weights: SpinWeights, _ samples: Int, purpose: String, count: Int, horizon: Int,
    work: Double, _ definition: WeightsDefinition, _ context: RunContext
  ) throws -> [Int] {
    let loop = RetrainingLoop(
      family: IndependentSpins(spins: 1), samples: samples, policy: weights.policy,
      estimator: MaximumLikelihood())
    let key = StreamKey(rootSeed: definition.seed).child(id).child(
      "\(purpose) \(weights.rawValue) \(samples)")
    return try loop.ensemble(from: loop.family.member(magnetisation: 0), key: key)
      .replicates(count, work: work, context) { chain in
        try chain.advance(to: horizon) { !$0.isAbsorbed }
        return chain.model.isAbsorbed ? chain.generation : horizon + 1
      }
  }
}
