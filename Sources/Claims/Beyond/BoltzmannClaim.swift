import Foundation
import Loop
import Machines
import Simulation
import Theory

/// X12: machines with hidden units collapse as independent spins do.
package enum BoltzmannClaim: ClaimTest {
  package static let words = ClaimWords(
    id: "X12",
    statement: """
      In a closed loop of Boltzmann machines, restricted or deep, each visible unit is by itself \
      a Wright–Fisher chain with n = M, whatever the hidden units do: E(1 − m²) shrinks by \
      exactly 1 − 1/M a generation, and the machine is down to one state after O(M) generations. \
      With a fresh point a generation each unit is the anchored chain of one spin, and no unit \
      is lost for good.
      """,
    reference: "beyond exponential families",
    conditions: """
      Binary units, a free bias on each visible one, maximum likelihood, and a fit that solves \
      its moment equations; the residual allowed here is 1e−10. A fit that stops early does not \
      obey it, nor does one with a penalty on the biases. That the weights are at the largest \
      maximum of the likelihood is not needed. Units are not independent of one another, and \
      what is said of one says nothing of their joint law.
      """,
    derivation: """
      ∂ log-likelihood/∂bᵢ = M(v̄ᵢ − E vᵢ), whatever has been summed over. At every stationary \
      point the model's mean of a visible unit is that of the data, and the number of +1 among M \
      fresh samples of that unit is binomial with this mean. A unit that is constant in the data \
      has no finite bias; its limit is the unit held at its value.
      """,
    equations: [
      Equation("beyond Eq. 5", "E vᵢ = v̄ᵢ at given w(v)", in: "VisibleBiases.solve"),
      Equation(
        "beyond Eq. 5", "kᵢ′ ~ Binomial(M, kᵢ/M)", in: "WrightFisherChain.countProbabilities"),
      Equation(
        "beyond Eq. 5", "E(1 − mᵢ²) = (1 − 1/M)ᵗ (1 − mᵢ,₀²)",
        in: "IndependentSpinsTheory.heterozygosityDecay"),
      Equation(
        "beyond Eq. 18", "kᵢ′ ~ Binomial(M, kᵢ/(M + 1)) + Bernoulli(x₀ᵢ)",
        in: "AnchoredSpinsChain.countProbabilities"),
    ],
    quantity: """
      mean of 1 − m² of a unit of a machine with twelve hidden units after M generations, M = 10
      """,
    evidence: [
      "beyond/machines.svg", "beyond/data/machines-units.csv", "beyond/data/machines-dead.csv",
    ])

  /// All checks of the real program.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: MachineLoopProgram(), scale: scale, seed: seed, context: context)
  }

  /// Runs all checks on `program` and draws the verdict.
  package static func evaluate(
    _ program: some MachineProgram, scale: Scale, seed: UInt64 = defaultSeed,
    context: RunContext
  ) throws -> Claim {
    claim(from: try checks(of: program, scale: scale, seed: seed, context: context))
  }

  /// One unit of several machines against exact chains, residuals, and whole machines as exact chains.
  static func checks(
    of program: some MachineProgram, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let machines = BoltzmannRuns<MachineLoopProgram>.machines
    let runs = BoltzmannRuns(
      program: program, samples: 10, replicates: scale == .paper ? 2500 : 250, seed: seed,
      falseAlarm: falseAlarm / Double(4 * machines.count + 3), context: context)
    var checks = [Check]()
    for (name, machine) in machines { checks += try runs.closed(machine, name) }
    for (name, machine) in machines { checks.append(try runs.end(machine, name)) }
    checks += try runs.anchored(isFresh: true)
    checks += try runs.anchored(isFresh: false)
    for (name, machine) in machines { checks.append(try runs.residual(machine, name)) }
    return checks + (try exact(program))
  }

  // MARK: - Exact

  /// Whole machines as chains of all their training sets, against the chain of one unit.
  private static func exact(_ program: some MachineProgram) throws -> [Check] {
    try [
      exact(
        RestrictedBoltzmannMachine(visible: 2, hidden: 2), "two and two units", samples: 5,
        fresh: 0, program),
      exact(
        RestrictedBoltzmannMachine(visible: 3, hidden: 1), "three units and one", samples: 3,
        fresh: 0, program),
      exact(
        DeepBoltzmannMachine(visible: 2, middle: 2, top: 1), "two layers on two units", samples: 3,
        fresh: 0, program),
      exact(
        RestrictedBoltzmannMachine(visible: 2, hidden: 2), "two and two units", samples: 3,
        fresh: 1, program),
    ]
  }

  private static func exact<M: BoltzmannMachine>(
    _ machine: M, _ name: String, samples: Int, fresh: Int, _ program: some MachineProgram
  ) throws -> Check {
    // Not even, and coupled as far as the machine can.
    let parameters = (0..<machine.hiddenParameters).map { 0.9 * sin(Double(3 * $0 + 1)) }
    let start = BoltzmannFamily(machine).member(
      biases: (0..<machine.visible).map { 0.3 - 0.4 * Double($0) }, hidden: parameters)
    let chain = try BoltzmannChain(
      machine, fit: program.fit(MachineFit()), samples: samples, fresh: fresh, from: start)
    let frequencies = start.magnetisations.map { (1 + $0) / 2 }
    let difference = chain.largestDifference(generations: 30) { unit, t in
      let p = frequencies[unit]
      let chain: any SpinChain =
        fresh == 0
        ? WrightFisherChain(population: samples)
        : AnchoredSpinsChain(
          spins: 1, samples: samples, external: .fresh(points: fresh, frequency: p))
      return chain.law(from: p, generations: t)
    }
    let points = fresh == 0 ? "" : ", \(fresh) fresh"
    return Check(
      "largest difference between the laws of a unit in its machine and alone, \(chain.sets.count)"
        + " training sets, \(name), M = \(samples)\(points)",
      method: .exact, prediction: 0, measurement: difference, tolerance: 1e-8)
  }
}
