import Claims
import Testing
import _TestSupport

/// P11: the loop collapses if and only if the stationary density is not normalisable.
@Suite("P11 normalisability", .inTurn(.theorem)) struct P11NormalisabilityTests: ClaimSuite {
  typealias Tested = NormalisabilityClaim

  static let bugs = [
    withoutExternalData(caughtBy: ["fraction collapsed at generation"])
  ]

  @Test("P11 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P11 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
