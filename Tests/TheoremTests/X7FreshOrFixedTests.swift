import Claims
import Testing
import _TestSupport

/// X7: fresh points always prevent collapse, fixed ones if they have a finite estimate.
@Suite("X7 fresh or fixed", .inTurn(.theorem)) struct X7FreshOrFixedTests: ClaimSuite {
  typealias Tested = FreshOrFixedClaim

  static let bugs = [
    withoutExternalData(caughtBy: [
      "collapsed onto the point by generation", "runs whose models are all inside",
      "mean of S² with a fixed point", "mean of S² with two fixed points",
      "mean of S² with a fresh point", "collapsed onto the edge of its points by generation",
      "distance of the law on that edge to its exact law",
    ])
  ]

  @Test("X7 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X7 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
