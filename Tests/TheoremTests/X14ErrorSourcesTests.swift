import Claims
import Loop
import Simulation
import Testing
import _TestSupport

/// X14: only sampling makes a loop collapse.
@Suite("X14 error sources", .inTurn(.theorem)) struct X14ErrorSourcesTests: ClaimSuite {
  typealias Tested = ErrorSourcesClaim

  static let bugs = [
    bug(
      "half of the samples are drawn", HalvedDraws(),
      caughtBy: [
        "divergence with sampling alone", "training sets alike with sampling alone",
        "divergence with a wrong family", "training sets alike with a wrong family",
        "distance to the exact normal law with complete fits",
      ]),
    bug(
      "fits that should restart continue, and the other way round", SwappedStarts(),
      caughtBy: [
        "divergence with restarted fits", "divergence with restarted fits and a wrong family",
        "training sets alike with restarted fits",
        "training sets alike with restarted fits and a wrong family",
        "distance to the exact normal law with restarted fits",
        "distance to the exact normal law with continued fits",
      ]),
  ]

  static func bug(
    _ name: String, _ program: some UnfinishedProgram, caughtBy: Set<String>
  ) -> Bug {
    Bug(testDescription: name, caughtBy: caughtBy) {
      try Tested.evaluate(program, scale: .quick, context: context)
    }
  }

  @Test("X14 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X14 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}

/// Half of the samples asked for.
private struct HalvedDraws: UnfinishedProgram {
  func estimator<F>(_ fit: EarlyStopping<F>) -> EarlyStopping<F> { fit }
  func draws(_ samples: Int) -> Int { samples / 2 }
}

/// Gradient steps that start where they should not.
private struct SwappedStarts: UnfinishedProgram {
  func estimator<F>(_ fit: EarlyStopping<F>) -> EarlyStopping<F> {
    let start: EarlyStopping<F>.Start =
      switch fit.start {
      case .fixed(let θ): .lastModel(first: θ)
      case .lastModel(let θ): .fixed(θ)
      }
    return EarlyStopping(steps: fit.steps, rate: fit.rate, from: start)
  }
  func draws(_ samples: Int) -> Int { samples }
}
