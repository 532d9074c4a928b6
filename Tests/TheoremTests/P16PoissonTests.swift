import Claims
import Testing
import _TestSupport

/// P16: the Poisson loop lives with external data and dies without.
@Suite("P16 Poisson", .inTurn(.theorem)) struct P16PoissonTests: ClaimSuite {
  typealias Tested = PoissonClaim

  static let bugs = [
    withoutExternalData(caughtBy: ["distance to the exact law"]),
    anchored(
      "the prior is taken in the logarithm of the rate",
      WrongAnchoredProgram(external: { $0 }, fit: { LogarithmicCoordinate(prior: $0) }),
      caughtBy: ["distance to the exact law", "fraction extinct at generation"]),
  ]

  @Test("P16 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P16 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
