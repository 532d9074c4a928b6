import Claims
import Families
import Testing
import _TestSupport

/// X2: the law of the absorption time.
@Suite("X2 absorption law", .inTurn(.theorem)) struct X2AbsorptionLawTests: ClaimSuite {
  typealias Tested = AbsorptionLawClaim

  static let bugs = [
    closed(
      "the training set is one sample short", WrongProgram(OneSampleShort<IndependentSpins>()),
      caughtBy: ["distance to the exact law"]),
    closed(
      "every generation has the same random numbers", WrongProgram(ReusedStream()),
      caughtBy: ["distance to the exact law"]),
  ]

  @Test("X2 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X2 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
