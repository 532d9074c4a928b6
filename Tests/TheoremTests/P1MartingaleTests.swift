import Claims
import Simulation
import Testing
import _TestSupport

/// P1: the mean statistic is a martingale.
@Suite("P1 martingale", .inTurn(.theorem)) struct P1MartingaleTests: ClaimSuite {
  typealias Tested = MartingaleClaim

  static let bugs = [
    closed(
      "the estimate is shrunk towards one half", WrongProgram(ShrinkingEstimator()),
      caughtBy: ["drift in one generation"]),
    closed(
      "the estimate is pushed from one half", WrongProgram(OvershootingEstimator()),
      caughtBy: ["drift in one generation"]),
    closed(
      "spins are tilted upward", WrongProgram(TiltedSpins()),
      caughtBy: ["drift in one generation", "mean frequency after generations"]),
    closed(
      "every generation has the same random numbers", WrongProgram(ReusedStream()),
      caughtBy: ["mean frequency after generations"]),
  ]

  @Test("P1 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P1 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }

  /// Wrong estimators also fail the proof over all training sets.
  @Test("P1 can fail its proof") func theProofCanFail() throws {
    let claim = try Tested.evaluate(
      WrongProgram(ShrinkingEstimator()), scale: .quick, context: Self.context)
    #expect(claim.checks.contains { !$0.passed && $0.method == .proof })
  }
}
