import Claims
import Testing
import _TestSupport

/// P13: Gaussian priors prevent collapse without data.
@Suite("P13 prior", .inTurn(.theorem)) struct P13PriorTests: ClaimSuite {
  typealias Tested = PriorClaim

  static let bugs = [
    anchored(
      "the prior is twenty times too narrow", .narrowPrior,
      caughtBy: ["probability of |θ₁| ≤", "probability of θ₂ ≤ −1"]),
    anchored("there is no prior", .withoutPrior, caughtBy: ["fraction of runs collapsed"]),
  ]

  @Test("P13 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P13 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
