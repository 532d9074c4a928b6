import Claims
import Testing
import _TestSupport

/// P17: prevention survives infinitely many synthetic points.
@Suite("P17 infinite synthetic", .inTurn(.theorem)) struct P17InfiniteSyntheticTests: ClaimSuite {
  typealias Tested = InfiniteSyntheticClaim

  static let bugs = [
    withoutExternalData(caughtBy: ["mean heterozygosity"])
  ]

  @Test("P17 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P17 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
