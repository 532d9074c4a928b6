import Claims
import Testing
import _TestSupport

/// X6: the infinite-synthetic limit is the conjugate prior.
@Suite("X6 conjugate limit", .inTurn(.theorem)) struct X6ConjugateLimitTests: ClaimSuite {
  typealias Tested = ConjugateLimitClaim

  static let bugs = [
    withoutExternalData(caughtBy: ["distance to Eq."])
  ]

  @Test("X6 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X6 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
