import Claims
import Families
import Testing
import _TestSupport

/// P7b: where the bias of maximum likelihood comes from.
@Suite("P7b transition density", .inTurn(.theorem)) struct P7bTransitionDensityTests: ClaimSuite {
  typealias Tested = TransitionDensityClaim

  static let bugs = [
    closed(
      "the mean time has the divisor M − 1", WrongProgram(OvershootingMean<GammaKnownShape>()),
      caughtBy: ["mean shift of θ in one generation"])
  ]

  @Test("P7b comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P7b would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
