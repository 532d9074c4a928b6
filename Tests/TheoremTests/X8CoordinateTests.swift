import Claims
import Families
import Testing
import _TestSupport

/// X8: one prior in three coordinates.
@Suite("X8 coordinates", .inTurn(.theorem)) struct X8CoordinateTests: ClaimSuite {
  typealias Tested = CoordinateClaim

  static let bugs = [
    anchored(
      "the prior is maximised in the next coordinate", .otherCoordinate,
      caughtBy: [
        "distance to the uniform law", "fraction alive at generation in the angle",
        "fraction alive at generation in the frequency",
      ])
  ]

  @Test("X8 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X8 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
