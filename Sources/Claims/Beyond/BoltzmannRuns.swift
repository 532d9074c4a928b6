import Families
import Loop
import Machines
import Randomness
import Theory

/// Closed loops of Boltzmann machines against the exact chain of one unit.
///
/// Units of one machine are not independent of one another: each check looks at a single unit in each run.
struct BoltzmannRuns<Program: MachineProgram> {
  let program: Program
  /// M of the loops against exact laws.
  let samples: Int
  let replicates: Int
  let seed: UInt64
  /// Of each random check.
  let falseAlarm: Double
  let context: RunContext

  /// Four units, coupled through two that do not enter any more, and not even.
  static var truth: BoltzmannMember {
    BoltzmannFamily(RestrictedBoltzmannMachine(visible: 4, hidden: 2)).member(
      biases: [0.2, -0.3, 0.1, 0],
      hidden: [0.1, 0.8, 0.7, -0.6, 0.5, -0.2, -0.5, 0.6, 0.7, 0.8])
  }

  /// The frequency of +1 of each unit of the truth.
  static var frequencies: [Double] { truth.magnetisations.map { (1 + $0) / 2 } }

  /// The machines whose units have one law.
  static var machines: [(name: String, machine: any BoltzmannMachine)] {
    [
      ("twelve hidden units", RestrictedBoltzmannMachine(visible: 4, hidden: 12)),
      ("two hidden units", RestrictedBoltzmannMachine(visible: 4, hidden: 2)),
      ("no hidden units", RestrictedBoltzmannMachine(visible: 4, hidden: 0)),
      ("two hidden layers", DeepBoltzmannMachine(visible: 4, middle: 2, top: 2)),
    ]
  }

  /// The unit whose law is checked in all runs.
  static var unit: Int { 1 }

  private var start: Double { Self.frequencies[Self.unit] }

  // MARK: - Simulation

  /// What `measure` makes of the models in the given generations, run by run.
  private func models<M: BoltzmannMachine, Result: Sendable>(
    _ machine: M, _ name: String, external: ExternalData<BoltzmannFamily<M>>.Source?,
    at times: [Int], _ measure: @Sendable (BoltzmannMember) -> Result
  ) throws -> [[Result]] {
    func run<Policy: DataPolicy<BoltzmannFamily<M>>>(_ policy: Policy) throws -> [[Result]] {
      try replicates(machine, policy, name) { chain in
        try times.map { time in
          try chain.advance(to: time)
          return measure(chain.model)
        }
      }
    }
    return try run(program.policy(external))
  }

  private func replicates<M, Policy: DataPolicy<BoltzmannFamily<M>>, Result: Sendable>(
    _ machine: M, _ policy: Policy, _ name: String, count: Int? = nil,
    _ body: @Sendable (inout RetrainingChain<Policy, MachineFit<M>>) throws -> Result
  ) throws -> [Result] {
    let loop = RetrainingLoop(
      family: BoltzmannFamily(machine), samples: samples, policy: policy,
      estimator: program.fit(MachineFit()))
    let key = StreamKey(rootSeed: seed).child("verify").child(BoltzmannClaim.id).child(name)
    return try loop.ensemble(from: Self.truth, key: key)
      .replicates(count ?? replicates, context, body)
  }

  /// The frequency of +1 of one unit.
  ///
  /// A fit that has solved its moment equations leaves the lattice by rounding only.
  private static func frequency(_ model: BoltzmannMember) -> Double {
    (1 + model.magnetisations[unit]) / 2
  }

  /// Of one unit in a closed loop: its heterozygosity, its law, and whether it is dead.
  func closed<M: BoltzmannMachine>(_ machine: M, _ name: String) throws -> [Check] {
    let chain = WrightFisherChain(population: samples)
    let (early, late) = (samples, 2 * samples)
    let runs = try models(machine, name, external: nil, at: [early, late], Self.frequency)
    let law = chain.law(from: start, generations: early)
    func heterozygosity(_ x: Double) -> Double { 4 * x * (1 - x) }
    let values = (0...samples).map { heterozygosity(chain.frequency($0)) }
    let mean =
      heterozygosity(start)
      * IndependentSpinsTheory.heterozygosityDecay(population: samples, generations: early)
    let square = zip(law, values).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    let dead = chain.absorptionTimeDistribution(from: start, generations: late)
    let title = "\(name), M = \(samples)"
    return [
      Check.mean(
        "mean of 1 − m² of a unit after \(early) generations, \(title)",
        of: runs.map { heterozygosity($0[0]) }, prediction: mean, variance: square - mean * mean,
        deviation: 1, falseAlarm: falseAlarm),
      Check.distance(
        "distance of a unit's count after \(early) generations to its exact law, \(title)",
        of: runs.map { count($0[0], of: samples) }, cumulative: law.cumulative,
        falseAlarm: falseAlarm),
      Check.frequency(
        "fraction of runs whose unit is dead after \(late) generations, \(title)",
        of: runs.count { $0[1] == 0 || $0[1] == 1 }, in: replicates, prediction: dead[late],
        falseAlarm: falseAlarm),
    ]
  }

  /// Every unit of every run is constant by a generation that the exact chain gives.
  func end<M: BoltzmannMachine>(_ machine: M, _ name: String) throws -> Check {
    let chain = WrightFisherChain(population: samples)
    // Runs to the end are long.
    let count = replicates / 10
    let share = falseAlarm / Double(count * machine.visible)
    let horizon = try Self.frequencies.map { p in
      // A bound on what is left shrinks by 1 − 1/M a generation.
      let alive = chain.alive(from: p, generations: 60 * samples)
      guard let horizon = alive.firstIndex(where: { $0 <= share }) else {
        throw FiniteChainError.neverArrives(from: 0)
      }
      return horizon
    }.max()!
    func run<Policy: DataPolicy<BoltzmannFamily<M>>>(_ policy: Policy) throws -> [Bool] {
      try replicates(machine, policy, "\(name), to the end", count: count) { chain in
        try chain.advance(to: horizon) { !$0.isAbsorbed }
        return chain.model.isAbsorbed
      }
    }
    let ends = try run(program.policy(nil))
    return Check(
      "collapsed onto one state by generation \(horizon), \(name), M = \(samples)",
      method: .simulation, prediction: 1,
      measurement: Double(ends.count { $0 }) / Double(count))
  }

  /// With one point from outside: the anchored chain, on its way and in its stationary state.
  func anchored(isFresh: Bool) throws -> [Check] {
    let machine = RestrictedBoltzmannMachine(visible: 4, hidden: 2)
    // Unit 1 is +1 in the fixed point.
    let point = VisibleCounts(visible: 4, states: [0b0010])
    let chain = AnchoredSpinsChain(
      spins: 1, samples: samples,
      external: isFresh ? .fresh(points: 1, frequency: start) : .fixed(points: 1, up: 1))
    let name = "one \(isFresh ? "fresh" : "fixed") point"
    let source: ExternalData<BoltzmannFamily<RestrictedBoltzmannMachine>>.Source =
      isFresh ? .fresh(count: 1, truth: Self.truth) : .fixed(point)
    let times = [samples, 3 * samples]
    let runs = try models(machine, name, external: source, at: times, Self.frequency)
    let title = "two hidden units, M = \(samples)"
    let counts = runs.map { $0.map { count($0, of: samples + 1) } }
    let early = Check.distance(
      "distance of a unit's count after \(times[0]) generations with \(name) to its exact law, \(title)",
      of: counts.map { $0[0] },
      cumulative: chain.law(from: start, generations: times[0]).cumulative, falseAlarm: falseAlarm)
    guard isFresh else { return [early] }
    let stationary = try chain.stationaryProbabilities().cumulative
    let late = chain.law(from: start, generations: times[1]).cumulative
    return [
      early,
      Check.distance(
        "distance of a unit's count with \(name) to its stationary law, \(title)",
        of: counts.map { $0[1] }, cumulative: stationary, falseAlarm: falseAlarm,
        // Of the law in that generation from the stationary one, exactly.
        allowance: zip(stationary, late).map { abs($0 - $1) }.max()!),
    ]
  }

  private func count(_ frequency: Double, of size: Int) -> Int {
    Int((Double(size) * frequency).rounded())
  }

  /// The largest difference between the means of a fit and those of its data, over whole runs.
  func residual<M: BoltzmannMachine>(_ machine: M, _ name: String) throws -> Check {
    let key = StreamKey(rootSeed: seed).child("verify").child(BoltzmannClaim.id)
      .child("\(name), residual")
    func run<Policy: DataPolicy<BoltzmannFamily<M>>>(_ policy: Policy) throws -> Double {
      let loop = RetrainingLoop(
        family: BoltzmannFamily(machine), samples: samples, policy: policy,
        estimator: program.fit(MachineFit()))
      let residuals = try Replicates(count: 20, threads: context.threads).map { replicate in
        let streams = ReplicateStreams(key: key, replicate: replicate)
        var (model, memory) = (Self.truth, policy.initialMemory(for: loop.family))
        var largest = 0.0
        for generation in 1...samples {
          let (data, next) = try loop.generation(
            from: model, memory: &memory, streams: streams.generation(generation))
          for (m, up) in zip(next.magnetisations, data.ups) {
            largest = max(largest, abs(m - Double(2 * up - data.count) / Double(data.count)))
          }
          model = next
        }
        return largest
      }
      return residuals.max()!
    }
    return Check(
      "largest difference between means of model and data in \(20 * samples) fits, \(name)",
      method: .simulation, prediction: 0, measurement: try run(program.policy(nil)),
      tolerance: 1e-10)
  }
}
