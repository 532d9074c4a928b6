import Claims
import Families
import Testing
import _TestSupport

/// P15: the anchored Poisson loop on its way.
@Suite("P15 square-root process", .inTurn(.theorem)) struct P15SquareRootProcessTests: ClaimSuite {
  typealias Tested = SquareRootProcessClaim

  static let bugs = [
    withoutExternalData(caughtBy: ["mean of exp(−2ϑ) at τ = ½", "mean of exp(−½ϑ) at τ = ½"]),
    anchored(
      "the prior is taken in the logarithm of the rate",
      WrongAnchoredProgram(external: { $0 }, fit: { LogarithmicCoordinate(prior: $0) }),
      caughtBy: ["mean of exp(−2ϑ) at τ = ½", "drift for a unit of τ"]),
    anchored(
      "every synthetic sample counts twice", DoubledAnchoredProgram(),
      caughtBy: ["variance for a unit of τ"]),
  ]

  @Test("P15 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P15 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
