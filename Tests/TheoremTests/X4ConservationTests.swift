import Claims
import Families
import Testing
import _TestSupport

/// X4: coupled spins conserve the means of S and S².
@Suite("X4 conservation", .inTurn(.theorem)) struct X4ConservationTests: ClaimSuite {
  typealias Tested = ConservationClaim

  static let bugs = [
    closed(
      "the field is tilted in every generation", WrongProgram(TiltedLevels()),
      caughtBy: ["mean final S", "mean final S²", "probability to end at a level"]),
    closed(
      "the training set is one sample short", WrongProgram(OneSampleShort<CoupledSpins>()),
      caughtBy: ["mean time to the end"]),
  ]

  @Test("X4 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X4 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
