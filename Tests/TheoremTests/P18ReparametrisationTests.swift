import Claims
import Families
import Testing
import _TestSupport

/// P18: maximum a posteriori sees the coordinate.
@Suite("P18 reparametrisation", .inTurn(.theorem)) struct P18ReparametrisationTests: ClaimSuite {
  typealias Tested = ReparametrisationClaim

  static let bugs = [
    anchored(
      "the prior is maximised in the next coordinate", .otherCoordinate,
      caughtBy: [
        "mean frequency after one generation in the field",
        "mean frequency after one generation in the angle",
        "mean frequency after one generation in the frequency",
      ])
  ]

  @Test("P18 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P18 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
