import Claims
import Loop
import Machines
import Simulation
import Testing
import _TestSupport

/// X12: machines with hidden units collapse as independent spins do.
@Suite("X12 Boltzmann machines", .inTurn(.theorem)) struct X12BoltzmannTests: ClaimSuite {
  typealias Tested = BoltzmannClaim

  static let bugs = [
    bug(
      "fits stop after a few steps", UnfinishedFits(),
      caughtBy: [
        "mean of − m² of a unit after generations",
        "distance of a unit's count after generations to its exact law",
        "fraction of runs whose unit is dead after generations",
        "collapsed onto one state by generation",
        "largest difference between means of model and data in fits",
      ]),
    bug(
      "the external points are left out", WithoutExternalPoints(),
      caughtBy: [
        "distance of a unit's count after generations with one fresh point to its exact law",
        "distance of a unit's count with one fresh point to its stationary law",
        "distance of a unit's count after generations with one fixed point to its exact law",
      ]),
    bug(
      "the same random numbers in every generation", ReusedNumbers(),
      caughtBy: [
        "distance of a unit's count after generations to its exact law",
        "fraction of runs whose unit is dead after generations",
      ]),
  ]

  static func bug(
    _ name: String, _ program: some MachineProgram, caughtBy: Set<String>
  ) -> Bug {
    Bug(testDescription: name, caughtBy: caughtBy) {
      try Tested.evaluate(program, scale: .quick, context: context)
    }
  }

  @Test("X12 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X12 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}

/// A few steps from the start, and no solver at the end.
private struct UnfinishedFits: MachineProgram {
  func fit<M: BoltzmannMachine>(_ fit: MachineFit<M>) -> MachineFit<M> {
    var fit = fit
    (fit.steps, fit.solvesMoments) = (2, false)
    return fit
  }

  func policy<M: BoltzmannMachine>(
    _ external: ExternalData<BoltzmannFamily<M>>.Source?
  ) -> any DataPolicy<BoltzmannFamily<M>> {
    MachineLoopProgram().policy(external)
  }
}

/// The external points are left out.
private struct WithoutExternalPoints: MachineProgram {
  func fit<M: BoltzmannMachine>(_ fit: MachineFit<M>) -> MachineFit<M> { fit }

  func policy<M: BoltzmannMachine>(
    _ external: ExternalData<BoltzmannFamily<M>>.Source?
  ) -> any DataPolicy<BoltzmannFamily<M>> { Replace() }
}

/// The same random numbers in every generation.
private struct ReusedNumbers: MachineProgram {
  func fit<M: BoltzmannMachine>(_ fit: MachineFit<M>) -> MachineFit<M> { fit }

  func policy<M: BoltzmannMachine>(
    _ external: ExternalData<BoltzmannFamily<M>>.Source?
  ) -> any DataPolicy<BoltzmannFamily<M>> {
    func reusing<P: DataPolicy<BoltzmannFamily<M>>>(
      _ policy: P
    ) -> any DataPolicy<BoltzmannFamily<M>> { ReusedSeed(policy) }
    return reusing(MachineLoopProgram().policy(external))
  }
}
