import Documents
import Families
import Foundation
import Loop
import NumericalMethods
import Randomness
import Simulation
import Theory

/// The tables of the figure `libraries`.
struct LibraryTables {
  let definition: LibrariesDefinition
  let context: RunContext

  private func key(_ name: String) -> StreamKey {
    StreamKey(rootSeed: definition.seed).child(Libraries.id).child(name)
  }

  /// Generations of all runs; those of a kernel estimate take M times as long.
  var work: Double {
    let points = Double(definition.kernelSamples * definition.kernelReplicates)
    return Double(2 * definition.floorReplicates * floorGenerations)
      + points * Double(definition.kernelGenerations + relativeGenerations)
      + points * Double(definition.poolGenerations)
      + Double(definition.smoothingReplicates)
      * definition.constants.map(smoothingWork).reduce(0, +)
  }

  // MARK: - A constant added to the variance

  /// Tails fill up slowly.
  private var floorGenerations: Int { 10 * definition.floorSamples }

  /// `P(v > x εM)` with both divisors, from v = εM.
  func floor() throws -> Table {
    var table = Table(
      name: "libraries-floor",
      columns: ["divisor", "multiple", "probability", "lower", "upper", "exact", "limit"])
    let samples = definition.floorSamples
    for unbiased in [false, true] {
      let family = GaussianFamily()
      let ε = 1 / Double(samples)
      let loop = FlooredPrograms().loop(
        family: family, samples: samples, floor: VarianceFloor(ε, unbiased: unbiased))
      let values = try loop.ensemble(
        from: family.member(mean: 0, variance: 1), key: key("floor \(unbiased)")
      ).replicates(definition.floorReplicates, work: Double(floorGenerations), context) { chain in
        try chain.advance(to: floorGenerations)
        return chain.model.variance
      }
      let theory = FlooredVariance(samples: samples, unbiased: unbiased)
      let exact = theory.law(after: floorGenerations, from: Double(samples))
      for x in definition.multiples {
        table.append(
          [.text(unbiased ? "freedom" : "points"), .number(x)]
            + Table.Cell.fraction(of: values.count { $0 > x }, in: values.count)
            + [
              .number(1 - exact.cumulative(x * Double(samples))),
              .number(1 - theory.limitDistribution(x)),
            ])
      }
    }
    return table
  }

  // MARK: - Kernels

  /// The mean variance grows by a factor of 4000 at most.
  private var relativeGenerations: Int {
    let growth = KernelMoments.growth(
      samples: definition.kernelSamples, bandwidth: definition.bandwidth)
    return min(definition.kernelGenerations, max(1, Int(log(4000) / log(growth))))
  }

  /// Mean and median of the variance, from points at ±1.
  func kernels() throws -> Table {
    var table = Table(
      name: "libraries-kernel",
      columns: ["bandwidth", "generation", "mean", "standard_error", "median", "exact"])
    let (samples, h) = (definition.kernelSamples, definition.bandwidth)
    let programs = KernelPrograms()
    try append(
      programs.loop(samples: samples, .relative(h)), "relative", upTo: relativeGenerations,
      to: &table, exact: moments(.relative(h), upTo: relativeGenerations))
    try append(
      programs.loop(samples: samples, .fixed(h)), "fixed", upTo: definition.kernelGenerations,
      to: &table, exact: moments(.fixed(h), upTo: definition.kernelGenerations))
    var pool = KernelPool(samples: samples, mean: start.covariance().xx)
    let means = (1...definition.poolGenerations).map { _ in
      pool.advance(kernel: h * h)
      return pool.mean
    }
    try append(
      programs.pool(samples: samples, .fixed(h)), "pool", upTo: definition.poolGenerations,
      to: &table, exact: means)
    return table
  }

  private var start: KernelFamily.Points {
    KernelFamily.Points((0..<definition.kernelSamples).map { SIMD2($0 % 2 == 0 ? 1 : -1, 0) })
  }

  private func moments(_ bandwidth: KernelMoments.Bandwidth, upTo last: Int) -> [Double] {
    let variance = start.covariance().xx
    var moments = KernelMoments(
      samples: definition.kernelSamples, bandwidth: bandwidth, second: variance)
    return (1...last).map { _ in
      moments.advance()
      return moments.mean
    }
  }

  private func append<Policy: DataPolicy<KernelFamily>>(
    _ loop: RetrainingLoop<Policy, KernelFit>, _ name: String, upTo last: Int,
    to table: inout Table, exact: [Double]
  ) throws {
    let times = definition.generations(upTo: last)
    let first = try loop.estimator.estimate(from: start, in: KernelFamily())
    let runs = try loop.ensemble(from: first, key: key("kernel \(name)")).values(
      at: times, definition.kernelReplicates, work: Double(definition.kernelSamples * last), context
    ) { $0.points.covariance().xx }
    for (index, t) in times.enumerated() {
      let values = runs.map { $0[index] }
      let mean = Estimate(values)
      table.append([
        .text(name), .integer(t), .number(mean.mean), .number(mean.standardError),
        .number(values.sorted()[values.count / 2]), .number(exact[t - 1]),
      ])
    }
  }

  // MARK: - Smoothing

  /// The start is forgotten by M/(M + 2α) a generation.
  private func smoothingGenerations(_ α: Double) -> Int {
    Int((6 * (1 + Double(definition.smoothingSamples) / (2 * α))).rounded(.up))
  }

  private func smoothingWork(_ α: Double) -> Double { Double(smoothingGenerations(α)) }

  /// The law of the probability of one of two symbols, as a density.
  func smoothing() throws -> Table {
    var table = Table(
      name: "libraries-smoothing",
      columns: ["constant", "share", "density", "standard_error", "exact", "limit"])
    let samples = definition.smoothingSamples
    let family = IndependentSpins(spins: 1)
    for α in definition.constants {
      let prior = BetaPrior<IndependentSpins>(up: α, down: α, in: .natural)
      let loop = RetrainingLoop(
        family: family, samples: samples, policy: Replace(),
        estimator: MaximumAPosteriori(prior: prior))
      let generations = smoothingGenerations(α)
      let size = Double(samples) + 2 * α
      let counts = try loop.ensemble(
        from: family.member(magnetisation: 0), key: key("smoothing \(α)")
      ).replicates(definition.smoothingReplicates, work: Double(generations), context) { chain in
        try chain.advance(to: generations)
        return Int((chain.model.up * size - α).rounded())
      }
      let exact = try BetaPriorChain(population: samples, prior: prior).stationaryProbabilities()
      for k in 0...samples {
        let share = (Double(k) + α) / size
        let fraction = Double(counts.count { $0 == k }) / Double(counts.count)
        table.append([
          .number(α), .number(share), .number(fraction * size),
          .number(size * (fraction * (1 - fraction) / Double(counts.count)).squareRoot()),
          .number(exact[k] * size),
          .number(ContinuousLaw.betaDensity(2 * α, 2 * α, at: share)),
        ])
      }
    }
    return table
  }

  // MARK: - A squared variance

  /// How often the loop ends at 0.
  func squared() throws -> Table {
    var table = Table(
      name: "libraries-squared",
      columns: ["samples", "start", "probability", "lower", "upper", "exact"])
    let family = GaussianFamily()
    for samples in definition.squaredSamples {
      let loop = SquaredVarianceProgram().loop(family: family, samples: samples)
      let theory = SquaredVariance(samples: samples)
      for (index, start) in definition.starts.enumerated() {
        let ended = try loop.ensemble(
          from: family.member(mean: 0, variance: start * start),
          // Not named after the start, whose last bits are the C library's.
          key: key("squared \(samples) \(index)")
        ).replicates(definition.squaredReplicates, context) { chain in
          try chain.advance(to: 60) { abs($0.logVariance) < 2 * SquaredVarianceClaim.decided }
          return chain.model.logVariance < 0
        }
        table.append(
          [.integer(samples), .number(start)]
            + Table.Cell.fraction(of: ended.count { $0 }, in: ended.count)
            + [.number(theory.cumulative(-log(start)))])
      }
    }
    return table
  }
}
