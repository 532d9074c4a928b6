import Experiments
import Testing

/// P12: one fixed data point prevents collapse.
@Suite("P12 one point") struct P12OnePointTests: ClaimSuite {
  typealias Tested = OnePointClaim

  static let bugs = [
    withoutExternalData(caughtBy: [
      "mean frequency of up spins", "distance to the exact law", "fraction of runs collapsed",
    ])
  ]

  @Test("P12 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P12 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
