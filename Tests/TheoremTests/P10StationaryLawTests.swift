import Claims
import Testing
import _TestSupport

/// P10: the stationary law as M → ∞.
@Suite("P10 stationary law", .inTurn(.theorem)) struct P10StationaryLawTests: ClaimSuite {
  typealias Tested = StationaryLawClaim

  static let bugs = [
    withoutExternalData(caughtBy: ["distance to Eq."])
  ]

  @Test("P10 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P10 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
