import Claims
import Families
import Testing
import _TestSupport

/// X1: heterozygosity decays by 1 − 1/n a generation.
@Suite("X1 heterozygosity", .inTurn(.theorem)) struct X1HeterozygosityTests: ClaimSuite {
  typealias Tested = HeterozygosityClaim

  static let bugs = [
    closed(
      "the training set is one sample short", WrongProgram(OneSampleShort<IndependentSpins>()),
      caughtBy: ["mean heterozygosity after generations", "mean absorption time"]),
    closed(
      "every generation has the same random numbers", WrongProgram(ReusedStream()),
      caughtBy: ["mean heterozygosity after generations", "mean absorption time"]),
  ]

  @Test("X1 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X1 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
