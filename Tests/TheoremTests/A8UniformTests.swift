import Claims
import Testing
import _TestSupport

/// A8: a law between the extremes of its data.
@Suite("A8 uniform", .inTurn(.theorem)) struct A8UniformTests: ClaimSuite {
  typealias Tested = UniformClaim

  static let bugs = [
    bug(
      "the interval is wider than its data, as an unbiased one is",
      caughtBy: ["mean of R′/R in a generation", "distance of the ratio of ranges to its Beta law"]
    ) { $0.fit.margin = 1 }
  ]

  @Test("A8 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("A8 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
