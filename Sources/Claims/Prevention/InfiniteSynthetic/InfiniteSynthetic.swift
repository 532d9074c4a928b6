import Documents
import Families
import Loop
import NumericalMethods
import Randomness
import Simulation
import Theory

/// One real point a generation against M synthetic ones: a limit law as M → ∞, not collapse.
package enum InfiniteSynthetic: Experiment {
  package static let id = "infinite-synthetic"
  package static let summary =
    "P17, X6: one real point a generation holds off infinitely many synthetic ones"
  package static let caption = """
    One real point against M synthetic ones, for a single spin with x₀ = ½. (a) The law of the model \
    settles as M grows, here on the uniform law; an estimate from M real points (grey) would narrow. \
    (b) Its distance from the limit, exact for the law to M = 4000 and for the variance at every M; \
    circles are simulations at 201 values of x, whose own noise is above the line from M = 10³ on. \
    (c) The variance of the model stays, that of an estimate from M real points falls as 1/M.
    """

  /// A Bernoulli variable with truth ½, M from 10 to 10⁶.
  package static func definition(_ scale: Scale) -> InfiniteSyntheticDefinition {
    var definition = InfiniteSyntheticDefinition()
    if scale == .quick {
      definition.samples = [10, 100, 1000]
      definition.exactSamples = [5, 10, 20, 50, 100, 200, 500]
      definition.generations = 200_000
    }
    return definition
  }

  /// Distribution functions, and distances to the limit against M.
  package static func run(
    _ definition: InfiniteSyntheticDefinition, context: RunContext
  ) throws -> [Table] {
    let key = StreamKey(rootSeed: definition.seed).child(id)
    context.meter.plan(
      definition.samples.reduce(0) { $0 + definition.longRun(samples: $1).work })
    let runs = try definition.samples.map { try simulate(definition, samples: $0, key, context) }
    return [laws(definition, runs), try distances(definition), measured(definition, runs)]
  }

  /// Counts of x at or below the tabulated values, and moments, chain by chain.
  private struct Run {
    let samples: Int
    let chains: [Histogram]

    /// `P(x ≤ value)` at the right edge of each bin, in each chain.
    var distributions: [[Double]] {
      chains.map { chain in
        var below = 0
        return chain.counts.map {
          below += $0
          return Double(below) / Double(chain.total)
        }
      }
    }
  }

  private static func simulate(
    _ definition: InfiniteSyntheticDefinition, samples: Int, _ key: StreamKey,
    _ context: RunContext
  ) throws -> Run {
    let loop = definition.chain(samples: samples).loop
    // Bins end just above a tabulated value, which belongs to them; the first holds x = 0 alone.
    let width = 1 / Double(definition.steps)
    let chains = try definition.longRun(samples: samples).map(
      loop, from: loop.family.member(magnetisation: 2 * definition.truth - 1),
      key: key.child("M=\(samples)"), context,
      empty: Histogram(from: -width + 1e-9, to: 1 + 1e-9, bins: definition.steps + 1)
    ) { $0.record($1.up) }
    return Run(samples: samples, chains: chains)
  }

  /// The law of the closed loop beside that of an ordinary estimate from M real points.
  private static func laws(_ definition: InfiniteSyntheticDefinition, _ runs: [Run]) -> Table {
    var table = Table(
      name: "infinite-synthetic",
      columns: ["samples", "value", "closed", "standard_error", "open", "limit"])
    // The limit law does not depend on M.
    let limit = definition.chain(samples: 1)
    for run in runs {
      let distributions = run.distributions
      let open = BinomialLaw(trials: Double(run.samples), probability: definition.truth)
      for step in 0...definition.steps {
        let value = Double(step) / Double(definition.steps)
        let closed = Estimate(distributions.map { $0[step] })
        table.append([
          .integer(run.samples), .number(value), .number(closed.mean),
          .number(closed.standardError),
          .number(open.cumulative((value * Double(run.samples) * (1 + 1e-12)).rounded(.down))),
          .number(limit.limitDistribution(at: value)),
        ])
      }
    }
    return table
  }

  /// Exact distances to the limit: of the law where it is solved for, of the variance at every M.
  private static func distances(_ definition: InfiniteSyntheticDefinition) throws -> Table {
    var table = Table(
      name: "infinite-synthetic-distance",
      columns: ["samples", "distance", "variance", "variance_distance", "open_variance"])
    let limit = definition.chain(samples: 1).limitVariance
    let truthVariance = definition.truth * (1 - definition.truth)
    let exact = Set(definition.exactSamples)
    for samples in exact.union(definition.samples).sorted() {
      let chain = definition.chain(samples: samples)
      let variance = chain.stationaryVariance
      table.append([
        .integer(samples),
        .number(exact.contains(samples) ? try chain.distanceToLimit() : .nan),
        .number(variance), .number(abs(variance - limit)),
        .number(truthVariance / Double(samples)),
      ])
    }
    return table
  }

  /// What the simulations give for the variance and for the distance to the limit.
  private static func measured(_ definition: InfiniteSyntheticDefinition, _ runs: [Run]) -> Table {
    var table = Table(
      name: "infinite-synthetic-measured",
      columns: ["samples", "variance", "variance_error", "distance"])
    // The limit law does not depend on M.
    let limit = definition.chain(samples: 1)
    for run in runs {
      let variance = Estimate(run.chains.map { $0.meanSquare(about: definition.truth) })
      let distributions = run.distributions
      let distance = (0...definition.steps).reduce(0.0) { largest, step in
        let closed = Estimate(distributions.map { $0[step] }).mean
        let value = Double(step) / Double(definition.steps)
        return max(largest, abs(closed - limit.limitDistribution(at: value)))
      }
      table.append([
        .integer(run.samples), .number(variance.mean), .number(variance.standardError),
        .number(distance),
      ])
    }
    return table
  }
}
