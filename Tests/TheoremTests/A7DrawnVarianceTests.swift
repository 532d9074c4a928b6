import Claims
import Families
import Loop
import Testing
import _TestSupport

/// A7: a variance that is drawn from its posterior.
@Suite("A7 drawn variance", .inTurn(.theorem)) struct A7DrawnVarianceTests: ClaimSuite {
  typealias Tested = DrawnVarianceClaim

  static let bugs = [
    closed(
      "the variance is estimated", ClosedLoopProgram<GaussianFamily>(),
      caughtBy: [
        "fraction of loops above their start",
        "distance of the ratio of variances in a generation to its law",
      ])
  ]

  @Test("A7 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("A7 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
