import Claims
import Families
import Testing
import _TestSupport

/// P4: absorption times in units of NM have one law.
@Suite("P4 scaling", .inTurn(.theorem)) struct P4ScalingTests: ClaimSuite {
  typealias Tested = ScalingClaim

  static let bugs = [
    closed(
      "the training set is one sample short", WrongProgram(OneSampleShort<IndependentSpins>()),
      caughtBy: ["distance to the exact law"]),
    closed(
      "every generation has the same random numbers", WrongProgram(ReusedStream()),
      caughtBy: [
        "mean absorption time", "distance to the limit law", "distance to the exact law",
      ]),
  ]

  @Test("P4 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P4 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
