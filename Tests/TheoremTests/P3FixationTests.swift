import Claims
import Testing
import _TestSupport

/// P3: the probability to end all up is linear in the start.
@Suite("P3 fixation", .inTurn(.theorem)) struct P3FixationTests: ClaimSuite {
  typealias Tested = FixationClaim

  static let bugs = [
    closed(
      "spins are tilted upward", WrongProgram(TiltedSpins()),
      caughtBy: ["probability to end all up"]),
    closed(
      "every generation has the same random numbers", WrongProgram(ReusedStream()),
      caughtBy: ["probability to end all up"]),
  ]

  @Test("P3 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P3 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
