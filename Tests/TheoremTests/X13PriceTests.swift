import Claims
import Families
import Testing
import _TestSupport

/// X13: what a single external point buys.
@Suite("X13 price", .inTurn(.theorem)) struct X13PriceTests: ClaimSuite {
  typealias Tested = PriceClaim

  static let bugs = [
    anchored(
      "every synthetic sample counts twice", DoubledAnchoredProgram(),
      caughtBy: ["mean sum of both divergences"])
  ]

  @Test("X13 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X13 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
