import Claims
import Testing
import _TestSupport

/// P5: coupled spins end at any of N + 1 levels.
@Suite("P5 final level", .inTurn(.theorem)) struct P5FinalLevelTests: ClaimSuite {
  typealias Tested = FinalLevelClaim

  static let bugs = [
    closed(
      "coupled spins are kept off the boundary", WrongProgram(JitteredFit()),
      caughtBy: ["at a level by generation"]),
    closed(
      "one sample changes its level once all are alike", WrongProgram(RevivingLevels()),
      caughtBy: ["unchanged generations later"]),
  ]

  @Test("P5 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P5 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
