import Claims
import Testing
import _TestSupport

/// P14: priors and a data point together prevent collapse.
@Suite("P14 prior and point", .inTurn(.theorem)) struct P14PriorAndPointTests: ClaimSuite {
  typealias Tested = PriorAndPointClaim

  static let bugs = [
    withoutExternalData(caughtBy: ["probability of |θ₁| ≤ ¼", "probability of θ₂ ≤ −1"]),
    anchored(
      "the prior is twenty times too narrow", .narrowPrior, caughtBy: ["probability of θ₂ ≤ −1"]),
    anchored("there is no prior", .withoutPrior, caughtBy: ["fraction of runs collapsed"]),
  ]

  @Test("P14 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P14 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
