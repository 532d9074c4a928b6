import Loop
import Machines
import Randomness

/// The loops behind the figure `machines`.
struct MachineLoops {
  let definition: MachinesDefinition
  let context: RunContext

  /// What is recorded of a model.
  struct State: Sendable {
    /// mᵢ of each unit; exactly ±1 where it is dead.
    let magnetisations: [Double]
    /// In nats.
    let entropy: Double
    /// `D(model‖truth)` in nats.
    let divergence: Double

    init(_ model: BoltzmannMember, truth: BoltzmannMember) {
      magnetisations = model.magnetisations
      entropy = model.entropy
      divergence = model.divergence(to: truth)
    }

    /// The mean of `1 − mᵢ²` over the units.
    var heterozygosity: Double {
      magnetisations.reduce(0) { $0 + (1 - $1 * $1) } / Double(magnetisations.count)
    }

    /// Whether every unit is constant.
    var isCollapsed: Bool { magnetisations.allSatisfy { abs($0) == 1 } }
  }

  /// Where training sets come from, beside the last model.
  enum Outside: String, CaseIterable {
    case replace, fresh, fixed
  }

  /// How the machine is fitted.
  enum Fit: String {
    case complete, early, penalty
  }

  /// The models of one loop at the times shown, run by run, from the truth on.
  func run(
    _ name: String, visible: Int, hidden: Int, samples: Int, _ outside: Outside = .replace,
    _ fit: Fit = .complete, replicates: Int
  ) throws -> [[State]] {
    let machine = RestrictedBoltzmannMachine(visible: visible, hidden: hidden)
    let truth = definition.truth(visible: visible)
    switch outside {
    case .replace:
      return try run(name, machine, truth, samples, Replace(), fit, replicates)
    case .fresh:
      return try run(
        name, machine, truth, samples, ExternalData(.fresh(count: 1, truth: truth)), fit,
        replicates)
    case .fixed:
      // The truth's most probable state, the one of the lowest number if there are several.
      let largest = truth.probabilities.max()!
      let state = truth.probabilities.firstIndex { $0 > largest * (1 - 1e-9) }!
      return try run(
        name, machine, truth, samples,
        ExternalData(.fixed(VisibleCounts(visible: visible, states: [state]))), fit, replicates)
    }
  }

  private func run<Policy: DataPolicy<BoltzmannFamily<RestrictedBoltzmannMachine>>>(
    _ name: String, _ machine: RestrictedBoltzmannMachine, _ truth: BoltzmannMember,
    _ samples: Int, _ policy: Policy, _ fit: Fit, _ replicates: Int
  ) throws -> [[State]] {
    let times = definition.generations(samples: samples)
    let loop = RetrainingLoop(
      family: BoltzmannFamily(machine), samples: samples, policy: policy, estimator: estimator(fit))
    let key = StreamKey(rootSeed: definition.seed).child(ClosedMachines.id).child(name)
    let work = Self.work(machine, generations: times.last!)
    return try loop.ensemble(from: truth, key: key)
      .values(at: times, replicates, work: work, context) { State($0, truth: truth) }
  }

  private func estimator(_ fit: Fit) -> MachineFit<RestrictedBoltzmannMachine> {
    var estimator = MachineFit<RestrictedBoltzmannMachine>()
    switch fit {
    case .complete: break
    case .early: (estimator.steps, estimator.solvesMoments) = (definition.earlySteps, false)
    case .penalty: estimator.penalty = definition.penalty
    }
    return estimator
  }

  /// The work of a run: an exponential for each hidden unit and state, or so.
  static func work(_ machine: RestrictedBoltzmannMachine, generations: Int) -> Double {
    Double(generations * (1 << machine.visible) * (machine.hidden + 2))
  }
}
